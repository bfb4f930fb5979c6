"""The watchlist of this machine: vendor files and the lists installed in the store."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from vendorscreen.document import suggestion
from vendorscreen.errors import ListError
from vendorscreen.lists.official_list import EditionNotes, curated_state
from vendorscreen.lists.store import Edition, ListStore, home_folder
from vendorscreen.vendor.vendor import Gap, ListState
from vendorscreen.watchlist.compiling import CuratedPart, compile_edition, curated_part
from vendorscreen.watchlist.part import Part
from vendorscreen.watchlist.watchlist import Watchlist

__all__ = ["CountingEdition", "counting_edition", "installed_watchlist"]


def installed_watchlist(
    *folders: Path | str,
    home: Path | None = None,
    editions: Mapping[str, str] | None = None,
    only: Sequence[str] | None = None,
) -> Watchlist:
    """Return the watchlist of vendor files in folders and of every list installed in the store.

    Args:
        folders: folders of vendor files, which may add to each other.
        home: the home folder; that of the user where it is not named.
        editions: the edition to use of a list, by its id or date; the newest good one where none is named.
        only: ids of the lists that are used; all that are installed where it is ``None``.

    Raises:
        WatchlistError: vendor files are wrong.
        ListError: a named edition is not there, no edition of an installed list can be read, or the store cannot.
    """
    home = home or home_folder()
    curated = curated_part(home, folders)
    store, wanted = ListStore(home), dict(editions or {})
    used = set(store.ids()) if only is None else _installed(only, store)
    chosen = [counting_edition(one, store, curated, home, wanted.get(one)) for one in sorted({*used, *wanted})]
    owns = [one.notes.own for one in chosen]
    programmes = dict(curated.programmes) | {own.programme.id: own.programme for own in owns if own.programme}
    own_lists = {own.list.id: own.list for own in owns if own.list}
    lists = tuple((own_lists | {one.id: one for one in curated.lists}).values())
    states = {one.edition.manifest.list: one.state() for one in chosen}
    digests = [text for one in chosen for text in (one.edition.manifest.list, one.edition.manifest.sha256)]
    return Watchlist(
        [curated.part, *(one.part for one in chosen)],
        programmes,
        [curated_state(curated.edition), *(states.get(one.id, ListState(id=one.id, title=one.title)) for one in lists)],
        hashlib.sha256("\n".join((curated.digest, *digests)).encode()).hexdigest() if digests else curated.digest,
        lists,
    )


def _installed(only: Sequence[str], store: ListStore) -> set[str]:
    known = store.ids()
    for name in only:
        if name not in known:
            raise ListError(f"{name}: this list is not installed, {suggestion(name, sorted(known))}")
    return set(only)


class CountingEdition(Struct, frozen=True):
    """The edition of a list that is screened; ``damaged`` are newer ones that cannot be, newest first."""

    edition: Edition
    part: Part
    notes: EditionNotes
    damaged: tuple[str, ...] = ()

    def gaps(self) -> tuple[Gap, ...]:
        """Return what is missing: newer editions, and parts of this one."""
        told = self.edition.manifest
        ahead = (
            (Gap(f"its date, {told.edition}, was in the future when it was retrieved"),) if told.of_the_future else ()
        )
        return (*ahead, *(Gap(f"its newer edition {one} is damaged") for one in self.damaged), *self.notes.gaps)

    def state(self) -> ListState:
        """Return the list as screened."""
        manifest = self.edition.manifest
        return ListState(
            id=manifest.list,
            title=manifest.title,
            edition=str(manifest.edition),
            confirmed=str(manifest.confirmed) if manifest.confirmed else None,
            screened=True,
            gaps=self.gaps(),
        )


def counting_edition(
    list_id: str, store: ListStore, curated: CuratedPart, home: Path, named: str | None = None
) -> CountingEdition:
    """Return the edition of a list that counts: the named one, else the newest that can be read.

    Raises:
        ListError: the named one is not there or damaged; none can be read.
    """
    editions = store.editions(list_id)
    if named is not None:
        edition = store.edition(list_id, named)
        return CountingEdition(edition, *compile_edition(edition, editions, curated, home))
    unread, failure = store.damaged(list_id), "its manifest cannot be read"
    for edition in reversed(editions):
        try:
            part, notes = compile_edition(edition, editions, curated, home)
        except ListError as error:  # an older good one counts, and is told
            unread, failure = [*unread, edition.id], str(error)
            continue
        day = str(edition.manifest.edition)
        newer = sorted((one for one in unread if one >= day), reverse=True)
        return CountingEdition(edition, part, notes, tuple(newer))
    raise ListError(
        f"{list_id}: no edition can be read ({failure}); install it again, or remove {store.folder / list_id}"
    )
