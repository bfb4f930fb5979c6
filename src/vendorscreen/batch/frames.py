"""Suppliers in the frames of any library, handed over through Arrow: none of these libraries is imported."""

from collections import Counter
from typing import Protocol

import pyarrow as pa

from vendorscreen.batch.answers import result_schema
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.reading.table import CHUNK_ROWS
from vendorscreen.batch.row_screening import ScreeningOptions, screen_batches
from vendorscreen.batch.views import schema_without_views
from vendorscreen.errors import UsageError
from vendorscreen.screening import Screener

__all__ = ["ArrowFrame", "screen_table"]


class ArrowFrame(Protocol):
    """What can be handed over as Arrow data: frames of pandas and Polars, DuckDB relations, tables of pyarrow."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Return a capsule with a stream of Arrow data."""


def screen_table(suppliers: ArrowFrame, options: ScreeningOptions, screener: Screener | None = None) -> pa.Table:
    """Return the rows of a list of suppliers, in their order, with the columns of ``RESULT_FIELDS`` added.

    Without rows the columns are added all the same. What libraries keep beside the rows (the index of pandas) is kept.

    Args:
        suppliers: the list, with a column of names; its columns are found or given as for files.
        options: how the list is screened.
        screener: what it is screened with; ``Screener.default()`` where none is given.

    Raises:
        UsageError: it is no table, no column holds names, or columns of an earlier screening are there.
    """
    table = _table(suppliers)
    used = screener or Screener.default()
    if table.num_rows:
        answers = pa.Table.from_batches(screen_batches(iter(table.to_batches(CHUNK_ROWS)), used, options))
    else:
        origin = Origin.of(used, options.as_of, options.buyer)
        answers = result_schema(schema_without_views(table.schema), origin.metadata()).empty_table()
    return answers.replace_schema_metadata({**(table.schema.metadata or {}), **answers.schema.metadata})


def _table(suppliers: ArrowFrame) -> pa.Table:
    if not (hasattr(suppliers, "__arrow_c_stream__") or hasattr(suppliers, "__arrow_c_array__")):
        kind = f"{type(suppliers).__module__}.{type(suppliers).__name__}".removeprefix("builtins.")
        raise UsageError(
            f"{kind} is no table: give a frame of pandas or Polars, a DuckDB relation or Arrow data;"
            " rows in a list: pyarrow.Table.from_pylist(rows); a file: vendorscreen batch"
        )
    try:
        table = pa.table(suppliers)
    except (pa.ArrowException, ValueError, TypeError) as error:  # columns that Arrow has no type for, or one column
        raise UsageError(f"no table of suppliers: {' '.join(map(str, error.args))}") from None
    twice = [name for name, count in Counter(table.schema.names).items() if count > 1]
    if twice:
        raise UsageError(f"several columns have the same name: {', '.join(twice)}; rename them")
    return table
