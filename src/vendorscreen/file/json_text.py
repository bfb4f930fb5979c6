"""JSON, strict: duplicate keys, NaN and deep nesting are refused; places are found by a second look.

``read_json`` makes values. ``members`` leaves the values of one object as they are written, for rows in which ``7.0``
must stay ``7.0``, at the speed that millions of rows ask for; it does not see a key that stands twice.
"""

import json
import re
from bisect import bisect_right

import msgspec

from vendorscreen.errors import Problem
from vendorscreen.file.place import MAXIMUM_DEPTH, Path, Places, field

__all__ = ["members", "note_places", "read_json"]

_TEXT = r'"(?>[^"\\]*(?:\\.[^"\\]*)*)"?'
"""A text, and one that is never closed up to its end; matched without a second look, however hostile."""

_TOKEN = re.compile(_TEXT + r'|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_BRACKET_OR_TEXT = re.compile(_TEXT + r"|[\[\]{}]", re.DOTALL)
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_HALF_IN_BYTES = re.compile(_HALF.pattern.encode())
_SURROGATE = re.compile("[\ud800-\udfff]")
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])


def read_json(text: str, path: str, problems: list[Problem]) -> object:
    """Return the value of a JSON text; what is wrong with it is added to ``problems``.

    Half characters, which JSON can spell and nothing can print, are U+FFFD.
    """
    deep = _too_deep(text)
    if deep is not None:
        problems.append(Problem(path, *_Lines(text).of(deep), "", f"nested deeper than {MAXIMUM_DEPTH} levels"))
        return None
    try:
        value: object = _DECODER.decode(text)
    except ValueError:
        _explain(text, path, problems)
        return None
    return _without_surrogates(value) if _HALF.search(text) else value


def note_places(text: str, places: Places) -> None:
    """Note in ``places`` where each value of a text stands that ``read_json`` has read without a problem."""
    _Scanner(text, "", [], places).scan()


def members(line: bytes) -> dict[str, msgspec.Raw]:
    """Return the values of a JSON object by key, as they are written; the last of a key that stands twice.

    Raises:
        ValueError: it is no JSON object, nested too deeply, or holds half a character.
    """
    try:
        return _MEMBERS.decode(msgspec.json.encode(msgspec.json.decode(line)) if _HALF_IN_BYTES.search(line) else line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error) or type(error).__name__) from None


def _unique(items: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(items)
    if len(value) < len(items):
        raise ValueError("duplicate key")
    return value


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON number")


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse)


def _explain(text: str, path: str, problems: list[Problem]) -> None:
    """Add what is wrong with a text that was not decoded."""
    try:
        json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        problems.append(Problem(path, error.lineno, error.colno, "", f"this is not JSON: {error.msg}"))
    except ValueError as error:  # numbers beyond Python's bound on digits, and _refuse
        problems.append(Problem(path, 1, 1, "", f"this is not JSON: {error}"))
    else:
        _Scanner(text, path, problems, Places()).scan()


def _without_surrogates(value: object) -> object:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_SURROGATE.sub("\ufffd", key): _without_surrogates(item) for key, item in value.items()}
    return value


def _too_deep(text: str) -> int | None:
    """Return where nesting passes the bound, ``None`` if it never does."""
    if not _perhaps_too_deep(text.encode("utf-8", "surrogatepass")):
        return None
    depth = 0
    for match in _BRACKET_OR_TEXT.finditer(text):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if depth > MAXIMUM_DEPTH:
            return match.start()
    return None


def _perhaps_too_deep(content: bytes) -> bool:
    """Return whether brackets nest beyond the bound, or do not fit; quick, for nearly every text is fine."""
    if content.count(b"[") + content.count(b"{") <= MAXIMUM_DEPTH:
        return False
    outside_texts = content.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')[::2]
    brackets = b"".join(outside_texts).translate(None, _NO_BRACKETS)
    for _ in range(MAXIMUM_DEPTH):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if not brackets:
            return False
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
