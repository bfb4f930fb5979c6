"""Rows of a supplier list to parties: name, country and registered numbers as written in cells."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.markers import names_nobody, one_time, unmarked
from vendorscreen.batch.numbers import read_numbers
from vendorscreen.country import country_in_cell
from vendorscreen.file.double_encoding import repaired
from vendorscreen.identifier import Identifier
from vendorscreen.screening.supplier import ROLE
from vendorscreen.tender.tender import Party

__all__ = ["LONGEST_NAME", "Cells", "Supplier", "read_supplier"]

LONGEST_NAME = 1000
"""Characters of the longest name that is screened; a longer text in a column of names is none."""

_LONGEST_COUNTRY = 100
_READABLE = re.compile(r"[^\W_]")

Cells = tuple[str | None, ...]
"""Parts of the name, country where there is such a column, identifiers, in the order of ``SupplierColumns.read``."""


class Supplier(NamedTuple):
    """What a row tells of a supplier; where it tells of none, name and identifiers are empty.

    ``reason`` says why it tells of none, or what in it was not understood.
    """

    name: str
    country: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    reason: str | None = None

    def party(self) -> Party:
        """Return the supplier as a party of a tender."""
        return Party(id=ROLE, name=self.name or None, roles=(ROLE,), country=self.country, identifiers=self.identifiers)


def read_supplier(cells: Cells, columns: SupplierColumns) -> Supplier:
    """Return the supplier a row tells of."""
    parts = len(columns.names)
    printed = (cells[0] or "").strip() if parts == 1 else _joined(cells[:parts])
    written = repaired(printed)
    fault = _fault(written)
    name, mark = ("", "") if fault else unmarked(written)
    reasons = _read_as(printed, written) if not fault else []
    reasons += [f"marked as blocked: '{mark}'"] if mark else []
    reasons += ["one-time account: whom it stands for is not in the name"] if one_time(name) else []
    country = None
    stated = cells[parts] if columns.country else None
    if stated and not stated.isspace():
        country = _country(stated) if len(stated) <= _LONGEST_COUNTRY else None
        reasons += [] if country else [f"country not known: '{stated[:_LONGEST_COUNTRY].strip()}'"]
    numbers = cells[parts + 1 :] if columns.country else cells[parts:]
    identifiers, wrong = read_numbers(numbers, columns, country) if any(numbers) else ((), [])
    if fault is None:
        return Supplier(name, country, identifiers, "; ".join([*reasons, *wrong]) or None)
    if not any(number.telling for number in identifiers):
        unsure = [f"scheme not sure, not compared: {number}" for number in identifiers]
        return Supplier("", reason="; ".join([fault, *(wrong or unsure)]))
    return Supplier("", country, identifiers, "; ".join([f"{fault}, screened by number", *reasons, *wrong]))


def _joined(parts: Iterable[str | None]) -> str:
    """Return the parts of a name as one, each once."""
    return " ".join(dict.fromkeys(text for part in parts if part and (text := part.strip())))


def _read_as(printed: str, name: str) -> list[str]:
    """Return how a name was read that was not printed right."""
    if name != printed:
        return [f"encoded twice, the name is read as '{name}'"]
    return ["the name holds signs that could not be read"] if "\ufffd" in name else []


def _fault(name: str) -> str | None:
    """Return why a text is no name."""
    if not name:
        return "no name"
    if len(name) > LONGEST_NAME:
        return f"name too long: {len(name):,} characters, at most {LONGEST_NAME:,} are read"
    if names_nobody(name):
        return f"no name: '{name}'"
    return None if _READABLE.search(name) else "no letter or digit in the name"


_country = lru_cache(4096)(country_in_cell)
