"""JSON Lines: one object per row, lists as lists, columns without a value left out."""

from typing import BinaryIO, Self

import msgspec
import pyarrow as pa

from vendorscreen.batch.values import values

__all__ = ["JsonLinesWriter"]

_ENCODER = msgspec.json.Encoder()


class JsonLinesWriter:
    """Writes answers as JSON Lines, UTF-8."""

    def __init__(self, file: BinaryIO, _: pa.Schema) -> None:
        self._file = file

    def write(self, batch: pa.RecordBatch) -> None:
        """Write rows."""
        names = batch.schema.names
        rows = zip(*map(values, batch.columns), strict=True)
        self._file.write(
            _ENCODER.encode_lines(
                {name: cell for name, cell in zip(names, row, strict=True) if cell is not None} for row in rows
            )
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.flush()
