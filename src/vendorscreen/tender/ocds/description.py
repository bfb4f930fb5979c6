"""What an OCDS document says of one organisation: its names, numbers and country, in the places publishers use."""

import re
from collections.abc import Iterator

from vendorscreen.country import country_code
from vendorscreen.tender.identifying import stated_identifier
from vendorscreen.tender.ocds.fields import Object, mapping, objects, texts, written
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.tender import Party, Path

__all__ = [
    "called",
    "described",
    "first_name",
    "keys_of",
    "looks_like_organisation",
    "numbers_of",
    "reference",
    "says_who",
]

_COMPANY_NAMES = frozenset(
    "legalname companyname organisationname organizationname businessname tradename razonsocial denominacionsocial "
    "raisonsociale razaosocial ragionesociale firmenname".split()
)
"""Keys of names that only organisations have."""

_NAMES = _COMPANY_NAMES | frozenset(
    "name nombre denominacion nom denomination nome denominazione firma nazwa naziv nazev název найменування "
    "наименование назва название".split()
)
"""Keys of names, in the languages of publishers, as they read without capitals and underscores."""

_TRANSLATED = "name_"
_NUMBERS = ("identifier", "identifiers", "additionalIdentifiers")
_FURTHER = frozenset({*_NUMBERS, "address", "contactPoint"})
"""Keys of which an organisation has one beside its name."""

_REGISTER = re.compile(r"([A-Z]{2})-(?!VAT$)[A-Z0-9_]+", re.ASCII)


def described(organisation: Object, at: Path, remarks: Remarks[Path]) -> Party:
    """Return the organisation as it is described here, without id and roles."""
    numbers = numbers_of(organisation)
    country = _country(organisation, numbers, at, remarks)
    name = None
    for key, text in _names(organisation):
        name = called(name, remarks.name(text, (*at, *key)))
    read = (stated_identifier(written(one.get("scheme")), written(one.get("id")), country) for one in numbers)
    return Party(
        id="",
        name=name,
        country=country,
        identifiers=tuple(dict.fromkeys(number for number in read if number)),
        at=at,
    )


def numbers_of(organisation: Object) -> list[Object]:
    """Return the registered numbers; a text alone is a number without a scheme."""
    return [
        one if isinstance(one, dict) else {"id": one}
        for key in _NUMBERS
        for value in (organisation.get(key),)
        for one in (value if isinstance(value, list) else [value])
        if isinstance(one, dict) or written(one)
    ]


def says_who(organisation: Object) -> bool:
    """Return whether an object tells an organisation: by a name, an id or a number."""
    return bool(written(organisation.get("id")) or first_name(organisation) or numbers_of(organisation))


def looks_like_organisation(value: Object) -> bool:
    """Return whether an object has a name, and that or something else in it is what only organisations have."""
    if first_name(value) is None:
        return False
    return any(one and (key in _FURTHER or _plain(key) in _COMPANY_NAMES) for key, one in value.items())


def first_name(value: Object) -> str | None:
    """Return the first name an object has, under whatever key of names."""
    return next((text for _, text in _names(value)), None)


def reference(text: str, *, known: bool) -> Object:
    """Return the organisation a text alone means: the one with this id, this name or, without letters, this number."""
    if known:
        return {"id": text}
    return {"name": text} if any(letter.isalpha() for letter in text) else {"identifier": {"id": text}}


def keys_of(party: Party, organisation: Object) -> list[object]:
    """Return what tells an organisation without an id: its number, under whatever scheme, then its name."""
    number = next(iter(numbers_of({"identifier": organisation.get("identifier")})), {})
    written_number = written(number.get("id"))
    keys: list[object] = [(written(number.get("scheme")), written_number)] if written_number else []
    return [*keys, party.name.casefold()] if party.name else keys


def called(first: str | None, other: str | None) -> str | None:
    """Return what an organisation is called under two names: the one that holds the other, else both.

    Registered and common names, and names that differ between mentions, are all names to look for.
    """
    if first is None or other is None:
        return first or other
    if other.casefold() in first.casefold():
        return first
    return other if first.casefold() in other.casefold() else f"{first} t/a {other}"


def _names(organisation: Object) -> Iterator[tuple[Path, str]]:
    """Yield the registered name, the common one and its translations, with their places."""
    legal = written(mapping(organisation.get("identifier")).get("legalName"))
    if legal:
        yield ("identifier", "legalName"), legal
    for key, value in organisation.items():
        if key.startswith(_TRANSLATED) or _plain(key) in _NAMES:
            for text in texts(list(value.values()) if isinstance(value, dict) else value):
                yield (key,), text


def _plain(key: str) -> str:
    return key.replace("_", "").casefold()


def _country(organisation: Object, numbers: list[Object], at: Path, remarks: Remarks[Path]) -> str | None:
    """Return the country: of the address, else the organisation's own, else of the register that gave a number."""
    addresses = [(*at, "address"), at]
    holders = [next((one for _, one in objects(organisation.get("address"))), {}), organisation]
    for holder, place in zip(holders, addresses, strict=True):
        for key in ("country", "countryName", "countryCode"):
            code = remarks.country(written(holder.get(key)), (*place, key))
            if code:
                return code
    registers = (_REGISTER.fullmatch(written(one.get("scheme")) or "") for one in numbers)
    return next((code for register in registers if register and (code := country_code(register[1]))), None)
