"""Conditions: a tree of words with three answers, after Kleene.

An answer is ``True``, ``False`` or ``None`` (unknown). Each node that is asked leaves a trace, and every unknown says
which fact was missing.
"""

from datetime import date
from functools import cached_property
from typing import ClassVar, Literal

from msgspec import Struct

from vendorscreen.fact import CASE, Fact, Node
from vendorscreen.rule.answer import Condition, Missing, Result, Surroundings, Trace
from vendorscreen.rule.message import Template
from vendorscreen.rule.operator import Test

__all__ = ["ROOT", "All", "Anyone", "Leaf", "Not"]

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


def _combined(kind: Literal["all", "any"], results: list[Result], answer: bool | None) -> Result:
    trace = Trace(kind, kind, answer, parts=tuple(result.trace for result in results))
    missing = (
        tuple(dict.fromkeys(reason for result in results for reason in result.missing)) if answer is not False else ()
    )
    witnesses = tuple(node for result in results for node in result.witnesses) if answer else ()
    return Result(answer, trace, missing, witnesses)
