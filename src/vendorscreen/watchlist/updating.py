"""New editions of lists: retrieve, read, check, store, compile."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct

from vendorscreen.errors import UsageError
from vendorscreen.file.content import path_text
from vendorscreen.lists.edition_reading import read_edition
from vendorscreen.lists.official_list import OfficialList
from vendorscreen.lists.own_list import MAP_FILE, read_map
from vendorscreen.lists.readers.vendors import refuse_undescribed
from vendorscreen.lists.store.download import Progress
from vendorscreen.lists.store.edition import Edition
from vendorscreen.lists.store.list_store import ListStore
from vendorscreen.lists.store.publication import Publication, is_ahead
from vendorscreen.lists.store.retrieval import retrieve, retrieve_file
from vendorscreen.vendor.vendor import Gap
from vendorscreen.watchlist.compiling import CuratedPart, compile_edition

__all__ = ["Update", "import_table", "refuse_unreadable", "update_list"]


class Update(Struct, frozen=True):
    """What an update did: the edition that was given, whether it is new, and what it lacks.

    ``misdated`` is a day in the future that the server gave for it, and that was not taken.
    """

    edition: Edition
    new: bool
    gaps: tuple[Gap, ...] = ()
    misdated: date | None = None


def refuse_unreadable(official: OfficialList) -> None:
    """Raise UsageError where there is no reader for a list; it says what to do instead."""
    if not official.readable:
        raise UsageError(
            f"{official.id} ({official.title}) cannot be read here yet: look suppliers up at {official.url}, or import "
            f"a table of it: vendorscreen watchlist import FILE --map MAP.yaml, with 'id: {official.id}' in the map"
        )


def update_list(
    official: OfficialList,
    curated: CuratedPart,
    home: Path,
    *,
    sources: Sequence[str] = (),
    dated: date | None = None,
    accept_smaller: bool = False,
    progress: Progress | None = None,
) -> Update:
    """Install an edition of an official list, downloaded or from files and addresses given.

    Args:
        official: the list.
        curated: the programmes its entries stand under.
        home: the home folder.
        sources: files, folders of files, or web addresses; the publisher's own where none is given.
        dated: the day of the edition, where the list prints none.
        accept_smaller: take an edition that has far fewer entries than the one before.
        progress: told of each download: address, bytes so far, bytes in all where known.

    Raises:
        UsageError: there is no reader for the list, no address to download it from, or ``dated`` is in the future.
        ListError: the edition was refused; the former one stays.
    """
    refuse_unreadable(official)
    _refuse_ahead(dated)
    if not sources and not official.downloads:
        raise UsageError(f"{official.id} has no address to download from: save it from {official.url}, use --from FILE")
    editions = ListStore(home).editions(official.id)
    files = retrieve(sources or official.downloads, editions, home / "downloads", progress)
    publication = Publication(
        list_id=official.id,
        title=official.title,
        files=files,
        reader=partial(read_edition, lists=curated.lists),
        dated=dated,
    )
    return _install(publication, curated, home, accept_smaller=accept_smaller)


def import_table(
    path: Path,
    map_path: Path,
    curated: CuratedPart,
    home: Path,
    *,
    dated: date | None = None,
    accept_smaller: bool = False,
) -> Update:
    """Install a user's own table as its map describes it.

    Raises:
        UsageError: the map names a programme that is not described, or ``dated`` is in the future.
        DocumentError, WatchlistError: a file cannot be read, the map is wrong, or names columns that the table lacks.
        ListError: the table was refused.
    """
    _refuse_ahead(dated)
    map_file = retrieve_file(map_path, MAP_FILE)
    described = read_map(map_file.content, path_text(map_path))
    if any(one.id == described.id and one.tables for one in curated.lists):
        raise UsageError(f"{map_path}: '{described.id}' is read as lists.yaml says: vendorscreen watchlist update")
    if described.programme is not None and described.programme not in curated.programmes:
        raise UsageError(f"{map_path}: programme '{described.programme}' is not described in programmes.yaml")
    publication = Publication(
        list_id=described.id,
        title=described.title,
        files=[map_file, retrieve_file(path)],
        reader=partial(read_edition, file_map=described),
        dated=dated,
    )
    return _install(publication, curated, home, accept_smaller=accept_smaller)


def _refuse_ahead(dated: date | None) -> None:
    if dated is not None and is_ahead(dated):
        raise UsageError(f"--dated: {dated} is in the future, name the day on which the list was published")


def _install(publication: Publication, curated: CuratedPart, home: Path, *, accept_smaller: bool) -> Update:
    """Check, store and compile a publication; one whose files are in the store already is only compiled."""
    store = ListStore(home)
    known = store.same(publication)
    if known is None:
        own = publication.read.own.programme
        refuse_undescribed(publication.read.reading.entries, {*curated.programmes, *([own.id] if own else [])})
    edition, new = (known, False) if known else store.add(publication, accept_smaller=accept_smaller)
    _, notes = compile_edition(edition, store.editions(publication.list_id), curated, home, lambda: publication.read)
    if not new and publication.offered:
        edition = store.confirm(edition)
    return Update(edition, new, notes.gaps, publication.misdated() if new else None)
