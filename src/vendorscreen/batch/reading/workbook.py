"""XLSX workbooks: the first visible sheet with a column of names; size bounded before a reader sees the file."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.reading.table import HEADER_WITHIN, Chunk, ChunkBuilder, TableError, find_header

__all__ = ["WorkbookTable"]

_MOST_BYTES = 1 << 30
"""Bytes all files within a workbook may unpack to together."""
_MOST_MEMBERS = 10_000
_MOST_CELLS = 30_000_000
"""Cells of the rectangle that a sheet's outermost cells span; the reader holds all of it in memory."""
_BLOCK = 1 << 20
_OVERLAP = 64
_CELL = re.compile(rb'r="([A-Z]{1,3})([0-9]{1,7})"')

Cell = str | float | bool | date | datetime | time | timedelta


class WorkbookTable:
    """A supplier list as a sheet. Rows are numbered as in the sheet; cells are text, whole numbers without a point."""

    def __init__(self, path: Path, given: Mapping[str, str]) -> None:
        self._path = path
        _check_size(path)
        try:
            self._workbook = CalamineWorkbook.from_path(str(path))
            self._sheet, self._header_row, names, self.columns, notes = self._found(given)
        except CalamineError as error:
            raise TableError(path, f"this workbook cannot be read ({error})") from None
        self._builder = ChunkBuilder(names)
        self.schema = self._builder.schema
        self.notes: tuple[str, ...] = tuple(notes)

    def _found(
        self, given: Mapping[str, str]
    ) -> tuple[CalamineSheet, int, tuple[str, ...], SupplierColumns, list[str]]:
        """Return the sheet, the row of its header, its columns, the columns chosen, and notes."""
        sheets = [one for one in self._workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        visible = [one.name for one in sheets if one.visible == SheetVisibleEnum.Visible]
        hidden = [one.name for one in sheets if one.visible != SheetVisibleEnum.Visible]
        notes = [f"hidden, not read: sheet {', '.join(hidden)}"] if hidden else []
        for name in visible:
            sheet = self._workbook.get_sheet_by_name(name)
            rows = [[_text(cell) or "" for cell in row] for row in islice(sheet.iter_rows(), HEADER_WITHIN)]
            header = find_header(rows, given)
            if header is not None:
                place, names, columns = header
                others = [other for other in visible if other != name]
                notes += [f"sheet: {name}"] + ([f"not read: sheet {', '.join(others)}"] if others else [])
                return sheet, place + 1, names, columns, notes
        raise TableError(
            self._path,
            f"no visible sheet ({', '.join(visible) or 'there is none'}) has a column that looks like "
            f"the name of a supplier in its first {HEADER_WITHIN} rows; name the column, or write a header",
        )

    def chunks(self) -> Iterator[Chunk]:
        """Yield the rows below the header."""
        builder, height = self._builder, max(1, (self._sheet.end or (1, 1))[0] + 1)
        merged = _merged_rows(self._sheet, self.columns.name, [field.name for field in builder.schema][1:-2])
        for number, row in enumerate(self._sheet.iter_rows(), 1):
            if number <= self._header_row:
                continue
            above = merged.get(number)
            fault = None if above is None else f"no name: the cell is merged with that of row {above}"
            if builder.add(number, [_text(cell) for cell in row], fault):
                yield builder.taken(min(1.0, number / height))
        if builder:
            yield builder.taken(1.0)


def _text(cell: Cell) -> str | None:
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _merged_rows(sheet: CalamineSheet, name: str, columns: list[str]) -> dict[int, int]:
    """Return rows whose cell of the column of names is merged with one above, and the row of that."""
    at = (sheet.start or (0, 0))[1] + columns.index(name)
    return {
        row + 1: first + 1
        for (first, left), (last, right) in sheet.merged_cell_ranges or ()
        if left <= at <= right
        for row in range(first + 1, last + 1)
    }


def _check_size(path: Path) -> None:
    """Unpack every file within the workbook without keeping it, and refuse what is out of bounds.

    Raises:
        TableError: it is no workbook, or it would fill the memory.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > _MOST_MEMBERS:
                raise TableError(path, f"more than {_MOST_MEMBERS:,} files within the workbook")
            if sum(member.file_size for member in members) > _MOST_BYTES:
                raise TableError(path, f"the workbook unpacks to more than {_MOST_BYTES:,} bytes; write it as CSV")
            for member in members:
                _check_member(path, archive, member)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as error:
        raise TableError(path, f"this is no whole workbook ({error}); it is damaged, cut off or locked") from None


def _check_member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Read a file within the workbook, which raises where its size or sum is not as declared, and look at its cells."""
    kept, row, column = b"", 0, 0
    with archive.open(member) as file:
        while block := file.read(_BLOCK):
            for letters, digits in _CELL.findall(kept + block):
                row, column = max(row, int(digits)), max(column, _column(letters))
            kept = block[-_OVERLAP:]
    if row * column > _MOST_CELLS:
        raise TableError(
            path, f"{member.filename} spans {row:,} rows and {column:,} columns, too many to hold; write it as CSV"
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
