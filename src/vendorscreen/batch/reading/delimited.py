"""CSV and TSV: delimiter found, every row kept, the misfits with what is wrong."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO

from vendorscreen.batch.columns import Given
from vendorscreen.batch.reading.header import BEGINNING, BY_PLACE, Header, find_header
from vendorscreen.batch.reading.table import (
    Chunk,
    ChunkBuilder,
    TableError,
    refused_as_table,
)
from vendorscreen.file.content import opened
from vendorscreen.file.encoding import Encoding, encoding_of_stream
from vendorscreen.file.rows import Row, strict_rows

__all__ = ["DelimitedTable"]

_DELIMITERS = ",;\t|"
_WORDS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", "\x1f": "none, one column"}
_NONE = "\x1f"
"""Stands for no delimiter at all, in a list of one column."""
_SAMPLE = 50
_SHOWN = 120


class DelimitedTable:
    """A supplier list as delimited text. Rows are numbered by the line on which they begin; lines count from 1."""

    digest: str

    def __init__(self, path: Path, given: Given, encoding: Encoding | None = None) -> None:
        self._path = path
        with opened(path) as stream:
            self._encoding = encoding_of_stream(stream, encoding)
        if self._encoding.refused:
            raise TableError(path, self._encoding.refused, self._encoding.line)
        self._delimiter, self._header_line, header = self._found(given)
        self._names, self.columns = header.names, header.columns
        self.delimiter = "," if self._delimiter == _NONE else self._delimiter
        self.marked = self._encoding.name != "utf-8"
        self._builder = ChunkBuilder(self._names)
        self.schema = self._builder.schema
        self.notes: tuple[str, ...] = tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        yield f"delimiter: {_WORDS[self._delimiter]}; encoding: {self._encoding}"
        if self._encoding.evidence == "zeros":
            yield f"warning: no byte-order mark, read as {self._encoding.name.upper()}; check names with accents"
        if self._encoding.told:
            yield f"warning: line {self._encoding.line}: {self._encoding.told}"
        if not self._header_line:
            yield "no header: columns by place"
        if self._header_line > 1:
            yield f"header on line {self._header_line}; what stands above is not read"

    def _found(self, given: Given) -> tuple[str, int, Header]:
        """Return delimiter, line of the header, 0 where there is none, and the header."""
        seen: list[str] = []
        for delimiter in self._delimiters():
            records = self._sampled(delimiter, BEGINNING)
            header = find_header([cells for _, cells, _ in records], given)
            if header is not None and (len(header.names) > 1 or delimiter == _NONE):
                return delimiter, records[header.above - 1][0] if header.above else 0, header
            seen = seen or [cell for _, cells, _ in records[:1] for cell in cells]
        shown = ", ".join(f"'{name[:40]}'" for name in seen[:20])
        raise TableError(
            self._path,
            f"no column looks like the name of a supplier; the first row holds: {shown or 'nothing'}; "
            f"name the column, or write a header; {BY_PLACE}",
        )

    def _delimiters(self) -> list[str]:
        """Return the delimiters, the likeliest first: the one that gives most rows the same number of cells."""
        scores = {}
        for delimiter in _DELIMITERS:
            widths = Counter(len(cells) for _, cells, _ in self._sampled(delimiter, _SAMPLE))
            width, rows = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]), default=(0, 0))
            scores[delimiter] = (width > 1, rows, width)
        ranked = sorted(_DELIMITERS, key=lambda delimiter: scores[delimiter], reverse=True)
        return [delimiter for delimiter in ranked if scores[delimiter][0]] + [_NONE]

    def chunks(self) -> Iterator[Chunk]:
        """Yield the rows below the header; blank lines are skipped.

        Raises:
            TableError: a cell or line is longer than any real one.
        """
        size, width = max(1, self._path.stat().st_size), len(self._names)
        builder = self._builder
        with refused_as_table(), self._opened() as (stream, file):
            for line, cells, fault in strict_rows(file, str(self._path), self._delimiter):
                if line <= self._header_line or not cells:
                    continue
                if builder.add(line, cells, fault or (_misfit(cells, width) if len(cells) != width else None)):
                    yield builder.taken(min(1.0, stream.tell() / size))
        if builder:
            yield builder.taken(1.0)

    @contextmanager
    def _opened(self) -> Iterator[tuple[BinaryIO, TextIO]]:
        with opened(self._path) as stream:
            yield stream, self._encoding.text(stream)

    def _sampled(self, delimiter: str, rows: int) -> list[Row]:
        with self._opened() as (_, file):
            return list(islice(strict_rows(file, str(self._path), delimiter), rows))


def _misfit(cells: Sequence[str], width: int) -> str | None:
    beyond = cells[width:]
    if len(cells) > width and not any(cell.strip() for cell in beyond):
        return None
    rest = f"; beyond them: {' | '.join(beyond)[:_SHOWN]}" if beyond else ""
    return f"{len(cells)} cells where the header has {width}{rest}"
