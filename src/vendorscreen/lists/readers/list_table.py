"""Tables in texts and workbooks: what is no table is refused, columns by name, rows that do not fit counted."""

import io
from collections.abc import Collection, Iterator

from vendorscreen.errors import ListError
from vendorscreen.file.encoding import Encoding
from vendorscreen.file.rows import loose_rows, strict_rows
from vendorscreen.file.workbook import Workbook
from vendorscreen.lists.readers.entry import Tally
from vendorscreen.lists.readers.list_file import MAXIMUM_BYTES, ListFile, refused_as_list

__all__ = ["HEADER_WITHIN", "header_cells", "named_rows", "plain_rows", "quoted_rows", "sheet_rows"]

HEADER_WITHIN = 20
"""Rows among which the header is looked for; lists may begin with a preamble."""

_BLOCK = 1 << 20

Numbered = tuple[int, list[str]]


def plain_rows(file: ListFile, delimiter: str = ",", encoding: Encoding | None = None) -> Iterator[Numbered]:
    """Yield (line, cells) for each row of a text; blank lines and one Ctrl-Z at the end are no rows.

    Raises:
        ListError: quotes do not fit, or the text ends inside its last field.
    """
    text = file.text(encoding).removesuffix("\x1a")
    last, widths = 0, [0]
    with refused_as_list():
        for line, cells, fault in strict_rows(_TableLines(text), file.name, delimiter):
            if fault:
                raise ListError(f"{file.name}: line {line}: {fault}; the file is cut off or damaged")
            if cells:
                last, widths = line, [*widths[-1:], len(cells)]
                yield line, cells
    closed = text.endswith('"') and widths[0] == widths[-1]  # the last row is as whole as the one before it
    if not closed:
        _refuse_cut(file, text, last)


def quoted_rows(file: ListFile, delimiter: str) -> Iterator[Numbered]:
    """Yield (line, cells) for each row of a text whose publisher writes bare quotes.

    Raises:
        ListError: the text ends inside a row.
    """
    text = file.text()
    last, widths = 0, [0]
    for line, cells in loose_rows(_TableLines(text), delimiter):
        last, widths = line, [widths[0] or len(cells), len(cells)]
        yield line, cells
    if widths[-1] < widths[0]:
        _refuse_cut(file, text, last)


def sheet_rows(file: ListFile, sheet: str | None = None) -> Iterator[Numbered]:
    """Yield (row, cells) for each row of a sheet, the first where none is named.

    Raises:
        ListError: the file is no workbook, damaged, too large, or has no such sheet; or the reader for workbooks is not
            installed.
    """
    with refused_as_list():
        yield from enumerate(Workbook(io.BytesIO(file.content), file.name, MAXIMUM_BYTES).sheet(sheet).rows(), 1)


class _TableLines(io.StringIO):
    """A text line by line; whole, ``io.StringIO`` would take four bytes for each character."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text, self._place = text, 0
        self._block = io.StringIO()

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # two parents declare it
        """Return the next line with its end, at most ``size`` characters of it; empty at the end."""
        while not (line := self._block.readline(size)) and self._place < len(self._text):
            end = self._text.find("\n", self._place + _BLOCK) + 1 or len(self._text)
            self._block = io.StringIO(self._text[self._place : end], newline="")
            self._place = end
        return line


def _refuse_cut(file: ListFile, text: str, line: int) -> None:
    if not text.endswith(("\n", "\r")):
        raise ListError(f"{file.name}: line {line}: the file ends inside this row: it is cut off")


def named_rows(
    rows: Iterator[Numbered], tally: Tally, *, required: Collection[str], known: Collection[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield (line, cells by column) below the header row; rows that do not fit it are skipped and counted.

    Raises:
        ListError: no row among the first holds the required column names.
    """
    header = _header(rows, tally.file, required)
    tally.unknown_columns = [name for name in header if name and name not in known]
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            tally.skip(f"line {line}", "an empty row")
        elif header_cells(cells)[: len(header)] == header:
            tally.skip(f"line {line}", "the header again")
        elif len(cells) < len(header) or any(cells[len(header) :]):
            tally.skip(f"line {line}", f"{len(cells)} cells where the header has {len(header)}", malformed=True)
        else:
            yield line, dict(zip(header, cells, strict=False))


def header_cells(cells: list[str]) -> list[str]:
    """Return the cells of a row as names of columns."""
    return [cell.strip("\ufeff\xa0 \t\r\n") for cell in cells]


def _header(rows: Iterator[Numbered], name: str, required: Collection[str]) -> list[str]:
    for (_, cells), _ in zip(rows, range(HEADER_WITHIN), strict=False):
        header = header_cells(cells)
        while header and not header[-1]:
            header.pop()
        if set(required) <= set(header):
            return header
    columns = ", ".join(sorted(required))
    raise ListError(f"{name}: no header row with the columns {columns} among the first {HEADER_WITHIN} rows")
