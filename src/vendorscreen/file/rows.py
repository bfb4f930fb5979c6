"""Rows of delimited text, quotes taken strictly: each with its line, and what is wrong with it.

``loose_rows`` is for publishers that write bare quotes: strict where a row is, else cut at each delimiter.
"""

import csv
from collections.abc import Iterator
from typing import TextIO

from vendorscreen.errors import DocumentError

__all__ = ["LONGEST_CELL", "Row", "loose_rows", "strict_rows"]

LONGEST_CELL = 1 << 24
"""Characters of the longest cell, and of the longest line, that is read."""

csv.field_size_limit(LONGEST_CELL)

MOST_LINES = 200
"""Lines over which one cell of a loose row may reach."""

Row = tuple[int, list[str], str | None]
"""Line on which a row begins, its cells, and what is wrong with its quotes."""


def strict_rows(file: TextIO, source: str, delimiter: str) -> Iterator[Row]:
    """Yield every row; of one whose quotes do not fit, its first line, and the lines it swallowed read anew.

    A line without anything is a row without cells. ``file`` must be opened with ``newline=""``.

    Raises:
        DocumentError: a line or cell is longer than any real one.
    """
    lines = _Lines(file, source)
    while True:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield lines.first, cells, None
                lines.begin()
        except csv.Error as error:
            first, text = lines.first, lines.give_back()
            if text is None:
                raise DocumentError.at(source, f"this row cannot be read ({error})", first, 1) from None
            yield first, text.rstrip("\r\n").split(delimiter), f"quotes do not fit ({_plain(error)})"
        else:
            return


class _Lines:
    """Lines of a file, with the number of the first of the row being read; lines can be given back."""

    def __init__(self, file: TextIO, source: str) -> None:
        self._file = file
        self._source = source
        self._taken: list[str] = []
        self._back: list[str] = []
        self.first = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else self._file.readline(LONGEST_CELL + 1)
        if not line:
            raise StopIteration
        if len(line) > LONGEST_CELL:
            raise DocumentError.at(self._source, f"a line of more than {LONGEST_CELL:,} characters", self.first, 1)
        self._taken.append(line)
        return line

    def begin(self) -> None:
        """Begin the next row."""
        self.first += len(self._taken)
        self._taken.clear()

    def give_back(self) -> str | None:
        """Return the first line of the row, and give back the others; ``None`` where there is none."""
        if not self._taken:
            return None
        first, *others = self._taken
        self._back += reversed(others)
        self._taken = [first]
        self.begin()
        return first


def _plain(error: csv.Error) -> str:
    words = str(error)
    if "unexpected end" in words:
        return "a quote that opens here is never closed"
    return "a cell that opens here is too long: a quote is never closed" if "field limit" in words else words


def loose_rows(file: TextIO, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells); the first line gives the number of cells by which others are understood."""
    lines = file.readlines()
    width, place = 0, 0
    while place < len(lines):
        if not lines[place].strip():
            place += 1
            continue
        cells, taken = _loose_row(lines, place, delimiter, width)
        width = width or len(cells)
        yield place + 1, cells
        place += taken


def _loose_row(lines: list[str], place: int, delimiter: str, width: int) -> tuple[list[str], int]:
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
