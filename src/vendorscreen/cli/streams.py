"""The three standard streams, each behind one door: closed, full or left by its reader, they end in one clear way."""

import errno
import io
import os
import select
import sys
from typing import TextIO, cast

from vendorscreen.errors import DocumentError, UsageError

__all__ = ["ReaderGoneError", "guard_streams"]

_STDIN, _STDERR = 0, 2


class ReaderGoneError(Exception):
    """Whoever read standard output has seen enough."""


def guard_streams() -> None:
    """Put a door before stdin, stdout and stderr.

    Afterwards reading stdin raises ``DocumentError`` where it cannot be read, and writing stdout ``UsageError`` where
    it cannot be written or ``ReaderGoneError``, each once; stderr takes everything, for what cannot be said there must
    not change the answer.
    """
    _fill_closed()
    sys.stdin, sys.stdout, sys.stderr = (
        _guarded(number, stream) for number, stream in enumerate((sys.stdin, sys.stdout, sys.stderr))
    )


def _fill_closed() -> None:
    """Take the numbers of closed streams, lest a file opened later is read or written as one of them."""
    while (number := os.open(os.devnull, os.O_RDONLY)) <= _STDERR:
        if number == _STDIN:
            os.close(number)
            os.open(os.devnull, os.O_WRONLY)  # like the others: what should be done with it fails
        os.set_inheritable(number, True)
    os.close(number)


def _guarded(number: int, stream: TextIO | None) -> TextIO:
    raw = cast("io.RawIOBase", _Door(number, stream))
    buffer = io.BufferedReader(raw) if number == _STDIN else io.BufferedWriter(raw)
    encoding = stream.encoding if stream else "utf-8"
    at_once = number == _STDERR or raw.isatty()
    return io.TextIOWrapper(cast("io.BufferedWriter", buffer), encoding, "backslashreplace", line_buffering=at_once)


class _Door(io.RawIOBase):
    """The bytes of a standard stream."""

    def __init__(self, number: int, stream: TextIO | None) -> None:
        self._number = number
        binary = getattr(stream, "buffer", None)
        self._raw = getattr(binary, "raw", None) or io.FileIO(number, "w" if number else "r", closefd=False)
        self._useless = False

    def fileno(self) -> int:
        return self._number

    def isatty(self) -> bool:
        return bool(self._raw.isatty())

    def readable(self) -> bool:
        return self._number == _STDIN

    def writable(self) -> bool:
        return self._number > _STDIN

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        try:
            while (count := self._raw.readinto(buffer)) is None:
                select.select([self._number], [], [])
        except OSError as error:
            none = error.errno == errno.EBADF
            why = "there is no standard input" if none else f"standard input cannot be read: {error.strerror}"
            raise DocumentError.at("<stdin>", why) from None
        return cast("int", count)

    def write(self, content: bytes) -> int:  # type: ignore[override]
        if self._useless:
            return len(content)
        try:
            while (count := self._raw.write(content)) is None:
                select.select([], [self._number], [])
        except OSError as error:
            self._useless = True
            if self._number == _STDERR:
                return len(content)
            if isinstance(error, BrokenPipeError):
                raise ReaderGoneError from None
            why = "it is closed" if error.errno == errno.EBADF else error.strerror
            raise UsageError(f"standard output cannot be written: {why}") from None
        return cast("int", count)
