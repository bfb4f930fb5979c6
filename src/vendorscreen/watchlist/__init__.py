"""The vendors a screening looks among: curated files and installed lists, joined."""

from importlib import import_module
from typing import TYPE_CHECKING

from vendorscreen.watchlist.installed import installed_watchlist
from vendorscreen.watchlist.watchlist import Watchlist

if TYPE_CHECKING:
    from vendorscreen.watchlist.vendor_folders import read_watchlists

__all__ = ["Watchlist", "installed_watchlist", "read_watchlists"]


def __getattr__(name: str) -> object:
    """Import what reads vendor files when it is first used: compiled ones are opened without its models."""
    if name != "read_watchlists":
        raise AttributeError(f"module 'vendorscreen.watchlist' has no attribute '{name}'")
    return import_module("vendorscreen.watchlist.vendor_folders").read_watchlists
