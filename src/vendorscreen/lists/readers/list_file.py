"""The files of one edition of an official list: unpacked within bounds, and refused where they are plainly no list."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, Self

from vendorscreen.errors import DocumentError, ListError, Problem
from vendorscreen.file.encoding import Encoding, encoding_of
from vendorscreen.file.json_text import read_json

__all__ = ["MAXIMUM_BYTES", "Form", "ListFile", "refused_as_list"]

MAXIMUM_BYTES = 256 * 1024 * 1024
"""Largest file of a list that is read, unpacked."""

MOST_JSON_VALUES = 5_000_000
"""Most values of a list in JSON; the largest real one at hand has 290,000."""

Form = Literal["csv", "json", "xml", "xls", "xlsx"]

_GZIP = b"\x1f\x8b"
_WEB_PAGE = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class ListFile:
    """One file of an edition: ``name`` as people know it, ``content`` unpacked."""

    name: str
    content: bytes = field(repr=False)

    @classmethod
    def of(cls, name: str, raw: bytes) -> Self:
        """Return a file as it was retrieved, unpacked if it is gzip.

        Raises:
            ListError: it is empty, too large, damaged gzip, or a web page.
        """
        content = _unpacked(name, raw) if raw.startswith(_GZIP) else raw
        if len(content) > MAXIMUM_BYTES:
            raise ListError(f"{name}: larger than {MAXIMUM_BYTES:,} bytes")
        if not content.strip(b"\x00\t\n\r \x1a"):
            raise ListError(f"{name}: the file is empty ({len(raw)} bytes); a list is never empty")
        if _WEB_PAGE.match(content.removeprefix(b"\xef\xbb\xbf")):
            raise ListError(f"{name}: this is a web page (HTML), not the list; the address may have moved")
        return cls(name, content)

    @property
    def form(self) -> Form:
        """What the content is, by its first characters."""
        if self.content.startswith(b"PK\x03\x04"):
            return "xlsx"
        if self.content.startswith(b"\xd0\xcf\x11\xe0"):
            return "xls"
        start = self.content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
        return "json" if start[:1] in (b"{", b"[") else "xml" if start[:1] == b"<" else "csv"

    def text(self, given: Encoding | None = None) -> str:
        """Return the content as text; ``given`` is the encoding of what is no UTF-8, judged by its letters otherwise.

        Raises:
            ListError: nothing tells its encoding, or it is damaged.
        """
        encoding = encoding_of(self.content, given)
        if encoding.refused:
            raise ListError(f"{self.name}: line {encoding.line}: {encoding.refused}")
        text = encoding.decode(self.content)
        if "\ufffd" in text and not given and b"\xef\xbf\xbd" not in self.content:
            line = text.count("\n", 0, text.index("\ufffd")) + 1
            raise ListError(f"{self.name}: line {line}: this is damaged text, not all of it is {encoding.name}")
        return text

    def json(self) -> object:
        """Return the JSON value that the content is.

        Raises:
            ListError: it is not JSON, or cut off.
        """
        encoding = encoding_of(self.content)
        if encoding.line:
            raise ListError(f"{self.name}: line {encoding.line}: this is not JSON: it is no UTF-8 text")
        problems: list[Problem] = []
        value = read_json(encoding.decode(self.content), self.name, problems, MOST_JSON_VALUES)
        if problems:
            raise list_error(problems[0])
        return value


@contextmanager
def refused_as_list() -> Iterator[None]:
    """Refuse the list where its file cannot be read.

    Raises:
        ListError: in place of a DocumentError.
    """
    try:
        yield
    except DocumentError as error:
        raise list_error(error.problems[0]) from None


def list_error(problem: Problem) -> ListError:
    """Return the refusal of a list whose file has a problem."""
    line = f"line {problem.line}: " if problem.line else ""
    field = f"{problem.field}: " if problem.field else ""
    return ListError(f"{problem.path}: {line}{field}{problem.message}")


def _unpacked(name: str, raw: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        content = unpacker.decompress(raw, MAXIMUM_BYTES + 1)
    except zlib.error as error:
        raise ListError(f"{name}: damaged gzip data ({error})") from None
    if not unpacker.eof and len(content) <= MAXIMUM_BYTES:
        raise ListError(f"{name}: the gzip data is cut off")
    return content
