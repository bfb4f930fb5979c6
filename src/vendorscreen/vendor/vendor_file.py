"""What a vendor file (watchlists/<sector>/<vendor>.yaml) and watchlists/programmes.yaml hold, as they are written.

What the domain has in the same shape stands in ``model.py``. A file differs where it is easier to write: names by kind,
affiliates within the file of their head, numbers with their evidence.
"""

from msgspec import Struct

from vendorscreen.document.field import Branch, Country, Dates, Share, Slug, Text, When, Words
from vendorscreen.period import Period
from vendorscreen.vendor.vendor import (
    Brand,
    Evidence,
    FalseFriend,
    Listing,
    Programme,
    Relation,
    RelationKind,
    Source,
)

__all__ = ["Affiliate", "NotListed", "PreviousName", "ProgrammeFile", "RegisteredNumber", "VendorFile"]


class PreviousName(Struct, frozen=True, kw_only=True):
    """A name the same legal person bore earlier."""

    name: Words
    period: Dates = Period()


class RegisteredNumber(Struct, frozen=True, kw_only=True):
    """A registered number of this legal person."""

    scheme: Words
    id: Text
    evidence: Evidence
    sources: tuple[Source, ...] = ()


class Affiliate(Struct, frozen=True, kw_only=True):
    """An organisation of the group without a file of its own, and what it is to this vendor."""

    id: Slug
    name: Words
    kind: RelationKind
    country: Country | None = None
    what: Words | None = None
    aliases: tuple[Words, ...] = ()
    weak_aliases: tuple[Words, ...] = ()
    previous_names: tuple[PreviousName, ...] = ()
    identifiers: tuple[RegisteredNumber, ...] = ()
    same_as: tuple[Text, ...] = ()
    period: Dates = Period()
    share: Share | None = None
    note: Words | None = None
    evidence: Evidence
    sources: tuple[Source, ...] = ()


class NotListed(Struct, frozen=True, kw_only=True):
    """A list on which the vendor is known not to stand, and as of when that was looked up."""

    programme: Text
    as_of: When


class VendorFile(Struct, frozen=True, kw_only=True):
    """A whole vendor file."""

    id: Slug
    name: Words
    country: Country | None = None
    group: bool = False
    what: Words
    cpv: tuple[Branch, ...] = ()
    aliases: tuple[Words, ...] = ()
    weak_aliases: tuple[Words, ...] = ()
    previous_names: tuple[PreviousName, ...] = ()
    brands: tuple[Brand, ...] = ()
    identifiers: tuple[RegisteredNumber, ...] = ()
    relations: tuple[Relation, ...] = ()
    same_as: tuple[Text, ...] = ()
    affiliates: tuple[Affiliate, ...] = ()
    listings: tuple[Listing, ...] = ()
    not_listed: tuple[NotListed, ...] = ()
    not_to_be_confused_with: tuple[FalseFriend, ...] = ()


class ProgrammeFile(Struct, frozen=True, kw_only=True):
    """The whole programme file."""

    programmes: tuple[Programme, ...]
