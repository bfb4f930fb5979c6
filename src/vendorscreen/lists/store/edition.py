"""One publication of a list as it is kept: its files, untouched, and what is known about them."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from vendorscreen.errors import ListError
from vendorscreen.lists.readers.entry import FileCount, SkippedRow
from vendorscreen.lists.store.sealing import unsealed_json

__all__ = [
    "Edition",
    "Manifest",
    "Retrieved",
    "StoredFile",
    "digest_of_files",
    "first_seen",
    "is_web_address",
    "sha256_of",
]

MANIFEST = "manifest.json"
FIRST_SEEN = "first-seen.json"
SKIPPED = "skipped.json"
FILES = "files"

DAYS_AHEAD = 1
"""Days by which an edition may be dated after its retrieval: somewhere it is tomorrow already."""

T = TypeVar("T")


class StoredFile(Struct, frozen=True):
    """A file of an edition as retrieved; ``etag`` and ``last_modified`` as the server gave them."""

    name: str
    source: str
    bytes: int
    sha256: str
    etag: str | None = None
    last_modified: str | None = None


class Retrieved(Struct, frozen=True):
    """A file as it came: its content, from where, and the validators of the server."""

    name: str
    source: str
    content: bytes
    etag: str | None = None
    last_modified: str | None = None

    def stored(self) -> StoredFile:
        """Return what a manifest says of the file."""
        size, sha256 = len(self.content), sha256_of(self.content)
        return StoredFile(self.name, self.source, size, sha256, self.etag, self.last_modified)


def is_web_address(source: str) -> bool:
    """Return whether a file comes from the web, and not from a disk."""
    return source.startswith(("https://", "http://"))


class Manifest(Struct, frozen=True, kw_only=True):
    """What is known about an edition.

    ``edition`` is the date printed in the list, or (``printed`` false) the day of its retrieval or the one the user
    named. ``confirmed`` is the last day on which the web still offered these very files; a copy from a disk confirms
    nothing. ``left_out`` counts the rows that a map does not take, by the word that stands in them. ``beside`` holds
    the SHA-256 of what stands beside the manifest, by the name of the file; editions of earlier versions have none.
    """

    list: str
    title: str
    edition: date
    printed: bool
    retrieved: str
    files: tuple[StoredFile, ...]
    counts: tuple[FileCount, ...]
    sources: dict[str, int]
    entries: int
    names: int
    unknown_columns: tuple[str, ...]
    reader_version: int
    vendorscreen: str
    confirmed: date | None = None
    left_out: dict[str, int] = {}
    beside: dict[str, str] = {}

    @property
    def id(self) -> str:
        """The name of the edition, also that of its folder."""
        return f"{self.edition}-{self.sha256[:12]}"

    @property
    def of_the_future(self) -> bool:
        """Whether it is dated after the day on which it was retrieved: a date that no publisher can mean."""
        return (self.edition - datetime.fromisoformat(self.retrieved).date()).days > DAYS_AHEAD

    @property
    def sha256(self) -> str:
        """The digest of all files."""
        return digest_of_files(file.sha256 for file in self.files)

    @property
    def read(self) -> int:
        """Rows read."""
        return sum(count.read for count in self.counts)

    @property
    def kept(self) -> int:
        """Rows kept."""
        return sum(count.kept for count in self.counts)


class Edition(Struct, frozen=True):
    """An edition in the store."""

    folder: Path
    manifest: Manifest

    @classmethod
    def open(cls, folder: Path) -> "Edition":
        """Return the edition in a folder.

        Raises:
            ListError: its manifest is missing or damaged.
        """
        try:
            manifest = unsealed_json((folder / MANIFEST).read_bytes(), Manifest)
            datetime.fromisoformat(manifest.retrieved)
        except (OSError, ValueError) as error:
            raise ListError(f"{folder}: this edition is damaged ({error})") from None
        if (manifest.list, manifest.id) != (folder.parent.name, folder.name):
            raise ListError(f"{folder}: this edition is damaged (its manifest is that of another one)")
        return cls(folder, manifest)

    @property
    def id(self) -> str:
        """The name under which the edition can be asked for."""
        return self.folder.name

    def files(self) -> list[Retrieved]:
        """Return each file as it was retrieved.

        Raises:
            ListError: a file is missing or not what it was.
        """
        found = []
        for place, file in enumerate(self.manifest.files):
            try:
                content = (self.folder / FILES / f"{place}-{file.name}").read_bytes()
            except OSError as error:
                raise ListError(f"{self.folder}: {file.name} cannot be read: {error.strerror}") from None
            if sha256_of(content) != file.sha256:
                raise ListError(f"{self.folder}: {file.name} is not the file that was retrieved: it is damaged")
            found.append(Retrieved(file.name, file.source, content, file.etag, file.last_modified))
        return found

    def damage(self) -> str | None:
        """Return what is wrong with the files, ``None`` where they are as retrieved."""
        try:
            self.files()
            self.first_seen()
            self._beside(SKIPPED, tuple[SkippedRow, ...], ())
        except ListError as error:
            return str(error)
        return None

    def skipped(self) -> tuple[SkippedRow, ...]:
        """Return the rows that were not kept, with place and reason; the first ones where there are many."""
        try:
            return self._beside(SKIPPED, tuple[SkippedRow, ...], ())
        except ListError:  # told by damage()
            return ()

    def first_seen(self) -> dict[str, date]:
        """Return, for each entry without a date, the first edition that was kept here and held it.

        Raises:
            ListError: the record of it is damaged.
        """
        return self._beside(FIRST_SEEN, dict[str, date], {})

    def _beside(self, name: str, kind: type[T], absent: T) -> T:
        digest = self.manifest.beside.get(name)
        try:
            content = (self.folder / name).read_bytes()
            value = msgspec.json.decode(content, type=kind)
        except (OSError, ValueError) as error:
            if digest is None and isinstance(error, FileNotFoundError):
                return absent
            raise ListError(f"{self.folder}: {name} is damaged ({error})") from None
        if digest not in (None, sha256_of(content)):
            raise ListError(f"{self.folder}: {name} is damaged (it does not fit its digest)")
        return value


def first_seen(editions: Iterable[Edition]) -> dict[str, date]:
    """Return, for each undated entry of a list, the first of its editions that held it.

    Raises:
        ListError: the record of an edition is damaged.
    """
    seen: dict[str, date] = {}
    for edition in editions:
        for entry, day in edition.first_seen().items():
            seen[entry] = min(day, seen.get(entry, day))
    return seen


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()


def digest_of_files(digests: Iterable[str]) -> str:
    """Return one digest for the digests of several files."""
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()
