"""JSON read as plain values: duplicate keys, NaN and deep nesting refused; places found by a second look."""

import json
import re
from bisect import bisect_right

from vendorscreen.document.place import Path, Places, field
from vendorscreen.document.yaml_text import MAXIMUM_DEPTH
from vendorscreen.errors import Problem

__all__ = ["read_json"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_BRACKET_OR_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def read_json(text: str, path: str, problems: list[Problem], places: Places | None = None) -> object:
    """Return the value of a JSON text; what is wrong with it is added to ``problems``.

    Places of all values are noted in ``places`` if it is given.
    """
    if not _bounded(text, path, problems):
        return None
    duplicates: list[str] = []

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        value = dict(items)
        if len(value) < len(items):
            duplicates.extend(key for key, _ in items)
        return value

    try:
        value: object = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        problems.append(Problem(path, error.lineno, error.colno, "", f"this is not JSON: {error.msg}"))
        return None
    except ValueError as error:  # numbers beyond Python's bound on digits, and _refuse
        problems.append(Problem(path, 1, 1, "", f"this is not JSON: {error}"))
        return None
    if duplicates:
        _Scanner(text, path, problems, Places()).scan()
    if places is not None:
        _Scanner(text, path, [], places).scan()
    return value


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON number")


def _bounded(text: str, path: str, problems: list[Problem]) -> bool:
    depth = 0
    for match in _BRACKET_OR_STRING.finditer(text):
        token = match[0]
        if token in "[{":
            depth += 1
            if depth > MAXIMUM_DEPTH:
                line, column = _Lines(text).of(match.start())
                problems.append(Problem(path, line, column, "", f"nested deeper than {MAXIMUM_DEPTH} levels"))
                return False
        elif token in "]}":
            depth -= 1
    return True


class _Lines:
    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def of(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class _Scanner:
    """Walks the tokens of a valid JSON text and notes where keys and values stand."""

    def __init__(self, text: str, path: str, problems: list[Problem], places: Places) -> None:
        self.tokens = _TOKEN.finditer(text)
        self.lines = _Lines(text)
        self.path = path
        self.problems = problems
        self.places = places

    def scan(self) -> None:
        self._value(next(self.tokens), ())

    def _value(self, token: re.Match[str], at: Path) -> None:
        self.places.values[at] = self.lines.of(token.start())
        if token[0] == "{":
            self._object(at)
        elif token[0] == "[":
            self._array(at)

    def _object(self, at: Path) -> None:
        seen: dict[str, int] = {}
        for token in self.tokens:
            if token[0] == "}":
                return
            if token[0] == ",":
                continue
            key = json.loads(token[0])
            line, column = self.lines.of(token.start())
            if key in seen:
                message = f"duplicate key, first written in line {seen[key]}"
                self.problems.append(Problem(self.path, line, column, field((*at, key)), message))
            seen.setdefault(key, line)
            self.places.keys[*at, key] = (line, column)
            next(self.tokens)  # the colon
            self._value(next(self.tokens), (*at, key))

    def _array(self, at: Path) -> None:
        position = 0
        for token in self.tokens:
            if token[0] == "]":
                return
            if token[0] == ",":
                position += 1
                continue
            self._value(token, (*at, position))
