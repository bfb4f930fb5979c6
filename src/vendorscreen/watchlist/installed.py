"""The watchlist of this machine: vendor files and the lists installed in the store."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from vendorscreen.errors import ListError
from vendorscreen.watchlist.compiling import CuratedPart, compile_edition, curated_part
from vendorscreen.watchlist.lists import OwnList
from vendorscreen.watchlist.model import ListState
from vendorscreen.watchlist.part import Part
from vendorscreen.watchlist.store import Edition, ListStore, home_folder
from vendorscreen.watchlist.watchlist import Watchlist

__all__ = ["installed_watchlist"]


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
        _newest_good(installed.get(one, []), store.edition(one, wanted[one]) if one in wanted else None, curated, home)
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


def _newest_good(
    editions: Sequence[Edition], named: Edition | None, curated: CuratedPart, home: Path
) -> tuple[Edition, Part, OwnList]:
    """Return the edition that counts: the named one, else the newest whose files can be read."""
    *newer, oldest = [named] if named else editions[::-1]
    for edition in newer:
        try:
            return edition, *compile_edition(edition, editions, curated, home)
        except ListError:
            continue  # an older good one counts; `watchlist list` shows what is damaged
    return oldest, *compile_edition(oldest, editions, curated, home)


def _state(curated: CuratedPart) -> ListState:
    edition = str(curated.edition) if curated.edition else None
    return ListState(id="curated", title="Curated vendors", edition=edition, screened=True)


def _state_of(edition: Edition) -> ListState:
    manifest = edition.manifest
    return ListState(
        id=manifest.list,
        title=manifest.title,
        edition=str(manifest.edition),
        confirmed=str(manifest.confirmed) if manifest.confirmed else None,
        screened=True,
    )
