"""XLSX for people: an overview, then rows with frozen header, filters, widths, links to sources; no formula."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Self

import pyarrow as pa
import xlsxwriter

from vendorscreen.batch.answers import PREFIX
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.writing.cell_text import harmless, text_column
from vendorscreen.errors import UsageError

__all__ = ["MOST_ROWS", "WorkbookWriter"]

MOST_ROWS = 1_048_575
"""Rows of a sheet below its header."""

_MOST_COLUMNS = 16_384
_LONGEST = 32_767
_CUT = "… (cut)"
_MOST_LINKS = 65_000
_LONGEST_LINK = 2_000
_WIDEST = 60
_NARROWEST = 8
_SEEN = 200
"""Rows that the widths of columns are taken from."""
_SOURCES = f"{PREFIX}sources"


class WorkbookWriter:
    """Writes answers to a sheet behind one that sums them up."""

    def __init__(self, file: BinaryIO, schema: pa.Schema) -> None:
        if len(schema) > _MOST_COLUMNS:
            raise UsageError(f"{len(schema):,} columns are more than a sheet holds, write CSV or Parquet")
        options = {"constant_memory": True, "tmpdir": str(Path(file.name).parent)}
        self._book = xlsxwriter.Workbook(file, options)
        created = datetime(2000, 1, 1, tzinfo=UTC)  # the same rows, the same bytes
        self._book.set_properties({"created": created, "comments": _comments(Origin.told_in(schema))})
        self._overview = self._book.add_worksheet("overview")
        self._sheet = self._book.add_worksheet("screening")
        self._links = 0
        self._rows = 0
        names = harmless(pa.array(schema.names, pa.string())).to_pylist()
        self._widths = [len(name) + 3 for name in names]
        self._heading = self._book.add_format({"bold": True, "bottom": 1})
        for place, name in enumerate(names):
            self._sheet.write_string(0, place, name, self._heading)
        self._sheet.freeze_panes(1, 0)

    def write(self, batch: pa.RecordBatch) -> None:
        """Write rows.

        Raises:
            UsageError: there are more than a sheet holds.
        """
        if self._rows + batch.num_rows > MOST_ROWS:
            raise UsageError(f"more than {MOST_ROWS:,} rows, which a sheet cannot hold; write CSV or Parquet")
        columns = [_cells(column, name) for column, name in zip(batch.columns, batch.schema.names, strict=True)]
        links = batch.column(_SOURCES).to_pylist()
        at = batch.schema.get_field_index(_SOURCES)
        for place, row in enumerate(zip(*columns, strict=True)):
            self._rows += 1
            for column, cell in enumerate(row):
                if cell is not None:
                    self._write(column, cell, links[place] if column == at else None)

    def tell(self, overview: Iterable[Sequence[str | int]]) -> None:
        """Write the overview; a row of one text is a heading."""
        self._overview.set_column(0, 1, _WIDEST)
        for place, row in enumerate(overview):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    self._overview.write_number(place, column, cell)
                else:
                    form = self._heading if len(row) == 1 else None
                    self._overview.write_string(place, column, harmless(pa.array([cell[:_LONGEST]]))[0].as_py(), form)

    def _write(self, column: int, cell: str | float, links: list[str] | None) -> None:
        if not isinstance(cell, str):
            self._sheet.write_number(self._rows, column, cell)
            return
        if self._rows <= _SEEN:
            self._widths[column] = max(self._widths[column], min(len(cell) + 1, _WIDEST))
        text = cell if len(cell) <= _LONGEST else cell[: _LONGEST - len(_CUT)] + _CUT
        link = next((one for one in links or () if _can_be_linked(one)), None)
        if link and self._links < _MOST_LINKS and len(text) <= _LONGEST:
            self._links += 1
            self._sheet.write_url(self._rows, column, link, string=text)
        else:
            self._sheet.write_string(self._rows, column, text)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._overview.row_data_fh.close()
            self._sheet.row_data_fh.close()  # rows wait in a file of their own until the end
            return
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, max(_NARROWEST, min(width, _WIDEST)))
        self._sheet.autofilter(0, 0, max(1, self._rows), len(self._widths) - 1)
        self._book.close()


def _comments(origin: Origin | None) -> str:
    return "\n".join(map(str, origin.not_screened)) if origin else ""


def _cells(column: pa.Array, name: str) -> list[str | float | None]:
    """Return cells: added numbers as numbers, all else as text, as a sheet rounds the numbers of others."""
    number = name.startswith(PREFIX) and (pa.types.is_integer(column.type) or pa.types.is_floating(column.type))
    cells: list[str | float | None] = (column if number else harmless(text_column(column))).to_pylist()
    return cells


def _can_be_linked(address: str) -> bool:
    return address.startswith(("https://", "http://")) and len(address) <= _LONGEST_LINK
