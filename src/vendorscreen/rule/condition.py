"""Conditions: a tree of words with three answers, after Kleene.

An answer is ``True``, ``False`` or ``None`` (unknown). Each node that is asked leaves a trace, and every unknown says
which fact was missing. Over a collection that is not complete, ``some`` is never false, ``every`` and ``none`` never
true, and ``count`` has no upper bound.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from vendorscreen.fact import Fact, Node, Nodes, Part
from vendorscreen.rule.message import Template, shown
from vendorscreen.rule.operator import Test

__all__ = [
    "PARTY",
    "All",
    "Anyone",
    "Condition",
    "Leaf",
    "Missing",
    "Not",
    "Quantified",
    "Quantifier",
    "Result",
    "Surroundings",
    "Trace",
]


PARTY = "{party.name}"
"""Where the name of a party stands in a question that is asked about each of several."""

Quantifier = Literal["some", "every", "none", "count"]


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact nobody stated, by its path in rules, and the question to ask.

    Questions that differ only in the name of a party are asked once, for all of them: ``question`` holds ``PARTY`` in
    its place, ``party`` the name.
    """

    fact: str
    question: str
    party: str | None = None

    @classmethod
    def of(cls, fact: str, question: Template, around: "Surroundings") -> "Missing":
        """Return what is missing in these surroundings."""
        party = around.node("party")
        name = str(party.value("name") or party.value("id") or "the party") if party is not None else None
        text = question.fill(around.node, keep=PARTY)
        return cls(fact, text, name if PARTY in text else None)


@dataclass(frozen=True, slots=True)
class Trace:
    """What was asked, what stood there and where, and the answer."""

    asked: str
    answer: bool | None
    value: str = ""
    place: tuple[str | int, ...] | None = None
    parts: tuple["Trace", ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """An answer with its trace, what was missing, and the members of collections that made it true.

    Where the answer is true, ``missing`` holds what further members of a collection would need to count too.
    """

    answer: bool | None
    trace: Trace
    missing: tuple[Missing, ...] = ()
    witnesses: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The nodes dotted names start at, the innermost node bare names belong to, and the as-of date.

    A dotted name starts at the tender or the subject, also inside a collection of the same kind.
    """

    named: Mapping[str, Node]
    here: Node
    day: date

    def node(self, name: str) -> Node | None:
        """Return the node a dotted name starts at; in questions the innermost node goes by the name of its scope."""
        return self.named.get(name) or (self.here if self.here.scope.name == name else None)


class Condition(Protocol):
    """Something that can be asked."""

    def ask(self, around: Surroundings) -> Result:
        """Return the answer in these surroundings."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A fact and a test of it; ``anchor`` is the scope a dotted name starts at, empty for a bare name."""

    anchor: str
    fact: Fact
    test: Test
    question: Template

    @property
    def path(self) -> str:
        """The fact as rules write it."""
        return f"{self.anchor}.{self.fact.name}" if self.anchor else self.fact.name

    def ask(self, around: Surroundings) -> Result:
        """Return the answer; unknown where the fact is, unless the test asks whether it is stated."""
        node = around.node(self.anchor) if self.anchor else around.here
        value = None if node is None else node.value(self.fact.name)
        answer = None if value is None and self.test.operator != "stated" else self.test(value, around.day)
        place = node.place(self.fact) if node is not None else None
        trace = Trace(f"{self.path} {self.test}", answer, shown(self.fact, value), place)
        if answer is not None:
            return Result(answer, trace)
        scope = self.anchor or around.here.scope.name
        return Result(None, trace, (Missing.of(f"{scope}.{self.fact.name}", self.question, around),))


@dataclass(frozen=True, slots=True)
class All:
    """Every one of the conditions; stops at the first that is false."""

    parts: tuple[Condition, ...]

    def ask(self, around: Surroundings) -> Result:
        """Return false if a part is, else unknown if a part is, else true."""
        results = []
        for part in self.parts:
            result = part.ask(around)
            if result.answer is False:
                return Result(False, Trace("all", False, parts=(result.trace,)))
            results.append(result)
        return _combined("all", results, None if any(result.answer is None for result in results) else True)


@dataclass(frozen=True, slots=True)
class Anyone:
    """At least one of the conditions."""

    parts: tuple[Condition, ...]

    def ask(self, around: Surroundings) -> Result:
        """Return true if a part is, else unknown if a part is, else false."""
        results = [part.ask(around) for part in self.parts]
        true = [result for result in results if result.answer]
        if true:
            return _combined("any", true, True)
        return _combined("any", results, None if any(result.answer is None for result in results) else False)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition; unknown stays unknown."""

    part: Condition

    def ask(self, around: Surroundings) -> Result:
        """Return the opposite answer."""
        result = self.part.ask(around)
        if result.answer is None:
            return Result(None, Trace("not", None, parts=(result.trace,)), result.missing)
        return Result(not result.answer, Trace("not", not result.answer, parts=(result.trace,)))


@dataclass(frozen=True, slots=True)
class Quantified:
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
        return f"{self.anchor}.{self.part.name}" if self.anchor else self.part.name

    def ask(self, around: Surroundings) -> Result:
        """Return the answer; unknown where nobody said whether the collection has members."""
        owner = around.node(self.anchor) if self.anchor else around.here
        members = owner.part(self.part.name) if owner is not None else None
        asked = self.asked()
        scope = self.anchor or around.here.scope.name
        missing = Missing.of(f"{scope}.{self.part.name}", self.question, around)
        if not isinstance(members, Nodes):
            return Result(None, Trace(asked, None, "(not stated)"), (missing,))
        results = [self.where.ask(Surroundings(self._named(around), member, around.day)) for member in members]
        answer = self._answer([result.answer for result in results], members.complete)
        traces = tuple(_of_member(member, result) for member, result in zip(members, results, strict=True))
        reasons = tuple(reason for result in results if result.answer is None for reason in result.missing)
        if answer is False:
            reasons = ()
        if answer is None and not members.complete:
            reasons = (*reasons, missing)
        witnesses = [
            node
            for member, result in zip(members, results, strict=True)
            if result.answer
            for node in (member, *result.witnesses)
        ]
        return Result(
            answer,
            Trace(asked, answer, f"{len(results)} stated", parts=traces),
            reasons,
            tuple(witnesses) if answer else (),
        )

    def asked(self) -> str:
        """Return the question about the members, without what is asked of each."""
        return f"{self.kind} {self.path}{self._bounds()}"

    def _named(self, around: Surroundings) -> Mapping[str, Node]:
        """Return the named nodes with the innermost one added, so that questions may speak of it."""
        return {around.here.scope.name: around.here, **around.named}

    def _bounds(self) -> str:
        least = f" at_least {self.at_least}" if self.at_least is not None else ""
        return f"{least} at_most {self.at_most}" if self.at_most is not None else least

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


def _between(surely: int, perhaps: int | None, least: int | None, most: int | None) -> bool | None:
    """Return whether a number between ``surely`` and ``perhaps`` (``None``: no bound) lies within the bounds."""
    if (least is not None and perhaps is not None and perhaps < least) or (most is not None and surely > most):
        return False
    enough = least is None or surely >= least
    few = most is None or (perhaps is not None and perhaps <= most)
    return True if enough and few else None


def _combined(asked: str, results: list[Result], answer: bool | None) -> Result:
    trace = Trace(asked, answer, parts=tuple(result.trace for result in results))
    missing = (
        tuple(dict.fromkeys(reason for result in results for reason in result.missing)) if answer is not False else ()
    )
    witnesses = tuple(node for result in results for node in result.witnesses) if answer else ()
    return Result(answer, trace, missing, witnesses)


def _of_member(member: Node, result: Result) -> Trace:
    trace = result.trace
    return Trace(f"{member.scope.name}: {trace.asked}", trace.answer, trace.value, trace.place, trace.parts)
