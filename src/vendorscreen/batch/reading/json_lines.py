"""JSON Lines: one object per line; every key that any line has is a column, values are text as written."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from vendorscreen.batch.columns import find_columns
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
from vendorscreen.file.json_text import members
from vendorscreen.file.rows import LONGEST_CELL

__all__ = ["JsonLinesTable"]

_STRING = msgspec.json.Decoder(str)
_SHOWN = 80


class JsonLinesTable:
    """A supplier list as objects. Rows are numbered by their lines; blank lines are none."""

    def __init__(self, path: Path, given: Mapping[str, str], encoding: Encoding | None = None) -> None:
        self._path = path
        with opened(path) as stream:
            found = encoding_of_stream(stream, encoding)
        if found.refused:
            raise TableError(path, found.refused, found.line)
        if found.name.startswith(("utf-16", "utf-32")):
            raise TableError(path, f"JSON Lines are UTF-8, this is {found.name}")
        self._encoding, self._recoded = found, bool(found.line) or found.evidence != "whole"
        keys: dict[str, None] = {}
        for _, line in self._lines():
            row = _object(line)
            if isinstance(row, dict):
                keys |= dict.fromkeys(row)
            if len(keys) > MOST_COLUMNS:
                raise TableError(path, f"the lines have more than {MOST_COLUMNS:,} different keys")
        self._keys = tuple(keys)
        names = unique_columns(self._keys)
        columns = find_columns(names, given)
        if columns is None:
            shown = ", ".join(f"'{name[:40]}'" for name in names[:20])
            raise TableError(path, f"no key looks like the name of a supplier; there are: {shown or 'none'}")
        self.columns = columns
        self._name = self._keys[names.index(columns.name)]
        self.notes: tuple[str, ...] = (
            "JSON Lines",
            *([f"warning: line {found.line}: {found.told}"] if found.told else ()),
        )
        self._builder = ChunkBuilder(names)
        self.schema = self._builder.schema

    def chunks(self) -> Iterator[Chunk]:
        """Yield the objects in order; a line that is no object is kept in the column of names, and skipped."""
        size, read, builder = max(1, self._path.stat().st_size), 0, self._builder
        nothing = [None] * len(self._keys)
        for number, line in self._lines():
            read += len(line)
            row = _object(line)
            if isinstance(row, dict):
                full = builder.add(
                    number, [_text(row[key]) if key in row else None for key in self._keys], self._fault(row)
                )
            elif not line.strip():
                continue
            else:
                shown = line[:_SHOWN].decode("utf-8", "replace").strip()
                full = builder.add(number, nothing, f"no JSON object ({row}): {shown}")
            if full:
                yield builder.taken(min(1.0, read / size))
        if builder:
            yield builder.taken(1.0)

    def _fault(self, row: Mapping[str, msgspec.Raw]) -> str | None:
        """Return what is wrong with a name that is no text; a number may be one."""
        nested = self._name in row and bytes(row[self._name])[:1] in (b"{", b"[")
        return "the name is a list or an object" if nested else None

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        with refused_as_table(), opened(self._path) as file:
            number = 0
            while line := file.readline(LONGEST_CELL + 1):
                number += 1
                if len(line) > LONGEST_CELL:
                    raise TableError(self._path, f"a line of more than {LONGEST_CELL:,} bytes", number)
                yield number, self._encoding.decode(line).encode() if self._recoded else line


def _object(line: bytes) -> dict[str, msgspec.Raw] | str:
    """Return the values of a line by key, unread, or why it is no object."""
    try:
        return members(line)
    except ValueError as error:
        return str(error)


def _text(raw: msgspec.Raw) -> str | None:
    value = bytes(raw)
    if value == b"null":
        return None
    return _STRING.decode(value) if value.startswith(b'"') else value.decode()
