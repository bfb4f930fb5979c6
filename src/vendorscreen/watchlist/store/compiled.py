"""Vendors compiled once: a compact buffer and an index of names, opened in milliseconds, never stale.

A compiled part lies under a key made of its inputs and of the code that made it; what is damaged, of another form or
cannot be kept is made again from the inputs.
"""

import hashlib
import mmap
import shutil
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from msgspec import Struct

from vendorscreen.document import code_state
from vendorscreen.errors import ListError, NameIndexError
from vendorscreen.name import NameIndex
from vendorscreen.watchlist.model import Vendor
from vendorscreen.watchlist.part import Part, searchable_names
from vendorscreen.watchlist.records import Records, encode_records
from vendorscreen.watchlist.store.home import move_into_place, new_folder

__all__ = ["Built", "compiled_names", "compiled_part", "key_of"]

KEPT = 4
"""Compiled forms of one part that are kept, the newest ones."""

_RECORDS, _NAMES, _FURTHER, _CHECKSUMS = "records", "names", "further", "checksums"
_CODE = ("name", "watchlist", "document", "file", "country", "identifier.py", "period.py")


class Built(Struct, frozen=True):
    """What is compiled: vendors, and further bytes to keep beside them."""

    vendors: Sequence[Vendor]
    further: bytes = b""


def compiled_part(home: Path, id_: str, key: str, build: Callable[[], Built]) -> tuple[Part, bytes]:
    """Return a part and its further bytes: as compiled before under the key, else built now and kept.

    Where the home cannot be written the part is built in memory each time.
    """
    folder = home / "compiled" / id_ / key
    with suppress(OSError, ListError, NameIndexError, ValueError):
        return _open(id_, folder)
    built = build()
    with suppress(OSError, ListError, NameIndexError, ValueError):
        _keep(folder, lambda unfinished: _write(unfinished, built))
        return _open(id_, folder)
    return Part.of(id_, built.vendors), built.further


def compiled_names(home: Path, id_: str, key: str, names: Callable[[], Iterable[tuple[str, str]]]) -> NameIndex:
    """Return an index of (key, name) pairs: as compiled before under the key, else built now and kept.

    Where the home cannot be written the index is built in memory each time.
    """
    path = home / "compiled" / id_ / key / _NAMES
    with suppress(NameIndexError):
        return NameIndex.open(path)
    built = NameIndex(names())
    with suppress(OSError, ListError, NameIndexError):
        _keep(path.parent, lambda folder: built.save(folder / _NAMES))
        return NameIndex.open(path)
    return built


def key_of(inputs: Iterable[str]) -> str:
    """Return the key of a part compiled from inputs (their digests) by this code."""
    return hashlib.sha256("\n".join((_code(), *inputs)).encode()).hexdigest()[:32]


@cache
def _code() -> str:
    return code_state(*_CODE)


def _open(id_: str, folder: Path) -> tuple[Part, bytes]:
    further = (folder / _FURTHER).read_bytes()
    if (folder / _CHECKSUMS).read_bytes() != _checksums(_mapped(folder / _NAMES), further):
        raise ListError(f"{folder}: damaged")
    return Part(id_, Records(_mapped(folder / _RECORDS)), NameIndex.open(folder / _NAMES)), further


def _checksums(names: bytes | memoryview, further: bytes) -> bytes:
    return f"{zlib.crc32(names)} {zlib.crc32(further)}\n".encode()


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _write(folder: Path, built: Built) -> None:
    (folder / _RECORDS).write_bytes(encode_records(built.vendors))
    NameIndex(searchable_names(built.vendors)).save(folder / _NAMES)
    (folder / _FURTHER).write_bytes(built.further)
    (folder / _CHECKSUMS).write_bytes(_checksums((folder / _NAMES).read_bytes(), built.further))


def _keep(target: Path, write: Callable[[Path], None]) -> None:
    """Put a folder that ``write`` fills in place of ``target``, whole or not at all."""
    folder = new_folder(target.parent)
    try:
        write(folder)
        if target.is_dir():  # damaged, or made by another process a moment ago
            shutil.rmtree(target, ignore_errors=True)
        move_into_place(folder, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    _forget_old(target)


def _forget_old(target: Path) -> None:
    """Delete all but the newest compiled forms; what killed processes left unfinished grows old among them."""
    others = sorted(target.parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in [path for path in others if path != target][KEPT - 1 :]:
        shutil.rmtree(path, ignore_errors=True)
