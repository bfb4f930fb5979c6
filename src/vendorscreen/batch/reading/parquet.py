"""Parquet: columns keep their types; what a small file unpacks to is bounded."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from vendorscreen.batch.answers import REASON, ROW, STATUS
from vendorscreen.batch.columns import find_columns
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

    def __init__(self, path: Path, given: Mapping[str, str]) -> None:
        self._path = path
        try:
            with pq.ParquetFile(path) as file:
                own, metadata = file.schema_arrow, file.metadata
        except (pa.ArrowException, OSError) as error:
            raise TableError(path, f"this is no Parquet file that can be read ({_first_line(error)})") from None
        if len(own) > MOST_COLUMNS:
            raise TableError(path, f"more than {MOST_COLUMNS:,} columns")
        self._check_size(metadata)
        names = unique_columns(own.names)
        columns = find_columns(names, given)
        if columns is None:
            raise TableError(path, f"no column looks like the name of a supplier; there are: {', '.join(names[:20])}")
        for name in columns.read:
            _check_type(path, name, own.field(names.index(name)).type)
        self.columns = columns
        self.notes: tuple[str, ...] = (f"Parquet, {metadata.num_rows:,} rows",)
        self._rows = max(1, metadata.num_rows)
        fields = [pa.field(name, _plain(field.type)) for name, field in zip(names, own, strict=True)]
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

    def _numbered(self, batch: pa.RecordBatch, number: int) -> pa.RecordBatch:
        own = [column.cast(field.type) for column, field in zip(batch.columns, list(self.schema)[1:-2], strict=True)]
        nothing = pa.nulls(batch.num_rows, pa.string())
        rows = pa.array(range(number, number + batch.num_rows), pa.int64())
        return pa.RecordBatch.from_arrays([rows, *own, nothing, nothing], schema=self.schema)

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
