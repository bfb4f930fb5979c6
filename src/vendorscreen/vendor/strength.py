"""Which of a vendor's listings weigh most: the order in which they are shown wherever only some of them are."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from vendorscreen.vendor.vendor import Listing, ListingKind

__all__ = ["counting_listings"]

_BY_WEIGHT: tuple[ListingKind, ...] = (
    "sanction", "procurement_ban", "debarment", "authorisation_ban", "military_company", "forced_labour",
    "export_control", "trade_measure", "investment_ban", "category_policy", "removal", "deal_blocked", "not_invited",
    "purchase_abandoned", "suspension", "ruling", "investigation", "security_warning", "pending_action", "resolution",
    "members_letter", "commercial_termination", "clearance", "award", "context",
)  # fmt: skip
"""Kinds of listings: what forbids, then what limits, then what others decided, then what was said."""

_RANK = {kind: rank for rank, kind in enumerate(_BY_WEIGHT)}
assert _RANK.keys() == set(get_args(ListingKind)), "every kind of listing has its weight"  # noqa: S101 - seen when a kind is added


def counting_listings(listings: Iterable[Listing], day: date) -> tuple[Listing, ...]:
    """Return the listings that count on a day, or may, the strongest first.

    Surely counting ones stand before those of which it is not known; then the kind decides, then primary evidence, then
    the later start. Entries of several lists that say the same are one: the first that has a citation.
    """
    held = [(listing.active(day), listing) for listing in listings]
    ordered = sorted((one for one in held if one[0] is not False), key=lambda one: _order(*one))
    same: dict[tuple[object, ...], Listing] = {}
    for _, listing in ordered:
        key = (
            (listing.kind, listing.programme, listing.listed_name, listing.period.start)
            if listing.programme
            else (listing.id,)
        )
        known = same.get(key)
        if known is None or (listing.citation and not known.citation):
            same[key] = listing
    return tuple(same.values())


def _order(active: bool | None, listing: Listing) -> tuple[object, ...]:
    start = listing.later_clock
    primary = listing.evidence == "primary"
    return (not active, _RANK[listing.kind], not primary, -start.first.toordinal() if start else 0, listing.id)
