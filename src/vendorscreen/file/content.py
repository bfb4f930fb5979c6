"""Bytes of files: opened, bounded, and refused in one set of words."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from vendorscreen.errors import DocumentError

__all__ = ["chunks", "file_digest", "opened", "path_text", "read_bytes", "same_file"]

_CHUNK_BYTES = 64 * 1024


def path_text(path: Path | str) -> str:
    """Return a path as a text that can be written and sent, whatever bytes its name is made of."""
    return str(path).encode("utf-8", "backslashreplace").decode()


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Open a file to read it.

    Raises:
        DocumentError: it is missing, a directory, or cannot be read, at once or later on.
    """
    try:
        with _stream(path) as stream:
            yield stream
    except OSError as error:
        raise DocumentError.at(str(path), _why(path, error)) from None


def read_bytes(path: Path, most: int) -> bytes:
    """Return the content of a file of at most ``most`` bytes.

    Raises:
        DocumentError: it is larger, missing, a directory, or cannot be read.
    """
    with opened(path) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise DocumentError.at(str(path), f"the file is larger than {most:,} bytes")
    return content


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the rest of a stream, piece by piece."""
    return iter(lambda: stream.read(_CHUNK_BYTES), b"")


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal.

    Raises:
        DocumentError: the file cannot be read.
    """
    with opened(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, or would: by links of either kind, or written in another way."""
    try:
        return one.samefile(other) or os.path.realpath(one) == os.path.realpath(other)
    except FileNotFoundError:
        return os.path.realpath(one) == os.path.realpath(other)
    except (OSError, ValueError):
        return False


def _stream(path: Path) -> BufferedReader:
    try:
        return path.open("rb")
    except ValueError as error:  # a path that no system takes
        raise OSError(str(error)) from None


def _why(path: Path, error: OSError) -> str:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir fails where a folder on the way cannot be searched
        return "this is a directory, name a file in it"
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return f"the file cannot be read: {error.strerror or error}"
