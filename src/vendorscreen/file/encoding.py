"""How a text is encoded, with the evidence: the one place that decides it.

A code page other than UTF-8 and UTF-16 cannot be seen in the bytes, it is guessed: ``_guess`` is where it is.
"""

import codecs
from collections.abc import Iterator
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


def encoding_of(content: bytes) -> Encoding:
    """Return how a text is encoded."""
    return _found(iter((content,)), cut=False)


def encoding_of_stream(stream: BinaryIO) -> Encoding:
    """Return how the rest of a stream is encoded; it may end inside a character."""
    return _found(chunks(stream), cut=True)


def decoded(content: bytes) -> tuple[str, Encoding]:
    """Return a text, and how it is encoded; what is none in that encoding is U+FFFD."""
    encoding = encoding_of(content)
    return content.decode(encoding.name, "replace"), encoding


def _found(blocks: Iterator[bytes], *, cut: bool) -> Encoding:
    block = next(blocks, b"")
    for mark, name in _MARKS:
        if block.startswith(mark):
            return Encoding(name, "mark")
    if 0 in block and (name := _by_zeros(block)):
        return Encoding(name, "zeros")
    decoder, line = codecs.getincrementaldecoder("utf-8")(), 1
    while block:
        following = next(blocks, b"")
        try:
            decoder.decode(block, final=not following and not cut)
        except UnicodeDecodeError as error:
            return _guess(line + error.object.count(b"\n", 0, error.start))
        line += block.count(b"\n")
        block = following
    return Encoding("utf-8", "whole")


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
