"""Parquet: every column with its type."""

from typing import BinaryIO, Self

import pyarrow as pa
import pyarrow.parquet as pq

__all__ = ["ParquetWriter"]

_GROUP_ROWS = 1 << 17
_GROUP_BYTES = 1 << 26


class ParquetWriter:
    """Writes answers as Parquet, compressed with Zstandard, in row groups of about 131,000 rows."""

    def __init__(self, file: BinaryIO, schema: pa.Schema) -> None:
        self._writer = pq.ParquetWriter(file, schema, compression="zstd")
        self._waiting: list[pa.RecordBatch] = []

    def write(self, batch: pa.RecordBatch) -> None:
        """Write rows, once there are enough for a row group."""
        self._waiting.append(batch)
        rows = sum(one.num_rows for one in self._waiting)
        if rows >= _GROUP_ROWS or sum(one.nbytes for one in self._waiting) >= _GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(pa.Table.from_batches(self._waiting))
            self._waiting.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._flush()
        self._writer.close()
