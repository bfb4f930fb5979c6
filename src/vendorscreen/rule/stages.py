"""The stages in which a rule is asked: whom it binds, when it is in force, what makes it relevant, its condition."""

from collections.abc import Callable
from datetime import date

from vendorscreen.fact import Case, Node
from vendorscreen.rule.answer import Missing, Result, Surroundings, Trace
from vendorscreen.rule.condition import ROOT
from vendorscreen.rule.rule import Rule

__all__ = ["asked_in_stages", "clock_date", "in_force_on", "surroundings"]

_STAGES = ("bound", "in force", "when", "condition")


def surroundings(root: Node, day: date) -> Surroundings:
    """Return the surroundings in which rules are asked: dotted names may start at the case and its single parts."""
    parts = {name: node for name in root.scope.parts if isinstance(node := root.part(name), Node)}
    return Surroundings({ROOT: root, **parts}, root, day)


def asked_in_stages(rule: Rule, around: Surroundings, clock: date, bound: Result) -> Result:
    """Return the answer to: bound, in force, relevant, and the condition.

    One that is false decides. While one is unknown, nothing is asked about those behind it.
    """
    stages: tuple[Callable[[], Result], ...] = (
        lambda: bound,
        lambda: in_force_on(rule, clock),
        lambda: rule.when.ask(around),
        lambda: rule.condition.ask(around),
    )
    results: list[Result] = []
    for stage in stages:
        results.append(stage())
        if results[-1].answer is False:
            return Result(False, _trace(results, False))
    unknown = next((result for result in results if result.answer is None), None)
    if unknown is not None:
        return Result(None, _trace(results, None), unknown.missing)
    return Result(True, _trace(results, True), results[-1].missing, results[-1].witnesses)


def _trace(results: list[Result], answer: bool | None) -> Trace:
    parts = (
        Trace("stage", name, result.answer, result.trace.note, parts=() if name == "in force" else (result.trace,))
        for name, result in zip(_STAGES, results, strict=False)
        if result.trace.parts or result.trace.note or result.trace.fact
    )
    return Trace("rule", "rule", answer, parts=tuple(parts))


def in_force_on(rule: Rule, clock: date) -> Result:
    """Return whether a rule is in force on a day; unknown in a period nobody is certain of."""
    if not rule.in_force:
        return _in_force(True, "always")
    for period in rule.in_force:
        if period.start <= clock and (period.end is None or clock < period.end):
            note = period.note or f"since {period.start}"
            return _in_force(True, note) if period.certain else _in_force(None, note, Missing("rule.in_force", note))
    return _in_force(False, f"not on {clock}")


def _in_force(answer: bool | None, note: str, *missing: Missing) -> Result:
    return Result(answer, Trace("stage", "in force", answer, note), missing)


def clock_date(rule: Rule, case: Case, subject: Node | None = None) -> date:
    """Return the date a rule's periods in force are held against; the as-of date where its clock is not stated.

    Awards and signatures are those that concern the subject: its lot, else the supplier itself, else all.
    """
    if rule.clock == "as_of":
        return case.as_of
    if rule.clock == "launch":
        return case.tender.launched or case.as_of
    award, signature = case.award_dates.overall() if subject is None else subject.thing.dates
    return (award if rule.clock == "award" else signature) or case.as_of
