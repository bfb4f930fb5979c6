"""Registered numbers as written in the cells of a row; what cannot be read as one is told, never dropped."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from vendorscreen.batch.columns import SupplierColumns
from vendorscreen.identifier import Identifier
from vendorscreen.tender.identifying import inferred_identifier

__all__ = ["read_numbers"]

_LISTED = "IDENTIFIERS"
_LONGEST = 1000
"""Characters of the longest cell that is read."""

_SHOWN = 60
_LIST = re.compile(r"[;,|\n]")
_SIRET = re.compile(r"(\d{9})\d{5}", re.ASCII)
_JSON_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_STRING = msgspec.json.Decoder(str)


def read_numbers(
    cells: Sequence[str | None], columns: SupplierColumns, country: str | None
) -> tuple[tuple[Identifier, ...], list[str]]:
    """Return the identifiers in the cells of a row, each once, and what of them cannot be read or compared, in words.

    A cell holds one number, or a JSON list of them; one of ``IDENTIFIERS`` holds ``LEI:5493..., GB-COH:01234567``, or
    a JSON list of such texts.
    """
    found: list[Identifier] = []
    unread: list[str] = []
    for cell, (_, scheme) in zip(cells, columns.identifiers, strict=True):
        if text := cell and cell.strip():
            for entry in _entries(text, scheme, unread):
                found += _listed(entry, unread) if scheme == _LISTED else _of_scheme(entry, scheme, country)
    identifiers = tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))
    return identifiers, [*unread, *(number.fault for number in identifiers if number.fault)]


def _entries(text: str, scheme: str, unread: list[str]) -> Sequence[str]:
    """Return the entries of a cell; what is none is added to ``unread``."""
    if len(text) > _LONGEST:
        unread.append(f"numbers too long, not read: {len(text):,} characters, at most {_LONGEST:,} are read")
        return ()
    if text[0] not in "[{":
        return _LIST.split(text) if scheme == _LISTED else (text,)
    try:
        raws = [bytes(raw) for raw in _JSON_LIST.decode(text)]
    except (msgspec.DecodeError, RecursionError):
        if scheme != _LISTED and text[0] == "[":
            return (text,)
        unread.append(f"no list of numbers, not read: '{_shown(text)}'")
        return ()
    wrong = [raw for raw in raws if not (raw.startswith(b'"') or raw.isdigit())]
    unread += [f"no number, not read: '{_shown(raw.decode())}'" for raw in wrong if raw != b"null"]
    return [_STRING.decode(raw) if raw.startswith(b'"') else raw.decode() for raw in raws if raw not in wrong]


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} ..."


def _listed(entry: str, unread: list[str]) -> Iterable[Identifier]:
    """Return the identifier of ``LEI:5493...``; a number without its scheme is added to ``unread``."""
    scheme, colon, number = entry.partition(":")
    scheme, number = (scheme, number) if colon else ("", entry)
    if not scheme.strip():
        unread += [f"no scheme, not compared: '{_shown(entry.strip())}'"] if number.strip() else []
        return ()
    identifier = Identifier.of(scheme, number)
    return (identifier,) if identifier.id else ()


def _of_scheme(text: str, scheme: str, country: str | None) -> Iterable[Identifier]:
    """Return the identifier that a number is; nothing but signs is none."""
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
