"""Lists of the US Office of Foreign Assets Control: SDN and non-SDN, in the old CSV files without headers.

Four files make one list; they are told apart by their number of columns: main (12), aliases (5), addresses (6),
continued remarks (2). The null value is ``-0-``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers.entry import Entries, ListedEntry, ListedPeriod, ListReading, Tally, combined
from vendorscreen.lists.readers.list_file import ListFile
from vendorscreen.lists.readers.list_table import plain_rows
from vendorscreen.lists.readers.printed_date import as_partial, printed_day
from vendorscreen.lists.readers.printed_identifier import identifier_of
from vendorscreen.lists.readers.printed_name import clean, read_printed_name
from vendorscreen.lists.readers.printed_place import country_of
from vendorscreen.vendor.vendor import Gap, NameKind, SubjectType

__all__ = ["NON_SDN_PROGRAMMES", "OTHER_NON_SDN", "read_non_sdn", "read_sdn"]

MAIN, ALIASES, ADDRESSES, COMMENTS = 12, 5, 6, 2

NON_SDN_PROGRAMMES = {
    "CMIC-EO13959": "US-NS-CMIC",
    "NS-PLC": "US-OFAC-PLC",
    "UKRAINE-EO13662": "US-OFAC-SSI",
}
"""Programme by the code printed for a name on the non-SDN list, where the code belongs to one list only."""

OTHER_NON_SDN = "US-OFAC-NON-SDN"
"""Programme of names whose code stands on several of the lists merged in the non-SDN list."""

SHARE_OF_NON_SDN = 0.2
"""Share of names under a code of ``NON_SDN_PROGRAMMES``, from 0 to 1, that tells the two lists apart.

Measured: 0.98 of the non-SDN list of December 2025, 0.005 of the SDN list of May 2024.
"""

SHARE_OF_ONE_EDITION = 0.01
"""Share of rows of a further file, from 0 to 1, whose numbers the main file may lack; likewise of new main numbers.

Measured: 0 of all rows of the non-SDN list of December 2025; 0.12 and 0.20 for further files 19 months younger.
"""

MOST_NEW = 20
"""Numbers of a small main file that may be above the highest of a further file."""

_FURTHER = {
    ALIASES: ("aliases", "the file of aliases is missing (about half of the names)"),
    ADDRESSES: ("addresses", "the file of addresses is missing (all countries)"),
}
"""Files without which a list is not whole: what they hold, and how that is told."""

_SUBJECTS: dict[str, SubjectType] = {
    "": "organisation",
    "individual": "person",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_ENTRY = re.compile(r"\d{1,18}", re.ASCII)
"""The number of an entry."""

_WEAK = re.compile(r"(?P<sign>[af])\.k\.a\. '(?P<name>.{1,200}?)'(?=[;.]|$)")
_NUMBER = re.compile(
    r"(?:alt\. )?(?P<kind>[A-Z][^;]*?(?:\.|#|Number|\(USCC\)|ID(?! No))) (?P<number>[^;()]{3,60}?)"
    r"(?: \((?P<country>[^()]+)\))?\.?$"
)
_DATES = re.compile(
    r"(?P<what>Listing|Effective) Date \((?P<of>CMIC|EO 14024 Directive \w+)\):? (?P<day>\d{2} \w{3} \d{4})"
)


def read_sdn(files: Sequence[ListFile]) -> ListReading:
    """Return the list of Specially Designated Nationals; it prints no dates.

    Raises:
        ListError: the files are no such list, cut or damaged.
    """
    return _read("us-ofac-sdn", files)


def read_non_sdn(files: Sequence[ListFile]) -> ListReading:
    """Return the consolidated non-SDN list.

    Raises:
        ListError: the files are no such list, cut or damaged.
    """
    return _read("us-ofac-cons", files)


def _read(list_id: str, files: Sequence[ListFile]) -> ListReading:
    parts = _parts(list_id, files)
    tallies = {columns: Tally(file.name) for columns, file in parts.items()}
    rows = {columns: list(_rows(file, columns, tallies[columns])) for columns, file in parts.items()}
    _refuse_the_other(list_id, parts[MAIN], [cells for _, cells in rows[MAIN]])
    continued = {cells[0]: cells[1] for _, cells in rows.get(COMMENTS, ())}
    entries, by_number = Entries(), dict[str, ListedEntry]()
    for _, cells in rows[MAIN]:
        entry = _entry(list_id, cells, continued.get(cells[0], ""))
        tallies[MAIN].keep(entry.subject_type or "")
        entries.add(entry)
        by_number[cells[0]] = entry
    for columns in (ALIASES, ADDRESSES, COMMENTS):
        for line, cells in rows.get(columns, ()):
            known = by_number.get(cells[0])
            if known is None:
                tallies[columns].skip(f"line {line}", f"number {cells[0][:20]} is not in the main file")
                continue
            tallies[columns].keep("further")
            _add(known, columns, cells)
    for tally in tallies.values():
        tally.check()
    numbers = {columns: {int(cells[0]) for _, cells in found} for columns, found in rows.items()}
    return combined(tallies.values(), entries, gaps=_gaps(tallies, numbers))


def _gaps(tallies: Mapping[int, Tally], numbers: Mapping[int, set[int]]) -> Iterator[Gap]:
    """Yield what is missing beside the main file, or of another edition than it."""
    main = numbers[MAIN]
    for columns, (part, missing) in _FURTHER.items():
        if columns not in tallies:
            yield Gap(missing, (part,))
            continue
        count = tallies[columns].count
        new = sum(number > max(numbers[columns], default=0) for number in main)
        if count.skipped > SHARE_OF_ONE_EDITION * count.read or new > max(MOST_NEW, SHARE_OF_ONE_EDITION * len(main)):
            yield Gap(f"{count.file} and {tallies[MAIN].file} are of different editions", (part,))


def _parts(list_id: str, files: Sequence[ListFile]) -> dict[int, ListFile]:
    parts: dict[int, ListFile] = {}
    for file in files:
        columns = len(next(plain_rows(file), (0, []))[1]) if file.form == "csv" else 0
        if columns not in (MAIN, ALIASES, ADDRESSES, COMMENTS):
            raise ListError(
                f"{file.name}: {columns or 'no'} columns; {list_id} is CSV without header: main file (12 columns), "
                "aliases (5), addresses (6), continued remarks (2)"
            )
        if columns in parts:
            raise ListError(f"{file.name}: has {columns} columns as {parts[columns].name} has; give one of each")
        parts[columns] = file
    if MAIN not in parts:
        raise ListError(f"{list_id}: the main file (12 columns) is missing")
    return parts


def _refuse_the_other(list_id: str, main: ListFile, rows: Sequence[Sequence[str]]) -> None:
    """Raise where a main file is that of the other list: both have the same columns."""
    telling = sum(not NON_SDN_PROGRAMMES.keys().isdisjoint(_codes(cells[3])) for cells in rows)
    found = "us-ofac-cons" if telling >= SHARE_OF_NON_SDN * len(rows) else "us-ofac-sdn"
    if rows and found != list_id:
        raise ListError(
            f"{main.name}: {telling:,} of {len(rows):,} names stand under codes of the non-SDN list; this is {found}, "
            f"not {list_id}"
        )


def _codes(programmes: str) -> list[str]:
    return [code.strip() for code in re.split(r"\]\s*\[|;", programmes.strip("[] ")) if code.strip()]


def _rows(file: ListFile, columns: int, tally: Tally) -> Iterator[tuple[int, list[str]]]:
    for line, cells in plain_rows(file):
        values = ["" if cell.strip() == "-0-" else clean(cell) for cell in cells]
        if len(values) != columns:
            tally.skip(f"line {line}", f"{len(values)} cells instead of {columns}", malformed=True)
        elif not _ENTRY.fullmatch(values[0]) or (columns == MAIN and not values[1]):
            tally.skip(f"line {line}", "no number or no name", malformed=True)
        else:
            # a continued remark goes on in the middle of a word: its own blanks count
            yield line, [values[0], cells[1].rstrip("\r\n")] if columns == COMMENTS else values


def _entry(list_id: str, cells: list[str], continued: str) -> ListedEntry:
    number, printed, kind, programmes, title, *_, remarks = cells
    remarks = f"{remarks}{continued}"
    subject = _SUBJECTS.get(kind.lower())
    name = read_printed_name(printed)
    weak = [(_weak_kind(match), match["name"]) for match in _WEAK.finditer(remarks)]
    numbers = [found for part in remarks.split("; ") if (found := _identifier(part))]
    return ListedEntry(
        id=f"{list_id}:{number}",
        printed=printed,
        name=printed if subject == "person" else name.name or printed,
        names=[*(name.others if subject != "person" else ()), *weak],
        subject_type=subject,
        identifiers=[Identifier.of("US-OFAC", number), *numbers],
        periods=_periods(list_id, _codes(programmes), remarks, title),
    )


def _weak_kind(match: re.Match[str]) -> NameKind:
    return "weak_alias" if match["sign"] == "a" else "previous_name"


def _periods(list_id: str, codes: list[str], remarks: str, title: str) -> list[ListedPeriod]:
    told = f"programmes: {', '.join(codes)}" if codes else ""
    printed = tuple((key, text) for key, text in (("title", title), ("remarks", remarks)) if text)
    programmes = ["US-OFAC-SDN"] if list_id == "us-ofac-sdn" else _non_sdn(codes)
    return [
        ListedPeriod(
            programme=programme,
            start=as_partial(_earliest(remarks, "Effective", programme)),
            published=as_partial(_earliest(remarks, "Listing", programme)),
            particulars=told,
            printed=printed,
        )
        for programme in programmes
    ]


def _non_sdn(codes: list[str]) -> list[str]:
    return list(dict.fromkeys(NON_SDN_PROGRAMMES.get(code, OTHER_NON_SDN) for code in codes)) or [OTHER_NON_SDN]


def _earliest(remarks: str, what: str, programme: str) -> date | None:
    tag = {"US-NS-CMIC": "CMIC", OTHER_NON_SDN: "EO 14024"}.get(programme)
    days = [
        printed_day(match["day"], ("words",))
        for match in _DATES.finditer(remarks)
        if tag and match["what"] == what and match["of"].startswith(tag)
    ]
    return min((day for day in days if day), default=None)


def _identifier(text: str) -> Identifier | None:
    match = _NUMBER.match(text[:200])
    if match is None:
        return None
    return identifier_of(match["kind"], match["number"], country_of(match["country"] or ""))


def _add(entry: ListedEntry, columns: int, cells: list[str]) -> None:
    if columns == ALIASES and cells[3]:
        entry.names.append(("previous_name" if cells[2].lower() == "fka" else "alias", cells[3]))
    elif columns == ADDRESSES:
        address = ", ".join(part for part in cells[2:5] if part)
        country = country_of(cells[4])
        if address:
            entry.addresses.append(address)
        if country and country not in entry.countries:
            entry.countries.append(country)
