"""Conditions about the members of a collection.

Over a collection that is not complete, ``some`` is never false, ``every`` and ``none`` never true, and ``count`` has no
upper bound.
"""

from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from vendorscreen.fact import Node, Nodes, ScopePart
from vendorscreen.rule.answer import Condition, Missing, Result, Surroundings, Trace
from vendorscreen.rule.condition import ROOT
from vendorscreen.rule.message import Template

__all__ = ["Quantified", "Quantifier"]

Quantifier = Literal["some", "every", "none", "count"]


class Quantified(Struct, frozen=True, dict=True):
    """A question about the members of a collection."""

    kind: Quantifier
    anchor: str
    part: ScopePart
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


def _between(surely: int, perhaps: int | None, least: int | None, most: int | None) -> bool | None:
    """Return whether a number between ``surely`` and ``perhaps`` (``None``: no bound) lies within the bounds."""
    if (least is not None and perhaps is not None and perhaps < least) or (most is not None and surely > most):
        return False
    enough = least is None or surely >= least
    few = most is None or (perhaps is not None and perhaps <= most)
    return True if enough and few else None


def _witnesses(members: Nodes, results: list[Result]) -> tuple[Node, ...]:
    true = ((member, result) for member, result in zip(members, results, strict=True) if result.answer)
    return tuple(node for member, result in true for node in (member, *result.witnesses))
