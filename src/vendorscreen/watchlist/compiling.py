"""Sources of vendors compiled once: a compact buffer and an index of names, opened in milliseconds, never stale."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from vendorscreen.file.folder import YAML
from vendorscreen.file.keeping import digests_below, kept, key_of, sealed, unsealed
from vendorscreen.lists.official_list import EditionNotes, OfficialList
from vendorscreen.lists.store.edition import Edition, first_seen
from vendorscreen.lists.store.publication import EditionRead
from vendorscreen.vendor.vendor import Programme, Vendor
from vendorscreen.watchlist.part import Part

__all__ = ["CuratedPart", "compile_edition", "compiled_key", "curated_part"]

_CODE = ("name", "vendor", "lists", "watchlist", "document", "file", "country", "identifier.py", "period.py")
_FURTHER = "further"

T = TypeVar("T")


class _Further(Struct, frozen=True):
    programmes: tuple[Programme, ...]
    lists: tuple[OfficialList, ...]
    edition: date | None
    digest: str

    def terms(self) -> str:
        """Return a digest of what the records of every list take from these folders."""
        return hashlib.sha256(msgspec.msgpack.encode((self.programmes, self.lists))).hexdigest()


class CuratedPart(Struct, frozen=True):
    """The vendors of folders, with the programmes and lists described there, and ``terms``, a digest of these two."""

    part: Part
    programmes: Mapping[str, Programme]
    lists: tuple[OfficialList, ...]
    edition: date | None
    digest: str
    terms: str


def curated_part(home: Path, folders: Sequence[Path | str]) -> CuratedPart:
    """Return the vendors of folders, compiled.

    Raises:
        WatchlistError: vendor files are wrong.
    """
    inputs = digests_below(folders, YAML)
    part, further = _compiled_part(home, "curated", inputs, lambda: _read_curated(folders), _Further)
    programmes = {programme.id: programme for programme in further.programmes}
    return CuratedPart(part, programmes, further.lists, further.edition, further.digest, further.terms())


def compile_edition(
    edition: Edition,
    editions: Sequence[Edition],
    curated: CuratedPart,
    home: Path,
    read: Callable[[], EditionRead] | None = None,
) -> tuple[Part, EditionNotes]:
    """Return the vendors of an edition, compiled, and what is told about it beside them.

    Args:
        edition: one of the editions of a list.
        editions: all that are installed: the first that held an entry may be any of them.
        curated: the programmes that entries stand under.
        home: the home folder.
        read: gives what was read of the edition before; its files are read from the store where it is ``None``.

    Raises:
        ListError: its files are damaged, or cannot be read by this version.
    """
    manifest = edition.manifest
    inputs = (manifest.list, edition.id, manifest.sha256, curated.terms, *(one.id for one in editions))
    return _compiled_part(
        home, manifest.list, inputs, lambda: _vendors_of(edition, editions, curated, read), EditionNotes
    )


def compiled_key(inputs: Iterable[str]) -> str:
    """Return the key of what is compiled from inputs by this code."""
    return key_of(_CODE, inputs)


def _compiled_part(
    home: Path, id_: str, inputs: Iterable[str], read: Callable[[], tuple[Sequence[Vendor], T]], kind: type[T]
) -> tuple[Part, T]:
    """Return a part, and what is kept beside its vendors."""

    def make() -> tuple[Part, T]:
        vendors, further = read()
        return Part.of(id_, vendors), further

    def write(made: tuple[Part, T], folder: Path) -> None:
        made[0].save(folder)
        (folder / _FURTHER).write_bytes(sealed(msgspec.msgpack.encode(made[1])))

    def open_(folder: Path) -> tuple[Part, T]:
        further = unsealed((folder / _FURTHER).read_bytes())
        return Part.open(id_, folder), msgspec.msgpack.decode(further, type=kind)

    return kept(home / "compiled" / id_, compiled_key(inputs), make, write, open_)


def _read_curated(folders: Sequence[Path | str]) -> tuple[Sequence[Vendor], _Further]:
    # pydantic and its models are needed only where a vendor file has changed
    from vendorscreen.watchlist.vendor_folders import read_vendor_folders

    read = read_vendor_folders(folders)
    return read.vendors, _Further(read.programmes, read.lists, read.edition, read.digest)


def _vendors_of(
    edition: Edition, editions: Sequence[Edition], curated: CuratedPart, read: Callable[[], EditionRead] | None
) -> tuple[Sequence[Vendor], EditionNotes]:
    # readers, and lxml with them, are needed only where an edition is new
    from vendorscreen.lists.edition_reading import read_edition, vendors_of_edition

    held = read() if read else read_edition(edition.manifest.list, edition.files(), curated.lists)
    vendors = vendors_of_edition(held, edition.manifest, first_seen(editions), curated.programmes, curated.lists)
    return vendors, EditionNotes(held.own, held.reading.gaps)
