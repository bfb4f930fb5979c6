"""A file, read once: its value, and on demand the place of each part of it."""

import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath

from vendorscreen.document import place
from vendorscreen.document.json_text import read_json
from vendorscreen.document.place import Path, Places
from vendorscreen.document.yaml_text import read_yaml
from vendorscreen.errors import DocumentError, Problem

__all__ = ["MAXIMUM_BYTES", "Document", "parse_document", "read_document", "without_surrogates"]

MAXIMUM_BYTES = 16 * 1024 * 1024
"""Largest file that is read as one document."""

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Document:
    """One YAML or JSON document: ``path`` as people know it, plain ``value``, ``text``."""

    path: str
    text: str = field(repr=False)
    value: object = field(repr=False)

    @cached_property
    def places(self) -> Places:
        """Where each value stands; found by reading the text again, when first asked."""
        places = Places()
        _reader(self.text)(self.text, self.path, [], places)
        return places

    def problem(self, at: Path, message: str, *, key: bool = False) -> Problem:
        """Return a problem at a value of this document (or at its key)."""
        return Problem(self.path, *self.places.of(at, key=key), place.field(at), message)


def read_document(path: FilePath) -> Document:
    """Return the document in a YAML or JSON file.

    Raises:
        DocumentError: the file is missing, too large, no text, or no single well-formed document.
    """
    return parse_document(_bytes(path), str(path))


def parse_document(content: bytes, path: str) -> Document:
    """Return the document in ``content``; ``path`` is what messages call it.

    Raises:
        DocumentError: the content is too large, no text, or no single well-formed document.
    """
    if len(content) > MAXIMUM_BYTES:
        raise _refused(path, f"the file is larger than {MAXIMUM_BYTES:,} bytes")
    text = _text(content, path)
    problems: list[Problem] = []
    value = _reader(text)(text, path, problems)
    if problems:
        raise DocumentError(problems)
    return Document(path, text, value)


def _bytes(path: FilePath) -> bytes:
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            raise _refused(str(path), "this is a directory, name a file in it")
        with path.open("rb") as file:
            return file.read(MAXIMUM_BYTES + 1)
    except FileNotFoundError:
        raise _refused(str(path), "there is no such file") from None
    except (OSError, ValueError) as error:
        raise _refused(str(path), f"the file cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _text(content: bytes, path: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DocumentError([Problem(path, line, 1, "", "this is no UTF-8 text, save the file as UTF-8")]) from None
    if not text.strip():
        raise _refused(path, "the file is empty")
    binary = _NOT_TEXT.search(text)
    if binary:
        line = text.count("\n", 0, binary.start()) + 1
        message = f"this is no text: it holds the control character U+{ord(binary[0]):04X}"
        raise DocumentError([Problem(path, line, binary.start() - text.rfind("\n", 0, binary.start()), "", message)])
    return text


def _reader(text: str) -> Callable[..., object]:
    return _read_json_text if text.lstrip()[:1] in ("{", "[") and '"' in text[:1000] else read_yaml


def _read_json_text(text: str, path: str, problems: list[Problem], places: Places | None = None) -> object:
    value = read_json(text, path, problems, places)
    return without_surrogates(value) if "\\u" in text else value


def without_surrogates(value: object) -> object:
    """Return the value with half characters, which JSON can spell and nothing can print, replaced by U+FFFD."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_SURROGATE.sub("\ufffd", key): without_surrogates(item) for key, item in value.items()}
    return value


def _refused(path: str, message: str) -> DocumentError:
    return DocumentError([Problem(path, 0, 0, "", message)])
