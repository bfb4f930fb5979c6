"""Kinds of fields of a tender: how the native tender file writes them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from vendorscreen.country import country_code
from vendorscreen.cpv import cpv_code
from vendorscreen.document.field import FieldKind, Keys, Spread, Text, named
from vendorscreen.identifier import Identifier
from vendorscreen.period import full_date
from vendorscreen.tender import vocabulary as word


def _country(value: object) -> object:
    if not isinstance(value, str):
        return value
    code = country_code(value)
    if code is None:
        raise ValueError(f"'{value[:60]}' is no country, write its two letters (ISO 3166-1), such as FR")
    return code


def _day(value: object) -> object:
    return full_date(value.partition("T")[0]) if isinstance(value, str) else value


def _amount(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("write a number, without currency sign or blanks, such as 2400000")  # noqa: TRY004 - pydantic
    return Decimal(str(getattr(value, "text", value)))


def _currency(value: object) -> object:
    if isinstance(value, str) and not (len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()):
        raise ValueError(f"'{value[:60]}' is no currency code, write three letters (ISO 4217), such as EUR")
    return value


def _cpv(value: object) -> object:
    return cpv_code(str(getattr(value, "text", value)))


Country = Annotated[str, FieldKind(_country)]
"""A country written in any usual way."""

FullDate = Annotated[date, FieldKind(_day)]
MOST = 10**15
"""The largest amount of money that is read."""

Amount = Annotated[Decimal, FieldKind(_amount, written=int | float), Meta(ge=0, le=MOST)]
Currency = Annotated[str, FieldKind(_currency)]
Texts = Annotated[tuple[str, ...], FieldKind(shape=tuple[Text, ...] | None)]

Scheme = Keys(
    "Identifier",
    "A registered number and its scheme (org-id.guide); ``inferred`` where the scheme was told from the number.",
    {"scheme": Text, "id": Text, "inferred": bool | None, "legalName": Text | None, "uri": Text | None},
)
Address = Annotated[
    dict[str, Any],
    Keys(
        "Address",
        "An address; only the country is read.",
        {
            "country": Country | None,
            "countryName": Country | None,
            **dict.fromkeys(("streetAddress", "locality", "region", "postalCode", "description"), Text | None),
        },
    ),
]
Number = Annotated[dict[str, Any], Scheme]
Code = Annotated[
    dict[str, Any],
    Keys(
        "Cpv",
        "A code of the Common Procurement Vocabulary.",
        {
            "scheme": Literal["CPV"] | None,
            "id": Annotated[str, FieldKind(_cpv, written=str | int)],
            "description": Text | None,
        },
    ),
]
LegalBasis = Annotated[
    dict[str, Any],
    Keys(
        "LegalBasis", "The law the procedure follows.", {"scheme": Text | None, "id": Text, "description": Text | None}
    ),
]
Classification = Annotated[
    dict[str, Any],
    Keys(
        "Classification",
        "A code of a classification scheme.",
        {"scheme": Text | None, "id": Text, "description": Text | None, "uri": Text | None},
    ),
]
Details = Annotated[
    dict[str, Any],
    Keys(
        "Details",
        "Details of a party; nothing reads them.",
        {
            "classifications": tuple[Classification, ...] | None,
            "scale": word.Scale | None,
            "listedOnRegulatedMarket": bool | None,
        },
    ),
]

UNREAD_TEXTS = {"title": Text | None, "description": Text | None, "status": Text | None}
"""What OCDS says of awards and contracts, and nothing reads."""


def _stated_country(country: str | None, address: dict[str, Any] | None) -> str | None:
    """Return the stated country of an organisation: its own key, else its address."""
    return country or (address and (address.get("country") or address.get("countryName"))) or None


def _residence(country: str | None, address: dict[str, Any] | None) -> str | None:
    return country or (address and address.get("country")) or None


def _identifiers(
    first: dict[str, Any] | None, others: Sequence[dict[str, Any]] | None = None
) -> tuple[Identifier, ...]:
    given = [number for number in (first, *(others or ())) if number]
    return tuple(Identifier.of(one["scheme"], one["id"], inferred=bool(one.get("inferred"))) for one in given)


def _codes(main: dict[str, Any] | None, further: Sequence[dict[str, Any]] | None) -> tuple[str, ...] | None:
    return tuple(dict.fromkeys(code["id"] for code in (main, *(further or ())) if code)) or None


_COUNTRY = {"country": Country | None, "address": Address | None}
_NUMBER = {"identifier": Number | None}
StatedCountry = Annotated[str | None, Spread(_COUNTRY, _stated_country)]
Residence = Annotated[str | None, Spread(_COUNTRY, _residence)]
Identifiers = Annotated[
    tuple[Identifier, ...], Spread(_NUMBER | {"additionalIdentifiers": tuple[Number, ...] | None}, _identifiers)
]
Cpv = Annotated[
    tuple[str, ...] | None,
    Spread({"classification": Code | None, "additionalClassifications": tuple[Code, ...] | None}, _codes),
]
"""Codes of eight digits each."""


class Mention(Struct, frozen=True, kw_only=True):
    """An organisation mentioned by the id of a party, or described on the spot.

    It is a shape of the file alone: in a tender, the id of a party stands in its place.
    """

    id: Text | None = None
    name: Text | None = None
    country: StatedCountry = None
    identifiers: Annotated[tuple[Identifier, ...], Spread(_NUMBER, _identifiers)] = ()


_Mention = Annotated[Mention, FieldKind(named, written=str | Mention)]
PartyId = Annotated[str, FieldKind(shape=_Mention)]
PartyIds = Annotated[tuple[str, ...], FieldKind(shape=tuple[_Mention, ...] | None)]
