"""What a stream of bytes is, told by its content: XML, JSON, or the YAML of a native tender file."""

import io
from enum import Enum
from typing import BinaryIO

from vendorscreen.errors import DocumentError
from vendorscreen.file.encoding import shown_encoding

__all__ = ["ContentKind", "told_apart"]

_HEAD_BYTES = 64 * 1024
_MAXIMUM_BYTES = 64 * 1024 * 1024
"""Largest text in an encoding of two or four bytes that is read."""

_QUOTE_WITHIN = 1000
_BLANK = b" \t\r\n"


class ContentKind(Enum):
    """Kinds of text that hold tenders."""

    XML = "XML"
    JSON = "JSON"
    YAML = "YAML"


def told_apart(stream: BinaryIO, source: str) -> tuple[ContentKind, BinaryIO]:
    """Return the kind of a stream, and a stream of the whole, in UTF-8 unless it is XML, which tells its own encoding.

    White space before an XML declaration is left out, for nothing may stand there.

    Raises:
        DocumentError: the stream is empty, or not in the encoding that its first bytes promise.
    """
    head = stream.read(_HEAD_BYTES)
    blank = 0
    while head and head.isspace() and blank < _MAXIMUM_BYTES:
        blank += len(head)
        head = stream.read(_HEAD_BYTES)
    if not head or head.isspace():
        raise DocumentError.at(source, "the file is empty")
    shown = shown_encoding(head[:_QUOTE_WITHIN])
    encoding = shown.name if shown else "utf-8"
    start = head.decode(encoding, "ignore").lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return ContentKind.XML, _Rewound.stream(head.lstrip(_BLANK) if start.startswith("<?xml") else head, stream)
    kind = ContentKind.JSON if start[:1] in ("{", "[") and '"' in start[:_QUOTE_WITHIN] else ContentKind.YAML
    if encoding.startswith(("utf-16", "utf-32")):
        return kind, io.BytesIO(_in_utf_8(head + stream.read(_MAXIMUM_BYTES + 1 - len(head)), encoding, source))
    return kind, _Rewound.stream(head, stream)


def _in_utf_8(content: bytes, encoding: str, source: str) -> bytes:
    if len(content) > _MAXIMUM_BYTES:
        raise DocumentError.at(source, f"larger than {_MAXIMUM_BYTES:,} bytes, save it as UTF-8")
    try:
        return content.decode(encoding).encode()
    except UnicodeDecodeError:
        message = f"this begins as {encoding.upper()} but is not, save the file as UTF-8"
        raise DocumentError.at(source, message, 1, 1) from None


class _Rewound(io.RawIOBase):
    """A stream with what was already read from it in front again; closing it leaves the stream open."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = memoryview(head), stream

    @classmethod
    def stream(cls, head: bytes, stream: BinaryIO) -> BinaryIO:
        return io.BufferedReader(cls(head, stream), _HEAD_BYTES)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk: bytes | memoryview = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)
