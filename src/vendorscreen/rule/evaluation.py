"""What rules say of the subjects of a case."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from vendorscreen.fact import Case, ListingSeen, Node, Nodes
from vendorscreen.fact.match_facts import MATCH
from vendorscreen.matching import Certainty
from vendorscreen.rule.answer import Missing, Result, Surroundings, Trace
from vendorscreen.rule.condition import ROOT
from vendorscreen.rule.message import read_template
from vendorscreen.rule.model import Answer, Effect, Example, Outcome, Rule
from vendorscreen.watchlist import Listing

__all__ = ["clock_date", "evaluate", "evaluate_example", "failing_examples", "in_force_on", "named_parts"]

Subject = tuple[Node | None, Node | None]

IDENTITY = read_template(MATCH.facts["certainty"].question, [MATCH])
"""What to ask where a finding falls back because the tie to the vendor is not confirmed."""


def evaluate(rule: Rule, root: Node, case: Case, unlinked: Iterable[Node] = ()) -> list[Outcome]:
    """Return what a rule says of each of its subjects, in the tender's order; nothing where the buyer is not bound.

    ``root`` is the node of the case; ``unlinked`` are nodes of matches that belong to no party.
    """
    around = Surroundings(named_parts(root), root, case.as_of)
    bound = rule.bound.ask(around)
    subjects = [] if bound.answer is False else list(_subjects(rule, root))
    if rule.subject == "match" and bound.answer is not False:
        subjects += [(None, match) for match in unlinked]
    return [
        _outcome(rule, around.about(subject), subject, clock_date(rule, case, subject[0]), bound)
        for subject in subjects
    ]


def evaluate_example(rule: Rule, example: Example) -> Outcome:
    """Return what a rule says of one of its own tests; a clock the test does not state is its as-of date."""
    around = Surroundings(named_parts(example.root), example.root, example.as_of)
    subject, clock = (example.party, example.match), example.clocks.get(rule.clock, example.as_of)
    return _outcome(rule, around.about(subject), subject, clock, rule.bound.ask(around))


def failing_examples(rule: Rule) -> list[tuple[Example, Outcome]]:
    """Return the tests of a rule that do not come out as expected."""
    results = [(example, evaluate_example(rule, example)) for example in rule.examples]
    return [
        (example, outcome)
        for example, outcome in results
        if outcome.answer is not example.expect or (example.effect is not None and outcome.effect is not example.effect)
    ]


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


def _subjects(rule: Rule, root: Node) -> Iterator[Subject]:
    if rule.subject == "tender":
        yield None, None
        return
    parties = root.part("party")
    for party in parties if isinstance(parties, Nodes) else ():
        if rule.subject == "party":
            yield party, None
            continue
        matches = party.part("match")
        for match in matches if isinstance(matches, Nodes) else ():
            yield party, match


def _outcome(rule: Rule, around: Surroundings, subject: Subject, clock: date, bound: Result) -> Outcome:
    party, match = subject
    result = _asked(rule, around, clock, bound)
    answer = Answer.FINDING if result.answer else Answer.CLEAR if result.answer is False else Answer.UNKNOWN
    effect, missing = rule.effect, () if answer is Answer.CLEAR else result.missing
    if answer is Answer.FINDING and match is not None and effect is Effect.PROHIBITS and not _confirmed(match):
        effect = Effect.REQUIRES_INQUIRY
        missing = (Missing.of("match.certainty", IDENTITY, around), *missing)
    return Outcome(
        rule=rule,
        answer=answer,
        effect=effect,
        party=party,
        match=match,
        message=rule.message.fill(around.node, found=result.witnesses) if answer is Answer.FINDING else "",
        listings=_listings(result),
        missing=missing,
        trace=result.trace,
    )


def named_parts(root: Node) -> dict[str, Node]:
    """Return the case and its single parts, which dotted names may start at."""
    return {ROOT: root} | {name: node for name in root.scope.parts if isinstance(node := root.part(name), Node)}


def _asked(rule: Rule, around: Surroundings, clock: date, bound: Result) -> Result:
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
            return Result(False, _stages(results, False))
    unknown = next((result for result in results if result.answer is None), None)
    if unknown is not None:
        return Result(None, _stages(results, None), unknown.missing)
    return Result(True, _stages(results, True), results[-1].missing, results[-1].witnesses)


def _stages(results: list[Result], answer: bool | None) -> Trace:
    names = ("bound", "in force", "when", "condition")
    parts = (
        Trace(name, result.answer, result.trace.note, parts=() if name == "in force" else (result.trace,))
        for name, result in zip(names, results, strict=False)
        if result.trace.parts or result.trace.note or result.trace.fact
    )
    return Trace("rule", answer, parts=tuple(parts))


def in_force_on(rule: Rule, clock: date) -> Result:
    """Return whether a rule is in force on a day; unknown in a period nobody is certain of."""
    if not rule.in_force:
        return Result(True, Trace("in force", True, "always"))
    for period in rule.in_force:
        if period.start <= clock and (period.end is None or clock < period.end):
            note = period.note or f"since {period.start}"
            if period.certain:
                return Result(True, Trace("in force", True, note))
            return Result(None, Trace("in force", None, note), (Missing("rule.in_force", note),))
    return Result(False, Trace("in force", False, f"not on {clock}"))


def _confirmed(match: Node) -> bool:
    return match.value("certainty") == Certainty.CONFIRMED.word


def _listings(result: Result) -> tuple[Listing, ...]:
    found = [node.thing.listing for node in result.witnesses if isinstance(node.thing, ListingSeen)]
    return tuple(dict.fromkeys(found)) if result.answer else ()
