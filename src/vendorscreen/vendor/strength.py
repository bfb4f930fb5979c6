"""Which of a vendor's listings weigh most: the order in which they are shown wherever only some of them are."""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from vendorscreen.vendor.vendor import Listing, ListingKind

__all__ = ["counting_listings", "said_once", "strongest_first"]

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
    """Return the listings that count on a day, or may, the strongest first; what several lists say, once."""
    counting = [listing for listing in listings if listing.active(day) is not False]
    return tuple(same[0] for same in said_once(strongest_first(counting, day)))


def strongest_first(listings: Iterable[Listing], day: date | None = None) -> list[Listing]:
    """Return listings, the strongest first.

    Those that surely count on the day stand before those of which it is not known, and these before those that do not;
    then the kind decides, then primary evidence, then the later start.
    """
    return sorted(listings, key=lambda one: _order(one, None if day is None else one.active(day)))


def said_once(listings: Iterable[Listing]) -> list[list[Listing]]:
    """Return listings in their order, together those that say the same: kind, programme, listed name and start.

    Of those together one with a citation stands first.
    """
    together: dict[tuple[object, ...], list[Listing]] = {}
    for one in listings:
        key = (one.id,) if one.programme is None else (one.kind, one.programme, one.listed_name, one.period.start)
        together.setdefault(key, []).append(one)
    return [sorted(same, key=lambda one: not one.citation) for same in together.values()]


def _order(listing: Listing, active: bool | None) -> tuple[object, ...]:
    start, counts = listing.later_clock, {True: 0, None: 1, False: 2}[active]
    primary = listing.evidence == "primary"
    return counts, _RANK[listing.kind], not primary, -start.first.toordinal() if start else 0, listing.id
