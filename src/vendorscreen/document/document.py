"""A file, read once: its value, and on demand the place of each part of it."""

import codecs
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath

from vendorscreen.document.yaml_text import MOST_VALUES, read_yaml
from vendorscreen.errors import DocumentError, Problem
from vendorscreen.file import place
from vendorscreen.file.content import path_text, read_bytes
from vendorscreen.file.encoding import encoding_of
from vendorscreen.file.json_text import note_places, read_json, too_many_values
from vendorscreen.file.place import Path, Places

__all__ = ["MAXIMUM_BYTES", "Document", "parse_document", "read_document"]

MAXIMUM_BYTES = 16 * 1024 * 1024
"""Largest file that is read as one document."""

MAXIMUM_YAML_BYTES = 5 * 1024 * 1024
"""Largest YAML file that is read, which somebody wrote by hand."""

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Document:
    """One YAML or JSON document: ``path`` as people know it, plain ``value``, ``text``."""

    path: str
    text: str = field(repr=False)
    value: object = field(repr=False)

    @classmethod
    def of_json(cls, path: str, text: str, value: object) -> "Document":
        """Return the document of a JSON text whose value is known.

        Raises:
            DocumentError: the text is too large, has too many values, or holds control characters.
        """
        many = too_many_values(text, path, MOST_VALUES)
        if many is not None:
            raise DocumentError([many])
        if len(text.encode("utf-8", "replace")) > MAXIMUM_BYTES:
            raise DocumentError.at(path, f"the file is larger than {MAXIMUM_BYTES:,} bytes")
        _refuse_control_characters(text, path)
        return cls(path, text, value)

    @cached_property
    def places(self) -> Places:
        """Where each value stands; found by reading the text again, when first asked."""
        places = Places()
        if _is_json(self.text):
            note_places(self.text, places)
        else:
            read_yaml(self.text, self.path, [], places)
        return places

    def locate(self, at: Path) -> str:
        """Return where a value stands, for people: file, line and column."""
        line, column = self.places.of(at)
        return f"{self.path}:{line}:{column}"

    def problem(self, at: Path, message: str, *, key: bool = False) -> Problem:
        """Return a problem at a value of this document (or at its key)."""
        return Problem(self.path, *self.places.of(at, key=key), place.field(at), message)


def read_document(path: FilePath) -> Document:
    """Return the document in a YAML or JSON file.

    Raises:
        DocumentError: the file is missing, too large, no text, or no single well-formed document.
    """
    return parse_document(read_bytes(path, MAXIMUM_BYTES), path_text(path))


def parse_document(content: bytes, path: str) -> Document:
    """Return the document in ``content``; ``path`` is what messages call it.

    Raises:
        DocumentError: the content is too large, no text, or no single well-formed document.
    """
    if len(content) > MAXIMUM_BYTES:
        raise DocumentError.at(path, f"the file is larger than {MAXIMUM_BYTES:,} bytes")
    text = _text(content, path)
    problems: list[Problem] = []
    if _is_json(text):
        value = read_json(text, path, problems, MOST_VALUES)
    elif len(content) > MAXIMUM_YAML_BYTES:
        raise DocumentError.at(path, f"the file is larger than {MAXIMUM_YAML_BYTES:,} bytes of YAML")
    else:
        value = read_yaml(text, path, problems)
    if problems:
        raise DocumentError(problems)
    return Document(path, text, value)


def _text(content: bytes, path: str) -> str:
    content = content.removeprefix(codecs.BOM_UTF8)
    encoding = encoding_of(content)
    if encoding.line or encoding.name != "utf-8":
        raise DocumentError.at(path, "this is no UTF-8 text, save the file as UTF-8", encoding.line or 1, 1)
    text = content.decode()
    if not text.strip():
        raise DocumentError.at(path, "the file is empty")
    _refuse_control_characters(text, path)
    return text


def _refuse_control_characters(text: str, path: str) -> None:
    found = _NOT_TEXT.search(text)
    if found:
        line, before = text.count("\n", 0, found.start()) + 1, text.rfind("\n", 0, found.start())
        message = f"this is no text: it holds the control character U+{ord(found[0]):04X}"
        raise DocumentError.at(path, message, line, found.start() - before)


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[") and '"' in text[:1000]
