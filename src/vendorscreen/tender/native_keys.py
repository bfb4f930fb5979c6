"""The parts of a Tender as keys of a native tender file; what nobody stated has no key."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from vendorscreen.document.field import OURS, Spread
from vendorscreen.identifier import Identifier
from vendorscreen.tender.tender import Collection, Subcontract, Value
from vendorscreen.tender.tender_field import PartyId, PartyIds

__all__ = ["Keys", "identifier_keys", "stated", "written"]

Keys = dict[str, object]


def stated(**values: object) -> Keys:
    """Return the values that are stated, as a file writes them; an empty mapping states nothing."""
    plain = {key: written(value) for key, value in values.items() if value is not None}
    return {key: value for key, value in plain.items() if value != {}}


def written(value: object) -> object:
    """Return a value of a tender as a file writes it: a struct by its keys, members as a list."""
    if isinstance(value, Collection | tuple | list):
        return [written(member) for member in value]
    if isinstance(value, float):
        return Decimal(repr(value))
    return _keys(value) if isinstance(value, Struct) else value


def identifier_keys(identifiers: Sequence[Identifier]) -> Keys:
    """Return the registered numbers of an organisation: the first, and the others."""
    numbers = [stated(scheme=one.scheme, id=one.id, inferred=one.inferred or None) for one in identifiers]
    return stated(identifier=numbers[0] if numbers else None, additionalIdentifiers=numbers[1:] or None)


def _keys(struct: Struct) -> Keys:
    keys: Keys = {}
    for field, write in _writers(type(struct)):
        value = getattr(struct, field.name)
        if value != field.default:
            keys |= write(value)
    return keys


@cache
def _writers(shape: type[Struct]) -> list[tuple[FieldInfo, Callable[[Any], Keys]]]:
    """Return the fields of a struct that a file writes, each with what makes its keys."""
    return [(field, _writer(field)) for field in fields(shape) if OURS not in get_args(field.type)]


def _writer(field: FieldInfo) -> Callable[[Any], Keys]:
    key = field.encode_name
    if any(isinstance(note, Spread) for note in get_args(field.type)):
        return _SPREAD[field.name]
    if field.type in (PartyId, PartyId | None):
        return lambda party: {key: {"id": party}}
    if field.type == PartyIds:
        return lambda parties: {key: [{"id": party} for party in parties]}
    return lambda value: stated(**{key: value})


def _codes(cpv: Sequence[str]) -> Keys:
    codes = [{"scheme": "CPV", "id": code} for code in cpv]
    return stated(classification=codes[0] if codes else None, additionalClassifications=codes[1:] or None)


def _passed_on(subcontracts: Collection[Subcontract]) -> Keys:
    """Return the subcontracts; that work is passed on to nobody knows whom is ``hasSubcontracting`` alone."""
    if len(subcontracts):
        return {"subcontracting": stated(subcontracts=subcontracts)}
    return {"hasSubcontracting": not subcontracts.complete}


def _amount(value: Value) -> Keys:
    return stated(amount=value.amount, currency=value.currency)


_SPREAD: dict[str, Callable[[Any], Keys]] = {
    "country": lambda country: {"address": {"country": country}},
    "residence": lambda country: {"country": country},
    "identifiers": identifier_keys,
    "cpv": _codes,
    "subcontracts": _passed_on,
    "value": _amount,
    "programme": lambda programme: {"programme": programme},
}
"""The keys of fields that have several ways to be written."""
