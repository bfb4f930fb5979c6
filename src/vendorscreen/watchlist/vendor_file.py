"""The keys of a vendor file (watchlists/<sector>/<vendor>.yaml) and of watchlists/programmes.yaml."""

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from vendorscreen.country import country_code
from vendorscreen.cpv import is_branch
from vendorscreen.document import Record, Text
from vendorscreen.period import PartialDate
from vendorscreen.watchlist.model import Evidence, ListingKind, ReachKind, RelationKind

_SUPRANATIONAL = {"EU", "UN", "WB", "IDB", "EBRD", "ADB", "AFDB"}


def _country(value: object) -> object:
    if isinstance(value, str) and (len(value) != 2 or country_code(value) != value):
        raise ValueError(f"'{value[:60]}' is no country, write its two letters (ISO 3166-1), such as FR")
    return value


def _jurisdiction(value: object) -> object:
    return value if isinstance(value, str) and value in _SUPRANATIONAL else _country(value)


def _partial(value: object) -> object:
    text = getattr(value, "text", value)  # a bare year is read as a number
    return PartialDate.parse(text) if isinstance(text, str) else value


def _words(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise ValueError("write a text, found nothing")
    return " ".join(value.split()) if isinstance(value, str) else value


def _url(value: object) -> object:
    if isinstance(value, str) and not value.startswith(("https://", "http://")):
        raise ValueError(f"'{value[:60]}' is no web address, it begins with https://")
    return value


def _slug(value: object) -> object:
    if isinstance(value, str) and not (value and set(value) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")):
        raise ValueError(f"'{value[:60]}' is no id, use small letters, digits and dashes")
    return value


def _branch(value: object) -> object:
    text = getattr(value, "text", value)
    if not (isinstance(text, str) and is_branch(text)):
        raise ValueError(f"'{str(text)[:60]}' is no branch of the CPV, write its two to eight leading digits")
    return text


Country = Annotated[str, BeforeValidator(_country)]
Jurisdiction = Annotated[str, BeforeValidator(_jurisdiction)]
When = Annotated[
    PartialDate,
    BeforeValidator(_partial),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Words = Annotated[Text, BeforeValidator(_words)]
Url = Annotated[str, BeforeValidator(_url)]
Slug = Annotated[str, BeforeValidator(_slug)]
Branch = Annotated[str, BeforeValidator(_branch)]
Share = Annotated[float, Field(ge=0, le=1)]


class SourceEntry(Record):
    """Where a statement can be read."""

    title: Words
    url: Url | None = None
    date: When | None = None


class Dated(Record):
    """Something with a first day and a first day no longer in force."""

    start_date: When | None = None
    end_date: When | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Dated":
        if self.start_date and self.end_date and self.end_date.last < self.start_date.first:
            raise ValueError(f"end_date {self.end_date} is before start_date {self.start_date}")
        return self


class PreviousNameEntry(Dated):
    """A name the same legal person bore earlier."""

    name: Words


class BrandEntry(Record):
    """A product brand."""

    name: Words
    products: Words | None = None
    cpv: list[Branch] = []
    evidence: Evidence
    sources: list[SourceEntry] = []


class IdentifierEntry(Record):
    """A registered number of this legal person."""

    scheme: Words
    id: Text
    evidence: Evidence
    sources: list[SourceEntry] = []


class RelationEntry(Dated):
    """What another vendor, with a file of its own, is to this one."""

    kind: RelationKind
    vendor: Slug
    share: Share | None = None
    note: Words | None = None
    evidence: Evidence
    sources: list[SourceEntry] = []


class AffiliateEntry(Dated):
    """An organisation of the group without a file of its own, and what it is to this vendor."""

    id: Slug
    name: Words
    kind: RelationKind
    country: Country | None = None
    what: Words | None = None
    aliases: list[Words] = []
    weak_aliases: list[Words] = []
    previous_names: list[PreviousNameEntry] = []
    identifiers: list[IdentifierEntry] = []
    same_as: list[Text] = []
    share: Share | None = None
    note: Words | None = None
    evidence: Evidence
    sources: list[SourceEntry] = []


class ResponseEntry(Record):
    """What the vendor says to an entry."""

    text: Words
    date: When | None = None
    sources: list[SourceEntry] = []


class ProceedingEntry(Record):
    """A step before a court or authority."""

    date: When
    body: Words
    outcome: Words
    reference: Words | None = None
    sources: list[SourceEntry] = []


class BuyerEntry(Record):
    """Whose purchase an entry is about."""

    name: Words
    country: Country | None = None


class ListingEntry(Dated):
    """One period of one listed name under one programme, or one dated event."""

    id: Slug
    kind: ListingKind
    of: Slug | None = None
    programme: Text | None = None
    listed_name: Words | None = None
    listed_aliases: list[Words] = []
    authority: Words
    jurisdiction: Jurisdiction
    published: When | None = None
    citation: Words | None = None
    summary: Words
    caveat: Words | None = None
    buyer: BuyerEntry | None = None
    evidence: Evidence
    sources: list[SourceEntry]
    responses: list[ResponseEntry] = []
    proceedings: list[ProceedingEntry] = []

    @model_validator(mode="after")
    def _sourced(self) -> "ListingEntry":
        if not self.sources:
            raise ValueError("a listing needs at least one source")
        if self.start_date is None:
            raise ValueError("a listing needs a start_date, as exact as the source gives it")
        return self


class FalseFriendEntry(Record):
    """An organisation with a like name."""

    name: Words
    what: Words
    country: Country | None = None
    invented: bool = False


class NotListedEntry(Record):
    """A list on which the vendor is known not to stand, and as of when that was looked up."""

    programme: Text
    as_of: When


class VendorFile(Record):
    """A whole vendor file."""

    id: Slug
    name: Words
    country: Country | None = None
    group: bool = False
    what: Words
    cpv: list[Branch] = []
    aliases: list[Words] = []
    weak_aliases: list[Words] = []
    previous_names: list[PreviousNameEntry] = []
    brands: list[BrandEntry] = []
    identifiers: list[IdentifierEntry] = []
    relations: list[RelationEntry] = []
    same_as: list[Text] = []
    affiliates: list[AffiliateEntry] = []
    listings: list[ListingEntry] = []
    not_listed: list[NotListedEntry] = []
    not_to_be_confused_with: list[FalseFriendEntry] = []


class ReachEntry(Dated):
    """How far a programme reaches, and when."""

    kind: ReachKind
    at_least: Share | None = None
    more_than: Share | None = None
    aggregated: bool = False
    certain: bool = True
    note: Words | None = None


class ProgrammeEntry(Record):
    """A list or instrument."""

    id: Text
    name: Words
    authority: Words
    jurisdiction: Jurisdiction
    kind: ListingKind
    legal_basis: Words
    meaning: Words
    reach: list[ReachEntry]
    url: Url | None = None
    evidence: Evidence
    sources: list[SourceEntry] = []


class ProgrammeFile(Record):
    """The whole programme file."""

    programmes: list[ProgrammeEntry]
