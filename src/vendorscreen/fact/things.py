"""What the scopes are about: parts of a tender seen together with its matches, on one date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from vendorscreen.fact.ownership import Shares, shares_of_all
from vendorscreen.matching import Match
from vendorscreen.tender.links import linked_tenderers, lots_of
from vendorscreen.tender.model import Bid, Collection, Contribution, Lot, Party, Path, Tender, Value
from vendorscreen.watchlist import Listing, Watchlist

__all__ = ["Case", "ListingSeen", "MatchSeen", "PartyInRole", "Place", "Valued"]

ENTRY = "@entry"
"""First step of the path of a list's entry, which stands in no tender."""


@dataclass(frozen=True)
class Case:
    """One tender with its matches, on one date: the root of all facts.

    ``rates`` are euros per unit of other currencies, as the user gave them.
    """

    tender: Tender
    watchlist: Watchlist
    matches: tuple[Match, ...]
    as_of: date
    rates: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def at(self) -> Path:
        """The root of the source."""
        return ()

    def euros(self, value: Value | None) -> float | None:
        """Return an amount in euros; ``None`` where its currency is not stated, or the user gave no rate for it."""
        if value is None or value.currency is None:
            return None
        rate = Decimal(1) if value.currency == "EUR" else self.rates.get(value.currency)
        return None if rate is None else float(value.amount * rate)

    def locate(self, at: Path) -> str:
        """Return the place of a value, for people: in the tender, or the entry of a list."""
        return f"entry {at[1]}" if at[:1] == (ENTRY,) else self.tender.locate(at)

    @cached_property
    def shares(self) -> dict[str, Shares | None]:
        """Who owns each party among organisations."""
        return shares_of_all(self.tender)

    def lots(self) -> Collection["Valued"] | None:
        """Return the lots, with their values."""
        return None if self.tender.lots is None else Collection(tuple(Valued(self, lot) for lot in self.tender.lots))

    def bids(self) -> Collection["Valued"] | None:
        """Return the bids, with their values."""
        bids = self.tender.bids
        return None if bids is None else Collection(tuple(Valued(self, bid) for bid in bids), bids.complete)

    @cached_property
    def links(self) -> dict[str, tuple[str, ...]]:
        """The tenderers each party is linked to."""
        return linked_tenderers(self.tender)

    def parties(self) -> Collection["PartyInRole"]:
        """Return every party once for each of its roles and lots."""
        members = tuple(seen for party in self.tender.parties for seen in self._roles(party))
        return Collection(members, self.tender.parties.complete)

    def _roles(self, party: Party) -> Iterator["PartyInRole"]:
        for role in party.roles or (None,):
            for lot in lots_of(self.tender, party, role or "") or (None,):
                yield PartyInRole(self, party, role, lot)

    def unlinked_matches(self) -> tuple["MatchSeen", ...]:
        """Return the matches of products that are linked to no tenderer."""
        nobody = PartyInRole(self, Party(id=""), None, None)
        return tuple(MatchSeen(nobody, match) for match in self.matches if match.party is None)


@dataclass(frozen=True)
class PartyInRole:
    """A party in one of its roles, for one of its lots."""

    case: Case
    party: Party
    role: str | None
    lot: str | None

    @property
    def at(self) -> Path:
        """Where the party stands in the source."""
        return self.party.at

    @property
    def matches(self) -> tuple["MatchSeen", ...]:
        """The matches of the party."""
        return tuple(MatchSeen(self, match) for match in self.case.matches if match.party == self.party.id)

    @property
    def contributions(self) -> Collection["CountryTotal"] | None:
        """What the party declares to have received, a sum per country; ``None`` where it declared nothing.

        An empty list of declarations states "none" for everybody; a list that leaves this party out says nothing of it.
        """
        declared = self.case.tender.declarations.foreign_contributions
        mine = [given for given in declared or () if given.party == self.party.id]
        if declared is None or (declared and not mine):
            return None
        return Collection(
            tuple(self._total(country, mine) for country in dict.fromkeys(given.country for given in mine))
        )

    def _total(self, country: str, given: list[Contribution]) -> "CountryTotal":
        amounts = [self.case.euros(one.value) for one in given if one.country == country]
        total = None if None in amounts else sum(amount for amount in amounts if amount is not None)
        return CountryTotal(country, total, next(one.at for one in given if one.country == country))

    @property
    def lots_value(self) -> float | None:
        """The value in euros of all lots the party bids for; ``None`` where a lot or its value is not stated."""
        lots = {lot.id: lot.value for lot in self.case.tender.lots or ()}
        bid_for = {lot for bid in self.case.tender.bids or () if self.party.id in bid.tenderers for lot in bid.lots}
        values = [self.case.euros(lots.get(lot)) for lot in sorted(bid_for)]
        return None if not values or None in values else sum(value for value in values if value is not None)

    @property
    def origins(self) -> Collection["Place"] | None:
        """The countries of origin of what the party's bids offer."""
        bids = [bid for bid in self.case.tender.bids or () if self.party.id in bid.tenderers]
        stated = [bid for bid in bids if bid.origins is not None]
        if not stated:
            return None
        places = tuple(
            Place(code, (*bid.at, "countriesOfOrigin", n)) for bid in stated for n, code in enumerate(bid.origins or ())
        )
        return Collection(places, complete=len(stated) == len(bids))


@dataclass(frozen=True)
class MatchSeen:
    """A match of a party in one role, on the date of the case."""

    party: PartyInRole
    match: Match

    @property
    def at(self) -> Path:
        """Where the party, or the product, stands in the source."""
        return self.match.product.at if self.match.product else self.party.at

    @property
    def listings(self) -> tuple["ListingSeen", ...]:
        """Every listing of the vendor, whenever it counts."""
        return tuple(ListingSeen(self, listing) for listing in self.match.vendor.listings)


@dataclass(frozen=True)
class ListingSeen:
    """A listing of a matched vendor, on the date of the case."""

    match: MatchSeen
    listing: Listing

    @property
    def at(self) -> Path:
        """The entry itself: it stands in a list, not in the tender."""
        return (ENTRY, self.listing.id)

    @property
    def case(self) -> Case:
        """The case it is seen in."""
        return self.match.party.case


@dataclass(frozen=True, slots=True)
class CountryTotal:
    """All contributions a party declares from one country, in euros."""

    country: str
    euros: float | None
    at: Path


@dataclass(frozen=True, slots=True)
class Valued:
    """A lot or bid, with the case whose rates tell its value in euros."""

    case: Case
    thing: Lot | Bid

    @property
    def at(self) -> Path:
        """Where it stands in the source."""
        return self.thing.at

    @property
    def euros(self) -> float | None:
        """Its value in euros."""
        return self.case.euros(self.thing.value)


@dataclass(frozen=True, slots=True)
class Place:
    """A country written in a list of countries."""

    country: str
    at: Path
