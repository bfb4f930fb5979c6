"""The watchlist of this machine: vendor files and the lists installed in the store, compiled once."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from vendorscreen.errors import ListError
from vendorscreen.watchlist.lists import OfficialList
from vendorscreen.watchlist.model import ListState, Programme
from vendorscreen.watchlist.part import Part
from vendorscreen.watchlist.store import Edition, ListStore, home_folder
from vendorscreen.watchlist.store.compiled import Built, compiled_part, key_of
from vendorscreen.watchlist.watchlist import Watchlist

__all__ = ["CuratedPart", "compile_edition", "curated_part", "installed_watchlist"]


class _Further(Struct, frozen=True):
    programmes: tuple[Programme, ...]
    lists: tuple[OfficialList, ...]
    edition: date | None
    digest: str

    def terms(self) -> str:
        """Return a digest of what the records of every list take from these folders."""
        return hashlib.sha256(msgspec.msgpack.encode((self.programmes, self.lists))).hexdigest()


class _Own(Struct, frozen=True):
    """What a user's own map describes; nothing for an official list."""

    list: OfficialList | None = None
    programme: Programme | None = None


class CuratedPart(Struct, frozen=True):
    """The vendors of folders, with the programmes and lists described there, and ``terms``, a digest of these two."""

    part: Part
    programmes: Mapping[str, Programme]
    lists: tuple[OfficialList, ...]
    edition: date | None
    digest: str
    terms: str


def installed_watchlist(
    *folders: Path | str, home: Path | None = None, editions: Mapping[str, str] | None = None
) -> Watchlist:
    """Return the watchlist of vendor files in folders and of every list installed in the store.

    Args:
        folders: folders of vendor files, which may add to each other.
        home: the home folder; that of the user where it is not named.
        editions: the edition to use of a list, by its id or date; the newest good one where none is named.

    Raises:
        WatchlistError: vendor files are wrong.
        ListError: a named edition is not there.
    """
    home = home or home_folder()
    curated = curated_part(home, folders)
    store, wanted = ListStore(home), dict(editions or {})
    installed = store.installed()
    chosen = [
        _newest_good(
            installed.get(one, []), store, store.edition(one, wanted[one]) if one in wanted else None, curated, home
        )
        for one in sorted({*installed, *wanted})
    ]
    programmes = dict(curated.programmes) | {own.programme.id: own.programme for _, _, own in chosen if own.programme}
    own_lists = {own.list.id: own.list for _, _, own in chosen if own.list}
    lists = tuple((own_lists | {one.id: one for one in curated.lists}).values())
    states = {edition.manifest.list: _state_of(edition) for edition, _, _ in chosen}
    digests = [text for edition, _, _ in chosen for text in (edition.manifest.list, edition.manifest.sha256)]
    return Watchlist(
        [curated.part, *(part for _, part, _ in chosen)],
        programmes,
        [_state(curated), *(states.get(one.id, ListState(id=one.id, title=one.title)) for one in lists)],
        hashlib.sha256("\n".join((curated.digest, *digests)).encode()).hexdigest() if digests else curated.digest,
        lists,
    )


def curated_part(home: Path, folders: Sequence[Path | str]) -> CuratedPart:
    """Return the vendors of folders, compiled.

    Raises:
        WatchlistError: vendor files are wrong.
    """
    part, content = compiled_part(home, "curated", key_of(_inputs(folders)), lambda: _build_curated(folders))
    further = _decoder().decode(content)
    programmes = {programme.id: programme for programme in further.programmes}
    return CuratedPart(part, programmes, further.lists, further.edition, further.digest, further.terms())


def compile_edition(
    edition: Edition, editions: Sequence[Edition], store: ListStore, curated: CuratedPart, home: Path
) -> tuple[Part, _Own]:
    """Return the vendors of an edition, compiled, and what a map of the user describes with them.

    Args:
        edition: one of the editions of a list.
        editions: all that are installed: the first that held an entry may be any of them.
        store: where they lie.
        curated: the programmes that entries stand under.
        home: the home folder.

    Raises:
        ListError: its files are damaged, or cannot be read by this version.
    """
    list_id = edition.manifest.list
    key = key_of((list_id, edition.id, edition.manifest.sha256, curated.terms, *(one.id for one in editions)))
    part, further = compiled_part(home, list_id, key, lambda: _build_list(edition, store, curated))
    return part, msgspec.msgpack.decode(further, type=_Own)


def _newest_good(
    editions: Sequence[Edition], store: ListStore, named: Edition | None, curated: CuratedPart, home: Path
) -> tuple[Edition, Part, _Own]:
    """Return the edition that counts: the named one, else the newest whose files can be read."""
    *newer, oldest = [named] if named else editions[::-1]
    for edition in newer:
        try:
            return edition, *compile_edition(edition, editions, store, curated, home)
        except ListError:
            continue  # an older good one counts; `watchlist list` shows what is damaged
    return oldest, *compile_edition(oldest, editions, store, curated, home)


def _inputs(folders: Sequence[Path | str]) -> list[str]:
    """Return the digest of each vendor file, with its place: what a compiled form depends on."""
    inputs = []
    for folder in map(Path, folders):
        for path in sorted(folder.rglob("*.y*ml")):
            try:
                inputs.append(f"{path} {hashlib.sha256(path.read_bytes()).hexdigest()}")
            except OSError:
                inputs.append(f"{path} cannot be read")
    return inputs


def _build_curated(folders: Sequence[Path | str]) -> Built:
    # pydantic and its models are needed only where a vendor file has changed
    from vendorscreen.watchlist.reading import read_vendor_folders

    read = read_vendor_folders(folders)
    further = _Further(read.programmes, read.lists, read.edition, read.digest)
    return Built(read.vendors, msgspec.msgpack.encode(further))


def _build_list(edition: Edition, store: ListStore, curated: CuratedPart) -> Built:
    # readers, and lxml with them, are needed only where an edition is new
    from vendorscreen.watchlist.rereading import read_edition

    read = read_edition(edition, store.first_seen(edition.manifest.list), curated.programmes, curated.lists)
    return Built(read.vendors, msgspec.msgpack.encode(_Own(read.own_list, read.own_programme)))


@cache
def _decoder() -> "msgspec.msgpack.Decoder[_Further]":
    return msgspec.msgpack.Decoder(_Further)


def _state(curated: CuratedPart) -> ListState:
    return ListState(id="curated", title="Curated vendors", edition=_text(curated.edition), screened=True)


def _state_of(edition: Edition) -> ListState:
    manifest = edition.manifest
    return ListState(
        id=manifest.list,
        title=manifest.title,
        edition=str(manifest.edition),
        confirmed=_text(manifest.confirmed),
        screened=True,
    )


def _text(day: date | None) -> str | None:
    return None if day is None else str(day)
