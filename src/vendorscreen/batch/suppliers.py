"""Rows of a supplier list to parties: name, country and registered numbers as written in cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.batch.markers import names_nobody, one_time, unmarked
from vendorscreen.country import country_in_cell
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


def supplier_tender(buyer_country: str | None, *suppliers: Supplier) -> Tender:
    """Return the tender of which nothing is known but suppliers and the buyer's country."""
    parties = Collection(tuple(supplier.party() for supplier in suppliers), complete=False)
    return Tender(source="suppliers", buyer=Buyer(country=buyer_country), parties=parties)


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
    identifiers = _identifiers(numbers, columns, country) if any(numbers) else ()
    wrong = [number.fault for number in identifiers if number.fault]
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
        if inferred is not None and scheme == "VAT" and inferred.scheme.endswith("-VAT"):
            return (Identifier.of(inferred.scheme, inferred.id),)  # the header tells what the country alone would not
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
