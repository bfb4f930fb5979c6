"""How a worker opens what it screens with; the parent sends this, never the opened watchlists."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import pyarrow as pa

from vendorscreen.batch.not_screened import lists_not_screened
from vendorscreen.batch.screening import BatchScreener, ScreeningOptions
from vendorscreen.batch.source import ScreenerSource
from vendorscreen.errors import UsageError
from vendorscreen.rule.coverage import NotScreened
from vendorscreen.watchlist.lists import ListWarning

__all__ = ["ScreenBatch", "ScreeningTask"]

ScreenBatch = Callable[[pa.RecordBatch], pa.RecordBatch]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningTask:
    """What every worker of a run does; ``lists`` with their editions and the digests are those the run began with.

    ``not_screened`` are lists that rules for the buyer need; ``warnings`` say which others are too old or not whole.
    """

    source: ScreenerSource
    options: ScreeningOptions
    lists: str
    not_screened: tuple[NotScreened, ...]
    warnings: tuple[ListWarning, ...]
    watchlists_digest: str
    rules_digest: str

    @classmethod
    def of(cls, source: ScreenerSource, options: ScreeningOptions) -> Self:
        """Return the task for rules and watchlists as they are now.

        Raises:
            RuleError, WatchlistError: files are wrong.
            ListError: an edition is not there.
        """
        screener = source.open()
        screened = (f"{one.id} {one.edition}" for one in screener.watchlist.lists if one.screened)
        return cls(
            source=source,
            options=options,
            lists=", ".join(screened),
            not_screened=lists_not_screened(screener, options.as_of, options.buyer_country),
            warnings=screener.watchlist.warnings(options.as_of),
            watchlists_digest=screener.watchlist.digest,
            rules_digest=screener.rules.digest,
        )

    def __call__(self) -> ScreenBatch:
        """Return the function that screens a batch.

        Raises:
            UsageError: watchlists or rules are no longer those the run began with.
        """
        screener = self.source.open()
        if (screener.watchlist.digest, screener.rules.digest) != (self.watchlists_digest, self.rules_digest):
            raise UsageError("watchlists or rules have changed since the run began")
        return BatchScreener(screener, self.options)
