"""Where the header of a list stands, which columns it names, and that there is none."""

from collections.abc import Sequence
from typing import NamedTuple

from vendorscreen.batch.cells import SAMPLED_ROWS, filled, holds_data, mostly_data
from vendorscreen.batch.columns import Given, SupplierColumns, find_columns
from vendorscreen.batch.headers import is_place_name
from vendorscreen.batch.naming import DoubtfulNameError
from vendorscreen.batch.reading.table import check_width, unique_columns
from vendorscreen.errors import UsageError

__all__ = ["BEGINNING", "BY_PLACE", "HEADER_WITHIN", "Header", "find_header"]

HEADER_WITHIN = 20
"""Rows among which the header is looked for; exports may begin with a title."""

BEGINNING = HEADER_WITHIN + SAMPLED_ROWS
"""Rows that are looked at: where a header may stand, and those whose cells decide."""

BY_PLACE = "a list without header needs columns by place, such as --column name='column 2'"


class Header(NamedTuple):
    """How many rows stand before the first of the list, the names of its columns, and those that are read."""

    above: int
    names: tuple[str, ...]
    columns: SupplierColumns


def find_header(rows: Sequence[Sequence[str]], given: Given) -> Header | None:
    """Return the row that names most of what is read, then most columns, the first of such.

    Args:
        rows: the first ``BEGINNING`` of a list.
        given: columns by what they hold; where they are given by place, a list needs no header.

    Raises:
        UsageError: no row has the columns given, the name is doubtful, or rows stand above that are no titles.
    """
    tried = [(place, *_tried(rows, place, given)) for place in range(min(len(rows), HEADER_WITHIN))]
    found = [(place, header, error) for place, header, error in tried if header or isinstance(error, DoubtfulNameError)]
    place, header, error = max(found, key=lambda one: _score(rows, one[0], one[1]), default=(0, None, None))
    if header is not None and not _lost(rows, place):
        return header
    if found and error is not None:
        raise error
    if given and (by_place := _without_header(rows, given)) is not None:
        return by_place
    if header is not None:
        raise UsageError(f"row {place + 1} may be a header, but it or a row above it is one of the list; {BY_PLACE}")
    wrong = next((error for _, _, error in tried if error is not None), None)
    if wrong is not None:
        raise wrong
    return None


def _tried(rows: Sequence[Sequence[str]], place: int, given: Given) -> tuple[Header | None, UsageError | None]:
    try:
        check_width(len(rows[place]))
        names = unique_columns(rows[place])
        columns = find_columns(names, given, sampled_cells(rows[place + 1 :], len(names)))
    except UsageError as error:
        return None, error
    return (Header(place + 1, names, columns), None) if columns else (None, None)


def _score(rows: Sequence[Sequence[str]], place: int, header: Header | None) -> tuple[int, int, int]:
    return (len(header.columns.read) if header else 1, sum(map(bool, map(str.strip, rows[place]))), -place)


def _lost(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Return whether a header is mostly data itself, or a row above it is as full as it and holds data, not labels."""
    own = filled(rows[place])
    above = (cells for row in rows[:place] if len(cells := filled(row)) >= max(2, len(own)))
    return mostly_data(own) or any(
        holds_data(cells) and not any(cell.endswith(":") for cell in cells) for cells in above
    )


def _without_header(rows: Sequence[Sequence[str]], given: Given) -> Header | None:
    """Return columns by place where all that are given are, and the first row is one of the list."""
    wanted = [column for some in given.values() for column in ((some,) if isinstance(some, str) else some) if column]
    if not rows or not wanted or not all(map(is_place_name, wanted)):
        return None
    names = unique_columns([""] * max(map(len, rows)))
    columns = find_columns(names, given)
    return Header(0, names, columns) if columns else None


def sampled_cells(rows: Sequence[Sequence[str]], width: int) -> list[tuple[str | None, ...]]:
    """Return, for each of the columns, the cells of some rows; those that a row lacks are ``None``."""
    taken = [(*row[:width], *[None] * (width - len(row))) for row in rows[:SAMPLED_ROWS]]
    return list(zip(*taken, strict=True)) if taken else [() for _ in range(width)]
