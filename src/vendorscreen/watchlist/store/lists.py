"""The store of lists: one folder per list, one per edition in it; the newest good edition counts."""

import re
import shutil
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from vendorscreen import __version__
from vendorscreen.errors import ListError
from vendorscreen.watchlist.official import VERSION, ListReading
from vendorscreen.watchlist.official.entry import SkippedRow
from vendorscreen.watchlist.store.edition import (
    FILES,
    FIRST_SEEN,
    MANIFEST,
    SKIPPED,
    Edition,
    Manifest,
    StoredFile,
    is_web_address,
    sha256_of,
)
from vendorscreen.watchlist.store.home import locked, move_into_place, new_folder, sync_file, write_file

__all__ = ["ListStore", "Retrieved"]

LEAST_LEFT = 0.8
"""Share of the entries of the edition before that a new one must still have, from 0 to 1."""

LEAST_LEFT_OF_SOURCE = 0.5
"""The same for each list merged in it, where it had at least ``SMALL_SOURCE`` rows."""

SMALL_SOURCE = 20
MOST_SKIPPED = 1000
"""Skipped rows that are kept with their reasons; all are counted."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


class Retrieved(Struct, frozen=True, kw_only=True):
    """A file as it came: its content, from where, and the validators of the server."""

    name: str
    source: str
    content: bytes
    etag: str | None = None
    last_modified: str | None = None


class ListStore:
    """Editions of lists below a home folder."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "lists"

    def installed(self) -> dict[str, list[Edition]]:
        """Return the good editions of every list that has one, oldest first, by the id of the list in order."""
        if not self.folder.is_dir():
            return {}
        names = sorted(path.name for path in self.folder.iterdir() if _ID.fullmatch(path.name))
        return {name: editions for name in names if (editions := self.editions(name))}

    def editions(self, list_id: str) -> list[Edition]:
        """Return the good editions of a list, oldest first."""
        editions = []
        for folder in self._folders(list_id):
            try:
                editions.append(Edition.open(folder))
            except ListError:
                continue  # told by damaged()
        return sorted(editions, key=lambda one: (one.manifest.edition, one.manifest.retrieved, one.id))

    def damaged(self, list_id: str) -> list[str]:
        """Return the editions of a list whose manifest cannot be read."""
        good = {edition.id for edition in self.editions(list_id)}
        return [folder.name for folder in self._folders(list_id) if folder.name not in good]

    def edition(self, list_id: str, wanted: str | None = None) -> Edition:
        """Return the newest edition of a list, or the one named: by its date, or by its id.

        Raises:
            ListError: there is none.
        """
        editions = self.editions(list_id)
        chosen = [one for one in editions if wanted is None or wanted in (one.id, str(one.manifest.edition))]
        if not chosen:
            known = ", ".join(one.id for one in editions) or "none"
            which = "no edition" if wanted is None else f"no edition '{wanted}'"
            raise ListError(f"{list_id}: {which} is installed (installed: {known})")
        return chosen[-1]

    def add(
        self,
        list_id: str,
        title: str,
        files: Iterable[Retrieved],
        reading: ListReading,
        edition: date,
        *,
        names: int,
        undated: Iterable[str],
        accept_smaller: bool = False,
    ) -> Edition:
        """Keep a new edition; its files are in place when this returns, or nothing has changed.

        Raises:
            ListError: it has far fewer entries than the edition before it, or the store cannot be written.
        """
        files = list(files)
        now = datetime.now(UTC)
        manifest = Manifest(
            list=list_id,
            title=title,
            edition=edition,
            printed=reading.edition is not None,
            retrieved=now.isoformat(timespec="seconds"),
            files=tuple(_stored(file) for file in files),
            counts=reading.files,
            sources=reading.sources,
            entries=len(reading.entries),
            names=names,
            unknown_columns=reading.unknown_columns,
            reader_version=VERSION,
            vendorscreen=__version__,
            confirmed=now.date() if all(is_web_address(file.source) for file in files) else None,
        )
        with locked(self.folder):
            if not accept_smaller:
                self._refuse_shrunken(manifest)
            return self._write(manifest, files, reading.skipped[:MOST_SKIPPED], sorted(undated))

    def confirm(self, edition: Edition) -> Edition:
        """Note that the web still offers the files of an edition.

        Raises:
            ListError: the store cannot be written.
        """
        manifest = replace(edition.manifest, confirmed=datetime.now(UTC).date())
        with locked(self.folder):
            sync_file(edition.folder / MANIFEST, _json(manifest))
        return Edition(edition.folder, manifest)

    def remove(self, list_id: str, wanted: str | None = None) -> list[str]:
        """Delete one edition of a list, or all; return the ids of those that are gone.

        Raises:
            ListError: there is none such.
        """
        with locked(self.folder):
            gone = [self.edition(list_id, wanted)] if wanted else self.editions(list_id)
            if not gone:
                raise ListError(f"{list_id}: no edition is installed")
            for edition in gone:
                shutil.rmtree(edition.folder)
            folder = self.folder / list_id
            if not any(folder.iterdir()):
                folder.rmdir()
        return [edition.id for edition in gone]

    def first_seen(self, list_id: str) -> dict[str, date]:
        """Return, for each undated entry of a list, the first edition kept here that held it."""
        seen: dict[str, date] = {}
        for edition in self.editions(list_id):
            for entry, day in edition.first_seen().items():
                seen[entry] = min(day, seen.get(entry, day))
        return seen

    def _folders(self, list_id: str) -> list[Path]:
        folder = self.folder / list_id
        if not _ID.fullmatch(list_id) or not folder.is_dir():
            return []
        return sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))

    def _refuse_shrunken(self, new: Manifest) -> None:
        before = [one.manifest for one in self.editions(new.list) if one.manifest.edition <= new.edition]
        if not before:
            return
        old = before[-1]
        whole = [("entries", old.entries, new.entries, LEAST_LEFT)]
        parts = [
            (f"rows of {source}", rows, new.sources.get(source, 0), LEAST_LEFT_OF_SOURCE)
            for source, rows in old.sources.items()
            if rows >= SMALL_SOURCE
        ]
        for what, had, has, least in (*whole, *parts):
            if has < least * had:
                raise ListError(
                    f"{new.list}: {has:,} {what}, the edition of {old.edition} has {had:,}: it is cut or incomplete, "
                    "and the former edition stays; if the publisher really shortened it, use --accept-smaller"
                )

    def _write(
        self, manifest: Manifest, files: list[Retrieved], skipped: Sequence[SkippedRow], undated: list[str]
    ) -> Edition:
        target = self.folder / manifest.list / f"{manifest.edition}-{manifest.sha256[:12]}"
        known = self.first_seen(manifest.list)
        first = {entry: min(known.get(entry, manifest.edition), manifest.edition) for entry in undated}
        try:
            folder = new_folder(target.parent)
            (folder / FILES).mkdir()
            for place, file in enumerate(files):
                write_file(folder / FILES / f"{place}-{file.name}", file.content)
            write_file(folder / SKIPPED, _json(skipped))
            write_file(folder / FIRST_SEEN, _json(first))
            write_file(folder / MANIFEST, _json(manifest))
            if target.is_dir():
                shutil.rmtree(target)
            move_into_place(folder, target)
        except OSError as error:
            raise ListError(f"{target}: cannot be written: {error.strerror or error}") from None
        return Edition(target, manifest)


def _stored(file: Retrieved) -> StoredFile:
    return StoredFile(
        name=file.name,
        source=file.source,
        bytes=len(file.content),
        sha256=sha256_of(file.content),
        etag=file.etag,
        last_modified=file.last_modified,
    )


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=1)
