"""CSV and TSV: delimiter and encoding found, quotes taken strictly, every row kept, the misfits with what is wrong."""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.reading.scanning import text_encoding
from vendorscreen.batch.reading.table import LONGEST_CELL, Chunk, ChunkBuilder, TableError, find_header

__all__ = ["DelimitedTable"]

_DELIMITERS = ",;\t|"
_WORDS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", "\x1f": "none, one column"}
_NONE = "\x1f"
"""Stands for no delimiter at all, in a list of one column."""
_SAMPLE = 50
_SHOWN = 120

Record = tuple[int, list[str], str | None]
"""Line on which a row begins, its cells, and what is wrong with its quotes."""


class DelimitedTable:
    """A supplier list as delimited text. Rows are numbered by the line on which they begin; lines count from 1."""

    def __init__(self, path: Path, given: Mapping[str, str]) -> None:
        csv.field_size_limit(LONGEST_CELL)
        self._path = path
        self._encoding = text_encoding(path)
        self._delimiter, self._header_line, names, self.columns = self._found(given)
        self._names = names
        self._builder = ChunkBuilder(names)
        self.schema = self._builder.schema
        self.notes: tuple[str, ...] = tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        yield f"delimiter: {_WORDS[self._delimiter]}; encoding: {self._encoding.name}"
        if self._encoding.warning:
            yield f"warning: {self._encoding.warning}"
        if self._header_line > 1:
            yield f"header on line {self._header_line}; what stands above is not read"

    def _found(self, given: Mapping[str, str]) -> tuple[str, int, tuple[str, ...], SupplierColumns]:
        """Return delimiter, line of the header, names of the columns, and the columns chosen."""
        seen: list[str] = []
        for delimiter in self._delimiters():
            records = [record for record, _ in zip(self._records(delimiter), range(_SAMPLE), strict=False)]
            header = find_header([cells for _, cells, _ in records], given)
            if header is not None and (len(header[1]) > 1 or delimiter == _NONE):
                place, names, columns = header
                return delimiter, records[place][0], names, columns
            seen = seen or [cell for _, cells, _ in records[:1] for cell in cells]
        shown = ", ".join(f"'{name[:40]}'" for name in seen[:20])
        raise TableError(
            self._path,
            f"no column looks like the name of a supplier; the first row holds: {shown or 'nothing'}; "
            "name the column, or write a header",
        )

    def _delimiters(self) -> list[str]:
        """Return the delimiters, the likeliest first: the one that gives most rows the same number of cells."""
        scores = {}
        for delimiter in _DELIMITERS:
            records = [record for record, _ in zip(self._records(delimiter), range(_SAMPLE), strict=False)]
            widths = Counter(len(cells) for _, cells, _ in records)
            width, rows = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(0, 0))
            scores[delimiter] = (width > 1, rows, width)
        ranked = sorted(_DELIMITERS, key=lambda delimiter: scores[delimiter], reverse=True)
        return [delimiter for delimiter in ranked if scores[delimiter][0]] + [_NONE]

    def chunks(self) -> Iterator[Chunk]:
        """Yield the rows below the header; lines without anything are none.

        Raises:
            TableError: a cell or line is longer than any real one.
        """
        size, width = max(1, self._path.stat().st_size), len(self._names)
        builder = self._builder
        with self._opened() as file:
            for line, cells, fault in self._parsed(file, self._delimiter):
                if line <= self._header_line or not cells:
                    continue
                if builder.add(line, cells, fault or (_misfit(cells, width) if len(cells) != width else None)):
                    yield builder.taken(min(1.0, file.buffer.tell() / size))
        if builder:
            yield builder.taken(1.0)

    def _opened(self) -> TextIO:
        return self._path.open(encoding=self._encoding.name, errors="replace", newline="")

    def _records(self, delimiter: str) -> Iterator[Record]:
        with self._opened() as file:
            yield from self._parsed(file, delimiter)

    def _parsed(self, file: TextIO, delimiter: str) -> Iterator[Record]:
        """Yield every row; of one whose quotes do not fit, its first line, and the lines it swallowed read anew."""
        lines = _Lines(file, self._path)
        while True:
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            try:
                for cells in reader:
                    yield lines.first, cells, None
                    lines.begin()
            except csv.Error as error:
                first, text = lines.first, lines.give_back()
                if text is None:
                    raise TableError(self._path, f"this row cannot be read ({error})", first) from None
                yield first, text.rstrip("\r\n").split(delimiter), f"quotes do not fit ({_plain(error)})"
            else:
                return


class _Lines:
    """Lines of a file, with the number of the first of the row being read; lines can be given back."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self._file = file
        self._path = path
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
            raise TableError(self._path, f"a line of more than {LONGEST_CELL:,} characters", self.first)
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


def _misfit(cells: Sequence[str], width: int) -> str | None:
    beyond = cells[width:]
    if len(cells) > width and not any(cell.strip() for cell in beyond):
        return None
    rest = f"; beyond them: {' | '.join(beyond)[:_SHOWN]}" if beyond else ""
    return f"{len(cells)} cells where the header has {width}{rest}"


def _plain(error: csv.Error) -> str:
    words = str(error)
    if "unexpected end" in words:
        return "a quote that opens here is never closed"
    return "a cell that opens here is too long: a quote is never closed" if "field limit" in words else words
