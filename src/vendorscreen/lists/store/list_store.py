"""The store of lists: one folder per list, one per edition in it; the newest good edition counts."""

import re
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec.structs import replace

from vendorscreen.errors import ListError
from vendorscreen.file.writing import UNFINISHED, delete, whole_folder, write_whole
from vendorscreen.lists.store.edition import (
    FILES,
    FIRST_SEEN,
    MANIFEST,
    SKIPPED,
    Edition,
    Manifest,
    first_seen,
    sha256_of,
)
from vendorscreen.lists.store.home import locked, subfolders
from vendorscreen.lists.store.publication import Publication
from vendorscreen.lists.store.sealing import plain_json, sealed_json

__all__ = ["ListStore"]

LEAST_LEFT = 0.8
"""Share of the entries of the edition before that a new one must still have, from 0 to 1."""

LEAST_LEFT_OF_SOURCE = 0.5
"""The same for each list merged in it, where it had at least ``SMALL_SOURCE`` rows."""

SMALL_SOURCE = 20
MOST_SKIPPED = 1000
"""Skipped rows that are kept with their reasons; all are counted."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


class ListStore:
    """Editions of lists below a home folder."""

    def __init__(self, home: Path) -> None:
        self.folder = home / "lists"

    def installed(self) -> dict[str, list[Edition]]:
        """Return the good editions of every list that has one, oldest first, by the id of the list in order.

        Raises:
            ListError: the store cannot be read; so do all that look into it.
        """
        return {name: editions for name in self.ids() if (editions := self.editions(name))}

    def ids(self) -> list[str]:
        """Return the id of every list that has a folder of an edition, good or damaged, in order."""
        return [folder.name for folder in subfolders(self.folder) if self._folders(folder.name)]

    def editions(self, list_id: str) -> list[Edition]:
        """Return the good editions of a list, oldest first; before them those that are dated in the future."""
        editions = []
        for folder in self._folders(list_id):
            try:
                editions.append(Edition.open(folder))
            except ListError:
                continue  # told by damaged()
        return sorted(editions, key=_age)

    def damaged(self, list_id: str) -> list[str]:
        """Return the editions of a list whose manifest cannot be read, oldest first."""
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

    def same(self, publication: Publication) -> Edition | None:
        """Return the newest edition that has these very files and can still be read."""
        for edition in reversed(self.editions(publication.list_id)):
            if edition.manifest.sha256 == publication.sha256 and edition.damage() is None:
                return edition
        return None

    def add(self, publication: Publication, *, accept_smaller: bool = False) -> tuple[Edition, bool]:
        """Keep an edition; return it, and whether it is new: another process may have kept these very files meanwhile.

        Its files are in place when this returns, or nothing has changed.

        Raises:
            ListError: it cannot be read, has far fewer entries than the edition before it, is dated in the future, or
                the store cannot be written.
        """
        manifest = publication.manifest()
        with locked(self.folder):
            known = self.same(publication)
            if known is not None:
                return known, False
            if not accept_smaller:
                self._refuse_shrunken(manifest)
            return self._write(publication, manifest), True

    def confirm(self, edition: Edition) -> Edition:
        """Note that the web still offers the files of an edition.

        Raises:
            ListError: the store cannot be written.
        """
        manifest = replace(edition.manifest, confirmed=datetime.now(UTC).date())
        with locked(self.folder):
            try:
                write_whole(edition.folder / MANIFEST, sealed_json(manifest))
            except OSError as error:
                raise ListError(f"{edition.folder}: cannot be written: {error.strerror or error}") from None
        return Edition(edition.folder, manifest)

    def remove(self, list_id: str, wanted: str | None = None) -> list[str]:
        """Delete one edition of a list, or all, damaged ones too; return the ids of those that are gone.

        Raises:
            ListError: no such edition, or the store cannot be written.
        """
        with locked(self.folder):
            gone = self._folders(list_id)
            if wanted is not None and wanted not in [folder.name for folder in gone]:
                gone = [self.edition(list_id, wanted).folder]
            elif wanted is not None:
                gone = [folder for folder in gone if folder.name == wanted]
            if not gone:
                raise ListError(f"{list_id}: no edition is installed")
            try:
                for folder in gone:
                    delete(_set_aside(folder))
                if not subfolders(self.folder / list_id):
                    delete(self.folder / list_id)
            except OSError as error:
                raise ListError(f"{self.folder / list_id}: cannot be removed: {error.strerror or error}") from None
        return [folder.name for folder in gone]

    def _folders(self, list_id: str) -> list[Path]:
        return subfolders(self.folder / list_id) if _ID.fullmatch(list_id) else []

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

    def _write(self, publication: Publication, manifest: Manifest) -> Edition:
        target = self.folder / manifest.list / manifest.id
        known = self._first_seen(manifest.list)
        first = {one: min(known.get(one, manifest.edition), manifest.edition) for one in publication.undated()}
        beside = {
            SKIPPED: plain_json(publication.read.reading.skipped[:MOST_SKIPPED]),
            FIRST_SEEN: plain_json(first),
        }
        manifest = replace(manifest, beside={name: sha256_of(content) for name, content in beside.items()})
        try:
            with whole_folder(target) as folder:
                (folder / FILES).mkdir()
                for place, file in enumerate(publication.files):
                    (folder / FILES / f"{place}-{file.name}").write_bytes(file.content)
                for name, content in beside.items():
                    (folder / name).write_bytes(content)
                (folder / MANIFEST).write_bytes(sealed_json(manifest))
        except OSError as error:
            raise ListError(f"{target}: cannot be written: {error.strerror or error}") from None
        return Edition(target, manifest)

    def _first_seen(self, list_id: str) -> dict[str, date]:
        sound: list[Edition] = []
        for edition in self.editions(list_id):
            with suppress(ListError):  # told where the list is screened: here it may be what is installed again
                edition.first_seen()
                sound.append(edition)
        return first_seen(sound)


def _age(edition: Edition) -> tuple[bool, date, str, str]:
    """Return by what editions are sorted: one that is dated in the future must not stand before every later one."""
    manifest = edition.manifest
    return not manifest.of_the_future, manifest.edition, manifest.retrieved, edition.id


def _set_aside(folder: Path) -> Path:
    """Return the new place of a folder, where it counts no more: it is deleted later, and not at once."""
    return folder.rename(folder.with_name(f"{UNFINISHED}{folder.name}"))
