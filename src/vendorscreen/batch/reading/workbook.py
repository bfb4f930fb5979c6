"""XLSX workbooks: the first visible sheet with a column of names."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.reading.table import HEADER_WITHIN, Chunk, ChunkBuilder, TableError, find_header
from vendorscreen.file.content import opened
from vendorscreen.file.workbook import Sheet, Workbook

__all__ = ["WorkbookTable"]

_MOST_BYTES = 1 << 30
"""Bytes all files within a workbook may unpack to together: a million rows of some columns."""


class WorkbookTable:
    """A supplier list as a sheet. Rows are numbered as in the sheet."""

    def __init__(self, path: Path, given: Mapping[str, str]) -> None:
        self._path = path
        with opened(path) as stream:
            workbook = Workbook(stream, str(path), _MOST_BYTES)
            self._sheet, self._header_row, names, self.columns, notes = self._found(workbook, given)
        self._builder = ChunkBuilder(names)
        self.schema = self._builder.schema
        self.notes: tuple[str, ...] = tuple(notes)

    def _found(
        self, workbook: Workbook, given: Mapping[str, str]
    ) -> tuple[Sheet, int, tuple[str, ...], SupplierColumns, list[str]]:
        """Return the sheet, the row of its header, its columns, the columns chosen, and notes."""
        visible = [one.name for one in workbook.names if one.visible]
        hidden = [one.name for one in workbook.names if not one.visible]
        notes = [f"hidden, not read: sheet {', '.join(hidden)}"] if hidden else []
        for name in visible:
            sheet = workbook.sheet(name)
            header = find_header(list(islice(sheet.rows(), HEADER_WITHIN)), given)
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
        builder, height = self._builder, max(1, self._sheet.height)
        own = [field.name for field in builder.schema][1:-2]
        merged = self._sheet.merged_rows(own.index(self.columns.name))
        for number, row in enumerate(self._sheet.rows(), 1):
            if number <= self._header_row:
                continue
            above = merged.get(number)
            fault = None if above is None else f"no name: the cell is merged with that of row {above}"
            if builder.add(number, [cell or None for cell in row], fault):
                yield builder.taken(min(1.0, number / height))
        if builder:
            yield builder.taken(1.0)
