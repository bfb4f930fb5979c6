"""Kinds of fields: how a value is written in a file, and what a struct holds of it.

A struct says its kinds once (``country: Country``); validation, the JSON Schema and messages follow from them.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any

from msgspec import Meta, Struct

from vendorscreen.country import country_code
from vendorscreen.cpv import is_branch
from vendorscreen.period import PartialDate, Period, full_date

__all__ = [
    "OURS",
    "Branch",
    "Country",
    "Dates",
    "Day",
    "FieldKind",
    "Keys",
    "Share",
    "Slug",
    "Spread",
    "Text",
    "Url",
    "When",
    "Words",
    "named",
]


class FieldKind(Struct, frozen=True):
    """How the written value becomes the field's: ``read`` raises ValueError with what would be right.

    ``check`` raises it about a value of the right type; ``written`` is the type to write, where it is another.
    ``shape`` is the type a file holds where the field has another, until a conversion makes one of the other.
    """

    read: Callable[[object], object] | None = None
    check: Callable[[Any], None] | None = None
    written: Any = None
    shape: Any = None


class Spread(Struct, frozen=True, eq=False):
    """One field that a file writes under other keys; ``join``, else its type, makes it of their values in this order.

    A key whose type admits ``None`` may be left out.
    """

    keys: Mapping[str, Any]
    join: Callable[..., Any] | None = None


class Keys(Struct, frozen=True, eq=False):
    """The keys of an object that is taken apart as soon as it is read; one whose type admits ``None`` may be left out.

    Its values are a ``dict``: ``Annotated[dict[str, Any], Keys(...)]``. ``name`` is its own in a schema.
    """

    name: str
    meaning: str
    keys: Mapping[str, Any]


OURS = "a field that no file writes"
"""Marks what the program adds to what a file states."""


def _as_written(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return getattr(value, "text", str(value))


def _words(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise ValueError("write a text, found nothing")
    return " ".join(value.split()) if isinstance(value, str) else value


def _country(value: object) -> object:
    if isinstance(value, str) and (len(value) != 2 or country_code(value) != value):
        raise ValueError(f"'{value[:60]}' is no country, write its two letters (ISO 3166-1), such as FR")
    return value


def _partial(value: object) -> object:
    text = getattr(value, "text", value)  # a bare year is read as a number
    if not isinstance(text, str):
        raise ValueError("write a date, such as 2024-05-31, 2024-05 or 2024")  # noqa: TRY004 - a problem of the file
    return PartialDate.parse(text)


def _day(value: object) -> object:
    return full_date(value) if isinstance(value, str) else value


def _url(value: object) -> object:
    if isinstance(value, str) and not (value.startswith(("https://", "http://")) and len(value.split()) == 1):
        raise ValueError(f"'{value[:60]}' is no web address, it begins with https://")
    return value


def _slug(value: object) -> object:
    if isinstance(value, str) and not (value and set(value) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")):
        raise ValueError(f"'{value[:60]}' is no id, use small letters, digits and dashes")
    return value


def _branch(value: object) -> object:
    text = getattr(value, "text", value)
    if not (isinstance(text, str) and is_branch(text)):
        raise ValueError(f"'{str(text)[:60]}' is no branch of the CPV, write its two to eight leading digits")
    return text


def named(value: object) -> object:
    """Let a name alone stand for what has one."""
    return {"name": value} if isinstance(value, str) else value


Text = Annotated[str, FieldKind(_as_written, written=str | int | float)]
"""Text; a number without quotes is taken as it was written."""

Words = Annotated[Text, FieldKind(_words)]
"""Text that is not empty, its blanks made one."""

Country = Annotated[str, FieldKind(_country)]
"""ISO 3166-1, two capital letters."""

When = Annotated[
    PartialDate, FieldKind(_partial, written=Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | int)
]
"""A day, month or year."""

Day = Annotated[date, FieldKind(_day)]
Url = Annotated[str, FieldKind(_url)]
Slug = Annotated[str, FieldKind(_slug)]
Branch = Annotated[str, FieldKind(_branch, written=str | int)]
Share = Annotated[float, Meta(ge=0, le=1)]


def _in_order(period: Period) -> None:
    if period.start and period.end and period.end.last < period.start.first:
        raise ValueError(f"end_date {period.end} is before start_date {period.start}")


Dates = Annotated[
    Period, Spread(MappingProxyType({"start_date": When | None, "end_date": When | None})), FieldKind(check=_in_order)
]
"""First day, and first day no longer inside."""
