"""A user's own list, CSV or XLSX, read as its map file says."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec import field as spelt

from vendorscreen.document import parse_document, suggestion, validate
from vendorscreen.document.field import FieldKind, Slug, Text, Url, Words
from vendorscreen.errors import ListError, Problem, UsageError, WatchlistError
from vendorscreen.file.encoding import given_encoding
from vendorscreen.identifier import Identifier
from vendorscreen.lists.official_list import MaxAge, OfficialList
from vendorscreen.lists.readers import READERS, ListFile, ListReading
from vendorscreen.lists.readers.entry import Entries, ListedEntry, ListedPeriod, Tally, combined, stable_id
from vendorscreen.lists.readers.list_table import named_rows, plain_rows, sheet_rows
from vendorscreen.lists.readers.printed_date import PERMANENT, as_partial, printed_day
from vendorscreen.lists.readers.printed_name import clean
from vendorscreen.lists.readers.printed_place import country_of
from vendorscreen.period import PartialDate
from vendorscreen.vendor.vendor import Jurisdiction, ListingKind, NameKind, Programme, SubjectType

__all__ = ["MAP_FILE", "MapFile", "read_map", "read_mapped"]

MAP_FILE = "map.yaml"
"""Name under which the map is kept beside the file it reads."""

LONGEST_WORD = 60
"""Characters of a word by which rows that are left out are counted."""

Numbered = tuple[int, list[str]]
Fields = dict[str, str]


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


class MapFile(Struct, frozen=True, kw_only=True):
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
    delimiter: Annotated[Text, Meta(min_length=1, max_length=1)] = ","
    encoding: Annotated[Text, FieldKind(check=_known_encoding)] | None = None
    sheet: Text | None = None
    where: RowCondition | None = None
    columns: Columns

    @property
    def wanted(self) -> list[str]:
        """Every column that the file must have."""
        return list(dict.fromkeys([*self.columns.all(), *([self.where.column] if self.where else [])]))

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


def read_mapped(files: Sequence[ListFile], file_map: MapFile) -> ListReading:
    """Return a user's list as its map says.

    Raises:
        ListError: the file is no table, cut or damaged.
        WatchlistError: a column that the map names is not in the file.
    """
    if len(files) != 1:
        raise ListError(f"{file_map.id} is one file, {len(files)} were given")
    file, tally, entries = files[0], Tally(files[0].name), Entries()
    rows = _rows(file, file_map)
    first = list(islice(rows, 20))
    _refuse_absent(first, file_map.wanted, file)
    wanted, where = file_map.wanted, file_map.where
    for line, fields in named_rows(chain(first, rows), tally, required=wanted, known=wanted):
        if where and not where.holds(word := clean(fields[where.column])):
            tally.leave_out(f"line {line}", where.column, word[:LONGEST_WORD])
        elif clean(fields[file_map.columns.name]):
            tally.keep(file_map.id)
            entries.add(_entry(fields, file_map))
        else:
            tally.skip(f"line {line}", "no name")
    tally.check()
    return combined([tally], entries)


def _rows(file: ListFile, file_map: MapFile) -> Iterator[Numbered]:
    if file.form == "xlsx":
        return sheet_rows(file, file_map.sheet)
    if file.form == "csv":
        given = given_encoding(file_map.encoding) if file_map.encoding else None
        return plain_rows(file, file_map.delimiter, given)
    raise ListError(f"{file.name}: a list with a map is CSV or XLSX, this is {file.form.upper()}")


def _refuse_absent(first: list[Numbered], wanted: list[str], file: ListFile) -> None:
    """Raise for every column that no row among the first names, compared with the row that names most."""
    headers = [[cell.strip("\ufeff\xa0 \t\r\n") for cell in cells] for _, cells in first]
    header = max(headers, key=lambda cells: sum(name in cells for name in wanted), default=[])
    absent = [name for name in wanted if name not in header]
    if absent:
        known = [cell for cell in header if cell]
        raise WatchlistError(
            Problem(file.name, 0, 0, "", f"no column '{name}', {suggestion(name, known)}") for name in absent
        )


def _entry(fields: Fields, file_map: MapFile) -> ListedEntry:
    columns, subject = file_map.columns, file_map.columns.subject_type
    printed = clean(fields[columns.name])
    country = clean(fields[columns.country]) if columns.country else ""
    code = country_of(country)
    number = clean(fields[columns.id]) if columns.id else ""
    numbers = [(one.scheme, clean(fields[one.column])) for one in columns.identifiers]
    return ListedEntry(
        id=stable_id(file_map.id, number) if number else stable_id(file_map.id, printed, country),
        printed=printed,
        name=printed,
        names=[(one.kind, text) for one in columns.names for text in _several(fields[one.column], one.separator)],
        subject_type=subject.of(clean(fields[subject.column])) if subject else None,
        countries=[code] if code else [],
        addresses=[clean(fields[columns.address])] if columns.address and clean(fields[columns.address]) else [],
        identifiers=[Identifier.of(scheme, text) for scheme, text in numbers if text],
        periods=[_period(fields, file_map)],
    )


def _several(text: str, separator: str | None) -> list[str]:
    parts = text.split(separator) if separator else [text]
    return [part for part in map(clean, parts) if part]


def _period(fields: Fields, file_map: MapFile) -> ListedPeriod:
    columns = file_map.columns
    start, unread_start = _date(fields, columns.start_date)
    end, unread_end = _date(fields, columns.end_date)
    unread = [text for text in (unread_start, unread_end) if text]
    told = set(columns.all())
    return ListedPeriod(
        programme=file_map.programme or file_map.id,
        start=start,
        end=end,
        citation=clean(fields[columns.citation]) or None if columns.citation else None,
        particulars=clean(fields[columns.summary]) if columns.summary else "",
        caveat=f"Dates that could not be read: {', '.join(unread)}" if unread else None,
        printed=tuple((name, clean(text)) for name, text in fields.items() if name not in told and clean(text)),
    )


def _date(fields: Fields, column: DateColumn | None) -> tuple[PartialDate | None, str]:
    """Return the date in a column, and its text where it cannot be read."""
    text = clean(fields[column.column]) if column else ""
    day = printed_day(text, (column.form,)) if column else None
    return (None, "") if day in PERMANENT else (as_partial(day), text if day is None else "")
