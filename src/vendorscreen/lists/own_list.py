"""A user's own list: what its map file says of it."""

from vendorscreen.document import parse_document, validate
from vendorscreen.document.field import Slug, Text, Url, Words
from vendorscreen.errors import WatchlistError
from vendorscreen.lists.official_list import MaxAge, OfficialList
from vendorscreen.lists.readers import READERS
from vendorscreen.lists.table_map import TableMap
from vendorscreen.vendor.vendor import Jurisdiction, ListingKind, Programme

__all__ = ["MAP_FILE", "MapFile", "read_map"]

MAP_FILE = "map.yaml"
"""Name under which the map is kept beside the file it reads."""


class MapFile(TableMap, frozen=True, kw_only=True):
    """A whole map file: what the list is, and which of its columns holds what."""

    id: Slug
    title: Words
    publisher: Words
    jurisdiction: Jurisdiction
    kind: ListingKind
    programme: Text | None = None
    meaning: Words = "As the publisher of this list says."
    url: Url = "https://example.org"
    max_age_days: MaxAge = 365

    def flaw(self) -> str | None:
        """Return what a file says wrong of the map as a whole."""
        taken = self.id in READERS or self.id == "curated"
        return f"id '{self.id}' is that of a list with a reader of its own, choose another" if taken else None

    def official_list(self) -> OfficialList:
        """Return the list that the map describes."""
        return OfficialList(
            id=self.id,
            title=self.title,
            publisher=self.publisher,
            jurisdiction=self.jurisdiction,
            url=self.url,
            programmes=(self.programme or self.id,),
            max_age_days=self.max_age_days,
        )

    def own_programme(self) -> Programme | None:
        """Return the programme that the list itself is, where the map names none of ours."""
        if self.programme is not None:
            return None
        return Programme(
            id=self.id,
            name=self.title,
            authority=self.publisher,
            jurisdiction=self.jurisdiction,
            kind=self.kind,
            legal_basis="",
            meaning=self.meaning,
            reach=(),
            url=self.url,
            evidence="secondary",
        )


def read_map(content: bytes, path: str) -> MapFile:
    """Return a map file.

    Raises:
        DocumentError: it is no YAML.
        WatchlistError: it is wrong; every problem is in ``problems``.
    """
    return validate(MapFile, parse_document(content, path), WatchlistError)
