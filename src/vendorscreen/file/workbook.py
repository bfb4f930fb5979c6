"""Sheets of XLSX workbooks: bounded before a reader sees them, cells as text."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, BinaryIO

from msgspec import Struct

from vendorscreen.errors import DocumentError
from vendorscreen.file.archive import Archive
from vendorscreen.file.sheet_bounds import check_sheets

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

__all__ = ["Sheet", "SheetName", "Workbook"]

Cell = str | float | bool | date | datetime | time | timedelta


class SheetName(Struct, frozen=True):
    """A sheet of cells, and whether people see it."""

    name: str
    visible: bool


class Workbook:
    """A workbook in a seekable stream; ``names`` are its sheets of cells, in order.

    Raises:
        DocumentError: it is no workbook, damaged, unpacks to more than ``most`` bytes, or a sheet breaks a bound; or
            the reader for workbooks is not installed.
    """

    def __init__(self, stream: BinaryIO, source: str, most: int) -> None:
        try:
            from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum
        except ImportError:
            raise DocumentError.at(source, "XLSX files need an extra: pip install 'vendorscreen[lists]'") from None
        self._source = source
        check_sheets(Archive(stream, source, most))
        stream.seek(0)
        with _readable(source):
            self._workbook = CalamineWorkbook.from_filelike(stream)
        self.names = tuple(
            SheetName(one.name, one.visible == SheetVisibleEnum.Visible)
            for one in self._workbook.sheets_metadata
            if one.typ == SheetTypeEnum.WorkSheet
        )

    def sheet(self, name: str | None = None) -> "Sheet":
        """Return a sheet of cells, the first where none is named.

        Raises:
            DocumentError: there is no such sheet, or it cannot be read.
        """
        names = [one.name for one in self.names]
        if name not in names and (name or not names):
            there_is = ", ".join(names) or "none"
            raise DocumentError.at(self._source, f"no sheet '{name or ''}', there is: {there_is}")
        with _readable(self._source):
            return Sheet(self._workbook.get_sheet_by_name(name or names[0]), self._source)


class Sheet:
    """A sheet: ``height`` is the number of its last row, ``left`` that of the columns before its first cell.

    ``width`` is the number of columns from there to its last cell.
    """

    def __init__(self, sheet: "CalamineSheet", source: str) -> None:
        self._sheet = sheet
        self._source = source
        self.height = sheet.end[0] + 1 if sheet.end else 0
        self.left = sheet.start[1] if sheet.start else 0
        self.width = sheet.width

    def rows(self) -> Iterator[list[str]]:
        """Yield the cells of each row of the sheet, from its first row and its first column with anything in it.

        Cells are texts as people see them, whole numbers without a decimal point, empty where nothing stands.

        Raises:
            DocumentError: a cell cannot be read.
        """
        with _readable(self._source):
            for row in self._sheet.iter_rows():
                yield [_text(cell) for cell in row]

    def merged_rows(self, column: int) -> dict[int, int]:
        """Return rows whose cell is merged with one above, and the row of that; rows from 1, columns from 0."""
        merged: dict[int, int] = {}
        done = 0
        for (first, left), (last, right) in sorted(self._sheet.merged_cell_ranges or ()):
            if left <= column + self.left <= right:
                rows = range(max(first + 1, done), min(last + 1, self.height))
                merged |= dict.fromkeys((row + 1 for row in rows), first + 1)
                done = max(done, last + 1)
        return merged


@contextmanager
def _readable(source: str) -> Iterator[None]:
    from python_calamine import CalamineError

    try:
        yield
    except (CalamineError, OverflowError, ValueError) as error:  # a date may lie beyond all years
        raise DocumentError.at(source, f"this workbook cannot be read ({error})") from None
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ != "PanicException":
            raise
        raise DocumentError.at(source, "this workbook cannot be read, it is damaged") from None  # a panic of the reader


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
