"""Parquet: columns keep their types; a file is read in a process of its own, whose end is told as damage."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from vendorscreen.batch.answers import REASON, ROW, SKIPPED, STATUS
from vendorscreen.batch.apart import apart
from vendorscreen.batch.columns import Given, find_columns
from vendorscreen.batch.passing import decode_batch
from vendorscreen.batch.reading.parquet_rows import Look, look, rows
from vendorscreen.batch.reading.table import MOST_COLUMNS, Chunk, TableError, refused_as_table, unique_columns
from vendorscreen.batch.values import values

__all__ = ["ParquetTable"]


class ParquetTable:
    """A supplier list as a Parquet file. Rows are numbered from 1."""

    delimiter, marked = ",", False
    digest: str

    def __init__(self, path: Path, given: Given) -> None:
        self._path = path
        told, first = map(bytes, apart(look, path))
        seen, sample = msgspec.msgpack.decode(told, type=Look), decode_batch(first)
        own = len(seen.names)
        names = unique_columns([*seen.names, *(".".join(one.names) for one in seen.nested)])[:MOST_COLUMNS]
        columns = find_columns(names, given, [_shown(column) for column in sample.columns[: len(names)]])
        if columns is None:
            raise TableError(path, f"no column looks like the name of a supplier; there are: {', '.join(names[:20])}")
        types = dict(zip(names, sample.schema.types, strict=False))
        for name in columns.read:
            _check_type(path, name, types[name])
        self.columns = columns
        self._within = [one for name, one in zip(names[own:], seen.nested, strict=False) if name in columns.read]
        self._rows = max(1, seen.rows)
        self.notes: tuple[str, ...] = (f"Parquet, {seen.rows:,} rows", *_warnings(names, seen))
        kept = [*names[:own], *(name for name in names[own:] if name in columns.read)]
        faults = [pa.field(STATUS, pa.string()), pa.field(REASON, pa.string())]
        fields = [pa.field(name, types[name]) for name in kept]
        self.schema = pa.schema([pa.field(ROW, pa.int64(), nullable=False), *fields, *faults])

    def chunks(self) -> Iterator[Chunk]:
        """Yield the rows in order.

        Raises:
            TableError: the file has changed, or is damaged further on.
        """
        number = 1
        with refused_as_table():
            for content in apart(partial(rows, within=self._within), self._path):
                batch = self._numbered(decode_batch(content), number)
                number += batch.num_rows
                yield Chunk(batch, min(1.0, number / self._rows))

    def _numbered(self, batch: pa.RecordBatch, number: int) -> pa.RecordBatch:
        if batch.schema.types != self.schema.types[1:-2]:
            raise TableError(self._path, "the file has changed since it was opened")
        several = self._several_names(batch)
        nothing = pa.scalar(None, pa.string())
        faults = [pc.if_else(several, text, nothing) for text in (SKIPPED, "the name is a list")]
        places = pa.array(range(number, number + batch.num_rows), pa.int64())
        return pa.RecordBatch.from_arrays([places, *batch.columns, *faults], schema=self.schema)

    def _several_names(self, batch: pa.RecordBatch) -> pa.Array:
        """Return which rows hold a list of several texts where a name is read."""
        several = pa.array([False] * batch.num_rows)
        for name in self.columns.names:
            column = batch.column(self.schema.get_field_index(name) - 1)
            if pa.types.is_list(column.type):
                lengths = pc.fill_null(pc.list_value_length(column), 0)
                several = pc.or_(several, pc.greater(lengths, 1))
        return several


def _shown(column: pa.Array) -> list[str | None]:
    return [None if cell is None else str(cell) for cell in values(column)]


def _warnings(names: tuple[str, ...], seen: Look) -> Iterator[str]:
    for place in seen.repaired:
        yield f"warning: column '{names[place]}' holds text that is no UTF-8; what could not be read is \ufffd"


def _check_type(path: Path, name: str, kind: pa.DataType) -> None:
    strings = pa.types.is_list(kind) and pa.types.is_string(kind.value_type)
    if not (pa.types.is_string(kind) or pa.types.is_integer(kind) or strings):
        raise TableError(path, f"column '{name}' holds {kind}, text is needed")
