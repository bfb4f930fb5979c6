"""What a run found, counted."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from vendorscreen.batch.answers import FAILED, PREFIX, REASON, ROW, SCREENED, SKIPPED, STATUS
from vendorscreen.rule.coverage import NotScreened
from vendorscreen.watchlist.lists import ListWarning

__all__ = ["Reason", "Summary"]

_MOST_REASONS = 1000
_SHOWN_ROWS = 5
_TOP_VENDORS = 20
_DETAILS = re.compile(r": |; | \(")
"""What stands between the kind of a reason and what is particular to a row."""


@dataclass(slots=True)
class Reason:
    """Why rows were not screened, or what was not understood in them: how many, and the first of them."""

    count: int = 0
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Summary:
    """Rows of a list by what became of them; those with a match by its certainty and by established effect.

    ``not_screened`` are lists that rules for the buyer need: what they leave open holds for all rows;
    ``list_warnings`` are lists that were screened, but are too old or not whole.
    """

    not_screened: tuple[NotScreened, ...] = ()
    list_warnings: tuple[ListWarning, ...] = ()
    rows: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    certainties: Counter[str] = field(default_factory=Counter)
    effects: Counter[str] = field(default_factory=Counter)
    vendors: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: dict[str, dict[str, Reason]] = field(default_factory=lambda: {SKIPPED: {}, FAILED: {}, SCREENED: {}})

    @property
    def matched(self) -> int:
        """Rows with a match."""
        return sum(self.certainties.values())

    def add(self, answers: pa.RecordBatch) -> None:
        """Count answers; of several to one row, the first."""
        first = pc.fill_null(pc.less_equal(answers.column(f"{PREFIX}candidate"), 1), fill_value=True)
        batch = answers.filter(first)
        self.rows += batch.num_rows
        self.statuses.update(_counted(batch, STATUS))
        self.effects.update(_counted(batch, f"{PREFIX}established"))
        self.certainties.update(_counted(batch, f"{PREFIX}certainty"))
        found = batch.filter(batch.column(f"{PREFIX}vendor").is_valid())
        self.vendors.update(
            zip(*(found.column(f"{PREFIX}{name}").to_pylist() for name in ("vendor", "vendor_name")), strict=True)
        )
        told = batch.filter(batch.column(REASON).is_valid()).select([ROW, STATUS, REASON])
        for row in told.to_pylist():
            self._explain(row[ROW], row[STATUS], row[REASON])

    def _explain(self, row: int, status: str, reason: str) -> None:
        kinds = self.reasons[status]
        kind = _DETAILS.split(reason, maxsplit=1)[0]
        if kind not in kinds and len(kinds) >= _MOST_REASONS:
            kind = "other reasons"
        known = kinds.setdefault(kind, Reason())
        known.count += 1
        if len(known.rows) < _SHOWN_ROWS:
            known.rows.append(row)

    def top_vendors(self) -> list[tuple[str, str, int]]:
        """Return id, name and rows of the vendors most often matched."""
        ranked = sorted(self.vendors.items(), key=lambda item: (-item[1], item[0]))
        return [(id_, name, count) for (id_, name), count in ranked[:_TOP_VENDORS]]

    def to_json(self, manifest: Mapping[str, str]) -> bytes:
        """Return the summary as JSON, with what the answers depend on; the same run gives the same bytes."""
        value = {
            "schema": "vendorscreen-batch-summary/1",
            "run": manifest,
            "not_screened": self.not_screened,
            "list_warnings": self.list_warnings,
            "rows": self.rows,
            "matched": self.matched,
            "statuses": _ordered(self.statuses),
            "certainties": _ordered(self.certainties),
            "established": _ordered(self.effects),
            "top_vendors": [{"vendor": id_, "name": name, "rows": rows} for id_, name, rows in self.top_vendors()],
            "reasons": self.reasons,
        }
        return msgspec.json.format(msgspec.json.encode(value, order="deterministic")) + b"\n"


def _counted(batch: pa.RecordBatch, name: str) -> dict[str, int]:
    counts = pc.value_counts(batch.column(name).drop_null())
    return {one["values"]: one["counts"] for one in counts.to_pylist()}


def _ordered(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items()))
