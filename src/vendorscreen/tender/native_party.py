"""The keys of organisations, persons and values in the native tender file, and how their texts are read."""

from datetime import date as Day  # noqa: N812 - fields are called date
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

from vendorscreen.country import country_code
from vendorscreen.cpv import cpv_code
from vendorscreen.document.field import FieldKind, Share, Text, named
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
FullDate = Annotated[Day, FieldKind(_day)]
MOST = 10**15
"""The largest amount of money that is read."""

Amount = Annotated[Decimal, FieldKind(_amount, written=int | float), Meta(ge=0, le=MOST)]
Currency = Annotated[str, FieldKind(_currency)]
Cpv = Annotated[str, FieldKind(_cpv, written=str | int)]


class NativeValue(Struct, frozen=True, kw_only=True, rename="camel"):
    """An amount of money."""

    amount: Amount
    currency: Currency | None = None


class NativeIdentifier(Struct, frozen=True, kw_only=True, rename="camel"):
    """A registered number and its scheme (org-id.guide); ``inferred`` where the scheme was told from the number."""

    scheme: Text
    id: Text
    inferred: bool = False
    legal_name: Text | None = None
    uri: Text | None = None


class NativeAddress(Struct, frozen=True, kw_only=True, rename="camel"):
    """An address; only the country is read."""

    country: Country | None = None
    country_name: Country | None = None
    street_address: Text | None = None
    locality: Text | None = None
    region: Text | None = None
    postal_code: Text | None = None
    description: Text | None = None


class NativePerson(Struct, frozen=True, kw_only=True, rename="camel"):
    """A natural person who owns."""

    id: Text | None = None
    name: Text | None = None
    nationalities: tuple[Country, ...] | None = None
    address: NativeAddress | None = None
    country: Country | None = None
    share: Share | None = None


class NativeReference(Struct, frozen=True, kw_only=True, rename="camel"):
    """An organisation mentioned by the id of a party, or described on the spot."""

    id: Text | None = None
    name: Text | None = None
    country: Country | None = None
    address: NativeAddress | None = None
    identifier: NativeIdentifier | None = None


Mention = Annotated[NativeReference, FieldKind(named, written=str | NativeReference)]


class NativeShareholder(Struct, frozen=True, kw_only=True, rename="camel"):
    """An organisation that owns a share."""

    id: Text | None = None
    shareholder: Mention
    shareholding: Share | None = None


class NativeClassification(Struct, frozen=True, kw_only=True, rename="camel"):
    """A code of a classification scheme."""

    scheme: Text | None = None
    id: Text
    description: Text | None = None
    uri: Text | None = None


class NativeDetails(Struct, frozen=True, kw_only=True, rename="camel"):
    """Details of a party."""

    classifications: tuple[NativeClassification, ...] | None = None
    scale: word.Scale | None = None
    listed_on_regulated_market: bool | None = None


class NativeParty(NativeReference, frozen=True, kw_only=True, rename="camel"):
    """A party with its roles; ``withheld`` where the source hides its name on purpose."""

    roles: tuple[word.Role, ...] | None = None
    additional_identifiers: tuple[NativeIdentifier, ...] | None = None
    shareholders: tuple[NativeShareholder, ...] | None = None
    beneficial_owners: tuple[NativePerson, ...] | None = None
    details: NativeDetails | None = None
    withheld: bool = False


class NativeBuyer(NativeReference, frozen=True, kw_only=True, rename="camel"):
    """The buyer, or the id of the party that is the buyer."""

    level: word.Level | None = None
    sector: word.Sector | None = None
    details: NativeDetails | None = None
    additional_identifiers: tuple[NativeIdentifier, ...] | None = None


class NativeCpv(Struct, frozen=True, kw_only=True, rename="camel"):
    """A code of the Common Procurement Vocabulary."""

    scheme: Literal["CPV"] = "CPV"
    id: Cpv
    description: Text | None = None
