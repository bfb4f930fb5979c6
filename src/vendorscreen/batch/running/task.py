"""How a worker opens what it screens with; the parent sends this, never the opened watchlists."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import pyarrow as pa

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.row_screening import BatchScreener, ScreeningOptions
from vendorscreen.errors import UsageError
from vendorscreen.screening import Screener
from vendorscreen.screening.source import ScreenerSource

__all__ = ["ScreenBatch", "ScreeningTask"]

ScreenBatch = Callable[[pa.RecordBatch], pa.RecordBatch]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningTask:
    """What every worker of a run does; ``origin`` and the digests are those the run began with."""

    source: ScreenerSource
    options: ScreeningOptions
    columns: SupplierColumns
    origin: Origin
    watchlists_digest: str
    rules_digest: str

    @classmethod
    def of(cls, source: ScreenerSource, options: ScreeningOptions, columns: SupplierColumns) -> Self:
        """Return the task for rules and watchlists as they are now.

        Raises:
            RuleError, WatchlistError: files are wrong.
            ListError: an edition is not there.
        """
        screener = Screener.of(source, joint=True)
        return cls(
            source=source,
            options=options,
            columns=columns,
            origin=Origin.of(screener, options.as_of, options.buyer),
            watchlists_digest=screener.watchlist.digest,
            rules_digest=screener.rules.digest,
        )

    def __call__(self) -> ScreenBatch:
        """Return the function that screens a batch.

        Raises:
            UsageError: watchlists or rules are no longer those the run began with.
        """
        screener = Screener.of(self.source, joint=True)
        if (screener.watchlist.digest, screener.rules.digest) != (self.watchlists_digest, self.rules_digest):
            raise UsageError("watchlists or rules have changed since the run began")
        return BatchScreener(screener, self.options, self.columns)
