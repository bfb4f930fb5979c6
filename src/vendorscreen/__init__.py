"""Procurement risk screening: who stands behind a tender, and what is known of them on a date.

>>> from vendorscreen import Screener, read_tender
>>> report = Screener.default().check(read_tender("tender.yaml"))  # doctest: +SKIP
"""

from importlib import import_module

__version__ = "0.1.0"

_HOMES = {
    "NameIndex": "name",
    "Report": "report",
    "Screener": "screening",
    "Tender": "tender",
    "compare_names": "name",
    "read_rules": "rule",
    "read_tender": "tender",
    "read_tenders": "tender",
    "read_watchlists": "watchlist",
    "DocumentError": "errors",
    "InputError": "errors",
    "ListError": "errors",
    "NameIndexError": "errors",
    "RuleError": "errors",
    "TenderError": "errors",
    "UsageError": "errors",
    "VendorscreenError": "errors",
    "WatchlistError": "errors",
}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table above is the list


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that importing one part does not load all."""
    if name not in _HOMES:
        raise AttributeError(f"module 'vendorscreen' has no attribute '{name}'")
    return getattr(import_module(f"vendorscreen.{_HOMES[name]}"), name)
