"""How a text is encoded, with the evidence: the one place that decides it.

A code page other than UTF-8 and UTF-16 cannot be seen in the bytes, it is guessed: ``_guess`` is where it is.
"""

import codecs
from itertools import chain
from typing import BinaryIO, Literal

from msgspec import Struct

from vendorscreen.file.content import chunks

__all__ = ["Encoding", "decoded", "encoding_of", "encoding_of_stream"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_ANY_MARK = tuple(mark for mark, _ in _MARKS)
_ZEROS = 0.2
"""Share of zero bytes, from 0 to 1, from which a text without a byte-order mark is taken for UTF-16."""

_OTHER_SIDE = 0.1
"""Most of the zero bytes of UTF-16, as a share from 0 to 1, that stand where others are rare."""

Evidence = Literal["mark", "zeros", "whole", "guess"]


class Encoding(Struct, frozen=True):
    """The name of an encoding as Python knows it, and what speaks for it.

    ``evidence`` is a byte-order mark, zero bytes where UTF-16 has them, that the whole is UTF-8, or nothing: then it
    is a guess, and ``line``, from 1, the first that is no UTF-8.
    """

    name: str
    evidence: Evidence
    line: int = 0


_WHOLE = Encoding("utf-8", "whole")


def encoding_of(content: bytes) -> Encoding:
    """Return how a text is encoded."""
    return decoded(content)[1]


def decoded(content: bytes) -> tuple[str, Encoding]:
    """Return a text, and how it is encoded; what is none in that encoding is U+FFFD."""
    encoding = _shown(content)
    if encoding is None:
        try:
            return content.decode(), _WHOLE
        except UnicodeDecodeError as error:
            encoding = _guess(content.count(b"\n", 0, error.start) + 1)
    return content.decode(encoding.name, "replace"), encoding


def encoding_of_stream(stream: BinaryIO) -> Encoding:
    """Return how the rest of a stream is encoded; it may end inside a character."""
    blocks = chunks(stream)
    block = next(blocks, b"")
    encoding = _shown(block)
    if encoding is not None:
        return encoding
    decoder, line = codecs.getincrementaldecoder("utf-8")(), 1
    for one in chain((block,), blocks):
        try:
            decoder.decode(one)
        except UnicodeDecodeError as error:
            return _guess(line + error.object.count(b"\n", 0, error.start))
        line += one.count(b"\n")
    return _WHOLE


def _shown(block: bytes) -> Encoding | None:
    """Return the encoding that the bytes show, ``None`` where they may be UTF-8 without a mark."""
    for mark, name in _MARKS if block.startswith(_ANY_MARK) else ():
        if block.startswith(mark):
            return Encoding(name, "mark")
    by_zeros = _by_zeros(block) if 0 in block else ""
    return Encoding(by_zeros, "zeros") if by_zeros else None


def _by_zeros(block: bytes) -> str:
    """Return UTF-16 in the order of its bytes, nothing where zero bytes do not speak for it."""
    first, second = block[::2].count(0), block[1::2].count(0)
    share = _ZEROS * len(block)
    if block[:1] == b"\0" != block[1:2] or (first > share and second <= _OTHER_SIDE * first):
        return "utf-16-be"
    if block[1:2] == b"\0" != block[:1] or (second > share and first <= _OTHER_SIDE * second):
        return "utf-16-le"
    return ""


def _guess(line: int) -> Encoding:
    """Return the encoding of a text that shows none."""
    return Encoding("cp1252", "guess", line)
