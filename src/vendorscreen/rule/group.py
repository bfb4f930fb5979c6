"""Groups of countries, dated: rules/groups/<id>.yaml."""

from datetime import date
from typing import Annotated

from msgspec import Struct
from pydantic import AfterValidator, Field

from vendorscreen.document import Document, Record, validate
from vendorscreen.errors import RuleError
from vendorscreen.rule.rule_file import Country, PeriodEntry, ReferenceEntry, Slug, Words, ordered_periods

__all__ = ["CountryGroup", "GroupFile", "read_group"]


class MemberEntry(PeriodEntry):
    """A country of a group, since when, and the first day it no longer belongs."""

    country: Country


def _apart(members: list[MemberEntry]) -> list[MemberEntry]:
    for country in {one.country: None for one in members}:
        try:
            ordered_periods(one for one in members if one.country == country)
        except ValueError as error:
            raise ValueError(f"{country}: {error}") from None
    return members


class GroupFile(Record):
    """A whole group file."""

    id: Slug
    title: Words
    members: Annotated[list[MemberEntry], Field(min_length=1), AfterValidator(_apart)]
    references: Annotated[list[ReferenceEntry], Field(min_length=1)]


class CountryGroup(Struct, frozen=True):
    """Countries with the half-open periods in which they belong to the group; ``None`` is open."""

    id: str
    title: str
    members: tuple[tuple[str, date | None, date | None], ...]

    def holds(self, country: str, day: date) -> bool:
        """Return whether a country belongs to the group on a day."""
        return any(
            code == country and (start is None or start <= day) and (end is None or day < end)
            for code, start, end in self.members
        )


def read_group(document: Document) -> CountryGroup:
    """Return the group of a file.

    Raises:
        RuleError: with every problem of the file.
    """
    file = validate(GroupFile, document, RuleError)
    return CountryGroup(file.id, file.title, tuple((one.country, one.from_, one.to) for one in file.members))
