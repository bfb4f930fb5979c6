"""Things that take long to make, made once and kept: under a key of what they are made from and of the code that did.

Nothing kept is ever needed: what is missing, damaged or of another key is made again.
"""

import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from vendorscreen.errors import DocumentError, VendorscreenError
from vendorscreen.file.content import file_digest
from vendorscreen.file.folder import files_below
from vendorscreen.file.writing import delete, whole_folder

__all__ = ["KEPT", "digests_below", "kept", "key_of", "sealed", "unsealed"]

KEPT = 4
"""Things that are kept of each kind, the newest ones."""

T = TypeVar("T")

_UNUSABLE = (OSError, ValueError, VendorscreenError)


def kept(
    folder: Path, key: str, make: Callable[[], T], write: Callable[[T, Path], None], open_: Callable[[Path], T]
) -> T:
    """Return a thing: as kept under the key, else made now and kept.

    Where the folder cannot be written it is made each time.

    Args:
        folder: where things of this kind are kept.
        key: that of the thing.
        make: makes it; its errors are raised.
        write: puts it into an empty folder; what it refuses with a ``ValueError`` is not kept.
        open_: returns the thing from such a folder, and raises an error where a file there is missing or damaged.
    """
    place = folder / key
    with suppress(*_UNUSABLE):
        return open_(place)
    made = make()
    with suppress(*_UNUSABLE):
        with whole_folder(place) as unfinished:
            write(made, unfinished)
        _forget_old(place)
        return open_(place)
    return made


def key_of(code: Iterable[str], inputs: Iterable[str]) -> str:
    """Return the key of what the code below these names of the package makes from inputs (their digests)."""
    return hashlib.sha256("\n".join((_code_state(*code), *inputs)).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def digests_below(folders: Iterable[Path | str], endings: tuple[str, ...]) -> Iterator[str]:
    """Yield each folder, what cannot be looked into below it, and the digest of each file whose name ends so."""
    for folder in map(Path, folders):
        found, faults = files_below(folder, endings)
        yield str(folder)
        yield from map(str, faults)
        for path in found:
            try:
                # os.path and not Path: its answer does not fail where a folder on the way cannot be searched
                yield f"{path} {file_digest(path) if os.path.isfile(path) else 'is no file'}"  # noqa: PTH113
            except DocumentError:
                yield f"{path} cannot be read"


def sealed(content: bytes) -> bytes:
    """Return content with a checksum before it."""
    return zlib.crc32(content).to_bytes(4, "big") + content


def unsealed(content: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        ValueError: it does not fit its checksum.
    """
    if content[:4] != zlib.crc32(content[4:]).to_bytes(4, "big"):
        raise ValueError("damaged: the content does not fit its checksum")
    return content[4:]


@cache
def _code_state(*names: str) -> str:
    """Return a fingerprint of these source files: the size and time of each."""
    package = Path(__file__).parent.parent
    told = [f"{sys.version} {sys.byteorder}"]
    for name in names:
        top = package / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.suffix != ".pyc":
                status = path.stat()
                told.append(f"{path.relative_to(package)} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(told)


def _forget_old(newest: Path) -> None:
    """Delete all but the newest things; what killed processes left unfinished grows old among them."""
    others = [path for path in newest.parent.iterdir() if path != newest]
    for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT - 1 :]:
        delete(path)
