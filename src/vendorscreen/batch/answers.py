"""What screening says of one supplier, and the columns it adds to a list."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypedDict

import pyarrow as pa

from vendorscreen.batch.suppliers import Supplier
from vendorscreen.errors import UsageError
from vendorscreen.matching import Match
from vendorscreen.matching.statement import statement
from vendorscreen.screening.supplier_effects import Effects
from vendorscreen.tender.tender import Party
from vendorscreen.vendor.vendor import Listing, Vendor

__all__ = [
    "FAILED",
    "POSSIBLE",
    "PREFIX",
    "REASON",
    "RESULT_FIELDS",
    "ROW",
    "SCREENED",
    "SKIPPED",
    "STATUS",
    "RowAnswer",
    "answers_of",
    "result_schema",
    "unanswered",
]

PREFIX = "screening_"
"""How the names of all added columns begin."""

SCREENED, SKIPPED, FAILED = "screened", "skipped", "failed"
ROW, STATUS, REASON = f"{PREFIX}row", f"{PREFIX}status", f"{PREFIX}reason"
POSSIBLE = f"{PREFIX}possible"

_STRINGS = pa.list_(pa.string())


class RowAnswer(NamedTuple):
    """One match of a supplier, the best unless all are wanted, or that there is none; the added columns, in order.

    ``reason`` says why a row was not screened, or what in a screened one was not understood. ``established`` and
    ``possible`` are effects, of the supplier with all its matches; ``rules`` are those that found something. What is as
    open for a supplier from there without a match is not counted as ``possible``: the purchase, lists not screened.
    ``candidate`` counts from 1, of ``candidates``. ``similarity`` is from 0 to 1. ``listings`` are the entries of the
    vendor in force on the day, ``listings_uncertain`` those of which the dates do not tell; ``programmes``,
    ``citations`` and ``sources`` (addresses) are those of the entries in force.
    """

    status: str
    reason: str | None = None
    established: str | None = None
    possible: str | None = None
    candidate: int | None = None
    candidates: int | None = None
    vendor: str | None = None
    vendor_name: str | None = None
    listed_name: str | None = None
    relation: str | None = None
    basis: str | None = None
    certainty: str | None = None
    similarity: float | None = None
    listings: tuple[str, ...] | None = None
    listings_uncertain: tuple[str, ...] | None = None
    programmes: tuple[str, ...] | None = None
    citations: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    rules: tuple[str, ...] | None = None
    explanation: str | None = None


_TYPES = {
    "candidate": pa.int32(),
    "candidates": pa.int32(),
    "similarity": pa.float64(),
    **dict.fromkeys(("listings", "listings_uncertain", "programmes", "citations", "sources", "rules"), _STRINGS),
}

RESULT_FIELDS: tuple[pa.Field, ...] = tuple(
    pa.field(f"{PREFIX}{name}", _TYPES.get(name, pa.string())) for name in RowAnswer._fields
)
"""The added columns with their Arrow types, in order."""


def result_schema(schema: pa.Schema, metadata: Mapping[bytes, bytes] | None = None) -> pa.Schema:
    """Return the schema of the answers to a list: its own columns, then the added ones; ``metadata`` tell its origin.

    Raises:
        UsageError: the list has a column with the name of an added one, other than those that say that a row was not
            screened; it was screened before.
    """
    own = [field for field in schema if field.name not in (STATUS, REASON)]
    added = {field.name for field in RESULT_FIELDS}
    taken = [field.name for field in own if field.name in added]
    if taken:
        raise UsageError(f"the list has columns of an earlier screening, drop them first: {', '.join(taken)}")
    return pa.schema([*own, *RESULT_FIELDS], metadata)


def unanswered(status: str, reason: str | None) -> RowAnswer:
    """Return the answer to a row that was skipped or failed."""
    return RowAnswer(status, reason)


def answers_of(supplier: Supplier, matches: Sequence[Match], effects: Effects, as_of: date) -> tuple[RowAnswer, ...]:
    """Return one answer per match; one without a vendor where there is none.

    Vendors with entries that count on the day stand first, then the surest: a subsidiary on no list, known only for its
    group, stands behind the listed group.
    """
    established, possible, reason = effects.established.word, effects.possible.word, supplier.reason
    if not matches:
        return (RowAnswer(SCREENED, reason, established, possible, candidates=0, rules=effects.rules or None),)
    party = supplier.party()
    entries = {match.vendor.id: _entries(match.vendor, as_of) for match in matches}
    ranked = sorted(matches, key=lambda match: not any(entries[match.vendor.id].values()))
    return tuple(
        RowAnswer(
            status=SCREENED,
            reason=reason,
            established=established,
            possible=possible,
            candidate=place,
            candidates=len(matches),
            vendor=match.vendor.id,
            vendor_name=match.vendor.name,
            listed_name=match.listed_name,
            relation=match.relation,
            basis=match.basis,
            certainty=match.certainty.word,
            similarity=round(match.similarity, 4),
            rules=effects.rules or None,
            explanation=_explanation(match, party),
            **entries[match.vendor.id],
        )
        for place, match in enumerate(ranked, 1)
    )


def _explanation(match: Match, party: Party) -> str:
    parts = [statement(match, party)]
    parts += [f"For: {'; '.join(match.speaks_for)}."] if match.speaks_for else []
    parts += [f"Against: {'; '.join(match.speaks_against)}."] if match.speaks_against else []
    return " ".join(parts)


class _Entries(TypedDict):
    listings: tuple[str, ...] | None
    listings_uncertain: tuple[str, ...] | None
    programmes: tuple[str, ...] | None
    citations: tuple[str, ...] | None
    sources: tuple[str, ...] | None


def _entries(vendor: Vendor, as_of: date) -> _Entries:
    active = [(listing, listing.active(as_of)) for listing in vendor.listings]
    inside = [listing for listing, holds in active if holds]
    return {
        "listings": _distinct(listing.id for listing in inside),
        "listings_uncertain": _distinct(listing.id for listing, holds in active if holds is None),
        "programmes": _distinct(listing.programme for listing in inside),
        "citations": _distinct(_citation(listing) for listing in inside),
        "sources": _distinct(source.url for listing in inside for source in listing.sources),
    }


def _distinct(texts: Iterable[str | None]) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(text for text in texts if text)) or None


def _citation(listing: Listing) -> str:
    return listing.citation or f"{listing.authority}, {listing.period.start or 'date not known'}"
