"""What rules say of the subjects of a case."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from vendorscreen.fact import CASE, Case, DatedListing, Node, Nodes
from vendorscreen.fact.match_facts import MATCH
from vendorscreen.matching import Certainty
from vendorscreen.rule.answer import Missing, Result, Surroundings
from vendorscreen.rule.coverage import uncovered
from vendorscreen.rule.message import read_template
from vendorscreen.rule.rule import Answer, Effect, Example, Outcome, Rule, SubjectKind
from vendorscreen.rule.stages import asked_in_stages, clock_date, surroundings
from vendorscreen.vendor import Listing

__all__ = ["evaluate", "evaluate_example", "failing_examples"]

Subject = tuple[Node | None, Node | None]

IDENTITY = read_template(MATCH.facts["certainty"].question, [MATCH])
"""What to ask where a finding falls back because the tie to the vendor is not confirmed."""


def evaluate(rules: Iterable[Rule], case: Case) -> list[Outcome]:
    """Return what each rule says of each of its subjects, in the tender's order, and what lists it lacks leave open.

    A rule that does not bind the buyer says nothing.
    """
    root = Node(CASE, case)
    around, subjects = surroundings(root, case.as_of), _subjects(root, case)
    outcomes: list[Outcome] = []
    for rule in rules:
        bound = rule.bound.ask(around)
        if bound.answer is not False:
            outcomes += [
                _outcome(rule, around.about(subject), subject, clock_date(rule, case, subject[0]), bound)
                for subject in subjects[rule.subject]
            ]
            outcomes += uncovered(rule, root, case)
    return outcomes


def evaluate_example(rule: Rule, example: Example) -> Outcome:
    """Return what a rule says of one of its own tests; a clock the test does not state is its as-of date."""
    around = surroundings(example.root, example.as_of)
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


def _subjects(root: Node, case: Case) -> Mapping[SubjectKind, Sequence[Subject]]:
    """Return what rules are asked about: the tender, each party, and each match, those that belong to no party last."""
    parties = list(_members(root, "party"))
    unlinked = (Node(MATCH, seen, seen.at) for seen in case.unlinked_matches())
    return {
        "tender": [(None, None)],
        "party": [(party, None) for party in parties],
        "match": [
            *((party, match) for party in parties for match in _members(party, "match")),
            *((None, match) for match in unlinked),
        ],
    }


def _members(node: Node, name: str) -> Iterable[Node]:
    members = node.part(name)
    return members if isinstance(members, Nodes) else ()


def _outcome(rule: Rule, around: Surroundings, subject: Subject, clock: date, bound: Result) -> Outcome:
    party, match = subject
    result = asked_in_stages(rule, around, clock, bound)
    held = Answer.FINDING if result.answer else Answer.CLEAR if result.answer is False else Answer.UNKNOWN
    answer, effect = _weighed(rule.effect, held, match)
    lifts = [around.ask(lift) for lift in rule.lifts] if answer is Answer.FINDING else []
    if any(lift.answer for lift in lifts):
        answer = Answer.LIFTED
    missing = () if answer in (Answer.CLEAR, Answer.LIFTED) else result.missing
    if answer is Answer.FINDING:
        missing = (*missing, *(one for lift in lifts for one in lift.missing))
    if answer is not Answer.LIFTED and (answer, effect) != (held, rule.effect):
        missing = (Missing.of("match.certainty", IDENTITY, around), *missing)
    return Outcome(
        rule=rule,
        answer=answer,
        effect=effect,
        party=party,
        match=match,
        message=rule.message.fill(around.node, found=result.witnesses) if result.answer else "",
        listings=_listings(result),
        missing=missing,
        trace=result.trace,
        open=tuple(one for one, lift in zip(rule.unless, lifts, strict=False) if lift.answer is None),
        exemptions=tuple(node for lift in lifts for node in lift.witnesses),
    )


def _weighed(effect: Effect, held: Answer, match: Node | None) -> tuple[Answer, Effect]:
    """Return what a finding comes to: a weak name establishes nothing, only a confirmed tie prohibits or excludes."""
    if held is not Answer.FINDING or match is None or match.value("certainty") == Certainty.CONFIRMED.word:
        return held, effect
    if match.value("weak"):
        return Answer.UNKNOWN, effect
    return held, Effect.REQUIRES_INQUIRY if effect >= Effect.REQUIRES_EXCLUSION else effect


def _listings(result: Result) -> tuple[Listing, ...]:
    found = [node.thing.listing for node in result.witnesses if isinstance(node.thing, DatedListing)]
    return tuple(dict.fromkeys(found))
