"""Documents of a stream of JSON: one, several behind each other, or JSON Lines one line at a time in constant memory.

Endless lines are refused. Texts that are no UTF-8 are read in the code page that their letters tell, with a warning.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from vendorscreen.errors import DocumentError, Problem
from vendorscreen.file.encoding import decoded
from vendorscreen.file.json_scan import Flaw
from vendorscreen.file.json_text import json_texts

__all__ = ["MAXIMUM_JSON_BYTES", "JsonDocument", "json_documents"]

MAXIMUM_JSON_BYTES = 64 * 1024 * 1024
"""Largest document, or line of JSON Lines, that is read."""


class JsonDocument(Struct, frozen=True):
    """A document with its text, and the flaws in spite of which it was read.

    ``line`` and ``column`` are where it begins; 0 where it begins the file, or the line of JSON Lines.
    """

    value: object
    text: str
    line: int
    column: int
    warnings: tuple[Problem, ...]
    flaws: tuple[Flaw, ...]


def json_documents(
    stream: BinaryIO, source: str, progress: Callable[[int], None]
) -> Iterator[JsonDocument | DocumentError]:
    """Yield the documents of a text; an error for a line that is none, after which reading goes on.

    ``progress`` is called with the number of bytes of each step.

    Raises:
        DocumentError: the text is no JSON at all, or larger than what is read.
    """
    lines = _lines(stream, source, progress)
    first = next(lines)
    second = next(lines, None)
    if second is None:
        yield from _parsed(first.before + first.content, source, 0)
    elif _is_line(first.content, second.content):
        for line in chain((first, second), lines):
            yield from _parsed(line.content, source, line.number)
    else:
        read = first.before + first.content + second.before + second.content
        rest = stream.read(MAXIMUM_JSON_BYTES + 1 - len(read))
        progress(len(rest))
        if len(read) + len(rest) > MAXIMUM_JSON_BYTES:
            raise _too_large(source, 0)
        yield from _parsed(read + rest, source, 0)


class _Line(Struct, frozen=True):
    """A line that is not blank, with the blank ones before it."""

    content: bytes
    number: int
    before: bytes


def _lines(stream: BinaryIO, source: str, progress: Callable[[int], None]) -> Iterator[_Line]:
    number, before = 0, b""
    while content := stream.readline(MAXIMUM_JSON_BYTES + 1):
        progress(len(content))
        number += 1
        if len(content) + len(before) > MAXIMUM_JSON_BYTES:
            raise _too_large(source, number)
        if content.isspace():
            before += content
            continue
        yield _Line(content, number, before)
        before = b""


def _is_line(first: bytes, second: bytes) -> bool:
    """Return whether the first line is a document of its own: it is JSON, or both lines look like whole objects."""
    start = first.strip().removeprefix(b"\xef\xbb\xbf")
    if not start.endswith((b"}", b"]")):
        return False
    if start.startswith(b"{") and second.lstrip().startswith(b"{"):
        return True
    return not any(isinstance(one, DocumentError) for one in _parsed(first, "", 0))


def _parsed(content: bytes, source: str, line: int) -> Iterator[JsonDocument | DocumentError]:
    """Yield the documents of a text; ``line`` is that of JSON Lines, 0 for a whole file."""
    text, encoding = decoded(content)
    if encoding.refused:
        yield DocumentError.at(source, encoding.refused, line or encoding.line, 1)
        return
    warnings = (Problem(source, line or encoding.line, 1, "", encoding.told),) if encoding.told else ()
    for number, one in enumerate(json_texts(text.rstrip() if line else text, source)):
        if isinstance(one, Problem):
            yield DocumentError([replace(one, line=line or one.line)])
            continue
        flaws = tuple(replace(flaw, line=line) for flaw in one.flaws) if line else one.flaws
        begins = line or (one.line if number else 0)
        yield JsonDocument(one.value, one.text, begins, one.column if number else 0, warnings, flaws)


def _too_large(source: str, line: int) -> DocumentError:
    message = f"larger than {MAXIMUM_JSON_BYTES:,} bytes; JSON Lines (one release a line) can be of any size"
    return DocumentError.at(source, message, line, 1 if line else 0)
