"""Suppliers in the frames of any library, handed over through Arrow: none of these libraries is imported."""

from collections import Counter
from datetime import date
from typing import Protocol

import pyarrow as pa

from vendorscreen.batch.answers import result_schema
from vendorscreen.batch.columns import Given
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.reading.table import CHUNK_ROWS
from vendorscreen.batch.row_screening import ScreeningOptions, screen_batches
from vendorscreen.errors import UsageError
from vendorscreen.screening import Screener

__all__ = ["ArrowFrame", "screen_table"]
