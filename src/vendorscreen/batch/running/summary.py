"""What a run found, counted."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from vendorscreen.batch.answers import FAILED, PREFIX, REASON, ROW, SCREENED, SKIPPED, STATUS
from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.writing.cell_text import text_column

__all__ = ["MOST_DISTINCT", "Reason", "Summary"]

_MOST_REASONS = 1000
_SHOWN_ROWS = 5
_TOP_VENDORS = 20
MOST_DISTINCT = 1_000_000
"""Suppliers that rows are compared with; memory stays bounded."""

_DETAILS = re.compile(r": |; | \(")
"""What stands between the kind of a reason and what is particular to a row."""


@dataclass(slots=True)
class Reason:
    """Why rows were not screened, or what was not understood in them: how many, and the first of them."""

    count: int = 0
    rows: list[int] = field(default_factory=list)

    def add(self, row: int) -> None:
        """Count a row."""
        self.count += 1
        if len(self.rows) < _SHOWN_ROWS:
            self.rows.append(row)

    @property
    def told(self) -> str:
        """How many rows, and the first of them, in words."""
        first = ", ".join(map(str, self.rows)) + (" ..." if self.count > len(self.rows) else "")
        return f"{self.count:,} (row {first})"


@dataclass(slots=True)
class Summary:
    """Rows of a list by what became of them; those with a match by its certainty and by established effect.

    ``origin`` and ``columns`` hold for all rows. ``repeated`` are rows with name, country and numbers of an earlier
    one, as far as the first ``MOST_DISTINCT`` suppliers go. ``damaged`` parts of an earlier run were screened again;
    that changes no answer, so the JSON does not tell it.
    """

    origin: Origin | None = None
    columns: SupplierColumns | None = None
    rows: int = 0
    damaged: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    certainties: Counter[str] = field(default_factory=Counter)
    effects: Counter[str] = field(default_factory=Counter)
    vendors: Counter[tuple[str, str]] = field(default_factory=Counter)
    repeated: Reason = field(default_factory=Reason)
    reasons: dict[str, dict[str, Reason]] = field(default_factory=lambda: {SKIPPED: {}, FAILED: {}, SCREENED: {}})

    _known: set[int] = field(default_factory=set)

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
        if self.columns is not None:
            self._compare(batch, self.columns)
        told = batch.filter(batch.column(REASON).is_valid()).select([ROW, STATUS, REASON])
        for row in told.to_pylist():
            self._explain(row[ROW], row[STATUS], row[REASON])

    def _compare(self, batch: pa.RecordBatch, columns: SupplierColumns) -> None:
        """Count the rows of suppliers that stood in an earlier row."""
        screened = batch.filter(pc.equal(batch.column(STATUS), SCREENED))
        cells = [text_column(screened.column(name)) for name in columns.read]
        plain = pc.binary_join_element_wise(*cells, "\x1f", null_handling="replace") if len(cells) > 1 else cells[0]
        for number, text in zip(screened.column(ROW).to_pylist(), plain.to_pylist(), strict=True):
            key = hash(text and " ".join(text.casefold().split()))
            if key in self._known:
                self.repeated.add(number)
            elif len(self._known) < MOST_DISTINCT:
                self._known.add(key)

    def _explain(self, row: int, status: str, reason: str) -> None:
        kinds = self.reasons[status]
        kind = _DETAILS.split(reason, maxsplit=1)[0]
        if kind not in kinds and len(kinds) >= _MOST_REASONS:
            kind = "other reasons"
        known = kinds.setdefault(kind, Reason())
        known.add(row)

    def top_vendors(self) -> list[tuple[str, str, int]]:
        """Return id, name and rows of the vendors most often matched."""
        ranked = sorted(self.vendors.items(), key=lambda item: (-item[1], item[0]))
        return [(id_, name, count) for (id_, name), count in ranked[:_TOP_VENDORS]]

    def to_json(self, manifest: Mapping[str, str]) -> bytes:
        """Return the summary as JSON, with what the answers depend on; the same run gives the same bytes."""
        value = {
            "schema": "vendorscreen-batch-summary/1",
            "run": manifest,
            "not_screened": self.origin.not_screened if self.origin else (),
            "list_warnings": self.origin.warnings if self.origin else (),
            "rows": self.rows,
            "matched": self.matched,
            "statuses": _ordered(self.statuses),
            "certainties": _ordered(self.certainties),
            "established": _ordered(self.effects),
            "top_vendors": [{"vendor": id_, "name": name, "rows": rows} for id_, name, rows in self.top_vendors()],
            "repeated": self.repeated,
            "reasons": self.reasons,
        }
        return msgspec.json.format(msgspec.json.encode(value, order="deterministic")) + b"\n"


def _counted(batch: pa.RecordBatch, name: str) -> dict[str, int]:
    counts = pc.value_counts(batch.column(name).drop_null())
    return {one["values"]: one["counts"] for one in counts.to_pylist()}


def _ordered(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items()))
