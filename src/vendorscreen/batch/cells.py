"""What some cells of a column show: names, numbers, amounts, dates, countries or one value throughout."""

import re
from collections.abc import Callable, Sequence

from vendorscreen.country import country_in_cell

__all__ = [
    "ONE_VALUE",
    "SAMPLED_ROWS",
    "filled",
    "hold_countries",
    "hold_no_names",
    "hold_numbers",
    "holds_data",
    "look_like_codes",
    "may_be_names",
    "mostly_data",
    "no_names",
]

SAMPLED_ROWS = 200
"""Rows at the beginning of a list whose cells are looked at."""

ONE_VALUE = "one value throughout"

_MOST = 0.5
"""Share of the filled cells, from 0 to 1, that decides what a column holds."""

_FEW = 3
"""Filled cells from which an unread country or one value throughout tells something of a column."""

_LONGEST = 1000
_AMOUNT = re.compile(r"[\W_]*([A-Z]{3}|kr|zł|Kč|Ft)?[\W_]*\d[\d\s.,'’]*[\W_]*([A-Z]{3}|kr|zł|Kč|Ft|CR|DR)?[\W_]*")
_DATE = re.compile(r"\d{1,4}[-./ ]+(\d{1,2}|[^\W\d]{3,9}\.?)[-./, ]+\d{1,4}([T ].*)?")
_ADDRESS = re.compile(r"\S+@\S+|\w+://\S+|www\.\S+|\{.*|\[[\"{].*", re.DOTALL)
_CODE = re.compile(r"\S*\d\S*\d\S*")
_DECIMALS = re.compile(r"-?[\d\s.,']*[.,]\d{1,2}-?|0+")
_NUMBER = re.compile(r"(?=\D*\d)\w{4,40}")
_SIGNS = re.compile(r"[\W_]+")
_WORDY = re.compile(r"\w\W*\s\W*\w")
_SHORTEST_VAT = 7


def filled(cells: Sequence[str | None]) -> list[str]:
    """Return the cells that hold something, without blanks around and cut to what a judgement needs."""
    return [text for cell in cells if cell and (text := cell[:_LONGEST].strip())]


def no_names(cells: Sequence[str]) -> str | None:
    """Return why filled cells cannot be names of suppliers; ``None`` if they can."""
    if _mostly(cells, _is_no_name):
        return "numbers, amounts, dates or addresses"
    return ONE_VALUE if len(cells) > 1 and len(set(cells)) == 1 else None


def may_be_names(cells: Sequence[str]) -> bool:
    """Return whether filled cells may be names under whatever header: several words or texts, and no countries."""
    return len(cells) >= _FEW and no_names(cells) is None and not hold_countries(cells)


def look_like_codes(cells: Sequence[str]) -> bool:
    """Return whether filled cells are short signs in capitals, as match codes are, not names."""
    return _mostly(cells, lambda cell: cell == cell.upper() and len(cell) <= 12 and not _WORDY.search(cell))


def hold_countries(cells: Sequence[str]) -> bool:
    """Return whether filled cells may be countries; too few to judge may."""
    return len(cells) < _FEW or _mostly(cells, lambda cell: country_in_cell(cell) is not None)


def hold_no_names(cells: Sequence[str]) -> bool:
    """Return whether filled cells are no names under whatever header: each is a number, an amount or a date."""
    return all(map(_is_no_name, cells))


def hold_numbers(cells: Sequence[str], scheme: str) -> bool:
    """Return whether filled cells may be registered numbers of a scheme, whatever their check digits say."""
    if scheme == "IDENTIFIERS" or not cells:
        return True
    shortest = _SHORTEST_VAT if scheme == "VAT" else 0
    return _mostly(cells, lambda cell: _is_number(cell, shortest))


def holds_data(cells: Sequence[str]) -> bool:
    """Return whether filled cells of a row are no headers: one of them is a number, an amount, a date or an address."""
    return any(map(_is_no_name, cells))


def mostly_data(cells: Sequence[str]) -> bool:
    """Return whether most filled cells of a row are no headers."""
    return _mostly(cells, _is_no_name)


def _is_number(cell: str, shortest: int) -> bool:
    plain = _SIGNS.sub("", cell.upper().removesuffix(".0"))
    decimal = _DECIMALS.fullmatch(cell) and not cell.endswith(".0")
    return not decimal and not _DATE.fullmatch(cell) and len(plain) >= shortest and bool(_NUMBER.fullmatch(plain))


def _is_no_name(cell: str) -> bool:
    if not any(map(str.isalpha, cell)):
        return any(map(str.isdigit, cell))
    digits = sum(map(str.isdigit, cell))
    code = _CODE.fullmatch(cell) and digits * 5 >= len(cell) * 2
    return bool(code or any(one.fullmatch(cell) for one in (_AMOUNT, _DATE, _ADDRESS)))


def _mostly(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(map(test, cells)) > _MOST * len(cells) if cells else False
