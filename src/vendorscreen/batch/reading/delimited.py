"""CSV and TSV: delimiter found, every row kept, the misfits with what is wrong."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TextIO

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.reading.table import Chunk, ChunkBuilder, TableError, find_header, refused_as_table
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

    def __init__(self, path: Path, given: Mapping[str, str], encoding: Encoding | None = None) -> None:
        self._path = path
        with opened(path) as stream:
            self._encoding = encoding_of_stream(stream, encoding)
        if self._encoding.refused:
            raise TableError(path, self._encoding.refused, self._encoding.line)
        self._delimiter, self._header_line, names, self.columns = self._found(given)
        self._names = names
        self._builder = ChunkBuilder(names)
        self.schema = self._builder.schema
        self.notes: tuple[str, ...] = tuple(self._notes())

    def _notes(self) -> Iterator[str]:
        yield f"delimiter: {_WORDS[self._delimiter]}; encoding: {self._encoding.name}"
        if self._encoding.evidence == "zeros":
            yield f"warning: no byte-order mark, read as {self._encoding.name.upper()}; check names with accents"
        if self._encoding.told:
            yield f"warning: line {self._encoding.line}: {self._encoding.told}"
        if self._header_line > 1:
            yield f"header on line {self._header_line}; what stands above is not read"

    def _found(self, given: Mapping[str, str]) -> tuple[str, int, tuple[str, ...], SupplierColumns]:
        """Return delimiter, line of the header, names of the columns, and the columns chosen."""
        seen: list[str] = []
        for delimiter in self._delimiters():
            records = self._sampled(delimiter)
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
            widths = Counter(len(cells) for _, cells, _ in self._sampled(delimiter))
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

    def _sampled(self, delimiter: str) -> list[Row]:
        with self._opened() as (_, file):
            return list(islice(strict_rows(file, str(self._path), delimiter), _SAMPLE))


def _misfit(cells: Sequence[str], width: int) -> str | None:
    beyond = cells[width:]
    if len(cells) > width and not any(cell.strip() for cell in beyond):
        return None
    rest = f"; beyond them: {' | '.join(beyond)[:_SHOWN]}" if beyond else ""
    return f"{len(cells)} cells where the header has {width}{rest}"
