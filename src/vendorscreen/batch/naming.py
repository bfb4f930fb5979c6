"""Which columns hold the name of a supplier: the surest header whose cells can be names, and no guess between two."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from vendorscreen.batch.cells import ONE_VALUE, look_like_codes, may_be_names, no_names
from vendorscreen.batch.headers import HeaderFit, likeness, numbered, numbers_suppliers
from vendorscreen.country import plain_name
from vendorscreen.errors import UsageError
from vendorscreen.showing import first_few

__all__ = ["DoubtfulNameError", "named"]

_SHOWN = 40
_WHOLE = (HeaderFit.SUPPLIER, HeaderFit.ORGANISATION)
"""Headers that say that a column holds whole suppliers; numbered, they are several."""

_BUYERS = (HeaderFit.ORGANISATION_NAME, HeaderFit.ORGANISATION)
"""Headers that may stand for the buyer as well, who is one throughout."""

_REPEATED = 3
"""Rows from which one value throughout tells something."""


class DoubtfulNameError(UsageError):
    """It is not sure which column holds the names of suppliers; the message has the candidates and the option."""

    def __init__(self, what: str, columns: Sequence[str]) -> None:
        options = " or ".join(first_few([f"--column name='{column}'" for column in columns]))
        super().__init__(f"{what}; say which: {options}")


class _Candidate(NamedTuple):
    columns: tuple[str, ...]
    likeness: HeaderFit
    cells: list[str]

    @property
    def shown(self) -> str:
        example = f" ({self.cells[0][:_SHOWN]})" if self.cells else ""
        return f"'{self.columns[0]}'{example}"


def named(
    columns: Sequence[str], held: Sequence[list[str]], cells: Sequence[Sequence[str | None]]
) -> tuple[tuple[str, ...], list[str]]:
    """Return the columns whose cells, joined, are the names of suppliers, none where no header is like it, and notes.

    Args:
        columns: the names of all columns.
        held: the filled cells of each column.
        cells: all cells looked at of each column, for what stands beside a number.

    Raises:
        DoubtfulNameError: several columns may be it, or none of those like it holds names.
    """
    candidates = _candidates(columns, held, cells)
    fit = [one for one in candidates if _why_not(one) is None]
    if not candidates:
        return (), []
    if not fit:
        shown = "; ".join(first_few([f"'{one.columns[0]}' holds {_why_not(one)}" for one in candidates]))
        raise DoubtfulNameError(f"no column holds names of suppliers: {shown}", ["COLUMN"])
    varied = [one for one in fit if no_names(one.cells) is None]
    best = min(fit, key=lambda one: one.likeness)
    rivals = [one for one in fit if one is not best and _rivals(best, one, varied)]
    if rivals:
        raise DoubtfulNameError(
            f"the name may stand in {' or '.join(first_few([one.shown for one in (best, *rivals)]))}",
            [one.columns[0] for one in (best, *rivals)],
        )
    left = [f"column '{one.columns[0]}' not read: it holds {why}" for one in candidates if (why := _why_not(one))]
    left += [f"names were not read from {one.shown}" for one in fit if one is not best]
    if best not in varied and len(best.cells) >= _REPEATED:
        others = [column for column, some in zip(columns, held, strict=True) if may_be_names(some)]
        if others:
            raise DoubtfulNameError(
                f"'{best.columns[0]}' holds one value in the first {len(best.cells)} rows", [*best.columns, *others]
            )
        left.append(f"warning: column '{best.columns[0]}' holds one value in the first {len(best.cells)} rows")
    return best.columns, left


def _candidates(
    columns: Sequence[str], held: Sequence[list[str]], cells: Sequence[Sequence[str | None]]
) -> list[_Candidate]:
    groups: dict[tuple[str, HeaderFit], dict[int, list[int]]] = {}
    for place, column in enumerate(columns):
        like = likeness(column)
        if like is not None:
            stem, number = numbered(column)
            groups.setdefault((plain_name(stem), like), {}).setdefault(number, []).append(place)
    found = [
        _Candidate(tuple(columns[place] for place in places), like, held[places[0]])
        for (_, like), parts in groups.items()
        for places in _joined(like, parts)
    ]
    return [one for one in found if one.likeness is not HeaderFit.DESCRIPTION or _is_described(one, columns, cells)]


def _joined(like: HeaderFit, parts: dict[int, list[int]]) -> Iterator[list[int]]:
    """Yield places of columns that are one name: Name 1 and Name 2 are parts, Supplier 1 and Supplier 2 are two."""
    numbers = [number for number in range(10) if number in parts]
    first = 1 if 1 in parts else 0
    run = list(takewhile(parts.__contains__, [first, *range(2, 10)]))
    if len(run) > 1 and like not in _WHOLE and all(len(parts[number]) == 1 for number in run):
        yield [parts[number][0] for number in run]
        numbers = [number for number in numbers if number not in run]
    yield from ([place] for number in numbers for place in parts[number])


def _is_described(one: _Candidate, columns: Sequence[str], cells: Sequence[Sequence[str | None]]) -> bool:
    """Return whether a description is that of a supplier's number: each number has one, as in no list of purchases."""
    place = next((place for place, column in enumerate(columns) if numbers_suppliers(column)), None)
    if place is None or not cells:
        return False
    described: dict[str | None, str | None] = {}
    pairs = zip(cells[place], cells[columns.index(one.columns[0])], strict=True)
    return all(described.setdefault(number, text) == text for number, text in pairs)


def _why_not(one: _Candidate) -> str | None:
    """Return why the cells of a candidate are never names."""
    why = no_names(one.cells)
    buyers = one.likeness in _BUYERS and len(one.cells) >= _REPEATED
    return why if why != ONE_VALUE or buyers else None


def _rivals(best: _Candidate, other: _Candidate, varied: list[_Candidate]) -> bool:
    """Return whether another candidate may be the name as well as the best."""
    if best.cells == other.cells and best.cells:
        return False
    if best.likeness == other.likeness:
        return bool(other.cells) or not best.cells
    if other not in varied or other.likeness > HeaderFit.NAME:
        return False
    one_value = len(best.cells) > 1 and best not in varied
    return one_value or (look_like_codes(best.cells) and not look_like_codes(other.cells))
