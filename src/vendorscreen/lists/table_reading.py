"""A list that is a table, CSV or XLSX, read as its map says."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from vendorscreen.document import suggestion
from vendorscreen.errors import ListError, Problem, WatchlistError
from vendorscreen.file.encoding import given_encoding
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers.entry import Entries, ListedEntry, ListedPeriod, ListReading, Tally, combined, stable_id
from vendorscreen.lists.readers.list_file import ListFile
from vendorscreen.lists.readers.list_table import named_rows, plain_rows, sheet_rows
from vendorscreen.lists.readers.printed_date import PERMANENT, as_partial, printed_day
from vendorscreen.lists.readers.printed_name import clean
from vendorscreen.lists.readers.printed_place import country_of
from vendorscreen.lists.table_map import DateColumn, TableMap
from vendorscreen.period import PartialDate

__all__ = ["read_table"]

LONGEST_WORD = 60
"""Characters of a word by which rows that are left out are counted."""

Numbered = tuple[int, list[str]]
Fields = dict[str, str]


def read_table(files: Sequence[ListFile], list_id: str, programme: str, table: TableMap) -> ListReading:
    """Return a list, its entries under one programme, as the map of its table says.

    Raises:
        ListError: the file is no table, cut or damaged.
        WatchlistError: a column that the map names is not in the file.
    """
    if len(files) != 1:
        raise ListError(f"{list_id} is one file, {len(files)} were given")
    file, tally, entries = files[0], Tally(files[0].name), Entries()
    rows = _rows(file, table)
    first = list(islice(rows, 20))
    _refuse_absent(first, table.wanted, file)
    wanted, where = table.wanted, table.where
    for line, fields in named_rows(chain(first, rows), tally, required=wanted, known=wanted):
        if where and not where.holds(word := clean(fields[where.column])):
            tally.leave_out(f"line {line}", where.column, word[:LONGEST_WORD])
        elif clean(fields[table.columns.name]):
            tally.keep(list_id)
            entries.add(_entry(fields, list_id, programme, table))
        else:
            tally.skip(f"line {line}", "no name")
    tally.check()
    return combined([tally], entries)


def _rows(file: ListFile, table: TableMap) -> Iterator[Numbered]:
    if file.form == "xlsx":
        return sheet_rows(file, table.sheet)
    if file.form == "csv":
        given = given_encoding(table.encoding) if table.encoding else None
        return plain_rows(file, table.delimiter, given)
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


def _entry(fields: Fields, list_id: str, programme: str, table: TableMap) -> ListedEntry:
    columns, subject = table.columns, table.columns.subject_type
    printed = clean(fields[columns.name])
    country = clean(fields[columns.country]) if columns.country else ""
    code = country_of(country)
    number = clean(fields[columns.id]) if columns.id else ""
    numbers = [(one.scheme, clean(fields[one.column])) for one in columns.identifiers]
    return ListedEntry(
        id=stable_id(list_id, number) if number else stable_id(list_id, printed, country),
        printed=printed,
        name=printed,
        names=[(one.kind, text) for one in columns.names for text in _several(fields[one.column], one.separator)],
        subject_type=subject.of(clean(fields[subject.column])) if subject else None,
        countries=[code] if code else [],
        addresses=[clean(fields[columns.address])] if columns.address and clean(fields[columns.address]) else [],
        identifiers=[Identifier.of(scheme, text) for scheme, text in numbers if text],
        periods=[_period(fields, programme, table)],
    )


def _several(text: str, separator: str | None) -> list[str]:
    parts = text.split(separator) if separator else [text]
    return [part for part in map(clean, parts) if part]


def _period(fields: Fields, programme: str, table: TableMap) -> ListedPeriod:
    columns = table.columns
    start, unread_start = _date(fields, columns.start_date)
    end, unread_end = _date(fields, columns.end_date)
    unread = [text for text in (unread_start, unread_end) if text]
    told = set(columns.all())
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
