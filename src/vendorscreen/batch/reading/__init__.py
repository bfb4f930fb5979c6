"""Supplier lists of every usual format, read in chunks of rows."""

from vendorscreen.batch.reading.opening import open_table
from vendorscreen.batch.reading.table import Chunk, SupplierTable

__all__ = ["Chunk", "SupplierTable", "open_table"]
