"""What a run found, as rows for people: what to look at first, what was screened and with what, and what was not."""

from collections.abc import Iterator, Sequence

from vendorscreen.batch.running.summary import Summary

__all__ = ["overview"]


def overview(summary: Summary) -> Iterator[Sequence[str | int]]:
    """Yield rows of two cells, and headings of one."""
    yield from (("Result",), ("rows", summary.rows), ("rows with a match", summary.matched))
    if summary.repeated.count:
        yield "rows that repeat a supplier", summary.repeated.told
    yield from (("Look at first",),)
    yield from ((f"established: {word.replace('_', ' ')}", count) for word, count in sorted(summary.effects.items()))
    yield from ((f"certainty: {word}", count) for word, count in sorted(summary.certainties.items()))
    yield from ((f"matched: {name}", rows) for _, name, rows in summary.top_vendors())
    yield ("Rows with a reason",)
    for status, kinds in summary.reasons.items():
        yield from ((f"{status}, {reason}", told.told) for reason, told in kinds.items())
    origin = summary.origin
    if origin is None:
        return
    yield from (("Screened with",), ("day", origin.as_of.isoformat()), ("vendorscreen", origin.vendorscreen))
    yield "columns", str(summary.columns)
    for one in origin.lists:
        confirmed = f", still offered on {one.confirmed}" if one.confirmed else ""
        yield f"list {one.id}: {one.title}", f"edition {one.edition}{confirmed}"
    yield from (("warning", str(one)) for one in origin.warnings)
    yield ("Lists not screened",)
    yield from ((one.list, str(one)) for one in origin.not_screened)
