"""Rows of a supplier list to parties: name, country and registered numbers as written in cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.country import country_code
from vendorscreen.file.double_encoding import repaired
from vendorscreen.identifier import Identifier
from vendorscreen.tender.identifying import inferred_identifier
from vendorscreen.tender.model import Buyer, Collection, Party, Tender

__all__ = ["LONGEST_NAME", "ROLE", "Cells", "Supplier", "read_supplier", "supplier_tender"]

LONGEST_NAME = 1000
"""Characters of the longest name that is screened; a longer text in a column of names is none."""

ROLE = "supplier"
"""What a party of a supplier list does, in the words of OCDS."""

_LONGEST_COUNTRY = 100
_LONGEST_NUMBERS = 1000
_READABLE = re.compile(r"[^\W_]")
_LIST = re.compile(r"[;,|\n]")
_SIRET = re.compile(r"(\d{9})\d{5}", re.ASCII)
_STRINGS = msgspec.json.Decoder(list[str])

Cells = tuple[str | None, ...]
"""Name, country (where there is such a column) and identifiers of a row, in the order of ``SupplierColumns.read``."""


class Supplier(NamedTuple):
    """What a row tells of a supplier; where it tells of none, ``name`` is empty.

    ``reason`` says why it tells of none, or what in it was not understood.
    """

    name: str
    country: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    reason: str | None = None

    def party(self) -> Party:
        """Return the supplier as a party of a tender."""
        return Party(id=ROLE, name=self.name, roles=(ROLE,), country=self.country, identifiers=self.identifiers)


def supplier_tender(buyer_country: str | None, *suppliers: Supplier) -> Tender:
    """Return the tender of which nothing is known but suppliers and the buyer's country."""
    parties = Collection(tuple(supplier.party() for supplier in suppliers), complete=False)
    return Tender(source="suppliers", buyer=Buyer(country=buyer_country), parties=parties)


def read_supplier(cells: Cells, columns: SupplierColumns) -> Supplier:
    """Return the supplier a row tells of."""
    printed = (cells[0] or "").strip()
    name = repaired(printed)
    if not _READABLE.search(name) or len(name) > LONGEST_NAME:
        return Supplier("", reason=_fault(name))
    country, reason = None, _read_as(printed, name)
    stated = cells[1] if columns.country else None
    if stated and not stated.isspace():
        country = _country(stated) if len(stated) <= _LONGEST_COUNTRY else None
        unknown = None if country else f"country not known: '{stated[:_LONGEST_COUNTRY].strip()}'"
        reason = "; ".join(filter(None, (reason, unknown))) or None
    numbers = cells[2:] if columns.country else cells[1:]
    return Supplier(name, country, _identifiers(numbers, columns, country) if any(numbers) else (), reason)


def _read_as(printed: str, name: str) -> str | None:
    """Return how a name was read that was not printed right."""
    if name != printed:
        return f"encoded twice, the name is read as '{name}'"
    return "the name holds signs that could not be read" if "\ufffd" in name else None


def _fault(name: str) -> str:
    if not name:
        return "no name"
    if len(name) > LONGEST_NAME:
        return f"name too long: {len(name):,} characters, at most {LONGEST_NAME:,} are read"
    return "no letter or digit in the name"


_country = lru_cache(4096)(country_code)


def _identifiers(
    numbers: Sequence[str | None], columns: SupplierColumns, country: str | None
) -> tuple[Identifier, ...]:
    found: list[Identifier] = []
    for text, (_, scheme) in zip(numbers, columns.identifiers, strict=True):
        if text and len(text) <= _LONGEST_NUMBERS:
            found += _of_cell(text.strip(), scheme, country)
    return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))


def _of_cell(text: str, scheme: str, country: str | None) -> Iterable[Identifier]:
    """Return the identifiers of a cell; those of nothing but signs are none."""
    if scheme == "IDENTIFIERS":
        return _listed(text)
    number = text.removesuffix(".0") if text.endswith(".0") and text[:-2].isdecimal() else text  # once an amount
    if scheme in ("VAT", "REGISTER"):
        inferred = inferred_identifier(number, country)
        if inferred is not None or scheme == "REGISTER" or not country:
            return (inferred,) if inferred else ()
        scheme = f"{country}-VAT"
    elif scheme == "FR-RCS":
        siret = _SIRET.fullmatch("".join(number.split()))
        number = siret[1] if siret else number
    identifier = Identifier.of(scheme, number)
    return (identifier,) if identifier.id else ()


def _listed(text: str) -> Iterator[Identifier]:
    """Yield the identifiers of ``LEI:5493..., GB-COH:01234567``, or of a JSON list of such texts."""
    for entry in _entries(text):
        scheme, colon, number = entry.partition(":")
        identifier = Identifier.of(scheme, number) if colon and scheme.strip() else None
        if identifier and identifier.id:
            yield identifier


def _entries(text: str) -> list[str]:
    if text.startswith("["):
        try:
            return _STRINGS.decode(text)
        except msgspec.DecodeError:
            return []
    return _LIST.split(text)
