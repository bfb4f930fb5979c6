"""Vendors, their dated listings, and the programmes behind them."""

from vendorscreen.watchlist.model import Listing, Programme, Vendor
from vendorscreen.watchlist.reading import read_watchlists
from vendorscreen.watchlist.watchlist import Watchlist

__all__ = ["Listing", "Programme", "Vendor", "Watchlist", "read_watchlists"]
