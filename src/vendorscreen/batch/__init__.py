"""Supplier lists of any size against a watchlist: Arrow batches, files, a process pool, Spark."""

from vendorscreen.batch.answers import RESULT_FIELDS, Answer, result_schema
from vendorscreen.batch.columns import SupplierColumns, find_columns
from vendorscreen.batch.screening import ScreeningOptions, screen_batches

__all__ = [
    "RESULT_FIELDS",
    "Answer",
    "ScreeningOptions",
    "SupplierColumns",
    "find_columns",
    "result_schema",
    "screen_batches",
]
