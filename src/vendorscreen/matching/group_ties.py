"""Affiliates by known, dated ties: from the vendor a party is, to the vendors of its group."""

from collections.abc import Iterator
from datetime import date

from vendorscreen.matching.match import Certainty, Match, Step
from vendorscreen.vendor.vendor import Relation, RelationKind, Vendor
from vendorscreen.watchlist import Watchlist

__all__ = ["group_matches"]

MAXIMUM_STEPS = 5
"""Longest chain of ties that is followed upwards."""

_UPWARDS: frozenset[RelationKind] = frozenset({"parent"})
_ONE_STEP: frozenset[RelationKind] = frozenset({"affiliate", "joint_venture", "former_parent", "former_affiliate"})
_DOWNWARDS: frozenset[RelationKind] = frozenset({"subsidiary", "branch"})


def group_matches(match: Match, watchlist: Watchlist, as_of: date) -> list[Match]:
    """Return the ``affiliate`` matches that follow from a ``same`` match, nearest first.

    Ties lead up to parents and their parents; one step to affiliates and former parents; and one step down to listed
    members of the group where the vendor itself is on no list. Representatives transfer nothing.
    """
    return [
        Match(
            party=match.party,
            vendor=chain[-1].vendor,
            relation="affiliate",
            basis="known_relation",
            certainty=_certainty(match, chain, as_of),
            comparison=match.comparison,
            listed_name=match.listed_name,
            speaks_for=match.speaks_for,
            speaks_against=match.speaks_against,
            itself=match.itself,
            via=chain,
            weak=match.weak,
            former=any(_has_ended(step.relation, as_of) for step in chain),
        )
        for chain in _chains(match.vendor, watchlist)
        if chain[-1].vendor.listings and not _not_begun(chain, as_of)
    ]


def _chains(vendor: Vendor, watchlist: Watchlist) -> Iterator[tuple[Step, ...]]:
    seen = {vendor.id}
    chains: list[tuple[Step, ...]] = [()]
    for chain in chains:  # grows while it is walked
        here = chain[-1].vendor if chain else vendor
        for tie in watchlist.ties(here.id):
            other = watchlist.vendors[tie.vendor]
            allowed = tie.kind in _UPWARDS or (not chain and _one_step(tie, vendor, other))
            if allowed and tie.vendor not in seen and len(chain) < MAXIMUM_STEPS:
                seen.add(tie.vendor)
                longer = (*chain, Step(vendor=other, relation=tie))
                yield longer
                if tie.kind in _UPWARDS:
                    chains.append(longer)


def _one_step(tie: Relation, vendor: Vendor, other: Vendor) -> bool:
    if tie.kind in _DOWNWARDS or (tie.kind in _ONE_STEP and other.head == vendor.id):
        return not any(listing.programme for listing in vendor.listings)
    return tie.kind in _ONE_STEP


def _certainty(match: Match, chain: tuple[Step, ...], as_of: date) -> Certainty:
    """Return how sure an affiliation is: as the identity, where every tie on the way was read in a primary source."""
    if any(_has_ended(step.relation, as_of) for step in chain):
        return Certainty.POSSIBLE
    evidence = {step.relation.evidence for step in chain}
    if "unverified" in evidence:
        return min(match.certainty, Certainty.PROBABLE)
    return match.certainty if evidence == {"primary"} else min(match.certainty, Certainty.STRONG)


def _has_ended(relation: Relation, as_of: date) -> bool:
    """Return whether a tie is over, or may be: a former one counts as over unless its end is known to come later."""
    ended = relation.period.ended(as_of)
    if relation.kind.startswith("former_"):
        return ended is not False or relation.period.end is None
    return ended is True


def _not_begun(chain: tuple[Step, ...], as_of: date) -> bool:
    return any(step.relation.period.started(as_of) is False for step in chain)
