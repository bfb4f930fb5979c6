"""JSON Lines: one object per line; every key that any line has is a column, values are text as written.

Names, countries and numbers within objects are read too, each as a column of its own: ``supplier.name``.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from vendorscreen.batch.cells import SAMPLED_ROWS
from vendorscreen.batch.columns import Given, find_columns
from vendorscreen.batch.reading.table import (
    MOST_COLUMNS,
    Chunk,
    ChunkBuilder,
    TableError,
    refused_as_table,
    unique_columns,
)
from vendorscreen.file.content import opened
from vendorscreen.file.encoding import Encoding, encoding_of_stream
from vendorscreen.file.json_text import members, repeated_keys
from vendorscreen.file.rows import LONGEST_CELL

__all__ = ["JsonLinesTable"]

_STRING = msgspec.json.Decoder(str)
_SHOWN = 80
_MOST_SHOWN = 5
_DEEPEST = 4
"""Objects within objects that are looked into."""

Keys = tuple[str, ...]
"""Where a value stands: the key of each object on the way to it."""


class JsonLinesTable:
    """A supplier list as objects. Rows are numbered by their lines; blank lines are none."""

    delimiter, marked = ",", False
    digest: str

    def __init__(self, path: Path, given: Given, encoding: Encoding | None = None) -> None:
        self._path = path
        with opened(path) as stream:
            found = encoding_of_stream(stream, encoding)
        if found.refused:
            raise TableError(path, found.refused, found.line)
        if found.name.startswith(("utf-16", "utf-32")):
            raise TableError(path, f"JSON Lines are UTF-8, this is {found.name}")
        self._encoding, self._recoded = found, bool(found.line) or found.evidence != "whole"
        keys, sample = self._keys_and_sample()
        nested = list(dict.fromkeys(path for row in sample for path in _nested(row)))[:MOST_COLUMNS]
        names = unique_columns([*keys, *map(".".join, nested)])
        paths = dict(zip(names, [*((key,) for key in keys), *nested], strict=True))
        cells = [tuple(_at(row, path) for row in sample) for path in paths.values()]
        columns = find_columns(names, given, cells)
        if columns is None:
            shown = ", ".join(f"'{name[:40]}'" for name in names[:20])
            raise TableError(path, f"no key looks like the name of a supplier; there are: {shown or 'none'}")
        self.columns = columns
        kept = [name for name in names if len(paths[name]) == 1 or name in columns.read]
        self._paths = tuple(paths[name] for name in kept)
        self._read = frozenset(key for name in columns.read for key in paths[name])
        self._name_paths = tuple(paths[name] for name in columns.names)
        self.notes: tuple[str, ...] = (
            "JSON Lines",
            *([f"warning: line {found.line}: {found.told}"] if found.told else ()),
        )
        self._builder = ChunkBuilder(kept)
        self.schema = self._builder.schema

    def chunks(self) -> Iterator[Chunk]:
        """Yield the objects in order; a line that is no object is kept in the column of names, and skipped."""
        size, read, builder = max(1, self._path.stat().st_size), 0, self._builder
        nothing = [None] * len(self._paths)
        for number, line in self._lines():
            read += len(line)
            row = _object(line)
            if isinstance(row, dict):
                twice = _repeated(line, row)
                cells = [_at(row, path) for path in self._paths]
                full = builder.add(number, cells, self._fault(row, twice), _told(twice))
            elif not line.strip():
                continue
            else:
                shown = line[:_SHOWN].decode("utf-8", "replace").strip()
                full = builder.add(number, nothing, f"no JSON object ({row}): {shown}")
            if full:
                yield builder.taken(min(1.0, read / size))
        if builder:
            yield builder.taken(1.0)

    def _keys_and_sample(self) -> tuple[list[str], list[dict[str, msgspec.Raw]]]:
        """Return every key of any line, and the first objects."""
        keys: dict[str, None] = {}
        sample: list[dict[str, msgspec.Raw]] = []
        for _, line in self._lines():
            row = _object(line)
            if isinstance(row, dict):
                keys |= dict.fromkeys(row)
                sample += [row] if len(sample) < SAMPLED_ROWS else []
            if len(keys) > MOST_COLUMNS:
                raise TableError(self._path, f"the lines have more than {MOST_COLUMNS:,} different keys")
        return list(keys), sample

    def _fault(self, row: Mapping[str, msgspec.Raw], twice: Sequence[str]) -> str | None:
        """Return what is wrong with a name that is no text, where a number may be one, or with what stands twice."""
        doubtful = [key for key in twice if key in self._read]
        if doubtful:
            return f"not sure what is meant; {_told(doubtful)}"
        nested = any((_raw_at(row, path) or b"")[:1] in (b"{", b"[") for path in self._name_paths)
        return "the name is a list or an object" if nested else None

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        with refused_as_table(), opened(self._path) as file:
            number = 0
            while line := file.readline(LONGEST_CELL + 1):
                number += 1
                if len(line) > LONGEST_CELL:
                    raise TableError(self._path, f"a line of more than {LONGEST_CELL:,} bytes", number)
                yield number, self._encoding.decode(line).encode() if self._recoded else line


def _repeated(line: bytes, row: Mapping[str, msgspec.Raw]) -> list[str]:
    """Return the keys that stand twice, in the row or within a value; most rows show by their quotes that none does."""
    quotes = 2 * len(row) + sum(bytes(raw).count(b'"') for raw in row.values())
    if line.count(b'"') == quotes and line.count(b"{") == 1:
        return []
    return repeated_keys(line)


def _told(twice: Sequence[str]) -> str | None:
    shown = ", ".join(f"'{key[:_SHOWN]}'" for key in twice[:_MOST_SHOWN])
    return f"keys that stand twice, of which the last is read: {shown}" if twice else None


def _object(line: bytes) -> dict[str, msgspec.Raw] | str:
    """Return the values of a line by key, unread, or why it is no object."""
    try:
        return members(line)
    except ValueError as error:
        return str(error)


def _nested(row: Mapping[str, msgspec.Raw], above: Keys = ()) -> Iterator[Keys]:
    """Yield the paths of values within objects of an object."""
    for key, raw in row.items():
        inner = _object(bytes(raw)) if len(above) < _DEEPEST and bytes(raw)[:1] == b"{" else None
        if isinstance(inner, dict):
            yield from _nested(inner, (*above, key))
        elif above:
            yield (*above, key)


def _at(row: Mapping[str, msgspec.Raw], path: Keys) -> str | None:
    """Return the value at a path as text, as written; ``None`` where there is none."""
    raw = _raw_at(row, path)
    if raw is None or raw == b"null":
        return None
    return _STRING.decode(raw) if raw.startswith(b'"') else raw.decode()


def _raw_at(row: Mapping[str, msgspec.Raw], path: Keys) -> bytes | None:
    if path[0] not in row:
        return None
    raw = bytes(row[path[0]])
    if len(path) == 1:
        return raw
    inner = _object(raw)
    return _raw_at(inner, path[1:]) if isinstance(inner, dict) else None
