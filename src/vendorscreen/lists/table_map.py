"""How a table is read: which column holds what, in which form, and which rows count."""

from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec import field as spelt

from vendorscreen.document.field import FieldKind, Text, Words
from vendorscreen.errors import UsageError
from vendorscreen.file.encoding import given_encoding
from vendorscreen.lists.readers.printed_name import clean
from vendorscreen.vendor.vendor import NameKind, SubjectType

__all__ = ["Columns", "DateColumn", "TableMap"]


def _known_encoding(name: str) -> None:
    try:
        given_encoding(name)
    except UsageError as error:
        raise ValueError(str(error)) from None


class DateColumn(Struct, frozen=True, kw_only=True):
    """A column of dates and the order in which it writes them."""

    column: Text
    form: Literal["iso", "us", "european", "words"] = "iso"


class NamesColumn(Struct, frozen=True, kw_only=True):
    """A column of further names, and the sign between several in one cell."""

    column: Text
    kind: NameKind = "alias"
    separator: Text | None = None


class IdentifierColumn(Struct, frozen=True, kw_only=True):
    """A column of registered numbers under one scheme, as in vendor files."""

    column: Text
    scheme: Words


class SubjectColumn(Struct, frozen=True, kw_only=True):
    """A column that tells persons, organisations, vessels and aircraft apart, and its words for each."""

    column: Text
    person: tuple[Text, ...] = ()
    organisation: tuple[Text, ...] = ()
    vessel: tuple[Text, ...] = ()
    aircraft: tuple[Text, ...] = ()

    def of(self, word: str) -> SubjectType | None:
        """Return what a word stands for."""
        words: dict[SubjectType, tuple[str, ...]] = {
            "person": self.person,
            "organisation": self.organisation,
            "vessel": self.vessel,
            "aircraft": self.aircraft,
        }
        return next((subject for subject, known in words.items() if word in known), None)


class RowCondition(Struct, frozen=True, kw_only=True):
    """Which rows count: those with one of these words in a column, capitals or not; all others are left out."""

    column: Text
    is_: Annotated[tuple[Text, ...], Meta(min_length=1)] = spelt(name="is")

    def holds(self, word: str) -> bool:
        """Return whether a row with this word counts."""
        return word.casefold() in {clean(one).casefold() for one in self.is_}


class Columns(Struct, frozen=True, kw_only=True):
    """Which column holds what; names as in the header of the file."""

    name: Annotated[Text, Meta(min_length=1)]
    id: Text | None = None
    names: tuple[NamesColumn, ...] = ()
    country: Text | None = None
    address: Text | None = None
    identifiers: tuple[IdentifierColumn, ...] = ()
    subject_type: SubjectColumn | None = None
    start_date: DateColumn | None = None
    end_date: DateColumn | None = None
    citation: Text | None = None
    summary: Text | None = None

    def all(self) -> list[str]:
        """Return every column that is named, once."""
        single = (self.name, self.id, self.country, self.address, self.citation, self.summary)
        entries = (*self.names, *self.identifiers, self.subject_type, self.start_date, self.end_date)
        return list(dict.fromkeys([*(one for one in single if one), *(one.column for one in entries if one)]))


class TableMap(Struct, frozen=True, kw_only=True):
    """How a table is written, which of its rows count, and which column holds what."""

    delimiter: Annotated[Text, Meta(min_length=1, max_length=1)] = ","
    encoding: Annotated[Text, FieldKind(check=_known_encoding)] | None = None
    sheet: Text | None = None
    where: RowCondition | None = None
    columns: Columns

    @property
    def wanted(self) -> list[str]:
        """Every column that the file must have."""
        return list(dict.fromkeys([*self.columns.all(), *([self.where.column] if self.where else [])]))
