"""What every reader gives: the columns of a list, and its rows in chunks, with their places and faults."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from vendorscreen.batch.answers import REASON, RESULT_FIELDS, ROW, SKIPPED, STATUS
from vendorscreen.batch.columns import Given, SupplierColumns
from vendorscreen.errors import DocumentError, Problem, UsageError

__all__ = [
    "CHUNK_ROWS",
    "Chunk",
    "ChunkBuilder",
    "SupplierTable",
    "TableError",
    "check_width",
    "refused_as_table",
    "unique_columns",
]

CHUNK_ROWS = 8192
"""Rows of a chunk, unless they are so long that fewer fill it."""

CHUNK_CHARACTERS = 1 << 24
"""Characters that fill a chunk."""

MOST_COLUMNS = 10_000
"""Columns of a list."""


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
    digest: str
    """The SHA-256 of the file, in hexadecimal, before it was looked into."""
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
        self._told: dict[int, str] = {}
        self._characters = 0

    def add(self, number: int, cells: Sequence[str | None], fault: str | None = None, told: str | None = None) -> bool:
        """Add a row; return whether the chunk is full.

        A row with a fault is kept as far as it goes, and skipped; one of which something is told is screened.
        """
        if fault is not None:
            self._faults[len(self._numbers)] = fault
        elif told is not None:
            self._told[len(self._numbers)] = told
        self._cells += cells if len(cells) == self._width else self._fitted(cells)
        self._numbers.append(number)
        self._characters += sum(map(len, filter(None, cells)))
        return len(self._numbers) >= CHUNK_ROWS or self._characters >= CHUNK_CHARACTERS

    def _fitted(self, cells: Sequence[str | None]) -> Sequence[str | None]:
        return [*cells[: self._width], *[None] * (self._width - len(cells))]

    def taken(self, read: float) -> Chunk:
        """Return the rows added since the last time."""
        size = len(self._numbers)
        said = self._told | self._faults
        arrays = [
            pa.array(self._numbers, pa.int64()),
            *(pa.array(self._cells[place :: self._width], pa.string()) for place in range(self._width)),
            pa.array([SKIPPED if place in self._faults else None for place in range(size)], pa.string()),
            pa.array([said.get(place) for place in range(size)], pa.string()),
        ]
        self._start()
        return Chunk(pa.RecordBatch.from_arrays(arrays, schema=self.schema), read)

    def __bool__(self) -> bool:
        return bool(self._numbers)


def check_width(columns: int) -> None:
    """Refuse a list of more columns than are read.

    Raises:
        UsageError: there are more.
    """
    if columns > MOST_COLUMNS:
        raise UsageError(f"{columns:,} columns, more than {MOST_COLUMNS:,} are not read; leave out those without use")


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
