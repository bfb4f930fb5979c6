"""Rows of a text file whose publisher writes bare quotes: strict where a line is, else cut at each delimiter."""

import csv
from collections.abc import Iterator

from vendorscreen.errors import ListError
from vendorscreen.watchlist.official.list_file import ListFile

__all__ = ["loose_rows"]

MOST_LINES = 200
"""Lines over which one quoted cell may reach."""


def loose_rows(file: ListFile, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells); the first line gives the number of cells by which others are understood.

    Raises:
        ListError: the text ends inside a row.
    """
    text = file.text()
    lines = text.splitlines(keepends=True)
    width, place = 0, 0
    while place < len(lines):
        if not lines[place].strip():
            place += 1
            continue
        cells, taken = _row(lines, place, delimiter, width)
        width = width or len(cells)
        if len(cells) < width and place + taken >= len(lines) and not text.endswith(("\n", "\r")):
            raise ListError(f"{file.name}: line {place + 1}: the file ends inside this row: it is cut off")
        yield place + 1, cells
        place += taken


def _row(lines: list[str], place: int, delimiter: str, width: int) -> tuple[list[str], int]:
    """Return the cells of the row that begins at a line, and the number of lines it takes."""
    line = lines[place].rstrip("\r\n")
    bare = line.split(delimiter)
    if '"' not in line:
        return bare, 1
    text = ""
    for taken in range(1, min(MOST_LINES, len(lines) - place) + 1):
        text += lines[place + taken - 1]
        cells = _strict(text, delimiter)
        if cells is not None and (not width or len(cells) == width):
            return cells, taken
        if len(bare) == width or text.count('"') % 2 == 0:
            break
    return (bare if len(bare) == width else _strict(line, delimiter) or bare), 1


def _strict(text: str, delimiter: str) -> list[str] | None:
    try:
        rows = list(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None
