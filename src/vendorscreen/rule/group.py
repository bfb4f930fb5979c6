"""Groups of countries, dated: rules/groups/<id>.yaml."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from vendorscreen.document import Document, Record, validate
from vendorscreen.errors import RuleError
from vendorscreen.rule.rule_file import Country, Day, ReferenceEntry, Words

__all__ = ["CountryGroup", "read_group"]


class MemberEntry(Record):
    """A country of a group, since when, and the first day it no longer belongs."""

    country: Country
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None


class GroupFile(Record):
    """A whole group file."""

    id: Words
    title: Words
    members: Annotated[list[MemberEntry], Field(min_length=1)]
    references: Annotated[list[ReferenceEntry], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class CountryGroup:
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
