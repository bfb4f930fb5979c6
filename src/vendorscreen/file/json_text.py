"""JSON: duplicate keys, NaN and deep nesting are refused, or told as flaws; places are found by a second look.

``read_json`` makes values. ``members`` leaves the values of one object as they are written, for rows in which ``7.0``
must stay ``7.0``, at the speed that millions of rows ask for; keys that stand twice are seen by ``repeated_keys``.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator

import msgspec
from msgspec import Struct

from vendorscreen.errors import Problem
from vendorscreen.file.json_scan import TEXT, Flaw, Lines, Scanner
from vendorscreen.file.place import MAXIMUM_DEPTH, Places, field

__all__ = ["JsonText", "json_texts", "members", "note_places", "read_json", "repeated_keys", "too_many_values"]

_BRACKET_OR_TEXT = re.compile(TEXT + r"|[\[\]{}]", re.DOTALL)
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_NO_VALUES = bytes(set(range(256)) - set(b"[{,"))
_PIECE_BYTES = 1 << 20
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_HALF_IN_BYTES = re.compile(_HALF.pattern.encode())
_NOT_BLANK = re.compile(r"[^ \t\r\n]")
_CONTROL = re.compile("[\x00-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MEMBERS = msgspec.json.Decoder(dict[str, msgspec.Raw])


MOST_VALUES = 2_500_000
"""Most values of one JSON text, counted by its commas and opening brackets; a value takes up to 200 bytes of memory."""


def read_json(text: str, path: str, problems: list[Problem], most_values: int = MOST_VALUES) -> object:
    """Return the value of a JSON text; what is wrong with it is added to ``problems``.

    Half characters, which JSON can spell and nothing can print, are U+FFFD.
    """
    beyond = _beyond_bounds(text, path, most_values)
    if beyond is not None:
        problems.append(beyond)
        return None
    try:
        value: object = _DECODER.decode(text)
    except ValueError:
        _explain(text, path, problems)
        return None
    return _printable(value, text)


class JsonText(Struct, frozen=True):
    """One of the JSON texts that stand behind each other in a text: where it begins, from 1, and its flaws in order."""

    value: object
    text: str
    line: int = 1
    column: int = 1
    flaws: tuple[Flaw, ...] = ()


def json_texts(text: str, path: str) -> Iterator[JsonText | Problem]:
    """Yield the JSON texts of a text; what is none ends it with a problem.

    A number that is none (NaN) is ``None``, a control sign within a text a blank, of a key that stands twice the first
    counts; each is a flaw.
    """
    beyond = _beyond_bounds(text, path, MOST_VALUES)
    if beyond is not None:
        yield beyond
        return
    try:
        yield JsonText(_printable(_DECODER.decode(text), text), text)
    except ValueError:
        yield from _flawed(text, path)


def _flawed(text: str, path: str) -> Iterator[JsonText | Problem]:
    lines, start = Lines(text), _behind_blanks(text, 0)
    while True:
        line, column = lines.of(start)
        try:
            value, end = _TOLERANT.raw_decode(text, start)
        except json.JSONDecodeError as error:
            yield Problem(path, *lines.of(error.pos), "", f"this is not JSON: {error.msg}")
            return
        except ValueError as error:  # numbers beyond Python's bound on digits
            yield Problem(path, line, column, "", f"this is not JSON: {error}")
            return
        one, flaws = text[start:end], tuple[Flaw, ...]()
        try:
            value = _DECODER.decode(one)
        except ValueError:
            flaws, value = tuple(Scanner(text, lines).flaws(start)), _without_control_signs(value)
        yield JsonText(_printable(value, one), one, line, column, flaws)
        start = _behind_blanks(text, end)
        if start == len(text):
            return
        if text[start] not in "{[":
            yield Problem(path, *lines.of(start), "", "this is not JSON: Extra data")
            return


def _behind_blanks(text: str, start: int) -> int:
    found = _NOT_BLANK.search(text, start)
    return found.start() if found else len(text)


def note_places(text: str, places: Places) -> None:
    """Note in ``places`` where each value of a text stands that ``read_json`` has read without a problem."""
    for _ in Scanner(text, Lines(text), places).flaws(0):
        pass


def members(line: bytes) -> dict[str, msgspec.Raw]:
    """Return the values of a JSON object by key, as they are written; the last of a key that stands twice.

    Raises:
        ValueError: it is no JSON object, nested too deeply, or holds half a character.
    """
    try:
        return _MEMBERS.decode(msgspec.json.encode(msgspec.json.decode(line)) if _HALF_IN_BYTES.search(line) else line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error) or type(error).__name__) from None


def repeated_keys(line: bytes) -> list[str]:
    """Return the keys that stand twice in a JSON object that ``members`` can read, or in one within it."""
    found: dict[str, None] = {}

    def note(items: list[tuple[str, object]]) -> None:
        if len(dict(items)) < len(items):
            times = Counter(key for key, _ in items)
            found.update((key, None) for key, count in times.items() if count > 1)

    json.loads(line, object_pairs_hook=note, parse_float=_nothing, parse_int=_nothing)
    return list(found)


def _unique(items: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(items)
    if len(value) < len(items):
        raise ValueError("duplicate key")
    return value


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON number")


def _firsts(items: list[tuple[str, object]]) -> dict[str, object]:
    value: dict[str, object] = {}
    for key, one in items:
        value.setdefault(key, one)
    return value


def _nothing(_: str) -> None:
    return None


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse)
_TOLERANT = json.JSONDecoder(object_pairs_hook=_firsts, parse_constant=_nothing, strict=False)


def _explain(text: str, path: str, problems: list[Problem]) -> None:
    """Add what is wrong with a text that was not decoded."""
    try:
        json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        problems.append(Problem(path, error.lineno, error.colno, "", f"this is not JSON: {error.msg}"))
    except ValueError as error:  # numbers beyond Python's bound on digits, and _refuse
        problems.append(Problem(path, 1, 1, "", f"this is not JSON: {error}"))
    else:
        flaws = Scanner(text, Lines(text)).flaws(0)
        problems += [Problem(path, flaw.line, flaw.column, field(flaw.at), flaw.message) for flaw in flaws]


def _printable(value: object, text: str) -> object:
    return _replaced(value, _SURROGATE, "\ufffd") if _HALF.search(text) else value


def _without_control_signs(value: object) -> object:
    return _replaced(value, _CONTROL, " ")


def _replaced(value: object, signs: re.Pattern[str], by: str) -> object:
    """Return a value in all texts of which some signs are replaced."""
    if isinstance(value, str):
        return signs.sub(by, value)
    if isinstance(value, list):
        return [_replaced(item, signs, by) for item in value]
    if isinstance(value, dict):
        return {signs.sub(by, key): _replaced(item, signs, by) for key, item in value.items()}
    return value


def too_many_values(text: str, path: str, most: int) -> Problem | None:
    """Return the problem of a text with more values than ``most``, ``None`` if there are not so many."""
    if text.count(",") + text.count("[") + text.count("{") <= most:
        return None
    pieces = _outside_texts(text.encode("utf-8", "surrogatepass"))
    if sum(len(piece.translate(None, _NO_VALUES)) for piece in pieces) <= most:
        return None
    return Problem(path, 0, 0, "", f"more than {most:,} values, which is more than is read at once")


def _beyond_bounds(text: str, path: str, most_values: int) -> Problem | None:
    """Return the problem of too many values, or of nesting that passes the bound, ``None`` if there is neither."""
    many = too_many_values(text, path, most_values)
    if many is not None or not _perhaps_too_deep(text.encode("utf-8", "surrogatepass")):
        return many
    depth = 0
    for match in _BRACKET_OR_TEXT.finditer(text):
        depth += (match[0] in "[{") - (match[0] in "]}")
        if depth > MAXIMUM_DEPTH:
            message = f"nested deeper than {MAXIMUM_DEPTH} levels"
            return Problem(path, *Lines(text).of(match.start()), "", message)
    return None


def _perhaps_too_deep(content: bytes) -> bool:
    """Return whether brackets nest beyond the bound, or do not fit; quick, for nearly every text is fine."""
    if content.count(b"[") + content.count(b"{") <= MAXIMUM_DEPTH:
        return False
    brackets = b"".join(piece.translate(None, _NO_BRACKETS) for piece in _outside_texts(content))
    for _ in range(MAXIMUM_DEPTH):
        brackets = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if not brackets:
            return False
    return True


def _outside_texts(content: bytes) -> Iterator[bytes]:
    """Yield, piece by piece, what of a JSON text stands outside the texts in it."""
    content = content.replace(b"\\\\", b"").replace(b'\\"', b"")
    inside = 0
    for start in range(0, len(content), _PIECE_BYTES):
        parts = content[start : start + _PIECE_BYTES].split(b'"')
        yield b"".join(parts[inside::2])
        inside = (inside + len(parts) - 1) % 2
