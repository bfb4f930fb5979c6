"""XLSX workbooks: the visible sheet whose header says most of suppliers, or the one that is asked for."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from vendorscreen.batch.columns import Given
from vendorscreen.batch.reading.header import BEGINNING, BY_PLACE, HEADER_WITHIN, Header, find_header
from vendorscreen.batch.reading.table import Chunk, ChunkBuilder, TableError, check_width, refused_as_table
from vendorscreen.errors import UsageError
from vendorscreen.file.content import opened
from vendorscreen.file.workbook import Sheet, SheetName, Workbook
from vendorscreen.showing import first_few

__all__ = ["WorkbookTable"]

_MOST_BYTES = 1 << 30
"""Bytes all files within a workbook may unpack to together: a million rows of some columns."""

_MOST_SPANNED = 32_000_000
"""Cells that the visible sheets may span together, where none is chosen."""


class WorkbookTable:
    """A supplier list as a sheet. Rows are numbered as in the sheet."""

    delimiter, marked = ",", True
    digest: str

    def __init__(self, path: Path, given: Given, sheet: str | None = None) -> None:
        self._path = path
        with opened(path) as stream:
            workbook = Workbook(stream, str(path), _MOST_BYTES)
            name, self._sheet, header = self._found(workbook, given, sheet)
        self._header_row, names, self.columns = header
        self._builder = ChunkBuilder(names)
        self.schema = self._builder.schema
        self.notes: tuple[str, ...] = tuple(_notes(workbook.names, name))

    def _found(self, workbook: Workbook, given: Given, wanted: str | None) -> tuple[str, Sheet, Header]:
        """Return the sheet wanted, else that whose header names most of what is read, with its name and header."""
        names = [wanted] if wanted else [one.name for one in workbook.names if one.visible]
        spanned = 0
        best: tuple[str, Sheet, Header] | None = None
        failure: UsageError | None = None
        for name in names:
            sheet = workbook.sheet(name)
            spanned += sheet.height * sheet.width
            if spanned > _MOST_SPANNED:
                raise TableError(
                    self._path, f"its sheets span more than {_MOST_SPANNED:,} cells; choose one with --sheet"
                )
            try:
                check_width(sheet.width)
                header = find_header(list(islice(sheet.rows(), BEGINNING)), given)
            except UsageError as error:
                failure = failure or UsageError(f"sheet {name}: {error}")
                continue
            if header is not None:
                best = max(best or (name, sheet, header), (name, sheet, header), key=_telling)
        if best is not None:
            return best
        if failure is not None:
            raise failure
        raise TableError(
            self._path,
            f"no visible sheet ({', '.join(first_few(names)) or 'there is none'}) has a column that looks like "
            f"the name of a supplier in its first {HEADER_WITHIN} rows; name the column, or write a header; {BY_PLACE}",
        )

    def chunks(self) -> Iterator[Chunk]:
        """Yield the rows below the header."""
        builder, height = self._builder, max(1, self._sheet.height)
        own = [field.name for field in builder.schema][1:-2]
        merged = self._sheet.merged_rows(own.index(self.columns.read[0]))
        with refused_as_table():
            for number, row in enumerate(self._sheet.rows(), 1):
                if number <= self._header_row:
                    continue
                above = merged.get(number)
                fault = None if above is None else f"no name: the cell is merged with that of row {above}"
                if builder.add(number, [cell or None for cell in row], fault):
                    yield builder.taken(min(1.0, number / height))
        if builder:
            yield builder.taken(1.0)


def _telling(one: tuple[str, Sheet, Header]) -> tuple[int, bool, int]:
    """Return how much a sheet says of suppliers: columns that are read, whether there are rows, all columns."""
    _, sheet, header = one
    return len(header.columns.read), sheet.height > header.above + 1, len(header.names)


def _notes(sheets: Sequence[SheetName], read: str) -> Iterator[str]:
    yield f"sheet: {read}"
    others = [one.name for one in sheets if one.visible and one.name != read]
    hidden = [one.name for one in sheets if not one.visible and one.name != read]
    if others:
        yield f"warning: not read: sheet {', '.join(first_few(others))}; choose with --sheet"
    if hidden:
        yield f"warning: hidden, not read: sheet {', '.join(first_few(hidden))}"
