"""How a table is read: which column holds what, in which form, and which rows count."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

from msgspec import Meta, Struct
from msgspec import field as spelt

from vendorscreen.document.field import FieldKind, Text, Words
from vendorscreen.errors import ListError, UsageError
from vendorscreen.file.encoding import given_encoding
from vendorscreen.lists.readers.printed_name import clean
from vendorscreen.vendor.vendor import NameKind, SubjectType

__all__ = ["LONGEST_WORD", "Columns", "DateColumn", "RowKind", "TableMap"]


LONGEST_WORD = 60
"""Characters of a word by which rows that are left out are counted."""

DateForm = Literal["iso", "us", "european", "words"]

K = TypeVar("K")


def _several(value: object) -> object:
    """Let one value stand for a list of one, and none for an empty one."""
    return value if isinstance(value, list) else [] if value is None else [value]


Joined = Annotated[tuple[Text, ...], FieldKind(_several, written=Text | tuple[Text, ...])]
"""A column, or several whose cells make one text, in this order."""


def _known_encoding(name: str) -> None:
    try:
        given_encoding(name)
    except UsageError as error:
        raise ValueError(str(error)) from None


class DateColumn(Struct, frozen=True, kw_only=True):
    """A column of dates and the order in which it writes them."""

    column: Text
    form: DateForm = "iso"


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
    closed: bool = False

    def of(self, word: str) -> SubjectType | None:
        """Return what a word stands for.

        Raises:
            ListError: the words are all that there are, and this is none of them.
        """
        words: dict[SubjectType, tuple[str, ...]] = {
            "person": self.person,
            "organisation": self.organisation,
            "vessel": self.vessel,
            "aircraft": self.aircraft,
        }
        return _meant(self.column, words, word, closed=self.closed)


RowKind = Literal["primary", "alias", "weak_alias", "previous_name"]
"""What a row names: an entry by its first name, or one more name of it."""


class RowKindColumn(Struct, frozen=True, kw_only=True):
    """A column that tells which kind of name a row holds, and all of its words; an empty cell says nothing."""

    column: Text
    primary: tuple[Text, ...] = ()
    alias: tuple[Text, ...] = ()
    weak_alias: tuple[Text, ...] = ()
    previous_name: tuple[Text, ...] = ()

    def of(self, word: str) -> RowKind | None:
        """Return the kind that a word stands for.

        Raises:
            ListError: it is none of the words.
        """
        words: dict[RowKind, tuple[str, ...]] = {
            "primary": self.primary,
            "alias": self.alias,
            "weak_alias": self.weak_alias,
            "previous_name": self.previous_name,
        }
        return _meant(self.column, words, word, closed=True) if word else None


def _meant(column: str, words: Mapping[K, tuple[str, ...]], word: str, *, closed: bool) -> K | None:
    found = next((kind for kind, known in words.items() if word in known), None)
    if found is None and closed:
        expected = ", ".join(f"'{one}'" for known in words.values() for one in known)
        raise ListError(f"'{word[:LONGEST_WORD]}' in the column '{column}' is none of the words {expected}")
    return found


class RowCondition(Struct, frozen=True, kw_only=True):
    """Which rows count: those with one of these words in a column, capitals or not; all others are left out.

    Where ``but`` names the words of the others, any further word is an error.
    """

    column: Text
    is_: Annotated[tuple[Text, ...], Meta(min_length=1)] = spelt(name="is")
    but: tuple[Text, ...] = ()

    def holds(self, word: str) -> bool:
        """Return whether a row with this word counts.

        Raises:
            ListError: the words are all that there are, and this is none of them.
        """
        words = {True: self._plain(self.is_), False: self._plain(self.but)}
        return _meant(self.column, words, word.casefold(), closed=bool(self.but)) or False

    @staticmethod
    def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(clean(one).casefold() for one in words)


class Columns(Struct, frozen=True, kw_only=True):
    """Which column holds what; names as in the header of the file.

    ``row_letters``: rows of one entry have its id with a letter added, 7, 7a and 7b. ``unread`` are columns that the
    file has and that are not kept, such as dates of birth; ``kept`` are kept as printed.
    """

    name: Annotated[Joined, Meta(min_length=1)]
    row_kind: tuple[RowKindColumn, ...] = ()
    id: Text | None = None
    row_letters: bool = False
    names: tuple[NamesColumn, ...] = ()
    country: Text | None = None
    address: Joined = ()
    identifiers: tuple[IdentifierColumn, ...] = ()
    subject_type: SubjectColumn | None = None
    start_date: DateColumn | None = None
    end_date: DateColumn | None = None
    citation: Text | None = None
    summary: Text | None = None
    unread: tuple[Text, ...] = ()
    kept: tuple[Text, ...] = ()

    def flaw(self) -> str | None:
        """Return what a file says wrong of the columns as a whole."""
        return "row_kind needs id: it tells which rows name the same entry" if self.row_kind and not self.id else None

    def all(self) -> list[str]:
        """Return every column that is read or left unread, once."""
        single = (*self.name, self.id, self.country, *self.address, self.citation, self.summary, *self.unread)
        marked = (*self.row_kind, *self.names, *self.identifiers, self.subject_type, self.start_date, self.end_date)
        return list(
            dict.fromkeys([*(one for one in single if one is not None), *(one.column for one in marked if one)])
        )


class PrintedEdition(Struct, frozen=True, kw_only=True):
    """A row above the header that prints the day of the edition: its first cell, and the form of the date beside it."""

    label: Text
    form: DateForm


class TableMap(Struct, frozen=True, kw_only=True):
    """How a table is written, which of its rows count, and which column holds what."""

    delimiter: Annotated[Text, Meta(min_length=1, max_length=1)] = ","
    encoding: Annotated[Text, FieldKind(check=_known_encoding)] | None = None
    sheet: Text | None = None
    edition: PrintedEdition | None = None
    where: Annotated[
        tuple[RowCondition, ...], FieldKind(_several, written=RowCondition | tuple[RowCondition, ...])
    ] = ()
    columns: Columns

    @property
    def wanted(self) -> list[str]:
        """Every column that the file must have."""
        return list(dict.fromkeys([*self.columns.all(), *self.columns.kept, *(one.column for one in self.where)]))
