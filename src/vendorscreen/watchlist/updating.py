"""New editions of lists: from the publisher, from files at hand, or a user's own table with its map."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from msgspec import Struct

from vendorscreen.errors import ListError, UsageError
from vendorscreen.file.content import read_bytes
from vendorscreen.watchlist.installed import CuratedPart, compile_edition
from vendorscreen.watchlist.lists import OfficialList
from vendorscreen.watchlist.mapped import MAP_FILE, read_map
from vendorscreen.watchlist.official import READERS, ListFile, ListReading
from vendorscreen.watchlist.official.list_file import MAXIMUM_BYTES
from vendorscreen.watchlist.official.vendors import undated_listings
from vendorscreen.watchlist.rereading import reading_of
from vendorscreen.watchlist.store.download import Progress, fetch
from vendorscreen.watchlist.store.edition import Edition, digest_of_files, is_web_address, sha256_of
from vendorscreen.watchlist.store.lists import ListStore, Retrieved

__all__ = ["Update", "import_table", "update_list"]


class Update(Struct, frozen=True):
    """What an update did: the edition that counts now, and whether it is new."""

    edition: Edition
    new: bool


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
        UsageError: there is no reader for the list, or no address to download it from.
        ListError: the edition was refused; the former one stays.
    """
    if official.id not in READERS:
        raise UsageError(f"there is no reader for '{official.id}' yet; see {official.url}")
    if not sources and not official.downloads:
        raise UsageError(f"{official.id} has no address to download from: save it from {official.url}, use --from FILE")
    store = ListStore(home)
    files = _retrieved(sources or official.downloads, store, official.id, home, progress)
    return _install(official, curated, store, home, files, dated, accept_smaller=accept_smaller)


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
        DocumentError, WatchlistError: the map is wrong, or names columns that the table does not have.
        ListError: the table was refused.
    """
    map_content = read_bytes(map_path, MAXIMUM_BYTES)
    described = read_map(map_content, str(map_path))
    if described.programme is not None and described.programme not in curated.programmes:
        raise UsageError(f"{map_path}: programme '{described.programme}' is not described in programmes.yaml")
    files = [
        Retrieved(name=MAP_FILE, source=map_path.name, content=map_content),
        _at_hand(path),
    ]
    store = ListStore(home)
    return _install(described.official_list(), curated, store, home, files, dated, accept_smaller=accept_smaller)


def _install(
    official: OfficialList,
    curated: CuratedPart,
    store: ListStore,
    home: Path,
    files: list[Retrieved],
    dated: date | None,
    *,
    accept_smaller: bool,
) -> Update:
    reading = reading_of(official.id, [ListFile.of(file.name, file.content) for file in files])
    known = _same(store, official.id, files)
    if known is not None:
        offered = all(is_web_address(file.source) for file in files)
        update = Update(store.confirm(known) if offered else known, new=False)
    else:
        edition = store.add(
            official.id,
            official.title,
            files,
            reading,
            reading.edition or dated or _published(files),
            names=_names(reading),
            undated=undated_listings(reading.entries),
            accept_smaller=accept_smaller,
        )
        update = Update(edition, new=True)
    compile_edition(update.edition, store.editions(official.id), store, curated, home)
    return update


def _same(store: ListStore, list_id: str, files: list[Retrieved]) -> Edition | None:
    """Return the edition that has these very files and can still be read."""
    digest = digest_of_files(sha256_of(file.content) for file in files)
    for edition in reversed(store.editions(list_id)):
        if edition.manifest.sha256 == digest:
            try:
                edition.raw_files()
            except ListError:
                continue
            return edition
    return None


def _names(reading: ListReading) -> int:
    return sum(len({entry.name, entry.printed, *(text for _, text in entry.names)}) for entry in reading.entries)


def _published(files: list[Retrieved]) -> date:
    """Return the day of an edition that prints none: the latest the server gives for a file, else today."""
    days = []
    for file in files:
        try:
            days.append(parsedate_to_datetime(file.last_modified or "").date())
        except ValueError:
            continue
    return max(days, default=datetime.now(UTC).date())


def _retrieved(
    sources: Sequence[str], store: ListStore, list_id: str, home: Path, progress: Progress | None
) -> list[Retrieved]:
    files: list[Retrieved] = []
    for source in sources:
        if is_web_address(source):
            files.append(_downloaded(source, store, list_id, home, progress))
        else:
            paths = (
                sorted(path for path in Path(source).iterdir() if path.is_file())
                if Path(source).is_dir()
                else [Path(source)]
            )
            files += [_at_hand(path) for path in paths]
    return files


def _at_hand(path: Path) -> Retrieved:
    return Retrieved(name=path.name, source=path.name, content=read_bytes(path, MAXIMUM_BYTES))


def _downloaded(source: str, store: ListStore, list_id: str, home: Path, progress: Progress | None) -> Retrieved:
    """Return a file from the web; where the publisher says that it has not changed, as kept in the store."""
    kept = {
        file.source: (file, content)
        for edition in store.editions(list_id)
        for file, (_, content) in zip(edition.manifest.files, _kept_files(edition), strict=False)
    }
    known = kept[source][0] if source in kept else None
    found = fetch(
        source,
        home / "downloads",
        etag=known.etag if known else None,
        last_modified=known.last_modified if known else None,
        progress=progress,
    )
    if found.unchanged and known is not None:
        return Retrieved(
            name=known.name,
            source=source,
            content=kept[source][1],
            etag=known.etag,
            last_modified=known.last_modified,
        )
    return Retrieved(
        name=found.name, source=source, content=found.content, etag=found.etag, last_modified=found.last_modified
    )


def _kept_files(edition: Edition) -> list[tuple[str, bytes]]:
    try:
        return edition.raw_files()
    except ListError:
        return []
