"""Vendors, what was decided or said about them, and the programmes under which it was.

``None`` is "not known". A listing is one period of one listed name under one programme.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Struct
from msgspec import field as spelt

from vendorscreen.country import country_code
from vendorscreen.document.field import (
    OURS,
    Branch,
    Country,
    Dates,
    FieldKind,
    Share,
    Slug,
    Text,
    Url,
    When,
    Words,
)
from vendorscreen.identifier import Identifier
from vendorscreen.period import PartialDate, Period

ListingKind = Literal[
    "export_control", "military_company", "procurement_ban", "authorisation_ban", "sanction", "investment_ban",
    "forced_labour", "debarment", "trade_measure", "security_warning", "category_policy", "resolution",
    "members_letter", "purchase_abandoned", "deal_blocked", "not_invited", "clearance", "suspension",
    "commercial_termination", "investigation", "pending_action", "ruling", "award", "removal", "context",
]  # fmt: skip
"""What an entry is; each word is explained in docs/watchlists.md."""

Evidence = Literal["primary", "secondary", "unverified"]
"""``primary``: the instrument or an official page was read; ``secondary``: press, law-firm note, another list."""

RelationKind = Literal[
    "parent", "subsidiary", "branch", "joint_venture", "affiliate", "representative",
    "former_parent", "former_subsidiary", "former_affiliate",
]  # fmt: skip
"""What the other vendor is to this one: ``parent`` says that the other owns this one."""

OPPOSITE: dict[RelationKind, RelationKind] = {
    "parent": "subsidiary",
    "subsidiary": "parent",
    "branch": "parent",
    "former_parent": "former_subsidiary",
    "former_subsidiary": "former_parent",
    "former_affiliate": "former_affiliate",
    "affiliate": "affiliate",
    "joint_venture": "affiliate",
    "representative": "representative",
}
"""What the first vendor is to the second, where the second is this to the first."""

SubjectType = Literal["organisation", "person", "vessel", "aircraft"]
"""What a listed name is, where the list says so; persons, vessels and aircraft are not searched by name."""

NameKind = Literal["legal_name", "alias", "previous_name", "weak_alias", "listed_name"]
"""``weak_alias``: short, a trade name or an acronym; it needs a second fact."""

ReachKind = Literal["named", "affiliates", "owned", "controlled", "product"]

_SUPRANATIONAL = {"EU", "UN", "WB", "IDB", "EBRD", "ADB", "AFDB"}


def _jurisdiction(value: object) -> object:
    if isinstance(value, str) and value not in _SUPRANATIONAL and (len(value) != 2 or country_code(value) != value):
        raise ValueError(f"'{value[:60]}' is no country, write its two letters (ISO 3166-1), such as FR")
    return value


Jurisdiction = Annotated[str, FieldKind(_jurisdiction)]
"""A country, or an organisation of states."""


class Source(Struct, frozen=True, kw_only=True):
    """Where a statement can be read; the date is that of publication."""

    title: Words
    url: Url | None = None
    date: When | None = None


class Reach(Struct, frozen=True, kw_only=True):
    """How far a programme reaches beyond the listed name, and when.

    ``certain`` is false where it is not established whether the reach holds in the period.
    """

    kind: ReachKind
    at_least: Share | None = None
    more_than: Share | None = None
    aggregated: bool = False
    period: Dates = Period()
    certain: bool = True
    note: Words | None = None

    def holds(self, share: float) -> bool | None:
        """Return whether a share is enough; ``None`` where nobody says how much is."""
        if self.at_least is not None:
            return share >= self.at_least
        return None if self.more_than is None else share > self.more_than


class Programme(Struct, frozen=True, kw_only=True):
    """A list or instrument: whose, on what legal basis, and what it means for a public buyer."""

    id: Text
    name: Words
    authority: Words
    jurisdiction: Jurisdiction
    kind: ListingKind
    legal_basis: Words
    meaning: Words
    reach: tuple[Reach, ...]
    url: Url | None = None
    evidence: Evidence
    sources: tuple[Source, ...] = ()

    @property
    def caveat(self) -> str | None:
        """What is not established about the programme itself."""
        if self.evidence != "unverified":
            return None
        return f"The description of the programme {self.id} was not compared with a source."


class Response(Struct, frozen=True, kw_only=True):
    """What the vendor says to an entry, in our words."""

    text: Words
    date: When | None = None
    sources: tuple[Source, ...] = ()


class Proceeding(Struct, frozen=True, kw_only=True):
    """A step before a court or authority about an entry."""

    date: When
    body: Words
    outcome: Words
    reference: Words | None = None
    sources: tuple[Source, ...] = ()


class BoundBuyer(Struct, frozen=True, kw_only=True):
    """Whose purchase an entry is about."""

    name: Words
    country: Country | None = None


class Listing(Struct, frozen=True, kw_only=True):
    """One dated statement about a vendor.

    A point in time (a letter, a ruling, an award) has a start and no end. ``first_edition`` is the first edition in
    which a list without dates was seen to hold it. ``caveat`` names what the sources do not establish. ``printed``
    holds further fields of an official list as printed: name of the field and text.
    """

    id: Slug
    kind: ListingKind
    vendor: Slug = spelt(name="of", default="")
    programme: Text | None = None
    listed_name: Words = ""
    listed_aliases: tuple[Words, ...] = ()
    authority: Words
    jurisdiction: Jurisdiction
    period: Dates = Period()
    published: When | None = None
    citation: Words | None = None
    summary: Words
    caveat: Words | None = None
    buyer: BoundBuyer | None = None
    evidence: Evidence
    sources: tuple[Source, ...]
    responses: tuple[Response, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    first_edition: Annotated[date | None, OURS] = None
    printed: Annotated[tuple[tuple[str, str], ...], OURS] = ()
    list: Annotated[str, OURS] = "curated"

    def flaw(self) -> str | None:
        """Return what a file says wrong of the entry as a whole."""
        if not self.sources:
            return "a listing needs at least one source"
        return "a listing needs a start_date, as exact as the source gives it" if self.period.start is None else None

    def caveat_under(self, programme: Programme | None) -> str | None:
        """Return what is not established, about the entry or about the programme it stands under."""
        return " ".join(filter(None, (self.caveat, programme.caveat if programme else None))) or None

    def known(self, day: date) -> bool | None:
        """Return whether the entry was both effective and published by ``day``.

        Without a start it is unknown before the first edition that holds it. Without a date of publication, the start
        is both (inferred).
        """
        started = self.period.started(day)
        if started is None and self.period.start is None and self.first_edition is not None:
            started = True if self.first_edition <= day else None
        published = started if self.published is None else self.published.reached(day)
        if started is False or published is False:
            return False
        return True if started and published else None

    def active(self, day: date) -> bool | None:
        """Return whether the entry counts on ``day``: known by then, and not ended."""
        known, ended = self.known(day), self.period.ended(day)
        if known is False or ended is True:
            return False
        return True if known and ended is False else None

    @property
    def later_clock(self) -> PartialDate | None:
        """The later of start and publication: the date from which the entry counts."""
        dates = [day for day in (self.period.start, self.published) if day is not None]
        return max(dates, key=lambda day: day.last, default=None)


class VendorName(Struct, frozen=True, kw_only=True):
    """A name that a vendor has or had."""

    text: str
    kind: NameKind
    period: Period = Period()


class Brand(Struct, frozen=True, kw_only=True):
    """A product brand of a vendor, and the branches of CPV it stands for."""

    name: Words
    products: Words | None = None
    cpv: tuple[Branch, ...] = ()
    evidence: Evidence
    sources: tuple[Source, ...] = ()


class Relation(Struct, frozen=True, kw_only=True):
    """A dated tie to another vendor; ``share`` from 0 to 1. Without dates it holds always, "dates not known"."""

    kind: RelationKind
    vendor: Slug
    period: Dates = Period()
    share: Share | None = None
    note: Words | None = None
    evidence: Evidence
    sources: tuple[Source, ...] = ()


class FalseFriend(Struct, frozen=True, kw_only=True):
    """An organisation with a like name that is not this vendor."""

    name: Words
    what: Words
    country: Country | None = None
    invented: bool = False


class Vendor(Struct, frozen=True, kw_only=True):
    """One legal person, or a group where ``group`` says so; ``head`` is the vendor whose file describes it.

    ``countries`` are all in which an official list places it; ``country`` is the only one of them. ``same_as`` names
    records of other lists that a source says are the same legal person. ``subject_type`` is ``None`` where the list
    does not say whether it is a person or an organisation.
    """

    id: str
    name: str
    head: str | None = None
    country: str | None = None
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    subject_type: SubjectType | None = None
    group: bool = False
    what: str = ""
    names: tuple[VendorName, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    brands: tuple[Brand, ...] = ()
    cpv: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    same_as: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()
    false_friends: tuple[FalseFriend, ...] = ()
    not_listed: tuple[str, ...] = ()
    list: str = "curated"
    place: str = ""


class Gap(Struct, frozen=True):
    """What an edition lacks, in words that go on after "screened, but"; ``parts`` are its sources, empty for all."""

    message: str
    parts: tuple[str, ...] = ()


class ListState(Struct, frozen=True, kw_only=True):
    """A list of vendors: which edition was screened and what that lacks, or that it was not.

    ``confirmed`` is the last day on which the web still offered that very edition.
    """

    id: str
    title: str
    edition: str | None = None
    confirmed: str | None = None
    screened: bool = False
    gaps: tuple[Gap, ...] = ()
