"""Vendors, their dated listings, and the programmes behind them; the files that hold them."""

from vendorscreen.vendor.vendor import Listing, Programme, Vendor

__all__ = ["Listing", "Programme", "Vendor"]
