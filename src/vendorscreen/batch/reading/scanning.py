"""One pass over a whole file before it is read: its digest, and how its text is encoded."""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Encoding", "file_digest", "text_encoding"]

_BLOCK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ZEROS = 0.2
"""Share of zero bytes from which a text without a byte-order mark is taken for UTF-16."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name of an encoding as Python knows it, and a warning where it is a guess."""

    name: str
    warning: str | None = None


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def text_encoding(path: Path) -> Encoding:
    """Return how a file is encoded: as its byte-order mark says, else UTF-8 where all of it is, else Windows-1252.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        block = file.read(_BLOCK)
        for mark, name in _MARKS:
            if block.startswith(mark):
                return Encoding(name)
        zeros = block.count(0)
        if zeros > _ZEROS * len(block):
            little = block[1::2].count(0) * 2 > zeros
            name = "utf-16-le" if little else "utf-16-be"
            return Encoding(name, f"no byte-order mark, read as {name.upper()}; check names with accents")
        decoder, line = codecs.getincrementaldecoder("utf-8")(), 1
        while block:
            try:
                decoder.decode(block)
            except UnicodeDecodeError as error:
                line += error.object.count(b"\n", 0, error.start)
                return Encoding("cp1252", f"line {line} is no UTF-8, read as Windows-1252; check names with accents")
            line += block.count(b"\n")
            block = file.read(_BLOCK)
    return Encoding("utf-8")
