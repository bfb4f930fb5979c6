"""Answers to files: CSV, XLSX, JSON Lines and Parquet."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from vendorscreen.batch.writing.delimited_output import CsvWriter
from vendorscreen.batch.writing.json_lines_output import JsonLinesWriter
from vendorscreen.batch.writing.parquet_output import ParquetWriter
from vendorscreen.batch.writing.workbook_output import MOST_ROWS, WorkbookWriter
from vendorscreen.errors import UsageError

__all__ = ["ENDINGS", "MOST_ROWS", "ResultWriter", "WorkbookWriter", "is_workbook", "writer_for"]

ResultWriter = CsvWriter | JsonLinesWriter | ParquetWriter | WorkbookWriter

ENDINGS: Mapping[str, type[ResultWriter]] = {
    ".csv": CsvWriter,
    ".jsonl": JsonLinesWriter,
    ".ndjson": JsonLinesWriter,
    ".parquet": ParquetWriter,
    ".xlsx": WorkbookWriter,
}
"""Writers by how the name of the result ends."""


def is_workbook(output: Path) -> bool:
    """Return whether a result of this name is a workbook, whose sheet holds ``MOST_ROWS`` rows below the header."""
    return _writer_class(output) is WorkbookWriter


def writer_for(
    output: Path, file: BinaryIO, schema: pa.Schema, delimiter: str = ",", *, marked: bool = False
) -> ResultWriter:
    """Return a writer to ``file`` in the format that the name of ``output`` ends in; it finishes at the end of a with.

    ``delimiter`` and ``marked`` are those of delimited text.

    Raises:
        UsageError: the name ends in no format.
    """
    kind = _writer_class(output)
    return CsvWriter(file, schema, delimiter, marked=marked) if kind is CsvWriter else kind(file, schema)


def _writer_class(output: Path) -> type[ResultWriter]:
    try:
        return ENDINGS[output.suffix.lower()]
    except KeyError:
        raise UsageError(f"{output}: no format of results, the name must end in {', '.join(ENDINGS)}") from None
