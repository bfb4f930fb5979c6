"""Installed lists: editions on disk, downloads, and the compiled form that starts at once."""

from vendorscreen.watchlist.store.edition import Edition, Manifest, StoredFile
from vendorscreen.watchlist.store.home import home_folder, kept_documents
from vendorscreen.watchlist.store.lists import ListStore

__all__ = ["Edition", "ListStore", "Manifest", "StoredFile", "home_folder", "kept_documents"]
