"""A screener as a folder that other machines can open: compiled vendors, mapped into memory, and rule files."""

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

from vendorscreen.errors import ListError, NameIndexError, RuleError, UsageError
from vendorscreen.file.writing import whole_folder
from vendorscreen.lists.official_list import OfficialList
from vendorscreen.lists.store import kept_documents
from vendorscreen.name import NameIndex
from vendorscreen.rule import read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.screening.source import ScreenerSource
from vendorscreen.vendor import Programme
from vendorscreen.vendor.vendor import ListState
from vendorscreen.watchlist import Watchlist
from vendorscreen.watchlist.joint_index import JointIndex
from vendorscreen.watchlist.part import Part

__all__ = ["open_bundle", "write_bundle"]

_CONTENTS, _RULES = "contents", "rules"
_JOINT = "_joint"  # no list can have such an id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contents:
    parts: tuple[str, ...]
    rule_folders: int
    programmes: tuple[Programme, ...]
    lists: tuple[ListState, ...]
    official: tuple[OfficialList, ...]
    watchlists_digest: str
    rules_digest: str
    joint: bool


def write_bundle(source: ScreenerSource, folder: Path) -> None:
    """Write all that screening needs into a new folder; it serves any machine with this version of vendorscreen.

    The folder is there whole or not at all.

    Raises:
        RuleError, WatchlistError, ListError: what the source names cannot be used.
        UsageError: the folder exists or cannot be written.
    """
    screener = Screener.of(source, joint=True)
    watchlist, folders = screener.watchlist, (shipped_folder("rules"), *source.rules)
    contents = _Contents(
        parts=tuple(part.id for part in watchlist.parts),
        rule_folders=len(folders),
        programmes=tuple(watchlist.programmes.values()),
        lists=watchlist.lists,
        official=watchlist.official,
        watchlists_digest=watchlist.digest,
        rules_digest=screener.rules.digest,
        joint=watchlist.joint is not None,
    )
    try:
        if folder.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        with whole_folder(folder) as unfinished:
            _save_watchlist(watchlist, unfinished)
            for number, rules in enumerate(folders):
                shutil.copytree(rules, unfinished / _RULES / str(number), copy_function=shutil.copyfile)
            (unfinished / _CONTENTS).write_bytes(msgspec.msgpack.encode(contents))
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from None


def open_bundle(folder: Path) -> Screener:
    """Return the screener that ``write_bundle`` wrote; its indexes are read from the disk as they are needed.

    Raises:
        UsageError: the folder is missing, damaged, or of another version.
    """
    try:
        contents = msgspec.msgpack.decode((folder / _CONTENTS).read_bytes(), type=_Contents)
        parts = [Part.open(id_, folder / id_) for id_ in contents.parts]
        joint = JointIndex(NameIndex.open(folder / _JOINT)) if contents.joint else None
        folders = (folder / _RULES / str(number) for number in range(contents.rule_folders))
        rules = read_rules(*folders, kept=kept_documents(), tests=False)
    except (OSError, msgspec.DecodeError, ListError, NameIndexError, RuleError) as error:
        raise UsageError(f"{folder}: no bundle that can be used here ({error})") from None
    if rules.digest != contents.rules_digest:
        raise UsageError(f"{folder}: the rules are not those the bundle was written with")
    programmes = {programme.id: programme for programme in contents.programmes}
    watchlist = Watchlist(parts, programmes, contents.lists, contents.watchlists_digest, contents.official, joint)
    return Screener(watchlist, rules)


def _save_watchlist(watchlist: Watchlist, folder: Path) -> None:
    for part in watchlist.parts:
        (folder / part.id).mkdir()
        part.save(folder / part.id)
    if watchlist.joint is not None:
        watchlist.joint.index.save(folder / _JOINT)
