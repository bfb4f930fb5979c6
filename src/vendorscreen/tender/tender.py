"""The tender as rules and matching see it.

``None`` is "nobody stated it"; an empty tuple or collection is "stated: none". A collection that is not complete may
have members nobody named (a notice that prints winners only, owners whose shares do not add up). Parties are referred
to by their ids. ``at`` is the path of keys from the root of the source to where a thing is written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 - fields are called date
from decimal import Decimal
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct

from vendorscreen.errors import Problem
from vendorscreen.identifier import Identifier

T = TypeVar("T")
Path = tuple[str | int, ...]


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

    amount: Decimal
    currency: str | None = None


class Shareholder(Struct, frozen=True, kw_only=True):
    """A stated owner that is an organisation; ``share`` from 0 to 1."""

    party: str
    share: float | None = None
    at: Path = ()


class Person(Struct, frozen=True, kw_only=True):
    """A stated owner who is a natural person; nationality is read only where the law in a rule names it."""

    name: str | None = None
    nationalities: tuple[str, ...] | None = None
    residence: str | None = None
    share: float | None = None
    at: Path = ()


class Party(Struct, frozen=True, kw_only=True):
    """One organisation of the tender; roles as OCDS and its EU profile spell them, plus ours.

    Ours are ``manufacturer`` and ``shareholder``. ``withheld`` means that the source hides the name on purpose.
    """

    id: str
    name: str | None = None
    roles: tuple[str, ...] = ()
    country: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    shareholders: Collection[Shareholder] | None = None
    persons: Collection[Person] | None = None
    withheld: bool = False
    at: Path = ()

    @property
    def called(self) -> str | None:
        """What to call it: its name, else its number."""
        return self.name or next(map(str, self.identifiers), None)


class Buyer(Struct, frozen=True, kw_only=True):
    """Who buys: ``level`` and ``sector`` from the closed lists of the native schema."""

    name: str | None = None
    country: str | None = None
    level: str | None = None
    sector: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    at: Path = ("buyer",)


class Lot(Struct, frozen=True, kw_only=True):
    """A part of the purchase that can be bid for."""

    id: str
    title: str | None = None
    description: str | None = None
    value: Value | None = None
    at: Path = ()


class Item(Struct, frozen=True, kw_only=True):
    """Something to be bought; ``cpv`` holds all its codes, eight digits each."""

    description: str | None = None
    cpv: tuple[str, ...] | None = None
    lot: str | None = None
    at: Path = ()


class Subcontract(Struct, frozen=True, kw_only=True):
    """Work passed on to a party; ``share`` of the contract value from 0 to 1."""

    subcontractor: str
    main_contractors: tuple[str, ...] = ()
    share: float | None = None
    at: Path = ()


class Bid(Struct, frozen=True, kw_only=True):
    """One offer, by one tenderer or a group."""

    id: str | None = None
    tenderers: tuple[str, ...] = ()
    lots: tuple[str, ...] = ()
    value: Value | None = None
    origins: tuple[str, ...] | None = None
    subcontracts: Collection[Subcontract] | None = None
    at: Path = ()


class Award(Struct, frozen=True, kw_only=True):
    """A decision for one or more suppliers."""

    id: str | None = None
    suppliers: tuple[str, ...] = ()
    lots: tuple[str, ...] = ()
    date: Day | None = None
    value: Value | None = None
    at: Path = ()


class Contract(Struct, frozen=True, kw_only=True):
    """A signed contract."""

    id: str | None = None
    award: str | None = None
    signed: Day | None = None
    value: Value | None = None
    at: Path = ()


class Product(Struct, frozen=True, kw_only=True):
    """A product on offer; without bids it belongs to the only tenderer, if there is only one."""

    brand: str | None = None
    model: str | None = None
    description: str | None = None
    manufacturer: str | None = None
    bids: tuple[str, ...] = ()
    origin: str | None = None
    at: Path = ()


class Site(Struct, frozen=True, kw_only=True):
    """Where the purchase will be used."""

    kind: str | None = None
    sensitive: bool | None = None
    critical_infrastructure: tuple[str, ...] | None = None
    purposes: tuple[str, ...] | None = None
    at: Path = ("screening", "site")


class Funding(Struct, frozen=True, kw_only=True):
    """One source of the money; ``country`` is the state of a lender or donor."""

    source: str | None = None
    programme: str | None = None
    country: str | None = None
    tied: bool | None = None
    at: Path = ()


class DataUse(Struct, frozen=True, kw_only=True):
    """What the purchase does with data, and in which countries it is kept or from which it can be reached."""

    personal: bool | None = None
    categories: tuple[str, ...] | None = None
    storage: tuple[str, ...] | None = None
    remote_access: tuple[str, ...] | None = None
    networked: bool | None = None
    at: Path = ("screening", "data")


class EquipmentUse(Struct, frozen=True, kw_only=True):
    """A party's declaration whether it uses covered telecommunications equipment (FAR 52.204-24)."""

    party: str
    uses: bool
    at: Path = ()


class Contribution(Struct, frozen=True, kw_only=True):
    """Financial contributions from one third country that a party declares."""

    party: str
    country: str
    value: Value
    at: Path = ()


class AgreementCover(Struct, frozen=True, kw_only=True):
    """The buyer's statement whether an agreement on procurement covers a party in this procedure."""

    party: str
    covered: bool
    at: Path = ()


class Declarations(Struct, frozen=True, kw_only=True):
    """What bidders or the buyer declare."""

    derogations: tuple[str, ...] | None = None
    agreement_cover: tuple[AgreementCover, ...] | None = None
    covered_equipment: tuple[EquipmentUse, ...] | None = None
    foreign_contributions: tuple[Contribution, ...] | None = None
    at: Path = ("screening", "declarations")


class Exemption(Struct, frozen=True, kw_only=True):
    """An act of an authority, or proof the buyer accepted, that may lift the finding of a rule.

    ``act`` is the word that the rule's ``unless`` gives it. ``role`` is that of whoever decided or accepted it; without
    ``party`` or ``lot`` it concerns all. ``until`` is the first day it no longer holds.
    """

    act: str
    document: str | None = None
    date: Day | None = None
    role: str | None = None
    until: Day | None = None
    party: str | None = None
    lot: str | None = None
    at: Path = ()


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
    declarations: Declarations = field(default_factory=Declarations)
    exemptions: Collection[Exemption] | None = None
    warnings: tuple[Problem, ...] = field(default=(), compare=False)
    locate: Callable[[Path], str] = field(default=_nowhere, repr=False, compare=False)

    def party(self, id: str | None) -> Party | None:  # noqa: A002 - the word of OCDS
        """Return the party with this id."""
        return None if id is None else self._by_id.get(id)

    @cached_property
    def _by_id(self) -> dict[str, Party]:
        """The parties by their ids; the first where an id stands twice."""
        return {party.id: party for party in reversed(self.parties.members)}
