"""Which format a supplier list has, told from its first bytes, never from the name of the file."""

import re
from pathlib import Path

from vendorscreen.batch.columns import Given
from vendorscreen.batch.reading.delimited import DelimitedTable
from vendorscreen.batch.reading.json_lines import JsonLinesTable
from vendorscreen.batch.reading.parquet import ParquetTable
from vendorscreen.batch.reading.sheet import WorkbookTable
from vendorscreen.batch.reading.table import SupplierTable, TableError, refused_as_table
from vendorscreen.file.content import file_digest, opened
from vendorscreen.file.encoding import Encoding

__all__ = ["open_table"]

_REFUSED = {
    b"\xd0\xcf\x11\xe0": "an old Excel workbook or a locked one: save it as XLSX without a password",
    b"\x1f\x8b": "packed with gzip: unpack it first",
    b"BZh": "packed with bzip2: unpack it first",
    b"\xfd7zX": "packed with xz: unpack it first",
    b"%PDF": "a PDF: export the list as CSV or XLSX",
    b"ORC": "an ORC file: write it as Parquet",
}
_BOM = b"\xef\xbb\xbf"
_NOTHING = _BOM + b"\xff\xfe \t\v\f\r\n"
"""Bytes of byte-order marks and blanks."""

_JSON_LIST = re.compile(rb"\[\s*[{\]]")
_MARKUP = re.compile(rb"<(!DOCTYPE|html|\?xml|table)", re.IGNORECASE)


def open_table(
    path: Path, given: Given | None = None, *, sheet: str | None = None, encoding: Encoding | None = None
) -> SupplierTable:
    """Return the supplier list in a file: CSV or other delimited text, XLSX, JSON Lines or Parquet.

    Args:
        path: the file.
        given: columns by what they hold, before those found by their headers and cells.
        sheet: the sheet of a workbook; the one that says most of suppliers where it is ``None``.
        encoding: what somebody said of the text that is no UTF-8; its letters are to tell where it is ``None``.

    Raises:
        TableError: the file is missing, of another format, damaged, too large to unpack, or has no column of names.
        UsageError: ``given`` or ``sheet`` name what does not exist, or the name is doubtful.
    """
    with refused_as_table():
        with opened(path) as file:
            head = file.read(4096)
        reader, digest = _reader(path, head), file_digest(path)
        table = _opened(reader, path, given or {}, sheet, encoding)
    table.digest = digest
    return table


def _opened(
    reader: type[SupplierTable], path: Path, given: Given, sheet: str | None, encoding: Encoding | None
) -> SupplierTable:
    if encoding and not issubclass(reader, DelimitedTable | JsonLinesTable):
        raise TableError(path, "this is no text, it has no encoding")
    if issubclass(reader, WorkbookTable):
        return reader(path, given, sheet)
    if sheet:
        raise TableError(path, f"this is no workbook, it has no sheet '{sheet}'")
    return reader(path, given, encoding) if issubclass(reader, DelimitedTable | JsonLinesTable) else reader(path, given)


def _reader(path: Path, head: bytes) -> type[SupplierTable]:
    for start, words in _REFUSED.items():
        if head.startswith(start):
            raise TableError(path, f"this is {words}")
    text = head.removeprefix(_BOM).lstrip()
    if not head.strip(_NOTHING):
        raise TableError(path, "the file is empty")
    if _JSON_LIST.match(text):
        raise TableError(path, "this is one JSON list: write one object per line (JSON Lines)")
    if _MARKUP.match(text):
        raise TableError(path, "this is HTML or XML: save the list as CSV or XLSX")
    if head.startswith(b"PAR1"):
        return ParquetTable
    if head.startswith(b"PK\x03\x04"):
        return WorkbookTable
    if text.startswith(b"{"):
        return JsonLinesTable
    return DelimitedTable
