"""How a text is encoded, with the evidence: the one place that decides it.

A text is UTF-8 or UTF-16 as a whole. Where single pieces of it (what stands between line ends and quotation marks) are
no UTF-8, they alone are read in a code page, which ``code_page`` judges by all of them together.
"""

import codecs
import io
import re
from typing import BinaryIO, Literal, TextIO

from msgspec import Struct

from vendorscreen.errors import UsageError
from vendorscreen.file.code_page import SAMPLE_BYTES, Reading, readings, sure
from vendorscreen.file.content import chunks

__all__ = ["Encoding", "decoded", "encoding_of", "encoding_of_stream", "given_encoding", "shown_encoding"]

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

_LONGEST_LINE = 1 << 24
"""Bytes of a line that are decoded together."""

_LONGEST_WORDS = 512
"""Bytes of one piece that are judged."""

_PIECE = re.compile(rb'[^\r\n"]+')
_WORD = re.compile(r"[^\s,;|]+")
_AHEAD = re.compile(rb"[^\s,;|]*\Z")
_WHOLE = frozenset({"utf-8", "utf-8-sig"})

Evidence = Literal["mark", "zeros", "whole", "given", "words", "doubt"]


class Encoding(Struct, frozen=True):
    """The name of an encoding as Python knows it, and what speaks for it.

    ``evidence`` is a byte-order mark, zero bytes where UTF-16 has them, that the whole is UTF-8, that somebody said so,
    or the ``words`` of the pieces that are no UTF-8, in which case ``name`` is the code page of these alone. In
    ``doubt`` they do not tell that code page. ``line``, from 1, is the first that is no UTF-8.

    ``told`` is what a person must know; ``refused`` is why the text cannot be read at all.
    """

    name: str
    evidence: Evidence
    line: int = 0
    told: str = ""
    refused: str = ""

    def decode(self, content: bytes) -> str:
        """Return a text; what is none in this encoding is U+FFFD."""
        if not self._by_pieces:
            return content.decode(self.name, "replace")
        return _PIECE.sub(self._in_utf_8, content.removeprefix(codecs.BOM_UTF8)).decode()

    def text(self, stream: BinaryIO) -> TextIO:
        """Return a stream as text, with the line ends it has."""
        if not self._by_pieces:
            return io.TextIOWrapper(stream, encoding=self.name, errors="replace", newline="")
        return io.TextIOWrapper(io.BufferedReader(_InUtf8(stream, self)), encoding="utf-8", newline="")

    def __str__(self) -> str:
        return f"UTF-8, else {self.name}" if self._by_pieces else self.name

    @property
    def _by_pieces(self) -> bool:
        return self.evidence in ("words", "given") and not self.name.startswith(("utf-16", "utf-32"))

    def _in_utf_8(self, piece: re.Match[bytes]) -> bytes:
        return piece[0] if _is_utf_8(piece[0]) else self._decoded(piece[0]).encode()

    def _decoded(self, piece: bytes) -> str:
        damaged = piece.decode("utf-8", "replace")
        return damaged if _is_damaged(damaged) else piece.decode(self.name, "replace")


class _InUtf8(io.RawIOBase):
    """A stream recoded line by line; closing it leaves the stream open."""

    def __init__(self, stream: BinaryIO, encoding: Encoding) -> None:
        self._stream, self._encoding, self._line = stream, encoding, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._line:
            self._line = memoryview(self._encoding.decode(self._stream.readline(_LONGEST_LINE)).encode())
        part = self._line[: len(buffer)]
        self._line = self._line[len(part) :]
        buffer[: len(part)] = part
        return len(part)


_UTF_8 = Encoding("utf-8", "whole")


def given_encoding(name: str) -> Encoding:
    """Return the encoding that somebody named, for what does not show another.

    Raises:
        UsageError: there is none of that name.
    """
    try:
        known = codecs.lookup(name.strip())
        "".encode(known.name)  # some codecs are none of text
    except (LookupError, ValueError):
        raise UsageError(f"no encoding is called '{name[:60]}', write it such as cp1251, gb18030 or koi8-r") from None
    return Encoding(known.name, "given")


def encoding_of(content: bytes, given: Encoding | None = None) -> Encoding:
    """Return how a text is encoded; ``given`` is what somebody said of what is no UTF-8."""
    shown = shown_encoding(content) or _UTF_8
    if shown.name not in _WHOLE:
        return shown
    return given or (shown if _is_utf_8(content) else _judged(io.BytesIO(content), shown))


def decoded(content: bytes) -> tuple[str, Encoding]:
    """Return a text, and how it is encoded; what is none in that encoding is U+FFFD."""
    encoding = encoding_of(content)
    return encoding.decode(content), encoding


def encoding_of_stream(stream: BinaryIO, given: Encoding | None = None) -> Encoding:
    """Return how the rest of a stream, which can be read again, is encoded; it may end inside a character."""
    start = stream.tell()
    block = stream.read(_LONGEST_WORDS * 128)
    shown = shown_encoding(block) or _UTF_8
    if given or shown.name not in _WHOLE:
        return given if given and shown.name in _WHOLE else shown
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(block)
        for one in chunks(stream):
            decoder.decode(one)
    except UnicodeDecodeError:
        stream.seek(start)
        return _judged(stream, shown)
    return shown


def shown_encoding(block: bytes) -> Encoding | None:
    """Return the encoding that the first bytes of a text show, ``None`` where it may be UTF-8 without a mark."""
    for mark, name in _MARKS if block.startswith(_ANY_MARK) else ():
        if block.startswith(mark):
            return Encoding(name, "mark")
    by_zeros = _by_zeros(block) if 0 in block else ""
    return Encoding(by_zeros, "zeros") if by_zeros else None


class _Foreign:
    """The pieces of a text that are no UTF-8: their first words, up to a bound, and where the first of each kind is."""

    def __init__(self) -> None:
        self.words: list[bytes] = []
        self.first = self.damaged = self.utf_8 = 0
        self._line = 1

    def gather(self, stream: BinaryIO) -> None:
        """Read a stream until there is enough to judge by."""
        most = SAMPLE_BYTES // _LONGEST_WORDS
        while (line := stream.readline(_LONGEST_LINE)) and len(self.words) < most * 4:
            if _is_utf_8(line):
                self.utf_8 += not line.isascii()
            else:
                self._add(line)
            self._line += _line_ends(line)

    def _add(self, line: bytes) -> None:
        for piece in _PIECE.finditer(line):
            if _is_utf_8(piece[0]):
                self.utf_8 += not piece[0].isascii()
            elif _is_damaged(piece[0].decode("utf-8", "replace")):
                self.damaged = self.damaged or self._line + _line_ends(line[: piece.start()])
            else:
                self.first = self.first or self._line + _line_ends(line[: piece.start()])
                self.words.append(_first_words(piece[0]))


def _by_zeros(block: bytes) -> str:
    """Return UTF-16 in the order of its bytes, nothing where zero bytes do not speak for it."""
    first, second = block[::2].count(0), block[1::2].count(0)
    share = _ZEROS * len(block)
    if block[:1] == b"\0" != block[1:2] or (first > share and second <= _OTHER_SIDE * first):
        return "utf-16-be"
    if block[1:2] == b"\0" != block[:1] or (second > share and first <= _OTHER_SIDE * second):
        return "utf-16-le"
    return ""


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged(text: str) -> bool:
    """Return whether a text is UTF-8 in which some bytes are wrong: more of it beyond ASCII is right than wrong."""
    wrong = text.count("\ufffd")
    return sum(not letter.isascii() for letter in text) > 2 * wrong


def _line_ends(content: bytes) -> int:
    return content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")


def _first_words(piece: bytes) -> bytes:
    """Return the words of a piece from the first on that is no UTF-8."""
    start = len(piece)
    try:
        piece.decode()
    except UnicodeDecodeError as error:
        start = error.start
    before = _AHEAD.search(piece[max(0, start - 64) : start])
    return piece[start - len(before[0] if before else b"") :][:_LONGEST_WORDS]


def _judged(stream: BinaryIO, shown: Encoding) -> Encoding:
    """Return the encoding of a text that begins as UTF-8 and is not."""
    foreign = _Foreign()
    foreign.gather(stream)
    if not foreign.words:
        told = "damaged UTF-8, signs that cannot be read are marked \ufffd"
        return Encoding(shown.name, "whole", foreign.damaged, told)
    found = readings(b" ".join(foreign.words)[:SAMPLE_BYTES])
    if sure(found):
        told = f"no UTF-8; such text is read as {found[0].code_page}, for words such as {_shown(found, 0)}"
        return Encoding(found[0].code_page, "words", foreign.first, told)
    likely = [f"{_shown(found, place)} in {one.code_page}" for place, one in enumerate(found[:5]) if not one.strange]
    doubt = "no UTF-8, and its letters do not tell the code page" + (f" ({', '.join(likely)})" if likely else "")
    remedy = "save the file as UTF-8, or name its encoding (batch --encoding, key 'encoding' of a map)"
    if foreign.utf_8 > len(foreign.words):
        return Encoding(shown.name, "doubt", foreign.first, f"{doubt}: its signs are marked \ufffd; {remedy}")
    return Encoding(shown.name, "doubt", foreign.first, refused=f"{doubt}: {remedy}")


def _shown(found: list[Reading], place: int) -> str:
    """Return the first word that a reading and its rival read differently."""
    rival = found[1 if place == 0 else 0]
    pairs = zip(_WORD.findall(found[place].text), _WORD.findall(rival.text), strict=False)
    return next((f"'{word[:40]}'" for word, other in pairs if word != other), "none")
