"""Supplier lists of any size against a watchlist: Arrow batches, files, a process pool, Spark."""

from vendorscreen.batch.answers import RESULT_FIELDS, RowAnswer, result_schema
from vendorscreen.batch.bundle import open_bundle, write_bundle
from vendorscreen.batch.columns import SupplierColumns, find_columns
from vendorscreen.batch.frames import screen_table
from vendorscreen.batch.row_screening import ScreeningOptions, screen_batches
from vendorscreen.screening.source import ScreenerSource

__all__ = [
    "RESULT_FIELDS",
    "RowAnswer",
    "ScreenerSource",
    "ScreeningOptions",
    "SupplierColumns",
    "find_columns",
    "open_bundle",
    "result_schema",
    "screen_batches",
    "screen_table",
    "write_bundle",
]
