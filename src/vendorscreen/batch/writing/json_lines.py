"""JSON Lines: one object per row, lists as lists, columns without a value left out."""

from pathlib import Path

import msgspec
import pyarrow as pa

__all__ = ["JsonLinesWriter"]

_ENCODER = msgspec.json.Encoder()


class JsonLinesWriter:
    """Writes answers as JSON Lines, UTF-8."""

    def __init__(self, path: Path, _: pa.Schema) -> None:
        self._file = path.open("wb")

    def write(self, batch: pa.RecordBatch) -> None:
        """Write rows."""
        rows = ({key: value for key, value in row.items() if value is not None} for row in batch.to_pylist())
        self._file.write(_ENCODER.encode_lines(rows))

    def close(self) -> None:
        """Finish the file."""
        self._file.close()
