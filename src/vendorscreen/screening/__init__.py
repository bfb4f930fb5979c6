"""The engine put together: tenders and suppliers against watchlists and rules."""

from vendorscreen.screening.screener import Screener
from vendorscreen.screening.shipped import shipped_folder
from vendorscreen.screening.supplier import Screening

__all__ = ["Screener", "Screening", "shipped_folder"]
