"""Groups of countries, dated: rules/groups/<id>.yaml."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct
from msgspec import field as spelt

from vendorscreen.document import Document, validate
from vendorscreen.document.field import Country, Day, FieldKind, Slug, Words
from vendorscreen.errors import RuleError
from vendorscreen.rule.rule import Reference, backwards, ordered_periods

__all__ = ["CountryGroup", "Member", "read_group"]


class Member(Struct, frozen=True, kw_only=True):
    """A country of a group, since when, and the first day it no longer belongs; ``None`` is open."""

    start: Day | None = spelt(name="from", default=None)
    end: Day | None = spelt(name="to", default=None)
    country: Country

    def flaw(self) -> str | None:
        """Return what a file says wrong of the membership as a whole."""
        return backwards(self.start, self.end)


def _apart(members: Sequence[Member]) -> None:
    for country in {one.country: None for one in members}:
        try:
            ordered_periods((one.start, one.end) for one in members if one.country == country)
        except ValueError as error:
            raise ValueError(f"{country}: {error}") from None


class CountryGroup(Struct, frozen=True, kw_only=True):
    """Countries with the half-open periods in which they belong to the group."""

    id: Slug
    title: Words
    members: Annotated[tuple[Member, ...], Meta(min_length=1), FieldKind(check=_apart)]
    references: Annotated[tuple[Reference, ...], Meta(min_length=1)]

    def holds(self, country: str, day: date) -> bool:
        """Return whether a country belongs to the group on a day."""
        return any(
            one.country == country and (one.start is None or one.start <= day) and (one.end is None or day < one.end)
            for one in self.members
        )


def read_group(document: Document) -> CountryGroup:
    """Return the group of a file.

    Raises:
        RuleError: with every problem of the file.
    """
    return validate(CountryGroup, document, RuleError)
