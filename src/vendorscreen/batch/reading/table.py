"""What every reader gives: the columns of a list, and its rows in chunks, with their places and faults."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

import pyarrow as pa

from vendorscreen.batch.answers import REASON, RESULT_FIELDS, ROW, SKIPPED, STATUS
from vendorscreen.batch.cells import SAMPLED_ROWS, filled, holds_data, mostly_data
from vendorscreen.batch.columns import Given, SupplierColumns, find_columns
from vendorscreen.batch.headers import is_place_name
from vendorscreen.batch.naming import DoubtfulNameError
from vendorscreen.errors import DocumentError, Problem, UsageError

__all__ = [
    "CHUNK_ROWS",
    "Chunk",
    "ChunkBuilder",
    "Header",
    "SupplierTable",
    "TableError",
    "find_header",
    "refused_as_table",
    "sampled_cells",
    "unique_columns",
]

CHUNK_ROWS = 8192
"""Rows of a chunk, unless they are so long that fewer fill it."""

CHUNK_CHARACTERS = 1 << 24
"""Characters that fill a chunk."""

MOST_COLUMNS = 10_000
HEADER_WITHIN = 20
"""Rows among which the header is looked for; exports may begin with a title."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a list: ``screening_row``, the columns of the list, ``screening_status`` and ``screening_reason``.

    ``read`` is the share of the list, from 0 to 1, that has been read up to its end.
    """

    batch: pa.RecordBatch
    read: float


class SupplierTable(Protocol):
    """A supplier list in a file; chunks are the same each time."""

    columns: SupplierColumns
    notes: tuple[str, ...]
    """What was found out or guessed about the file, for people."""
    schema: pa.Schema
    """The schema of the chunks."""

    delimiter: str
    """What stands between the cells of a result as delimited text."""
    marked: bool
    """Whether such a result begins with a byte-order mark, by which spreadsheets know UTF-8."""

    def __init__(self, path: Path, given: Given) -> None:
        """Find the columns; ``given`` are columns by what they hold, before those found by their usual names."""

    def chunks(self) -> Iterator[Chunk]:
        """Yield the rows in order."""


class TableError(UsageError):
    """A supplier list cannot be read; the message says where and what would be right."""

    def __init__(self, path: Path | str, message: str, line: int = 0) -> None:
        super().__init__(str(Problem(str(path), line, 1 if line else 0, "", message)))


@contextmanager
def refused_as_table() -> Iterator[None]:
    """Refuse the list where its file cannot be read.

    Raises:
        TableError: in place of a DocumentError.
    """
    try:
        yield
    except DocumentError as error:
        first = error.problems[0]
        raise TableError(first.path, first.message, first.line) from None


class ChunkBuilder:
    """Collects rows of text to chunks of one schema."""

    def __init__(self, columns: Sequence[str]) -> None:
        own = [pa.field(name, pa.string()) for name in columns]
        faults = [pa.field(STATUS, pa.string()), pa.field(REASON, pa.string())]
        self.schema = pa.schema([pa.field(ROW, pa.int64(), nullable=False), *own, *faults])
        self._width = len(columns)
        self._start()

    def _start(self) -> None:
        self._cells: list[str | None] = []
        self._numbers: list[int] = []
        self._faults: dict[int, str] = {}
        self._characters = 0

    def add(self, number: int, cells: Sequence[str | None], fault: str | None = None) -> bool:
        """Add a row; return whether the chunk is full. A row with a fault is kept as far as it goes, and skipped."""
        if fault is not None:
            self._faults[len(self._numbers)] = fault
        self._cells += cells if len(cells) == self._width else self._fitted(cells)
        self._numbers.append(number)
        self._characters += sum(map(len, filter(None, cells)))
        return len(self._numbers) >= CHUNK_ROWS or self._characters >= CHUNK_CHARACTERS

    def _fitted(self, cells: Sequence[str | None]) -> Sequence[str | None]:
        return [*cells[: self._width], *[None] * (self._width - len(cells))]

    def taken(self, read: float) -> Chunk:
        """Return the rows added since the last time."""
        size = len(self._numbers)
        faults = [self._faults.get(place) for place in range(size)] if self._faults else [None] * size
        arrays = [
            pa.array(self._numbers, pa.int64()),
            *(pa.array(self._cells[place :: self._width], pa.string()) for place in range(self._width)),
            pa.array([None if fault is None else SKIPPED for fault in faults], pa.string()),
            pa.array(faults, pa.string()),
        ]
        self._start()
        return Chunk(pa.RecordBatch.from_arrays(arrays, schema=self.schema), read)

    def __bool__(self) -> bool:
        return bool(self._numbers)


class Header(NamedTuple):
    """How many rows stand before the first of the list, the names of its columns, and those that are read."""

    above: int
    names: tuple[str, ...]
    columns: SupplierColumns


def find_header(rows: Sequence[Sequence[str]], given: Given) -> Header | None:
    """Return the row that names most of what is read, then most columns, the first of such.

    Args:
        rows: those at the beginning of a list, ``HEADER_WITHIN`` and those whose cells decide.
        given: columns by what they hold; where they are given by place, a list needs no header.

    Raises:
        UsageError: no row has the columns given, the name is doubtful, or rows stand above that are no titles.
    """
    tried = [(place, *_tried(rows, place, given)) for place in range(min(len(rows), HEADER_WITHIN))]
    found = [(place, header, error) for place, header, error in tried if header or isinstance(error, DoubtfulNameError)]
    place, header, error = max(found, key=lambda one: _score(rows, one[0], one[1]), default=(0, None, None))
    if header is not None and not _lost(rows, place):
        return header
    if found and error is not None:
        raise error
    if given and (by_place := _without_header(rows, given)) is not None:
        return by_place
    if header is not None:
        raise UsageError(
            f"row {place + 1} may be a header, but rows of the list stand above it; "
            "give columns by place, such as --column name='column 2'"
        )
    wrong = next((error for _, _, error in tried if error is not None), None)
    if wrong is not None:
        raise wrong
    return None


def _tried(rows: Sequence[Sequence[str]], place: int, given: Given) -> tuple[Header | None, UsageError | None]:
    names = unique_columns(rows[place])
    try:
        columns = find_columns(names, given, sampled_cells(rows[place + 1 :], len(names)))
    except UsageError as error:
        return None, error
    return (Header(place + 1, names, columns), None) if columns else (None, None)


def _score(rows: Sequence[Sequence[str]], place: int, header: Header | None) -> tuple[int, int, int]:
    return (len(header.columns.read) if header else 1, sum(map(bool, map(str.strip, rows[place]))), -place)


def _lost(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Return whether a header is mostly data itself, or a row above it is as full as it and holds data, not labels."""
    own = filled(rows[place])
    above = (cells for row in rows[:place] if len(cells := filled(row)) >= max(2, len(own)))
    return mostly_data(own) or any(
        holds_data(cells) and not any(cell.endswith(":") for cell in cells) for cells in above
    )


def _without_header(rows: Sequence[Sequence[str]], given: Given) -> Header | None:
    """Return columns by place where all that are given are, and the first row is one of the list."""
    wanted = [column for some in given.values() for column in ((some,) if isinstance(some, str) else some) if column]
    if not rows or not wanted or not all(map(is_place_name, wanted)):
        return None
    names = unique_columns([""] * max(map(len, rows)))
    columns = find_columns(names, given)
    return Header(0, names, columns) if columns else None


def sampled_cells(rows: Sequence[Sequence[str]], width: int) -> list[tuple[str | None, ...]]:
    """Return, for each of the columns, the cells of some rows; those that a row lacks are ``None``."""
    taken = [(*row[:width], *[None] * (width - len(row))) for row in rows[:SAMPLED_ROWS]]
    return list(zip(*taken, strict=True)) if taken else [() for _ in range(width)]


def unique_columns(cells: Sequence[str]) -> tuple[str, ...]:
    """Return names for columns: blank ones numbered, repeated ones and those of added columns told apart."""
    taken = {field.name for field in RESULT_FIELDS} | {ROW}
    names: list[str] = []
    for place, cell in enumerate(cells[:MOST_COLUMNS], 1):
        wanted = " ".join(cell.split())[:200] or f"column {place}"
        name, number = wanted, 2
        while name in taken:
            name, number = f"{wanted} ({number})", number + 1
        taken.add(name)
        names.append(name)
    return tuple(names)
