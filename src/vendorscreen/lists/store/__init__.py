"""Installed lists: editions on disk, downloads, and the compiled form that starts at once."""

from vendorscreen.lists.store.edition import Edition, Manifest, StoredFile
from vendorscreen.lists.store.home import home_folder, kept_documents
from vendorscreen.lists.store.list_store import ListStore

__all__ = ["Edition", "ListStore", "Manifest", "StoredFile", "home_folder", "kept_documents"]
