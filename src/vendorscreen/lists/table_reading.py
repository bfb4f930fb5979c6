"""A list that is a table, CSV or XLSX, read as its map says."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice

from vendorscreen.document import suggestion
from vendorscreen.errors import ListError, Problem, WatchlistError
from vendorscreen.file.encoding import given_encoding
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers.entry import Entries, ListedEntry, ListedPeriod, ListReading, Tally, combined, stable_id
from vendorscreen.lists.readers.list_file import ListFile
from vendorscreen.lists.readers.list_table import HEADER_WITHIN, header_cells, named_rows, plain_rows, sheet_rows
from vendorscreen.lists.readers.printed_date import PERMANENT, as_partial, printed_day
from vendorscreen.lists.readers.printed_name import clean
from vendorscreen.lists.readers.printed_place import country_of
from vendorscreen.lists.table_map import LONGEST_WORD, DateColumn, RowKind, TableMap
from vendorscreen.period import PartialDate

__all__ = ["read_table"]

_ROW_LETTERS = re.compile(r"(?<=\d)[a-z]+$")

Numbered = tuple[int, list[str]]
Fields = dict[str, str]


def read_table(files: Sequence[ListFile], list_id: str, programme: str, layouts: Sequence[TableMap]) -> ListReading:
    """Return a list, its entries under one programme; the layout whose columns the file has says how it is read.

    Raises:
        ListError: the file is no table, cut or damaged, or has a word that the closed words of a column lack.
        WatchlistError: the file lacks a column of every layout; those of the nearest are named.
    """
    if len(files) != 1:
        raise ListError(f"{list_id} is one file, {len(files)} were given")
    file, tally = files[0], Tally(files[0].name)
    table, first, rows = _fitting(file, layouts)
    edition = _edition(file, table, first)
    wanted, told = table.wanted, frozenset(table.columns.all())
    primary, further = Entries(), []
    for line, fields in named_rows(chain(first, rows), tally, required=wanted, known=wanted):
        try:
            if not _counts(fields, table, tally, line):
                continue
            kind, entry = _kind(fields, table), _entry(fields, list_id, programme, table, told)
        except ListError as error:
            raise ListError(f"{file.name}: line {line}: {error}") from None
        tally.keep(list_id)
        if kind == "primary":
            primary.add(entry)
        else:
            further.append((kind, entry))
    tally.check()
    return combined([tally], _joined(primary, further), edition)


def _joined(entries: Entries, further: Sequence[tuple[RowKind, ListedEntry]]) -> Entries:
    """Return the entries with their further names; one that no row names first has the first of these."""
    known = {entry.id for entry in entries.all()}
    for kind, entry in further:
        if entry.id in known and kind != "primary":
            entry.names.insert(0, (kind, entry.name))
            entry.name, entry.periods = "", []
        known.add(entry.id)
        entries.add(entry)
    return entries


def _fitting(file: ListFile, layouts: Sequence[TableMap]) -> tuple[TableMap, list[Numbered], Iterator[Numbered]]:
    """Return the first layout whose columns a row among the first has, these rows, and those after them."""
    refusals: list[tuple[int, ListError | WatchlistError]] = []
    for table in layouts:
        try:
            rows = _rows(file, table)
            first = list(islice(rows, HEADER_WITHIN))
        except ListError as error:
            refusals.append((len(table.wanted) + 1, error))
            continue
        absent, header = _absent(first, table.wanted)
        if not absent:
            return table, first, rows
        known = [clean(cell) for cell in header if cell]
        missing = (f"no column '{name}', {suggestion(name, known)}" for name in absent)
        refusals.append((len(absent), WatchlistError(Problem(file.name, 0, 0, "", one) for one in missing)))
    raise min(refusals, key=lambda refusal: refusal[0])[1]


def _rows(file: ListFile, table: TableMap) -> Iterator[Numbered]:
    if file.form == "xlsx":
        return sheet_rows(file, table.sheet)
    if file.form == "csv":
        given = given_encoding(table.encoding) if table.encoding else None
        return plain_rows(file, table.delimiter, given)
    raise ListError(f"{file.name}: a list with a map is CSV or XLSX, this is {file.form.upper()}")


def _absent(first: list[Numbered], wanted: list[str]) -> tuple[list[str], list[str]]:
    """Return the columns that the header lacks, and the header: the row among the first that names most."""
    headers = [header_cells(cells) for _, cells in first]
    header = max(headers, key=lambda cells: sum(name in cells for name in wanted), default=[])
    return [name for name in wanted if name not in header], header


def _edition(file: ListFile, table: TableMap, first: list[Numbered]) -> date | None:
    """Return the day of the edition that a row above the header prints."""
    if table.edition is None:
        return None
    label, form = table.edition.label, table.edition.form
    found = next((cells for _, cells in first if header_cells(cells)[:1] == [label]), [])
    day = printed_day(clean(found[1]), (form,)) if len(found) > 1 else None
    if day is None:
        seen = f"'{clean(found[1])[:LONGEST_WORD]}'" if len(found) > 1 else "none"
        raise ListError(f"{file.name}: expected a date ({form}) beside '{label}' above the header, found {seen}")
    return day


def _counts(fields: Fields, table: TableMap, tally: Tally, line: int) -> bool:
    """Return whether a row is taken; one that is not is counted."""
    for condition in table.where:
        if not condition.holds(word := clean(fields[condition.column])):
            tally.leave_out(f"line {line}", condition.column, word[:LONGEST_WORD])
            return False
    if not any(clean(fields[one]) for one in table.columns.name):
        tally.skip(f"line {line}", "no name")
        return False
    return True


def _kind(fields: Fields, table: TableMap) -> RowKind:
    """Return what a row names; of several columns the last that says something decides."""
    told = [kind for one in table.columns.row_kind if (kind := one.of(clean(fields[one.column])))]
    return told[-1] if told else "primary"


def _entry(fields: Fields, list_id: str, programme: str, table: TableMap, told: frozenset[str]) -> ListedEntry:
    columns, subject = table.columns, table.columns.subject_type
    printed = _text(fields, columns.name, " ")
    country = clean(fields[columns.country]) if columns.country else ""
    code = country_of(country)
    number = clean(fields[columns.id]) if columns.id else ""
    number = _ROW_LETTERS.sub("", number) if columns.row_letters else number
    numbers = [(one.scheme, clean(fields[one.column])) for one in columns.identifiers]
    address = _text(fields, columns.address, ", ")
    return ListedEntry(
        id=stable_id(list_id, number) if number else stable_id(list_id, printed, country),
        printed=printed,
        name=printed,
        names=[(one.kind, text) for one in columns.names for text in _several(fields[one.column], one.separator)],
        subject_type=subject.of(clean(fields[subject.column])) if subject else None,
        countries=[code] if code else [],
        addresses=[address] if address else [],
        identifiers=[Identifier.of(scheme, text) for scheme, text in numbers if text],
        periods=[_period(fields, programme, table, told)],
    )


def _text(fields: Fields, columns: Sequence[str], between: str) -> str:
    return between.join(text for one in columns if (text := clean(fields[one])))


def _several(text: str, separator: str | None) -> list[str]:
    parts = text.split(separator) if separator else [text]
    return [part for part in map(clean, parts) if part]


def _period(fields: Fields, programme: str, table: TableMap, told: frozenset[str]) -> ListedPeriod:
    columns = table.columns
    start, unread_start = _date(fields, columns.start_date)
    end, unread_end = _date(fields, columns.end_date)
    unread = [text for text in (unread_start, unread_end) if text]
    return ListedPeriod(
        programme=programme,
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
