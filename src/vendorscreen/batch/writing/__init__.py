"""Answers to files: CSV, XLSX, JSON Lines and Parquet."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from vendorscreen.batch.writing.delimited_output import CsvWriter
from vendorscreen.batch.writing.json_lines_output import JsonLinesWriter
from vendorscreen.batch.writing.parquet_output import ParquetWriter
from vendorscreen.batch.writing.workbook_output import MOST_ROWS, WorkbookWriter
from vendorscreen.file.ending import by_ending

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
    return by_ending(output, ENDINGS) is WorkbookWriter


def writer_for(
    output: Path, file: BinaryIO, schema: pa.Schema, delimiter: str = ",", *, marked: bool = False
) -> ResultWriter:
    """Return a writer to ``file`` in the format that the name of ``output`` ends in; it finishes at the end of a with.

    ``delimiter`` and ``marked`` are those of delimited text.

    Raises:
        UsageError: the name ends in no format.
    """
    kind = by_ending(output, ENDINGS)
    return CsvWriter(file, schema, delimiter, marked=marked) if kind is CsvWriter else kind(file, schema)
