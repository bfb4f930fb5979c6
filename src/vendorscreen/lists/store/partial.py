"""A download on its way: kept on disk with what tells whether the rest still fits, for one process at a time."""

import os
import re
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Self

import msgspec
from msgspec import Struct

from vendorscreen.file.locking import lock

__all__ = ["KEPT_SECONDS", "Partial"]

KEPT_SECONDS = 7 * 24 * 3600.0
"""How long a download that broke off is kept to go on with; older ones are deleted by the next download."""

_NAME = re.compile(r"[0-9a-f]{32}(?:\.json)?", re.ASCII)


class _Told(Struct):
    """What the server told of the whole file: its validators, and its bytes."""

    etag: str | None = None
    last_modified: str | None = None
    total: int | None = None


class Partial:
    """The first bytes of a file; a second process that downloads it at the same time gets a place of its own."""

    def __init__(self, folder: Path, url: str) -> None:
        """Raise OSError where the folder cannot be written."""
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        self._path = folder / sha256(url.encode("utf-8", "replace")).hexdigest()[:32]
        self._file = self._path.open("a+b")
        self._shared = lock(self._file.fileno())
        if not self._shared:
            self._file.close()
            self._path = folder / os.urandom(16).hex()
            self._file = self._path.open("a+b")
        self.told = _Told()
        with suppress(OSError, msgspec.DecodeError, msgspec.ValidationError):
            self.told = msgspec.json.decode(self._beside.read_bytes(), type=_Told)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        useless = not self._shared or not self.size()
        self._file.close()
        if useless:
            self._path.unlink(missing_ok=True)
            self._beside.unlink(missing_ok=True)

    @property
    def validator(self) -> str | None:
        """What the server can tell by whether the rest still fits: a strong ETag, else the date."""
        etag = self.told.etag
        return etag if etag and not etag.startswith("W/") else self.told.last_modified

    def size(self) -> int:
        """Return the bytes at hand; none where nothing tells whether the rest fits."""
        self._file.flush()
        return os.fstat(self._file.fileno()).st_size if self.validator else 0

    def begin(self, etag: str | None, last_modified: str | None, total: int | None) -> None:
        """Begin anew with a file of which the server tells this."""
        self.discard()
        self.told = _Told(etag, last_modified, total)
        self._beside.write_bytes(msgspec.json.encode(self.told))

    def discard(self) -> None:
        """Forget what is at hand."""
        self._file.truncate(0)
        self.told = _Told()

    def add(self, piece: bytes) -> None:
        """Add the next bytes."""
        self._file.write(piece)

    def content(self) -> bytes:
        """Return the bytes at hand."""
        self._file.seek(0)
        return self._file.read()

    def fits(self, first: int, last: int, total: int, etag: str | None, last_modified: str | None) -> bool:
        """Return whether bytes ``first`` to ``last`` of ``total`` are the rest of the very file that is at hand."""
        return (
            0 < self.size() == first <= last == total - 1
            and self.told.total in (None, total)
            and etag in (None, self.told.etag)
            and last_modified in (None, self.told.last_modified)
        )

    @property
    def _beside(self) -> Path:
        return self._path.with_suffix(".json")


def _sweep(folder: Path) -> None:
    oldest = time.time() - KEPT_SECONDS
    for path in folder.iterdir():
        if _NAME.fullmatch(path.name):
            with suppress(OSError):  # another process may have been faster
                if path.stat().st_mtime < oldest:
                    path.unlink()
