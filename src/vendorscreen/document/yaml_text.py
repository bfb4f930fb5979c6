"""YAML read as one document of plain values: YAML 1.2 scalars, no aliases, no tags, no duplicate keys, bounded depth.

A plain number keeps the text it was written as (``WrittenInt.text``), so that an identifier without quotes loses
nothing; digits behind a leading zero stay text.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from vendorscreen.errors import Problem
from vendorscreen.file.place import MAXIMUM_DEPTH, Path, Places, field

__all__ = ["MOST_VALUES", "WrittenFloat", "WrittenInt", "read_yaml"]

MOST_VALUES = 300_000
"""Most values of one document; each takes up to two kilobytes of memory while it is read."""

_NULL = {"", "~", "null", "Null", "NULL"}
_TRUE = {"true", "True", "TRUE"}
_FALSE = {"false", "False", "FALSE"}
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})", re.ASCII)
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]{1,40}|(?:0|[1-9][0-9]{0,40})(?:\.[0-9]{0,40}(?:[eE][-+]?[0-9]{1,3})?|[eE][-+]?[0-9]{1,3}))",
    re.ASCII,
)

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class WrittenInt(int):
    """A whole number that remembers how it was written."""

    text: str


class WrittenFloat(float):
    """A number that remembers how it was written."""

    text: str


def read_yaml(text: str, path: str, problems: list[Problem], places: Places | None = None) -> object:
    """Return the value of a YAML text; what is wrong with it is added to ``problems``.

    Places of all values are noted in ``places`` if it is given.
    """
    builder = _Builder(path, problems, places)
    try:
        return builder.document(_events(text))
    except _StopReadingError:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        refused = Problem(path, line, column, "", f"this is not YAML: {error.problem or error.context}")
        problems.append(_bound_broken(text[: mark.index] if mark else "", path) or refused)
    except yaml.YAMLError as error:
        problems.append(Problem(path, 1, 1, "", f"this is not YAML: {' '.join(str(error).split())}"))
    return None


class _StopReadingError(Exception):
    """The document breaks a bound; nothing more is read."""


def _bound_broken(beginning: str, path: str) -> Problem | None:
    """Return which bound of ours the text breaks that the library read before it refused the rest, or None.

    The library reads up to 1,024 characters ahead of its events. There it can meet a limit of its own, such as that of
    nesting since PyYAML 6.0.4, before the event that breaks ours.
    """
    problems: list[Problem] = []
    with suppress(yaml.YAMLError):
        try:
            _Builder(path, problems, None).document(_events(beginning))
        except _StopReadingError:
            return problems[-1]
    return None


def _events(text: str) -> Iterator[Any]:
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Builder:
    """Builds values from the events of the parser, without recursion beyond MAXIMUM_DEPTH."""

    def __init__(self, path: str, problems: list[Problem], places: Places | None) -> None:
        self.path = path
        self.problems = problems
        self.places = places
        self.values = 0

    def document(self, events: Iterator[Any]) -> object:
        value: object = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.wrong(event, (), "a second document begins here, one file holds one document")
                    raise _StopReadingError
                value = self.node(next(events), events, ())
        return value

    def node(self, event: Any, events: Iterator[Any], at: Path) -> object:
        self.values += 1
        if self.values > MOST_VALUES:
            self.wrong(event, at[:3], f"more than {MOST_VALUES:,} values, which is more than is read")
            raise _StopReadingError
        if self.places is not None:
            self.places.values[at] = _place(event)
        if isinstance(event, yaml.AliasEvent):
            self.wrong(event, at, f"alias *{event.anchor} is refused, write the value out")
            return None
        if event.anchor is not None:
            self.wrong(event, at, f"anchor &{event.anchor} is refused, write each value out")
        if event.tag not in (None, "!"):
            self.wrong(event, at, f"tag {event.tag} is refused, write a plain value")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event.value) if event.implicit[0] else event.value
        if len(at) >= MAXIMUM_DEPTH:
            self.wrong(event, at[:3], f"nested deeper than {MAXIMUM_DEPTH} levels")
            raise _StopReadingError
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, at)
        return self.mapping(events, at)

    def sequence(self, events: Iterator[Any], at: Path) -> list[object]:
        values: list[object] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self.node(event, events, (*at, len(values))))
        return values

    def mapping(self, events: Iterator[Any], at: Path) -> dict[str, object]:
        values: dict[str, object] = {}
        first: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self.wrong(event, at, "a key must be one word or text")
                raise _StopReadingError
            key: str = event.value
            if key in first:
                self.wrong(event, (*at, key), f"duplicate key, first written in line {first[key]}")
            if key == "<<" and event.implicit[0]:
                self.wrong(event, at, "merge key << is refused, write the keys out")
            first.setdefault(key, _place(event)[0])
            if self.places is not None:
                self.places.keys[*at, key] = _place(event)
            values[key] = self.node(next(events), events, (*at, key))
        return values

    def wrong(self, event: Any, at: Path, message: str) -> None:
        self.problems.append(Problem(self.path, *_place(event), field(at), message))


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _scalar(text: str) -> object:
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if text[0] in "-+.0123456789":
        if _INT.fullmatch(text):
            whole = WrittenInt(text)
            whole.text = text
            return whole
        if _FLOAT.fullmatch(text):
            number = WrittenFloat(text)
            number.text = text
            return number
    return text
