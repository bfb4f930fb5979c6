"""The strongest effects, established and possible, of a tender and of each party in its role and lot."""

from collections.abc import Callable, Iterable, Sequence

from vendorscreen.fact import Case, Node, PartyInRole
from vendorscreen.report.model import PartyResult
from vendorscreen.rule import Answer, Effect, Outcome
from vendorscreen.tender.links import OFFERING_ROLES

__all__ = ["established", "party_results", "possible"]


def established(outcomes: Iterable[Outcome]) -> Effect:
    """Return the strongest effect among findings that are not context."""
    found = (outcome.effect for outcome in outcomes if outcome.answer is Answer.FINDING and not outcome.rule.context)
    return max(found, default=Effect.NO_FINDING)


def possible(outcomes: Sequence[Outcome]) -> Effect:
    """Return the strongest effect that is established or that something unknown leaves open."""
    opened = (outcome.rule.effect for outcome in outcomes if outcome.missing and not outcome.rule.context)
    return max(established(outcomes), max(opened, default=Effect.NO_FINDING))


def party_results(case: Case, outcomes: Sequence[Outcome]) -> list[PartyResult]:
    """Return the effects for each party, in each role and lot, in the order of the tender."""
    results = []
    for seen in case.parties():
        concerns = _concerns(case, seen)
        mine = [outcome for outcome in outcomes if concerns(outcome.party)]
        results.append(
            PartyResult(
                party=seen.party.id,
                name=seen.party.name,
                lot=seen.lot,
                role=seen.role,
                established=established(mine).word,
                possible=possible(mine).word,
            )
        )
    return results


def _concerns(case: Case, seen: PartyInRole) -> Callable[[Node | None], bool]:
    """Return whether a subject counts for a party: itself, or somebody linked to it where it is the one who offers."""

    def concerns(node: Node | None) -> bool:
        if node is None:
            return False
        other: PartyInRole = node.thing
        if other.party.id == seen.party.id:
            return (other.role, other.lot) == (seen.role, seen.lot)
        if seen.role not in OFFERING_ROLES or other.role in OFFERING_ROLES:
            return False
        same_lot = other.lot is None or seen.lot is None or other.lot == seen.lot
        return same_lot and seen.party.id in case.links.get(other.party.id, ())

    return concerns
