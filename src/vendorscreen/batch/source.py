"""From which files a screener is made, as something that can be sent to another process."""

from dataclasses import dataclass
from pathlib import Path

from vendorscreen.lists.store import home_folder, kept_documents
from vendorscreen.rule import read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.watchlist import installed_watchlist
from vendorscreen.watchlist.joint_index import joint_index

__all__ = ["ScreenerSource"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenerSource:
    """Where rules and vendor files stand beside ours, and which editions of lists count."""

    rules: tuple[Path, ...] = ()
    watchlists: tuple[Path, ...] = ()
    editions: tuple[tuple[str, str], ...] = ()

    def open(self) -> Screener:
        """Return a screener with ours, these, and the installed lists, whose names are searched in one index.

        That index is compiled when it is first asked for, which takes some seconds per 50,000 names.

        Raises:
            RuleError, WatchlistError: files are wrong.
            ListError: an edition is not there.
        """
        watchlist = installed_watchlist(shipped_folder("watchlists"), *self.watchlists, editions=dict(self.editions))
        if len(watchlist.parts) > 1:
            watchlist = watchlist.with_joint_index(joint_index(watchlist.parts, watchlist.digest, home_folder()))
        rules = read_rules(shipped_folder("rules"), *self.rules, kept=kept_documents(), tests=False)
        return Screener(watchlist, rules)
