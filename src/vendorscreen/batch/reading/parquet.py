"""Parquet: columns keep their types; what a small file unpacks to is bounded."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from vendorscreen.batch.answers import REASON, ROW, SKIPPED, STATUS
from vendorscreen.batch.cells import SAMPLED_ROWS
from vendorscreen.batch.columns import Given, find_columns
from vendorscreen.batch.reading.table import (
    CHUNK_CHARACTERS,
    CHUNK_ROWS,
    MOST_COLUMNS,
    Chunk,
    TableError,
    unique_columns,
)

__all__ = ["ParquetTable"]

_MOST_BYTES = 1 << 30
"""Bytes one column of a row group may unpack to."""


class ParquetTable:
    """A supplier list as a Parquet file. Rows are numbered from 1."""

    delimiter, marked = ",", False
    digest: str

    def __init__(self, path: Path, given: Given) -> None:
        self._path = path
        try:
            with pq.ParquetFile(path) as file:
                own, metadata = file.schema_arrow, file.metadata
        except (pa.ArrowException, OSError) as error:
            raise TableError(path, f"this is no Parquet file that can be read ({_first_line(error)})") from None
        if len(own) > MOST_COLUMNS:
            raise TableError(path, f"more than {MOST_COLUMNS:,} columns")
        self._check_size(metadata)
        nested = [path for field in own for path in _nested(field)]
        names = unique_columns([*own.names, *map(".".join, nested)])
        within = dict(zip(names[len(own) :], nested, strict=True))
        types = {name: own.field(place).type for place, name in enumerate(names[: len(own)])}
        types |= {name: _type_at(own, path) for name, path in within.items()}
        columns = find_columns(names, given, self._sampled(within))
        if columns is None:
            raise TableError(path, f"no column looks like the name of a supplier; there are: {', '.join(names[:20])}")
        for name in columns.read:
            _check_type(path, name, types[name])
        self._within = {name: within[name] for name in columns.read if name in within}
        self.columns = columns
        self.notes: tuple[str, ...] = (f"Parquet, {metadata.num_rows:,} rows",)
        self._rows = max(1, metadata.num_rows)
        fields = [pa.field(name, _plain(types[name])) for name in names if name not in within or name in self._within]
        faults = [pa.field(STATUS, pa.string()), pa.field(REASON, pa.string())]
        self.schema = pa.schema([pa.field(ROW, pa.int64(), nullable=False), *fields, *faults])
        self._texts = [field.name for field in own if _is_text(field.type)]

    def chunks(self) -> Iterator[Chunk]:
        """Yield the rows in order.

        Raises:
            TableError: the file is damaged further on.
        """
        number = 1
        try:
            with pq.ParquetFile(self._path, read_dictionary=self._texts) as file:
                for batch in file.iter_batches(CHUNK_ROWS):
                    for part in _small(batch):
                        yield Chunk(self._numbered(part, number), min(1.0, (number + part.num_rows) / self._rows))
                        number += part.num_rows
        except (pa.ArrowException, OSError) as error:
            raise TableError(self._path, f"row {number} cannot be read ({_first_line(error)})") from None

    def _sampled(self, within: Mapping[str, Sequence[str]]) -> list[list[str | None]]:
        """Return the cells of each column, then of each within one, of the first rows; a damaged file has none here."""
        try:
            with pq.ParquetFile(self._path) as file:
                batch = next(file.iter_batches(SAMPLED_ROWS), None)
        except (pa.ArrowException, OSError):
            return []
        if batch is None:
            return []
        columns = [*batch.columns, *(_at(batch, path) for path in within.values())]
        return [[None if cell is None else str(cell) for cell in column.to_pylist()] for column in columns]

    def _numbered(self, batch: pa.RecordBatch, number: int) -> pa.RecordBatch:
        columns = [*batch.columns, *(_at(batch, path) for path in self._within.values())]
        own = [column.cast(field.type) for column, field in zip(columns, list(self.schema)[1:-2], strict=True)]
        several = self._several_names(own, batch.num_rows)
        nothing = pa.scalar(None, pa.string())
        faults = [pc.if_else(several, text, nothing) for text in (SKIPPED, "the name is a list")]
        rows = pa.array(range(number, number + batch.num_rows), pa.int64())
        return pa.RecordBatch.from_arrays([rows, *own, *faults], schema=self.schema)

    def _several_names(self, own: Sequence[pa.Array], rows: int) -> pa.Array:
        """Return which rows hold a list of several texts where a name is read."""
        several = pa.array([False] * rows)
        for name in self.columns.names:
            column = own[self.schema.get_field_index(name) - 1]
            if pa.types.is_list(column.type):
                lengths = pc.fill_null(pc.list_value_length(column), 0)
                several = pc.or_(several, pc.greater(lengths, 1))
        return several

    def _check_size(self, metadata: pq.FileMetaData) -> None:
        for group in range(metadata.num_row_groups):
            for place in range(metadata.num_columns):
                column = metadata.row_group(group).column(place)
                if column.total_uncompressed_size > _MOST_BYTES:
                    raise TableError(
                        self._path,
                        f"column '{column.path_in_schema}' of row group {group} unpacks to more than "
                        f"{_MOST_BYTES:,} bytes; write the file with smaller row groups",
                    )


def _nested(field: pa.Field, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the paths of fields within a struct."""
    path = (*above, field.name)
    if pa.types.is_struct(field.type):
        for inner in field.type.fields:
            yield from _nested(inner, path)
    elif above:
        yield path


def _type_at(schema: pa.Schema, path: Sequence[str]) -> pa.DataType:
    kind = schema.field(path[0]).type
    for name in path[1:]:
        kind = kind.field(name).type
    return kind


def _at(batch: pa.RecordBatch, path: Sequence[str]) -> pa.Array:
    """Return the values at a path within structs; nothing where a struct is."""
    return pc.struct_field(batch.column(path[0]), list(path[1:]))


def _small(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Yield the rows in parts whose text, written out, does not fill the memory: repeated text is stored once."""
    if batch.num_rows > 1 and sum(_characters(column) for column in batch.columns) > CHUNK_CHARACTERS:
        half = batch.num_rows // 2
        yield from _small(batch.slice(0, half))
        yield from _small(batch.slice(half))
    else:
        yield batch


def _characters(column: pa.Array) -> int:
    if not isinstance(column, pa.DictionaryArray):
        return 0
    lengths = pc.binary_length(column.dictionary).cast(pa.int64())
    return pc.sum(lengths.take(column.indices)).as_py() or 0


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_dictionary(kind))


def _plain(kind: pa.DataType) -> pa.DataType:
    """Return the type in which a column is kept: text and dictionaries of text become plain text."""
    text = _is_text(kind) and (not pa.types.is_dictionary(kind) or pa.types.is_string(kind.value_type))
    return pa.string() if text else kind


def _check_type(path: Path, name: str, kind: pa.DataType) -> None:
    strings = pa.types.is_list(kind) and pa.types.is_string(kind.value_type)
    if not (_plain(kind) == pa.string() or pa.types.is_integer(kind) or strings):
        raise TableError(path, f"column '{name}' holds {kind}, text is needed")


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]
