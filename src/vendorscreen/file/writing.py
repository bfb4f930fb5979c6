"""Files and folders that are in their place whole or not at all, even if the process or the machine stops.

Each is written beside its place under a name of its own, synced, and renamed. What a killed writer left there begins
with ``UNFINISHED``.
"""

import errno
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

__all__ = ["UNFINISHED", "delete", "delete_unfinished", "whole_file", "whole_folder", "write_whole"]

UNFINISHED = ".unfinished-"

_OPEN_STREAM = re.compile(r"/(?:dev|proc/self)/fd/([0-9]{1,9})")
_STANDARD_STREAMS = {"/dev/stdout": "/dev/fd/1", "/dev/stderr": "/dev/fd/2"}


def write_whole(path: Path, content: bytes) -> None:
    """Write a file as ``whole_file`` does.

    Raises:
        OSError: it cannot be written.
    """
    with whole_file(path) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path, *, unfinished_in: Path | None = None) -> Iterator[BinaryIO]:
    """Give a file to write, which takes the place of ``path`` at the end of a with without an error.

    A link stays and leads to the new file. The permissions are those of the file before, else those of any new file.
    A device, a pipe or an open stream (``/dev/stdout``, ``/dev/fd/3``) is written as it is, never replaced.

    Args:
        path: where the file shall stand.
        unfinished_in: the folder to write in, on the same disk; that of the file where none is named.

    Raises:
        OSError: the file cannot be written: the disk is full, the folder is gone, links lead in a circle.
    """
    if stream := _stream(path):
        with stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    unfinished = _beside(target, unfinished_in)
    try:
        with unfinished.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            unfinished.chmod(target.stat().st_mode & 0o777)
        unfinished.replace(target)
    finally:
        delete(unfinished)
    _sync_folder(target.parent)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give a folder to fill, which takes the place of ``path`` at the end of a with without an error.

    Where another process puts one there at the same time, one of the two stays.

    Raises:
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished, replaced = _beside(path), _beside(path)
    try:
        unfinished.mkdir()
        yield unfinished
        _sync_all(unfinished)
        with suppress(FileNotFoundError):
            path.rename(replaced)
        _move(unfinished, path)
    finally:
        delete(unfinished)
        delete(replaced)
    _sync_folder(path.parent)


def delete(path: Path) -> None:
    """Delete a file or a folder as far as it can be deleted."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def delete_unfinished(folder: Path) -> None:
    """Delete what killed writers left below a folder in which nobody else is writing."""
    for path in [*folder.rglob(f"{UNFINISHED}*")]:
        delete(path)


def _stream(path: Path) -> BinaryIO | None:
    """Return what is written as it is; ``None`` for a file, or where nothing is."""
    name = os.path.abspath(path)  # noqa: PTH100 - links are not followed: what a stream is called there is no path
    if number := _OPEN_STREAM.fullmatch(_STANDARD_STREAMS.get(name, name)):
        return open(os.dup(int(number[1])), "wb")  # noqa: PTH123 - closed by the caller
    return path.open("wb") if path.exists() and not path.is_file() else None


def _beside(path: Path, folder: Path | None = None) -> Path:
    return (folder or path.parent) / f"{UNFINISHED}{os.urandom(8).hex()}"


def _move(unfinished: Path, path: Path) -> None:
    try:
        unfinished.rename(path)
    except OSError:
        if not path.is_dir():
            raise


def _sync_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_dir():
            _sync_folder(path)
        else:
            with path.open("r+b") as file:
                os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every system lets a folder be synced
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
