"""What the scopes are about: parts of a tender seen together with its matches, on one date."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from msgspec import Struct, field

from vendorscreen.fact.ownership import Shares, shares_of_all
from vendorscreen.matching import Match
from vendorscreen.tender.award_dates import AwardDates
from vendorscreen.tender.links import OFFERING_ROLES, linked_tenderers, lots_by_role, product_tenderers
from vendorscreen.tender.tender import (
    Bid,
    Collection,
    Contribution,
    Lot,
    Party,
    Path,
    Product,
    Tender,
    Value,
)
from vendorscreen.vendor import Listing
from vendorscreen.watchlist import Watchlist

__all__ = ["Case", "DatedListing", "DatedMatch", "PartyInRole", "Place", "Valued"]

K = TypeVar("K")
V = TypeVar("V")

ENTRY = "@entry"
"""First step of the path of a list's entry, which stands in no tender."""


class Case(Struct, frozen=True, dict=True):
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

    @cached_property
    def lot_values(self) -> Mapping[str | None, Value | None]:
        """The value of each lot."""
        return {lot.id: lot.value for lot in self.tender.lots or ()}

    def bids(self) -> Collection["Valued"] | None:
        """Return the bids, with their values."""
        bids = self.tender.bids
        return None if bids is None else Collection(tuple(Valued(self, bid) for bid in bids), bids.complete)

    @cached_property
    def links(self) -> dict[str, tuple[str, ...]]:
        """The tenderers each party is linked to."""
        return linked_tenderers(self.tender)

    @cached_property
    def award_dates(self) -> AwardDates:
        """When the tender was awarded and its contracts signed."""
        return AwardDates(self.tender)

    @cached_property
    def bids_of(self) -> Mapping[str, list[Bid]]:
        """The bids of each tenderer."""
        return _grouped((tenderer, bid) for bid in self.tender.bids or () for tenderer in bid.tenderers)

    @cached_property
    def offered(self) -> list[tuple[Product, tuple[str, ...]]]:
        """Each product with who offers it."""
        return product_tenderers(self.tender)

    @cached_property
    def products_of(self) -> Mapping[str, list[Product]]:
        """The products each tenderer offers."""
        return _grouped((one, product) for product, some in self.offered for one in some)

    @cached_property
    def all_offered(self) -> bool:
        """Whether the products are known to be all, and of each is known who offers it."""
        return bool(self.tender.products and self.tender.products.complete) and all(some for _, some in self.offered)

    @cached_property
    def matches_of(self) -> Mapping[str | None, list[Match]]:
        """The matches of each party."""
        return _grouped((match.party, match) for match in self.matches)

    @cached_property
    def passed_on(self) -> Mapping[tuple[str, str | None], list[tuple[int, float | None]]]:
        """The shares passed on to each subcontractor for each lot, ``None`` for all lots, with the place of the bid."""
        return _grouped(
            ((one.subcontractor, lot), (place, one.share))
            for place, bid in enumerate(self.tender.bids or ())
            for one in bid.subcontracts or ()
            for lot in (None, *dict.fromkeys(bid.lots))
        )

    @cached_property
    def lots_values(self) -> Mapping[str, float | None]:
        """The value in euros of all lots each tenderer bids for; ``None`` where a lot or its value is not stated."""
        return {
            party: self._value_of({lot for bid in bids for lot in bid.lots}) for party, bids in self.bids_of.items()
        }

    def _value_of(self, lots: set[str]) -> float | None:
        values = [self.euros(self.lot_values.get(lot)) for lot in sorted(lots)]
        return None if not values or None in values else sum(value for value in values if value is not None)

    @cached_property
    def origins_of(self) -> Mapping[str, Collection["Place"]]:
        """The countries of origin of what the bids of each tenderer offer, where a bid states any."""
        found = ((party, _origins(bids)) for party, bids in self.bids_of.items())
        return {party: origins for party, origins in found if origins is not None}

    @cached_property
    def contributions_of(self) -> Mapping[str, list[Contribution]]:
        """The financial contributions each party declares."""
        declared = self.tender.declarations.foreign_contributions or ()
        return _grouped((given.party, given) for given in declared)

    @cached_property
    def covered(self) -> Mapping[str, bool]:
        """Whether an agreement on procurement covers a party, as the buyer states first."""
        return {one.party: one.covered for one in reversed(self.tender.declarations.agreement_cover or ())}

    @cached_property
    def uses_covered_equipment(self) -> Mapping[str, bool]:
        """Whether a party uses covered telecommunications equipment, as it declares first."""
        return {one.party: one.uses for one in reversed(self.tender.declarations.covered_equipment or ())}

    @cached_property
    def parties(self) -> Collection["PartyInRole"]:
        """Every party once for each of its roles, and more often where its lots differ."""
        lots = lots_by_role(self.tender)
        members = [
            seen
            for party in self.tender.parties
            for role in party.roles or (None,)
            for seen in self._parted_by_lots(party, role, lots.get((party.id, role or "")) or (None,))
        ]
        return Collection(tuple(members), self.tender.parties.complete)

    def _parted_by_lots(self, party: Party, role: str | None, lots: tuple[str | None, ...]) -> Iterator["PartyInRole"]:
        groups = _grouped((_differing_by_lot(PartyInRole(self, party, role, (lot,))), lot) for lot in lots)
        yield from (PartyInRole(self, party, role, tuple(some)) for some in groups.values())

    def unlinked_matches(self) -> tuple["DatedMatch", ...]:
        """Return the matches of products that are linked to no tenderer."""
        nobody = PartyInRole(self, Party(id=""), None, (None,))
        return tuple(DatedMatch(nobody, match) for match in self.matches if match.party is None)


class PartyInRole(Struct, frozen=True, dict=True):
    """A party in one of its roles, for lots in which the same is stated of it; ``None`` where no lot is stated."""

    case: Case
    party: Party
    role: str | None
    lots: tuple[str | None, ...]

    @property
    def at(self) -> Path:
        """Where the party stands in the source."""
        return self.party.at

    @property
    def matches(self) -> tuple["DatedMatch", ...]:
        """The matches of the party."""
        return tuple(DatedMatch(self, match) for match in self.case.matches_of.get(self.party.id, ()))

    @property
    def dates(self) -> tuple[date | None, date | None]:
        """When its lots were awarded, and the contracts signed."""
        supplier = self.party.id if self.role in OFFERING_ROLES else None
        return self.case.award_dates.of(self.lots[0], supplier)

    @property
    def share_of_value(self) -> float | None:
        """The share of the contract value a subcontractor accounts for, from 0 to 1, in the bid that gives it most."""
        shares = _grouped(self.case.passed_on.get((self.party.id, self.lots[0]), ()))
        if not shares or any(None in some for some in shares.values()):
            return None
        return round(max(sum(share for share in some if share is not None) for some in shares.values()), 6)

    @property
    def contributions(self) -> Collection["CountryTotal"] | None:
        """What the party declares to have received, a sum per country; ``None`` where it declared nothing.

        An empty list of declarations states "none" for everybody; a list that leaves this party out says nothing of it.
        """
        declared = self.case.tender.declarations.foreign_contributions
        mine = self.case.contributions_of.get(self.party.id, [])
        if declared is None or (declared and not mine):
            return None
        by_country = _grouped((given.country, given) for given in mine)
        return Collection(tuple(self._total(country, given) for country, given in by_country.items()))

    def _total(self, country: str, given: list[Contribution]) -> "CountryTotal":
        amounts = [self.case.euros(one.value) for one in given]
        total = None if None in amounts else sum(amount for amount in amounts if amount is not None)
        return CountryTotal(country, total, given[0].at)

    @property
    def lots_value(self) -> float | None:
        """The value in euros of all lots the party bids for; ``None`` where a lot or its value is not stated."""
        return self.case.lots_values.get(self.party.id)

    @property
    def origins(self) -> Collection["Place"] | None:
        """The countries of origin of what the party's bids offer."""
        return self.case.origins_of.get(self.party.id)


class DatedMatch(Struct, frozen=True, dict=True):
    """A match of a party in one role, on the date of the case."""

    party: PartyInRole
    match: Match

    @property
    def at(self) -> Path:
        """Where the party, or the product, stands in the source."""
        return self.match.product.at if self.match.product else self.party.at

    @property
    def listings(self) -> tuple["DatedListing", ...]:
        """Every listing of the vendor, whenever it counts."""
        return tuple(DatedListing(self, listing) for listing in self.match.vendor.listings)


class DatedListing(Struct, frozen=True, dict=True):
    """A listing of a matched vendor, on the date of the case."""

    match: DatedMatch
    listing: Listing

    @property
    def at(self) -> Path:
        """The entry itself: it stands in a list, not in the tender."""
        return (ENTRY, self.listing.id)

    @property
    def case(self) -> Case:
        """The case it is seen in."""
        return self.match.party.case


class CountryTotal(Struct, frozen=True):
    """All contributions a party declares from one country, in euros."""

    country: str
    euros: float | None
    at: Path


class Valued(Struct, frozen=True):
    """A lot or bid, with the case whose rates turn its value into euros."""

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


class Place(Struct, frozen=True):
    """A country written in a list of countries."""

    country: str
    at: Path


def _differing_by_lot(seen: PartyInRole) -> tuple[object, ...]:
    """Return what may differ from lot to lot for the same party in the same role."""
    exempted = (one for one in seen.case.tender.exemptions or () if one.party in (None, seen.party.id))
    return seen.share_of_value, seen.dates, tuple(one for one in exempted if one.lot == seen.lots[0])


def _origins(bids: list[Bid]) -> Collection[Place] | None:
    stated = [bid for bid in bids if bid.origins is not None]
    places = tuple(
        Place(code, (*bid.at, "countriesOfOrigin", n)) for bid in stated for n, code in enumerate(bid.origins or ())
    )
    return Collection(places, complete=len(stated) == len(bids)) if stated else None


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
