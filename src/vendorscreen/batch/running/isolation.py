"""Finding the rows that end a worker, by halves."""

from collections.abc import Callable, Mapping

import pyarrow as pa

from vendorscreen.batch.answers import FAILED, REASON, STATUS
from vendorscreen.errors import UsageError

__all__ = ["failing_rows", "marked_failed"]

_MOST_FAILING = 32
"""Rows of one chunk that may fail; with more, the rows are not at fault."""


def failing_rows(batch: pa.RecordBatch, failure: Callable[[pa.RecordBatch], str | None]) -> dict[int, str]:
    """Return the places of the rows that fail on their own, with the reason.

    Args:
        batch: rows that failed together.
        failure: tries rows, and returns why they fail, or ``None``.

    Raises:
        UsageError: so many fail that it cannot be the rows.
    """
    failing: dict[int, str] = {}
    spans = [(0, batch.num_rows)]
    while spans:
        start, end = spans.pop()
        reason = failure(batch.slice(start, end - start))
        if reason is None:
            continue
        if end - start == 1:
            failing[start] = reason
        else:
            middle = (start + end) // 2
            spans += [(middle, end), (start, middle)]
        if len(failing) > _MOST_FAILING:
            raise UsageError(f"more than {_MOST_FAILING} rows of one chunk fail, the last one: {reason}")
    return failing


def marked_failed(batch: pa.RecordBatch, failing: Mapping[int, str]) -> pa.RecordBatch:
    """Return the rows with those that fail marked, so that they are not screened again."""
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    statuses, reasons = columns[STATUS].to_pylist(), columns[REASON].to_pylist()
    for place, reason in failing.items():
        statuses[place], reasons[place] = FAILED, reason
    columns |= {STATUS: pa.array(statuses, pa.string()), REASON: pa.array(reasons, pa.string())}
    return pa.RecordBatch.from_arrays(list(columns.values()), schema=batch.schema)
