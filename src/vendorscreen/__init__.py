"""Procurement risk screening: who stands behind a tender, and what is known of them on a date.

>>> from vendorscreen import Screener, read_tender
>>> report = Screener.default().check(read_tender("tender.yaml"))  # doctest: +SKIP
"""

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vendorscreen.errors import (
        DocumentError,
        InputError,
        ListError,
        NameIndexError,
        RuleError,
        TenderError,
        UsageError,
        VendorscreenError,
        WatchlistError,
    )
    from vendorscreen.matching import Certainty, Match
    from vendorscreen.name import NameIndex, compare_names
    from vendorscreen.report import Report
    from vendorscreen.rule import Effect, read_rules
    from vendorscreen.screening import Screener, Screening
    from vendorscreen.screening.lists import import_list, update_list, watchlist_of
    from vendorscreen.tender import (
        Party,
        Tender,
        read_tender,
        read_tenders,
    )
    from vendorscreen.vendor import Listing, Vendor
    from vendorscreen.watchlist import Watchlist, read_watchlists

__version__ = "0.1.0"

__all__ = [
    "Certainty",
    "DocumentError",
    "Effect",
    "InputError",
    "ListError",
    "Listing",
    "Match",
    "NameIndex",
    "NameIndexError",
    "Party",
    "Report",
    "RuleError",
    "Screener",
    "Screening",
    "Tender",
    "TenderError",
    "UsageError",
    "Vendor",
    "VendorscreenError",
    "Watchlist",
    "WatchlistError",
    "compare_names",
    "import_list",
    "read_rules",
    "read_tender",
    "read_tenders",
    "read_watchlists",
    "update_list",
    "watchlist_of",
]

_HOMES = {
    "DocumentError": "errors",
    "InputError": "errors",
    "ListError": "errors",
    "NameIndexError": "errors",
    "RuleError": "errors",
    "TenderError": "errors",
    "UsageError": "errors",
    "VendorscreenError": "errors",
    "WatchlistError": "errors",
    "Certainty": "matching",
    "Match": "matching",
    "NameIndex": "name",
    "compare_names": "name",
    "Report": "report",
    "Effect": "rule",
    "read_rules": "rule",
    "Screener": "screening",
    "Screening": "screening",
    "Party": "tender",
    "Tender": "tender",
    "read_tender": "tender",
    "read_tenders": "tender",
    "Listing": "vendor",
    "Vendor": "vendor",
    "Watchlist": "watchlist",
    "read_watchlists": "watchlist",
    "import_list": "screening.lists",
    "update_list": "screening.lists",
    "watchlist_of": "screening.lists",
}

logging.getLogger("vendorscreen").addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that importing one part does not load all."""
    if name not in _HOMES:
        raise AttributeError(f"module 'vendorscreen' has no attribute '{name}'")
    return getattr(import_module(f"vendorscreen.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return [*__all__, "__version__"]
