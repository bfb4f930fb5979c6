"""Conditions: a tree of words with three answers, after Kleene.

An answer is ``True``, ``False`` or ``None`` (unknown). Each node that is asked leaves a trace, and every unknown says
which fact was missing. Over a collection that is not complete, ``some`` is never false, ``every`` and ``none`` never
true, and ``count`` has no upper bound.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar, Literal

from msgspec import Struct
from msgspec.structs import replace

from vendorscreen.fact import CASE, Fact, Node, Nodes, Part
from vendorscreen.rule.answer import Condition, Missing, Result, Surroundings, Trace
from vendorscreen.rule.message import Template
from vendorscreen.rule.operator import Test

__all__ = ["ROOT", "All", "Anyone", "Leaf", "Not", "Quantified", "Quantifier", "replaced", "walk"]

Quantifier = Literal["some", "every", "none", "count"]

ROOT = CASE.name
"""Where the bare names of a rule start."""


class Leaf(Struct, frozen=True, dict=True):
    """A fact and a test of it; ``anchor`` is the scope a dotted name starts at, empty for a bare name."""

    anchor: str
    fact: Fact
    test: Test
    question: Template
    parts: ClassVar[tuple[Condition, ...]] = ()

    @property
    def path(self) -> str:
        """The fact as rules write it."""
        return f"{self.anchor}.{self.fact.name}" if self.anchor else self.fact.name

    @cached_property
    def asked(self) -> str:
        """The fact and the test in words."""
        return f"{self.path} {self.test}"

    @cached_property
    def uses(self) -> frozenset[str]:
        """Names of the scopes on whose nodes the result depends."""
        return frozenset({self.anchor, *self.question.scopes})

    def of_parts(self, _: tuple[Condition, ...]) -> "Leaf":
        """Return the same: a leaf has no parts."""
        return self

    def answer(self, node: Node | None, day: date) -> bool | None:
        """Return the answer about a thing; unknown where the fact is, unless the test asks whether it is stated."""
        value = None if node is None else node.value(self.fact.name)
        return None if value is None and self.test.operator != "stated" else self.test(value, day)

    def ask(self, around: Surroundings) -> Result:
        """Return the answer, with the fact where it is unknown."""
        node = around.node(self.anchor) if self.anchor else around.here
        answer = self.answer(node, around.day)
        trace = Trace("leaf", self.asked, answer, fact=self.fact, node=node)
        if answer is not None:
            return Result(answer, trace)
        scope = self.anchor or around.here.scope.name
        return Result(None, trace, (Missing.of(f"{scope}.{self.fact.name}", self.question, around),))


class All(Struct, frozen=True, dict=True):
    """Every one of the conditions; stops at the first that is false."""

    parts: tuple[Condition, ...]

    asked: ClassVar[str] = "all"

    @cached_property
    def uses(self) -> frozenset[str]:
        """Names of the scopes on whose nodes the result depends."""
        return frozenset[str]().union(*(part.uses for part in self.parts))

    def of_parts(self, parts: tuple[Condition, ...]) -> "All":
        """Return the same made of other parts."""
        return All(parts)

    def ask(self, around: Surroundings) -> Result:
        """Return false if a part is, else unknown if a part is, else true."""
        results = []
        for part in self.parts:
            result = around.ask(part)
            if result.answer is False:
                return Result(False, Trace("all", self.asked, False, parts=(result.trace,)))
            results.append(result)
        return _combined("all", results, None if any(result.answer is None for result in results) else True)


class Anyone(Struct, frozen=True, dict=True):
    """At least one of the conditions."""

    parts: tuple[Condition, ...]

    asked: ClassVar[str] = "any"

    @cached_property
    def uses(self) -> frozenset[str]:
        """Names of the scopes on whose nodes the result depends."""
        return frozenset[str]().union(*(part.uses for part in self.parts))

    def of_parts(self, parts: tuple[Condition, ...]) -> "Anyone":
        """Return the same made of other parts."""
        return Anyone(parts)

    def ask(self, around: Surroundings) -> Result:
        """Return true if a part is, else unknown if a part is, else false."""
        results = [around.ask(part) for part in self.parts]
        true = [result for result in results if result.answer]
        if true:
            return _combined("any", true, True)
        return _combined("any", results, None if any(result.answer is None for result in results) else False)


class Not(Struct, frozen=True, dict=True):
    """The opposite of a condition; unknown stays unknown."""

    part: Condition
    asked: ClassVar[str] = "not"

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The condition turned round."""
        return (self.part,)

    @property
    def uses(self) -> frozenset[str]:
        """Names of the scopes on whose nodes the result depends."""
        return self.part.uses

    def of_parts(self, parts: tuple[Condition, ...]) -> "Not":
        """Return the same made of another part."""
        return Not(*parts)

    def ask(self, around: Surroundings) -> Result:
        """Return the opposite answer."""
        result = around.ask(self.part)
        if result.answer is None:
            return Result(None, Trace("not", self.asked, None, parts=(result.trace,)), result.missing)
        return Result(not result.answer, Trace("not", self.asked, not result.answer, parts=(result.trace,)))


class Quantified(Struct, frozen=True, dict=True):
    """A question about the members of a collection."""

    kind: Quantifier
    anchor: str
    part: Part
    where: Condition
    question: Template
    at_least: int | None = None
    at_most: int | None = None

    @property
    def path(self) -> str:
        """The collection as rules write it."""
        return f"{self.anchor}.{self.part.name}" if self.anchor not in ("", ROOT) else self.part.name

    @property
    def parts(self) -> tuple[Condition, ...]:
        """What is asked of each member."""
        return (self.where,)

    @cached_property
    def uses(self) -> frozenset[str]:
        """Names of the scopes on whose nodes the result depends; bare names inside belong to the members."""
        return frozenset({self.anchor, *self.question.scopes}) | (self.where.uses - {""})

    @cached_property
    def asked(self) -> str:
        """The question about the members, without what is asked of each."""
        least = "" if self.at_least is None else f" at_least {self.at_least}"
        most = "" if self.at_most is None else f" at_most {self.at_most}"
        return f"{self.kind} {self.path}{least}{most}"

    def of_parts(self, parts: tuple[Condition, ...]) -> "Quantified":
        """Return the same asking something else of each member."""
        (where,) = parts
        return replace(self, where=where)

    def ask(self, around: Surroundings) -> Result:
        """Return the answer; unknown where nobody said whether the collection has members."""
        owner = around.node(self.anchor) if self.anchor else around.here
        members = owner.part(self.part.name) if owner is not None else None
        scope = self.anchor or around.here.scope.name
        if not isinstance(members, Nodes):
            missing = Missing.of(f"{scope}.{self.part.name}", self.question, around)
            return Result(None, Trace(self.kind, self.asked, None, "(not stated)"), (missing,))
        results = [around.inside(member).ask(self.where) for member in members]
        answer = self._answer([result.answer for result in results], members.complete)
        traces = tuple(result.trace for result in results)
        trace = Trace(self.kind, self.asked, answer, f"{len(results)} stated", parts=traces, each=self.part.scope.name)
        if answer is False:
            return Result(False, trace)
        reasons = {reason: None for result in results if result.answer is None for reason in result.missing}
        if answer is None and not members.complete:
            reasons[Missing.of(f"{scope}.{self.part.name}", self.question, around)] = None
        return Result(answer, trace, tuple(reasons), _witnesses(members, results) if answer else ())

    def _answer(self, answers: list[bool | None], complete: bool) -> bool | None:
        surely = answers.count(True)
        perhaps = surely + answers.count(None) if complete else None
        if self.kind == "some":
            return _between(surely, perhaps, 1, None)
        if self.kind == "none":
            return _between(surely, perhaps, None, 0)
        if self.kind == "every":
            if False in answers:
                return False
            return True if complete and None not in answers else None
        return _between(surely, perhaps, self.at_least, self.at_most)


def walk(condition: Condition, here: str = ROOT) -> Iterator[tuple[str, Condition]]:
    """Yield a condition and all it is made of, each with the scope that its bare names belong to."""
    yield here, condition
    inside = condition.part.scope.name if isinstance(condition, Quantified) else here
    for part in condition.parts:
        yield from walk(part, inside)


def replaced(condition: Condition, part: Condition, other: Condition) -> Condition:
    """Return a condition with another in the place of one of those it is made of, which must be the very same."""
    if condition is part:
        return other
    return condition.of_parts(tuple(replaced(one, part, other) for one in condition.parts))


def _between(surely: int, perhaps: int | None, least: int | None, most: int | None) -> bool | None:
    """Return whether a number between ``surely`` and ``perhaps`` (``None``: no bound) lies within the bounds."""
    if (least is not None and perhaps is not None and perhaps < least) or (most is not None and surely > most):
        return False
    enough = least is None or surely >= least
    few = most is None or (perhaps is not None and perhaps <= most)
    return True if enough and few else None


def _combined(kind: Literal["all", "any"], results: list[Result], answer: bool | None) -> Result:
    trace = Trace(kind, kind, answer, parts=tuple(result.trace for result in results))
    missing = (
        tuple(dict.fromkeys(reason for result in results for reason in result.missing)) if answer is not False else ()
    )
    witnesses = tuple(node for result in results for node in result.witnesses) if answer else ()
    return Result(answer, trace, missing, witnesses)


def _witnesses(members: Nodes, results: list[Result]) -> tuple[Node, ...]:
    true = ((member, result) for member, result in zip(members, results, strict=True) if result.answer)
    return tuple(node for member, result in true for node in (member, *result.witnesses))
