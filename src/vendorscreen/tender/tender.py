"""The tender as rules and matching see it.

``None`` is "nobody stated it"; an empty tuple or collection is "stated: none". A collection that is not complete may
have members nobody named (a notice that prints winners only, owners whose shares do not add up). Parties are referred
to by their ids. ``at`` is the path of keys from the root of the source to where a thing is written.

The kinds of the fields say how the native tender file writes them; readers of notices hand over their values.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - fields are called date
from functools import cached_property
from importlib import import_module
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from msgspec import Struct
from msgspec import field as spelt

from vendorscreen.document.field import OURS, FieldKind, Keys, Share, Slug, Spread, Text
from vendorscreen.errors import Problem
from vendorscreen.tender import vocabulary as word
from vendorscreen.tender.tender_field import (
    UNREAD_TEXTS,
    Amount,
    Country,
    Cpv,
    Currency,
    Details,
    FullDate,
    Identifiers,
    PartyId,
    PartyIds,
    Residence,
    StatedCountry,
    Texts,
)

T = TypeVar("T")
Path = tuple[str | int, ...]
Place = Annotated[Path, OURS]


class Collection(Struct, Generic[T], frozen=True):
    """Members somebody stated; ``complete`` is whether these are known to be all."""

    members: tuple[T, ...]
    complete: bool = True

    def __iter__(self) -> Iterator[T]:
        return iter(self.members)

    def __len__(self) -> int:
        return len(self.members)


class Value(Struct, frozen=True):
    """An amount of money; ``currency`` is an ISO 4217 code, ``None`` where not stated."""

    amount: Amount
    currency: Currency | None = None


class Shareholder(Struct, frozen=True, kw_only=True, rename="camel"):
    """A stated owner that is an organisation; ``share`` from 0 to 1."""

    unread_keys: ClassVar = {"id": Text | None}
    party: PartyId = spelt(name="shareholder")
    share: Share | None = spelt(name="shareholding", default=None)
    at: Place = ()


class Person(Struct, frozen=True, kw_only=True, rename="camel"):
    """A stated owner who is a natural person; nationality is read only where the law in a rule names it."""

    unread_keys: ClassVar = {"id": Text | None}
    name: Text | None = None
    nationalities: tuple[Country, ...] | None = None
    residence: Residence = None
    share: Share | None = None
    at: Place = ()


class Party(Struct, frozen=True, kw_only=True, rename="camel"):
    """One organisation of the tender; roles as OCDS and its EU profile spell them, plus ours.

    Ours are ``manufacturer`` and ``shareholder``. ``withheld`` means that the source hides the name on purpose.
    A file may leave the id out; then it is made from where the party stands.
    """

    unread_keys: ClassVar = {"details": Details | None}
    id: Annotated[str, FieldKind(shape=Text | None)] = ""
    name: Text | None = None
    roles: Annotated[tuple[str, ...], FieldKind(shape=tuple[word.Role, ...] | None)] = ()
    withheld: bool = False
    country: StatedCountry = None
    identifiers: Identifiers = ()
    shareholders: Collection[Shareholder] | None = None
    persons: Collection[Person] | None = spelt(name="beneficialOwners", default=None)
    at: Place = ()

    @property
    def called(self) -> str | None:
        """What to call it: its name, else its number."""
        return self.name or next(map(str, self.identifiers), None)


class Buyer(Struct, frozen=True, kw_only=True, rename="camel"):
    """Who buys: ``level`` and ``sector`` from the closed lists of the native schema."""

    unread_keys: ClassVar = {"details": Details | None}
    name: Text | None = None
    country: StatedCountry = None
    level: Annotated[str, FieldKind(shape=word.Level)] | None = None
    sector: Annotated[str, FieldKind(shape=word.Sector)] | None = None
    identifiers: Identifiers = ()
    at: Place = ("buyer",)


class Lot(Struct, frozen=True, kw_only=True, rename="camel"):
    """A part of the purchase that can be bid for."""

    id: Text
    title: Text | None = None
    description: Text | None = None
    value: Value | None = None
    at: Place = ()


class Item(Struct, frozen=True, kw_only=True, rename="camel"):
    """Something to be bought; ``cpv`` holds all its codes, eight digits each."""

    unread_keys: ClassVar = {"id": Text | None, "quantity": Amount | None}
    lot: Text | None = spelt(name="relatedLot", default=None)
    description: Text | None = None
    cpv: Cpv = None
    at: Place = ()


class Subcontract(Struct, frozen=True, kw_only=True, rename="camel"):
    """Work passed on to a party; ``share`` of the contract value from 0 to 1."""

    unread_keys: ClassVar = {"id": Text | None}
    subcontractor: PartyId
    main_contractors: PartyIds = ()
    share: Share | None = None
    value: Value | None = None
    at: Place = ()


_Subcontracting = Annotated[
    dict[str, Any],
    Keys(
        "Subcontracting",
        "What a bid passes on.",
        {
            "subcontracts": tuple[Subcontract, ...] | None,
            "maximumPercentage": Share | None,
            "minimumPercentage": Share | None,
            "value": Value | None,
            "description": Text | None,
        },
    ),
]


def _passed_on(some: bool | None, stated: dict[str, Any] | None) -> Collection[Subcontract] | None:
    """Return the stated subcontracts; that there are some, which nobody named, is an open collection without any."""
    subcontracts = stated and stated.get("subcontracts")
    if subcontracts is None:
        return None if some is None else Collection((), complete=not some)
    return Collection(tuple(subcontracts))


class Bid(Struct, frozen=True, kw_only=True, rename="camel"):
    """One offer, by one tenderer or a group."""

    unread_keys: ClassVar = {"status": Text | None, "date": FullDate | None}
    id: Text | None = None
    lots: Texts = spelt(name="relatedLots", default=())
    tenderers: PartyIds = ()
    value: Value | None = None
    origins: tuple[Country, ...] | None = spelt(name="countriesOfOrigin", default=None)
    subcontracts: Annotated[
        Collection[Subcontract] | None,
        Spread({"hasSubcontracting": bool | None, "subcontracting": _Subcontracting | None}, _passed_on),
    ] = None
    at: Place = ()


class Award(Struct, frozen=True, kw_only=True, rename="camel"):
    """A decision for one or more suppliers."""

    unread_keys: ClassVar = UNREAD_TEXTS | {"relatedBid": Text | None}
    id: Text | None = None
    date: FullDate | None = None
    value: Value | None = None
    suppliers: PartyIds = ()
    lots: Texts = spelt(name="relatedLots", default=())
    at: Place = ()


class Contract(Struct, frozen=True, kw_only=True, rename="camel"):
    """A signed contract."""

    unread_keys: ClassVar = UNREAD_TEXTS
    id: Text | None = None
    award: Text | None = spelt(name="awardID", default=None)
    signed: FullDate | None = spelt(name="dateSigned", default=None)
    value: Value | None = None
    at: Place = ()


class Product(Struct, frozen=True, kw_only=True, rename="camel"):
    """A product on offer; without bids it belongs to the only tenderer, if there is only one."""

    brand: Text | None = None
    model: Text | None = None
    description: Text | None = None
    manufacturer: PartyId | None = None
    origin: Country | None = spelt(name="countryOfOrigin", default=None)
    bids: Texts = spelt(name="relatedBids", default=())
    at: Place = ()


class Site(Struct, frozen=True, kw_only=True, rename="camel"):
    """Where the purchase will be used."""

    kind: Annotated[str, FieldKind(shape=word.SiteKind)] | None = None
    sensitive: bool | None = None
    critical_infrastructure: Annotated[tuple[str, ...], FieldKind(shape=tuple[word.Infrastructure, ...])] | None = None
    purposes: Annotated[tuple[str, ...], FieldKind(shape=tuple[word.Purpose, ...])] | None = None
    at: Place = ("screening", "site")


class Funding(Struct, frozen=True, kw_only=True, rename="camel"):
    """One source of the money; ``country`` is the state of a lender or donor."""

    source: Annotated[str, FieldKind(shape=word.FundingSource)] | None = None
    programme: Annotated[
        str | None,
        Spread({"programme": Text | None, "celex": Text | None}, lambda name, celex: name or celex),
    ] = None
    country: Country | None = None
    tied: bool | None = None
    at: Place = ()


class DataUse(Struct, frozen=True, kw_only=True, rename="camel"):
    """What the purchase does with data, and in which countries it is kept or from which it can be reached."""

    personal: bool | None = None
    categories: Annotated[tuple[str, ...], FieldKind(shape=tuple[word.DataCategory, ...])] | None = None
    storage: tuple[Country, ...] | None = None
    remote_access: tuple[Country, ...] | None = None
    networked: bool | None = None
    at: Place = ("screening", "data")


class EquipmentUse(Struct, frozen=True, kw_only=True, rename="camel"):
    """A party's declaration whether it uses covered telecommunications equipment (FAR 52.204-24)."""

    party: PartyId
    uses: bool
    at: Place = ()


class Contribution(Struct, frozen=True, kw_only=True, rename="camel"):
    """Financial contributions from one third country that a party declares."""

    party: PartyId
    country: Country
    value: Annotated[Value, Spread({"amount": Amount, "currency": Currency | None})]
    at: Place = ()


class AgreementCover(Struct, frozen=True, kw_only=True, rename="camel"):
    """The buyer's statement whether an agreement on procurement covers a party in this procedure."""

    party: PartyId
    covered: bool
    at: Place = ()


class Exemption(Struct, frozen=True, kw_only=True, rename="camel"):
    """An act of an authority, or proof the buyer accepted, that may lift the finding of a rule.

    ``act`` is the word that the rule's ``unless`` gives it. ``role`` is that of whoever decided or accepted it; without
    ``party`` or ``lot`` it concerns all. ``until`` is the first day it no longer holds.
    """

    act: Slug
    document: Text | None = None
    date: FullDate | None = None
    role: Text | None = None
    until: FullDate | None = None
    party: PartyId | None = None
    lot: Text | None = None
    at: Place = ()


class Declarations(Struct, frozen=True, kw_only=True, rename="camel"):
    """What bidders or the buyer declare."""

    derogations: Annotated[tuple[str, ...], FieldKind(shape=tuple[word.Derogation, ...])] | None = None
    agreement_cover: tuple[AgreementCover, ...] | None = None
    covered_equipment: tuple[EquipmentUse, ...] | None = None
    foreign_contributions: tuple[Contribution, ...] | None = None
    at: Place = ("screening", "declarations")

    @property
    def exemptions(self) -> Collection[Exemption] | None:
        """What ``derogations`` mean, the older way to write exemptions."""
        if self.derogations is None:
            return None
        derogation = Exemption(act="eu-833-5k-derogation", at=(*self.at, "derogations"))
        return Collection((derogation,) if self.derogations else ())


def _nowhere(_: Path) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Tender:
    """A proposed or made purchase, with everybody who takes part in it.

    ``locate`` gives the place of a path in the source, for people: file and line, JSON pointer or XPath. ``warnings``
    are what the source states in a way that cannot be used; such a value is unknown here.
    """

    source: str
    date: Day | None = None
    ocid: str | None = None
    id: str | None = None
    title: str | None = None
    description: str | None = None
    buyer: Buyer = field(default_factory=Buyer)
    procurement_method: str | None = None
    category: str | None = None
    launched: Day | None = None
    value: Value | None = None
    legal_basis: str | None = None
    covered_by: Collection[str] | None = None
    lots: Collection[Lot] | None = None
    items: Collection[Item] | None = None
    parties: Collection[Party] = field(default=Collection((), complete=False))
    bids: Collection[Bid] | None = None
    awards: Collection[Award] | None = None
    contracts: Collection[Contract] | None = None
    site: Site = field(default_factory=Site)
    products: Collection[Product] | None = None
    funding: Collection[Funding] | None = None
    data: DataUse = field(default_factory=DataUse)
    exemptions: Collection[Exemption] | None = None
    declarations: Declarations = field(default_factory=Declarations)
    warnings: tuple[Problem, ...] = field(default=(), compare=False)
    locate: Callable[[Path], str] = field(default=_nowhere, repr=False, compare=False)

    @classmethod
    def from_dict(cls, stated: Mapping[str, Any], source: str = "tender") -> "Tender":
        """Return the tender of a mapping, in the keys of a tender file or of an OCDS release; ``source`` names it.

        Raises:
            TenderError: with every problem of the mapping.
            UsageError: it holds a value that JSON has no form for.
        """
        found: Tender = import_module("vendorscreen.tender.stated").tender_from(stated, source)  # reads what this holds
        return found

    def party(self, id: str | None) -> Party | None:  # noqa: A002 - the word of OCDS
        """Return the party with this id."""
        return None if id is None else self._by_id.get(id)

    @cached_property
    def _by_id(self) -> dict[str, Party]:
        """The parties by their ids; the first where an id stands twice."""
        return {party.id: party for party in reversed(self.parties.members)}
