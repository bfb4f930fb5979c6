"""Tables in text files: strict quoting, columns by name, every row that does not fit counted with its line."""

import csv
import io
from collections.abc import Collection, Iterator

from vendorscreen.errors import ListError
from vendorscreen.watchlist.official.entry import Tally
from vendorscreen.watchlist.official.list_file import ListFile

__all__ = ["named_rows", "plain_rows"]

HEADER_WITHIN = 20
"""Rows among which the header is looked for; lists may begin with a preamble."""

Numbered = tuple[int, list[str]]


def plain_rows(file: ListFile, delimiter: str = ",") -> Iterator[Numbered]:
    """Yield (line, cells) for each row; blank lines and one Ctrl-Z at the end are no rows.

    Raises:
        ListError: the text ends inside quotes or inside its last field, or quotes stand where none may.
    """
    text = file.text().removesuffix("\x1a")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, widths = 1, [0]
    try:
        for cells in reader:
            if cells:
                widths = [*widths[-1:], len(cells)]
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise ListError(f"{file.name}: line {line}: {_words(error)}") from None
    closed = text.endswith('"') and widths[0] == widths[-1]  # the last row is as whole as the one before it
    if not text.endswith(("\n", "\r")) and not closed:
        raise ListError(f"{file.name}: line {line - 1}: the file ends inside this row: it is cut off")


def _words(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return "the row that begins here ends inside quotes: the file is cut off"
    return f"the row that begins here is no table row ({error}): the file is damaged"


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
        elif _stripped(cells)[: len(header)] == header:
            tally.skip(f"line {line}", "the header again")
        elif len(cells) < len(header) or any(cells[len(header) :]):
            tally.skip(f"line {line}", f"{len(cells)} cells where the header has {len(header)}", malformed=True)
        else:
            yield line, dict(zip(header, cells, strict=False))


def _stripped(cells: list[str]) -> list[str]:
    return [cell.strip("\ufeff\xa0 \t\r\n") for cell in cells]


def _header(rows: Iterator[Numbered], name: str, required: Collection[str]) -> list[str]:
    for (_, cells), _ in zip(rows, range(HEADER_WITHIN), strict=False):
        header = _stripped(cells)
        while header and not header[-1]:
            header.pop()
        if set(required) <= set(header):
            return header
    columns = ", ".join(sorted(required))
    raise ListError(f"{name}: no header row with the columns {columns} among the first {HEADER_WITHIN} rows")
