"""The keys of watchlists/lists.yaml."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from vendorscreen.document import Record, Text
from vendorscreen.watchlist.model import Evidence
from vendorscreen.watchlist.vendor_file import Country, Dated, Jurisdiction, Slug, SourceEntry, Url, When, Words

__all__ = ["ContainerEntry", "ListEntry", "ListsFile", "RequirementEntry"]

Level = Literal["international", "eu", "national", "regional", "local"]


class RequirementEntry(Dated):
    """Buyers who must screen a list: countries, levels of government, since when, on what basis."""

    countries: list[Country] = []
    levels: list[Level] = []
    basis: Words
    evidence: Evidence
    sources: list[SourceEntry]

    @model_validator(mode="after")
    def _says_whom(self) -> "RequirementEntry":
        if not self.countries and not self.levels:
            raise ValueError("write which buyers must screen it: countries, levels or both")
        if not self.sources:
            raise ValueError("a requirement needs at least one source")
        return self


class ContainerEntry(Record):
    """A list that holds all of this one, and under which of its sources."""

    sources: Annotated[list[Text], Field(min_length=1)]
    list: Slug


class ListEntry(Record):
    """An official list that buyers may have to screen beside the curated vendors."""

    id: Slug
    title: Words
    publisher: Words
    jurisdiction: Jurisdiction
    url: Url
    downloads: list[Url] = []
    max_age_days: Annotated[int, Field(ge=1, le=3660)]
    programmes: list[Text]
    contained_in: ContainerEntry | None = None
    required: list[RequirementEntry] = []


class ListsFile(Record):
    """The whole file of lists, with the day to which the curated vendors were kept."""

    edition: When
    lists: list[ListEntry]
