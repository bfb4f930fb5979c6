"""The strongest effects, established and possible, of each party in its role and lot."""

from collections import defaultdict
from collections.abc import Sequence

from vendorscreen.fact import Case, PartyInRole
from vendorscreen.report.report import PartyResult
from vendorscreen.rule import Answer, Outcome
from vendorscreen.rule.strongest_effects import established, open_rules, possible
from vendorscreen.tender.links import OFFERING_ROLES

__all__ = ["party_results"]

Subject = tuple[str, str | None, tuple[str | None, ...]]
"""A party's id, its role and the lots it is judged for."""


def party_results(case: Case, outcomes: Sequence[Outcome]) -> list[PartyResult]:
    """Return the effects for each party, in each role and lot, in the order of the tender.

    What is found on somebody linked to a party counts for the party too, where the party is the one who offers.
    """
    own: dict[Subject, list[Outcome]] = defaultdict(list)
    behind: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.party is not None and (outcome.missing or outcome.answer is Answer.FINDING):
            seen: PartyInRole = outcome.party.thing
            own[_subject(seen)].append(outcome)
            for tenderer in () if seen.role in OFFERING_ROLES else case.links.get(seen.party.id, ()):
                behind[tenderer].append(outcome)
    return [
        _result(seen, lot, [*own[_subject(seen)], *(one for one in linked if _same_lot(one, lot))])
        for seen in case.parties
        for linked in [behind[seen.party.id] if seen.role in OFFERING_ROLES else []]
        for lot in seen.lots
    ]


def _subject(seen: PartyInRole) -> Subject:
    return seen.party.id, seen.role, seen.lots


def _same_lot(outcome: Outcome, lot: str | None) -> bool:
    lots = outcome.party.thing.lots if outcome.party else ()
    return lot is None or lot in lots or None in lots


def _result(seen: PartyInRole, lot: str | None, outcomes: Sequence[Outcome]) -> PartyResult:
    found = established(outcomes)
    return PartyResult(
        party=seen.party.id,
        name=seen.party.called,
        lot=lot,
        role=seen.role,
        established=found.word,
        possible=possible(found, open_rules(outcomes)).word,
    )
