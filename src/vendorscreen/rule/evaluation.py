"""What rules say of the subjects of a case."""

from collections.abc import Iterable, Iterator
from datetime import date

from vendorscreen.fact import Case, ListingSeen, Node, Nodes
from vendorscreen.matching import Certainty
from vendorscreen.rule.condition import Missing, Result, Surroundings, Trace
from vendorscreen.rule.message import Template
from vendorscreen.rule.model import Answer, Effect, Example, Outcome, Rule
from vendorscreen.watchlist import Listing

__all__ = ["clock_date", "evaluate", "evaluate_example", "failing_examples", "in_force_on", "named_parts"]

Subject = tuple[Node | None, Node | None]


def evaluate(rule: Rule, root: Node, case: Case, unlinked: Iterable[Node] = ()) -> list[Outcome]:
    """Return what a rule says of each of its subjects, in the order of the tender.

    ``root`` is the node of the case; ``unlinked`` are nodes of matches that belong to no party.
    """
    day = clock_date(rule, case)
    subjects = list(_subjects(rule, root))
    if rule.subject == "match":
        subjects += [(None, match) for match in unlinked]
    return [_outcome(rule, root, subject, case.as_of, day) for subject in subjects]


def evaluate_example(rule: Rule, example: Example) -> Outcome:
    """Return what a rule says of one of its own tests; the test's date is every clock."""
    return _outcome(rule, example.root, (example.party, example.match), example.as_of, example.as_of)


def failing_examples(rule: Rule) -> list[tuple[Example, Outcome]]:
    """Return the tests of a rule that do not come out as expected."""
    results = [(example, evaluate_example(rule, example)) for example in rule.examples]
    return [
        (example, outcome)
        for example, outcome in results
        if outcome.answer is not example.expect or (example.effect is not None and outcome.effect is not example.effect)
    ]


def clock_date(rule: Rule, case: Case) -> date:
    """Return the date a rule's periods in force are held against; the as-of date where its clock is not stated."""
    tender = case.tender
    awards = [award.date for award in tender.awards or () if award.date]
    signed = [contract.signed for contract in tender.contracts or () if contract.signed]
    stated = {
        "launch": tender.launched,
        "award": max(awards, default=None),
        "signature": max(signed, default=None),
    }.get(rule.clock)
    return stated or case.as_of


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


def _outcome(rule: Rule, root: Node, subject: Subject, as_of: date, clock: date) -> Outcome:
    party, match = subject
    named = named_parts(root) | {node.scope.name: node for node in (party, match) if node is not None}
    around = Surroundings(named, root, as_of)
    result = _asked(rule, around, clock)
    answer = Answer.FINDING if result.answer else Answer.CLEAR if result.answer is False else Answer.UNKNOWN
    effect, missing = rule.effect, result.missing
    if answer is Answer.FINDING and match is not None and effect is Effect.PROHIBITS and not _confirmed(match):
        effect = Effect.REQUIRES_INQUIRY
        question = match.scope.facts["certainty"].question
        missing = (Missing("match.certainty", _fill(question, around)), *missing)
    return Outcome(
        rule=rule,
        answer=answer,
        effect=effect,
        party=party,
        match=match,
        message=rule.message.fill(around.node) if answer is Answer.FINDING else "",
        listings=_listings(result),
        missing=missing,
        trace=result.trace,
    )


def named_parts(root: Node) -> dict[str, Node]:
    """Return the single parts of the case, which dotted names may start at."""
    return {name: node for name in root.scope.parts if isinstance(node := root.part(name), Node)}


def _asked(rule: Rule, around: Surroundings, clock: date) -> Result:
    """Return the answer to: bound, and in force, and the condition; stops at the first that is false."""
    bound = rule.bound.ask(around)
    if bound.answer is False:
        return Result(False, Trace("bound", False, parts=(bound.trace,)))
    force = in_force_on(rule, clock)
    if force.answer is False:
        return force
    condition = rule.condition.ask(around)
    if condition.answer is False:
        return condition
    results = (bound, force, condition)
    answer = None if any(result.answer is None for result in results) else True
    missing = tuple(dict.fromkeys(reason for result in results for reason in result.missing))
    trace = Trace("rule", answer, parts=tuple(result.trace for result in results))
    return Result(answer, trace, missing, condition.witnesses)


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


def _fill(question: str, around: Surroundings) -> str:

    return Template(question).fill(around.node)
