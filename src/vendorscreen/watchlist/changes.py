"""What two editions of a list hold differently: entries added, removed, and named or listed otherwise."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from vendorscreen.lists.store import Edition, ListStore
from vendorscreen.vendor.vendor import Vendor
from vendorscreen.watchlist.compiling import CuratedPart, compile_edition

__all__ = ["Change", "Changes", "changes_between"]


class Change(Struct, frozen=True):
    """An entry that changed; ``gone`` and ``new`` are its names, identifiers and listings, one sentence each."""

    id: str
    name: str
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


class Changes(Struct, frozen=True):
    """The difference of two editions, entries in the order of their names."""

    list: str
    older: str
    newer: str
    added: tuple[Change, ...]
    removed: tuple[Change, ...]
    changed: tuple[Change, ...]


def changes_between(older: Edition, newer: Edition, store: ListStore, curated: CuratedPart, home: Path) -> Changes:
    """Return what changed from one edition of a list to another.

    Raises:
        ListError: an edition is damaged.
    """
    before, after = (_told(edition, store, curated, home) for edition in (older, newer))
    both = before.keys() & after.keys()
    changed = (
        Change(id_, name, _missing(before[id_], after[id_]), _missing(after[id_], before[id_]))
        for id_ in both
        if before[id_] != after[id_]
        for name in after[id_][:1]
    )
    return Changes(
        list=newer.manifest.list,
        older=older.id,
        newer=newer.id,
        added=_sorted(Change(id_, after[id_][0], new=after[id_][1:]) for id_ in after.keys() - both),
        removed=_sorted(Change(id_, before[id_][0], gone=before[id_][1:]) for id_ in before.keys() - both),
        changed=_sorted(changed),
    )


def _told(edition: Edition, store: ListStore, curated: CuratedPart, home: Path) -> dict[str, tuple[str, ...]]:
    """Return, for each entry, its name and all that can change about it, in words."""
    part, _ = compile_edition(edition, store.editions(edition.manifest.list), curated, home)
    return {record.vendor.id: _words(record.vendor) for record in part.records}


def _words(vendor: Vendor) -> tuple[str, ...]:
    return (
        vendor.name,
        *(f"{name.kind.replace('_', ' ')} '{name.text}'" for name in vendor.names if name.text != vendor.name),
        *(f"identifier {number}" for number in vendor.identifiers),
        *(f"{one.programme} {one.period}{f', {one.citation}' if one.citation else ''}" for one in vendor.listings),
    )


def _missing(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    known = set(others)
    return tuple(word for word in words if word not in known)


def _sorted(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: (change.name.casefold(), change.id)))
