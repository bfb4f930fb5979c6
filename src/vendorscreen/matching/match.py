"""What ties a party of a tender to a vendor of the watchlist, how surely, and why."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Literal

from vendorscreen.name import NameComparison
from vendorscreen.showing import html_table
from vendorscreen.tender.tender import Product
from vendorscreen.vendor.strength import counting_listings
from vendorscreen.vendor.vendor import Brand, Listing, Relation, Vendor

__all__ = ["NEARLY_EQUAL", "Basis", "Certainty", "Match", "MatchRelation", "Step"]

NEARLY_EQUAL = 0.97
"""Similarity that only names of the same words reach, whatever their legal forms."""


class Certainty(IntEnum):
    """How surely a match holds.

    CONFIRMED: an equal identifier, or an owner or maker stated in the tender under a legal name or alias without
    country conflict. STRONG: a full name equal, country agreeing, or a known affiliate. PROBABLE: a full name equal or
    nearly so, the country not stated; or a brand word with a second fact. POSSIBLE: a like name, or a brand word alone.

    Measured on 615 listed names, mostly altered, and 3,000 clean companies (benchmarks/matching_certainty.py): of the
    matches found STRONG was always right, PROBABLE in 0.985 to 0.996, POSSIBLE in 0.997 or more; of 1,000 clean
    companies none had a STRONG or PROBABLE match, 0.7 a POSSIBLE one. CONFIRMED was not measured: it does not rest on
    likeness.
    """

    POSSIBLE = 1
    PROBABLE = 2
    STRONG = 3
    CONFIRMED = 4

    @property
    def word(self) -> str:
        """The certainty as reports and rules spell it."""
        return self.name.lower()

    @property
    def factor(self) -> float:
        """What a finding's weight is multiplied with: 1, 0.9, 0.6 or 0.3."""
        return (0.3, 0.6, 0.9, 1.0)[self - 1]


MatchRelation = Literal["same", "affiliate", "owned", "brand"]
"""The party is the vendor; belongs to its group; is owned by it; or offers its brand."""

Basis = Literal["identifier", "name", "known_relation", "brand_word", "stated_owner", "stated_brand"]
"""On what a match rests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One tie on the way from the vendor a party is to the vendor a match is about."""

    vendor: Vendor
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Match:
    """A party and a vendor.

    ``party`` is ``None`` where an offered product is linked to no tenderer. ``listed_name`` is the vendor's name (or
    brand) that was found; ``comparison`` is of it and what was searched: the name of the party, that of its stated
    owner, or a stated brand. ``via`` leads from the vendor the party is (``itself``) to ``vendor``; ``former`` says
    that a tie on the way has ended.
    ``weak`` says that it rests only on a name that too many organisations may have.
    ``as_of`` is the day it was looked for on.
    ``owner`` is the stated owner an ``owned`` match comes through, ``share`` what that owner holds, from 0 to 1.
    """

    party: str | None
    vendor: Vendor
    relation: MatchRelation
    basis: Basis
    certainty: Certainty
    comparison: NameComparison
    listed_name: str
    speaks_for: tuple[str, ...] = ()
    speaks_against: tuple[str, ...] = ()
    itself: Vendor | None = None
    via: tuple[Step, ...] = ()
    former: bool = False
    owner: str | None = None
    share: float | None = None
    brand: Brand | None = None
    product: Product | None = None
    weak: bool = False
    as_of: date | None = None

    def __repr__(self) -> str:
        tie = f"{self.relation}, {self.certainty.word}"
        return f"<Match {self.party or 'product'} with {self.vendor.id} ({tie}, by {self.listed_name[:80]!r})>"

    def _repr_html_(self) -> str:
        rows = [
            (one.kind.replace("_", " "), one.authority, one.period.start or "", one.citation or "")
            for one in self.listings
        ]
        return html_table(repr(self)[1:-1], ("Kind", "Authority", "Since", "Citation"), rows)

    @property
    def listings(self) -> tuple[Listing, ...]:
        """The vendor's listings that count on the day, or may, the strongest first."""
        return counting_listings(self.vendor.listings, self.as_of) if self.as_of else ()

    @property
    def similarity(self) -> float:
        """How alike the names are, from 0 to 1."""
        return self.comparison.similarity

    @property
    def bits(self) -> float:
        """The information the names share, in bits."""
        return self.comparison.bits
