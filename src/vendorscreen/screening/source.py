"""Of which files a screener is made, as something that can be sent to another process and looked at again."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vendorscreen.file.folder import YAML, files_below
from vendorscreen.lists.store import home_folder, kept_documents
from vendorscreen.rule import Rules, read_rules
from vendorscreen.screening.shipped import shipped_folder
from vendorscreen.watchlist import Watchlist, installed_watchlist
from vendorscreen.watchlist.joint_index import joint_index

__all__ = ["ScreenerSource"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenerSource:
    """Where rules and vendor files stand beside ours, and which lists and editions count.

    ``lists`` are ids of installed lists; all of them where it is ``None``. ``home`` is the user's own where not named.
    """

    rules: tuple[Path, ...] = ()
    watchlists: tuple[Path, ...] = ()
    editions: tuple[tuple[str, str], ...] = ()
    lists: tuple[str, ...] | None = None
    home: Path | None = None

    def watchlist(self, *, joint: bool = False) -> Watchlist:
        """Return our vendor files, these, and the installed lists; ``joint`` searches their names in one index.

        That index is compiled when it is first asked for, which takes some seconds per 50,000 names.

        Raises:
            WatchlistError: files are wrong.
            ListError: a list or an edition is not there, or cannot be read.
        """
        home = self.home or home_folder()
        found = installed_watchlist(
            shipped_folder("watchlists"), *self.watchlists, home=home, editions=dict(self.editions), only=self.lists
        )
        if joint and len(found.parts) > 1:
            return found.with_joint_index(joint_index(found.parts, found.digest, home))
        return found

    def read_rules(self) -> Rules:
        """Return our rules and these.

        Raises:
            RuleError: files are wrong.
        """
        return read_rules(shipped_folder("rules"), *self.rules, kept=kept_documents(self.home), tests=False)

    def stamp(self) -> frozenset[tuple[str, int]]:
        """Return the places and times of change of all this is read from, without reading any of it."""
        lists = (self.home or home_folder()) / "lists"
        editions = [one for folder in _folders(lists) for one in (folder, *_folders(folder))]
        own = [path for folder in (*self.rules, *self.watchlists) for path in files_below(folder, YAML)[0]]
        return frozenset(_changed([lists, *editions, *own]))


def _folders(folder: Path) -> Collection[Path]:
    try:
        return [one for one in folder.iterdir() if one.is_dir()]
    except OSError:
        return []


def _changed(paths: Iterable[Path]) -> Iterator[tuple[str, int]]:
    for path in paths:
        try:
            yield os.fspath(path), path.stat().st_mtime_ns
        except OSError:  # gone meanwhile: what is left differs from before
            continue
