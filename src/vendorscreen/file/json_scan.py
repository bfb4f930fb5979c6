"""A second look at a JSON text that was read: where keys and values stand, and the flaws it was read in spite of."""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from vendorscreen.file.place import Path, Places

__all__ = ["MOST_FLAWS", "TEXT", "Flaw", "Lines", "Scanner"]

MOST_FLAWS = 100_000
"""Most flaws of a text that are told one by one; the next is fatal."""

_MOST_ALIKE = 20
"""Most flaws that are told of one part of a text, by the first steps of its path."""

_PART_STEPS = 3

TEXT = r'"(?>[^"\\]*(?:\\.[^"\\]*)*)"?'
"""A text, and one that is never closed up to its end; matched without a second look, however hostile."""

_TOKEN = re.compile(TEXT + r'|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_CONTROL = re.compile("[\x00-\x1f]")
_NO_NUMBER = ("NaN", "Infinity", "-Infinity")


class Flaw(Struct, frozen=True):
    """Something that breaks the rules of JSON at a path, and its line and column from 1.

    ``fatal`` if it leaves open what the value is.
    """

    at: Path
    line: int
    column: int
    message: str
    fatal: bool = False


class Lines:
    """The lines of a text, to tell line and column of an offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def of(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Scanner:
    """Walks the tokens of a text that is JSON but for its flaws; notes places where any are given."""

    def __init__(self, text: str, lines: Lines, places: Places | None = None) -> None:
        self._text, self._lines, self._places = text, lines, places
        self._tokens: Iterator[re.Match[str]] = iter(())
        self._end = 0
        self._alike: Counter[Path] = Counter()

    def flaws(self, start: int) -> Iterator[Flaw]:
        """Yield the flaws of the value at an offset, in order, within bounds; those that are fatal all."""
        self._tokens = _TOKEN.finditer(self._text, start)
        for number, flaw in enumerate(self._value(next(self._tokens), ())):
            if number == MOST_FLAWS:
                yield Flaw((), flaw.line, flaw.column, f"more than {MOST_FLAWS:,} flaws", fatal=True)
                return
            yield flaw

    def _value(self, token: re.Match[str], at: Path) -> Iterator[Flaw]:
        if self._places is not None:
            self._places.values[at] = self._lines.of(token.start())
        self._end = token.end()
        if token[0] == "{":
            yield from self._object(at)
        elif token[0] == "[":
            yield from self._array(at)
        elif token[0] in _NO_NUMBER:
            yield from self._told(token, at, f"{token[0]} is no JSON number")
        else:
            yield from self._text_flaws(token, at)

    def _text_flaws(self, token: re.Match[str], at: Path) -> Iterator[Flaw]:
        if _CONTROL.search(token[0]):
            yield from self._told(token, at, "a raw control sign, such as a tab, within a text")

    def _told(self, token: re.Match[str], at: Path, message: str, *, fatal: bool = False) -> Iterator[Flaw]:
        part = at[:-1][:_PART_STEPS]
        self._alike[part] += 1
        if fatal or self._alike[part] <= _MOST_ALIKE:
            yield Flaw(at, *self._lines.of(token.start()), message, fatal)

    def _object(self, at: Path) -> Iterator[Flaw]:
        seen: dict[str, tuple[int, int, int]] = {}
        for token in self._tokens:
            if token[0] == "}":
                self._end = token.end()
                return
            if token[0] == ",":
                continue
            key = json.loads(token[0], strict=False)
            inside = (*at, key)
            if self._places is not None:
                self._places.keys[inside] = self._lines.of(token.start())
            yield from self._text_flaws(token, inside)
            next(self._tokens)  # the colon
            value = next(self._tokens)
            yield from self._value(value, inside)
            start, end = value.start(), self._end
            if key in seen:
                first, *one = seen[key]
                message = f"duplicate key, first written in line {self._lines.of(first)[0]}"
                yield from self._told(token, inside, message, fatal=not self._equal((start, end), *one))
            else:
                seen[key] = (token.start(), start, end)

    def _equal(self, span: tuple[int, int], start: int, end: int) -> bool:
        return end - start == span[1] - span[0] and self._text[start:end] == self._text[slice(*span)]

    def _array(self, at: Path) -> Iterator[Flaw]:
        position = 0
        for token in self._tokens:
            if token[0] == "]":
                self._end = token.end()
                return
            if token[0] == ",":
                position += 1
                continue
            yield from self._value(token, (*at, position))
