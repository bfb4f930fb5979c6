"""Who owns a party, by country: what is stated for sure, and what the unstated may still be."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from vendorscreen.country import country_name
from vendorscreen.tender.tender import Collection, Party, Person, Shareholder, Tender

__all__ = ["Shares", "Stake", "persons_shares", "shares_of_all"]

MAJORITY = 0.5
"""An owner counts for the country of those who hold more than this of it."""

LONGEST_CHAIN = 8
"""Owners of owners that are followed; what lies further away stays unknown."""


class Stake(Struct, frozen=True):
    """What one owner holds, from 0 to 1, and the countries it counts for; ``open`` if it may count for others too."""

    share: float
    countries: frozenset[str]
    open: bool = False


class Shares(Struct, frozen=True):
    """All stakes in a party; ``unstated`` is the share, from 0 to 1, whose owner nobody stated.

    ``added`` is whether the stakes of several owners add up; else the largest of them counts.
    """

    stakes: tuple[Stake, ...]
    unstated: float = 0.0
    added: bool = True

    @classmethod
    def stated(cls, shares: Mapping[str, float], unstated: float) -> "Shares":
        """Return shares given country by country."""
        return cls(tuple(Stake(share, frozenset({code})) for code, share in shares.items()), unstated)

    def between(self, belongs: Callable[[str], bool]) -> tuple[float, float]:
        """Return the least and the most that owners of the countries wanted may hold; each owner counts once."""
        sure = [stake.share for stake in self.stakes if any(map(belongs, stake.countries))]
        perhaps = [stake.share for stake in self.stakes if stake.open and not any(map(belongs, stake.countries))]
        if not self.added:
            return max(sure, default=0.0), max([*sure, *perhaps, self.unstated])
        return round(sum(sure), 6), round(sum(sure) + sum(perhaps) + self.unstated, 6)

    @property
    def undecided(self) -> float:
        """The share that may count for any country."""
        return self.unstated + sum(stake.share for stake in self.stakes if stake.open)

    def __str__(self) -> str:
        parts = [
            f"{' and '.join(country_name(code) for code in sorted(stake.countries)) or 'country not stated'} "
            f"{stake.share:.0%}{' (its owners not stated)' if stake.open else ''}"
            for stake in self.stakes
        ]
        if self.unstated:
            parts.append(f"not stated {self.unstated:.0%}")
        return ", ".join(parts) or "no organisation"


NOTHING = Shares(())
"""What is left to other owners where some hold everything."""


def shares_of_all(tender: Tender) -> dict[str, Shares | None]:
    """Return for each party who owns it among organisations; ``None`` where nobody stated any owner.

    An owner counts for its country of establishment, and for every country whose organisations hold most of it. Chains
    are followed step by step from "unknown", so owners who own each other stay unknown, in whatever order the parties
    stand. The cost is at most the number of stated stakes times ``LONGEST_CHAIN``.
    """
    owners = {owner.party for party in tender.parties for owner in party.shareholders or ()}
    known: dict[str, Shares | None] = {}
    for _ in range(LONGEST_CHAIN):
        counted = {owner: _counts_for(tender.party(owner), known.get(owner)) for owner in owners}
        before, known = known, {party.id: _shares(party, counted) for party in tender.parties}
        if known == before:
            break
    return known


def _shares(party: Party, counted: Mapping[str, tuple[frozenset[str], bool]]) -> Shares | None:
    if party.shareholders is None:
        return NOTHING if _hold_all(party.persons) else None
    stakes = tuple(Stake(owner.share, *counted[owner.party]) for owner in party.shareholders if owner.share)
    return Shares(stakes, _unstated(party.shareholders, party.persons))


def _counts_for(holder: Party | None, behind: Shares | None) -> tuple[frozenset[str], bool]:
    """Return the countries an owner counts for, and whether it may count for others too."""
    shares: dict[str, list[float]] = {}
    for stake in behind.stakes if behind is not None else ():
        for code in stake.countries:
            shares.setdefault(code, []).append(stake.share)
    countries = {code for code, some in shares.items() if round(sum(some), 6) > MAJORITY}
    if holder and holder.country:
        countries.add(holder.country)
    undecided = holder is None or holder.country is None or behind is None or behind.undecided > MAJORITY
    return frozenset(countries), undecided


def persons_shares(party: Party) -> Shares | None:
    """Return who owns a party among natural persons, by nationality and residence; ``None`` where nobody stated any."""
    if party.persons is None:
        return NOTHING if _hold_all(party.shareholders) else None
    stakes = tuple(_stake_of_person(person) for person in party.persons if person.share)
    return Shares(stakes, _unstated(party.persons, party.shareholders))


def _stake_of_person(person: Person) -> Stake:
    countries = {*(person.nationalities or ()), *([person.residence] if person.residence else [])}
    return Stake(person.share or 0.0, frozenset(countries), person.nationalities is None)


def _hold_all(owners: Collection[Shareholder] | Collection[Person] | None) -> bool:
    return round(sum(owner.share or 0.0 for owner in owners or ()), 6) >= 1


def _unstated(
    owners: Collection[Shareholder] | Collection[Person], others: Collection[Person] | Collection[Shareholder] | None
) -> float:
    """Return the share, from 0 to 1, that the stated shares leave over; 0 where the owners are complete."""
    if owners.complete:
        return 0.0
    stated = sum(owner.share or 0.0 for owner in (*owners, *(others or ())))
    return round(max(0.0, 1.0 - stated), 6)
