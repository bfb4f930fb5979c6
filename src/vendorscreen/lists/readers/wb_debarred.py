"""World Bank listing of ineligible firms and individuals: XLSX as offered for download, and JSON."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers.entry import (
    Entries,
    ListedEntry,
    ListedPeriod,
    ListReading,
    Tally,
    combined,
    stable_id,
)
from vendorscreen.lists.readers.list_file import ListFile
from vendorscreen.lists.readers.list_table import sheet_rows
from vendorscreen.lists.readers.printed_date import PERMANENT, as_partial, iso_day, printed_day
from vendorscreen.lists.readers.printed_name import PrintedName, clean, read_printed_name
from vendorscreen.lists.readers.printed_place import country_of
from vendorscreen.vendor.vendor import NameKind

__all__ = ["read"]

PROGRAMME = "WB-DEBARRED"
_COLUMNS = ("Firm Name", "Additional Firm Info", "Address", "Country", "From Date", "To Date", "Grounds")
_JSON_COLUMNS = {
    "SUPP_NAME": "Firm Name",
    "ADD_SUPP_INFO": "Additional Firm Info",
    "SUPP_ADDR": "Address",
    "COUNTRY_NAME": "Country",
    "DEBAR_FROM_DATE": "From Date",
    "DEBAR_TO_DATE": "To Date",
    "DEBAR_REASON": "Grounds",
}
_DOWNLOADED = re.compile(r"Downloaded on:\s*(\d{2}/\d{2}/\d{4})")
_FOOTNOTE = re.compile(r"\*\s*\d+(?:\s*(?:,|and)\s*\*?\s*\d+)*|^\d+$")
_SCOPE = re.compile(
    r"\(?\s*((?:but )?only for .{5,300}?|and all entities that it controls.{0,300}?)\s*\)?$", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\(?\b(?:reg(?:istration)?[.,]?\s*(?:no|number)\b|tax (?:id|registration)\b|tin\b|cnpj\b|(?:national )?id\b)"
    r"[^()]*(?:\([^()]*\)[^()]*)*\)?",
    re.IGNORECASE,
)
_CREDIT_CODE = re.compile(r"\b[0-9A-HJ-NPQRTUWXY]{18}\b")
_SIGN = re.compile(
    r"^\W*(?:[afnd]\.?/?[kb]\.?/?a\b|also\b|formerly|previously|now known|currently|doing business)", re.IGNORECASE
)


def read(files: Sequence[ListFile]) -> ListReading:
    """Return the list in its one file; its edition is the day the file says it was downloaded.

    The last day of ineligibility that the list prints lies inside the period: the period ends the day after.

    Raises:
        ListError: the file is no such list, cut or damaged.
    """
    if len(files) != 1:
        raise ListError(f"wb-debarred is one file, {len(files)} were given")
    file, tally, entries = files[0], Tally(files[0].name), Entries()
    edition, rows = _json(file) if file.form == "json" else _workbook(file, tally)
    for place, row in rows:
        start, end = iso_day(row["From Date"]), iso_day(row["To Date"])
        if not clean(row["Firm Name"]):
            tally.skip(place, "no name")
        elif start is None or end is None:
            dates = f"'{row['From Date'][:20]}' to '{row['To Date'][:20]}'"
            tally.skip(place, f"no period that can be read ({dates})", malformed=True)
        else:
            tally.keep("debarred")
            entries.add(_entry(row, start, end))
    tally.check()
    return combined([tally], entries, edition)


def _workbook(file: ListFile, tally: Tally) -> tuple[date | None, Iterator[tuple[str, dict[str, str]]]]:
    if file.form != "xlsx":
        raise ListError(f"{file.name}: wb-debarred is an XLSX or JSON file, this is {file.form.upper()}")
    rows = [cells for _, cells in sheet_rows(file)]
    header = next((place for place, row in enumerate(rows[:20]) if "Firm Name" in row), None)
    if header is None or header + 1 >= len(rows):
        raise ListError(f"{file.name}: no header row with 'Firm Name' among the first 20 rows; this is not wb-debarred")
    names = [below or above for above, below in zip(rows[header], rows[header + 1], strict=True)]
    if absent := [name for name in _COLUMNS if name not in names]:
        raise ListError(f"{file.name}: columns missing: {', '.join(absent)}; the layout has changed")
    tally.unknown_columns = [name for name in names if name and name not in _COLUMNS]
    printed = next((match[1] for row in rows[:header] for cell in row if (match := _DOWNLOADED.search(cell))), "")
    body = enumerate(rows[header + 2 :], header + 3)
    return printed_day(printed, ("european",)), (
        (f"row {number}", dict(zip(names, row, strict=True))) for number, row in body if any(map(str.strip, row))
    )


def _json(file: ListFile) -> tuple[None, Iterator[tuple[str, dict[str, str]]]]:
    value = file.json()
    response = value.get("response") if isinstance(value, dict) else None
    items = response.get("ZPROCSUPP") if isinstance(response, dict) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ListError(f"{file.name}: no list of firms as 'ZPROCSUPP' in it; this is not wb-debarred as JSON")
    empty = dict.fromkeys(_COLUMNS, "")
    return None, (
        (f"firm {number}", empty | {_JSON_COLUMNS[key]: str(item[key] or "") for key in _JSON_COLUMNS if key in item})
        for number, item in enumerate(items, 1)
    )


def _entry(row: dict[str, str], start: date, end: date) -> ListedEntry:
    printed = clean(row["Firm Name"])
    name = read_printed_name(printed)
    country = country_of(row["Country"])
    info = clean(row["Additional Firm Info"])
    names, caveat = _further_names(info, name)
    codes = [Identifier.of("USCC", match[0]) for match in _CREDIT_CODE.finditer(info)]
    last = None if end in PERMANENT else end + timedelta(days=1)
    return ListedEntry(
        id=stable_id("wb-debarred", printed, row["Country"]),
        printed=printed,
        name=name.name or printed,
        names=[*name.others, *names],
        countries=[country] if country else [],
        addresses=[clean(row["Address"])] if row["Address"].strip() else [],
        identifiers=list(dict.fromkeys(code for code in codes if code.valid)),
        periods=[
            ListedPeriod(
                programme=PROGRAMME,
                start=as_partial(start),
                end=as_partial(last),
                particulars=f"grounds: {clean(row['Grounds'])}" if row["Grounds"].strip() else "",
                caveat=caveat,
                printed=(("Additional Firm Info", info),) if info else (),
            )
        ],
    )


def _further_names(info: str, name: PrintedName) -> tuple[list[tuple[NameKind, str]], str | None]:
    """Return the names in the column of further information, and the limit of scope it may hold."""
    text = _NUMBER.sub(" ", _CREDIT_CODE.sub(" ", _FOOTNOTE.sub(" ", info)))
    scope = _SCOPE.search(text)
    if scope:
        text = text[: scope.start()]
    names: list[tuple[NameKind, str]] = []
    for piece in (" ".join(piece.split()).strip(" ,;") for piece in _pieces(text)):
        if _SIGN.match(piece):
            names += read_printed_name(f"{name.name} {piece}").others
        elif piece and not piece.isascii():
            names.append(("alias", piece))
        elif len(piece) > 3 and any(letter.isalpha() for letter in piece):
            names.append(("weak_alias", piece))
    return names, f"Limited as printed: {scope[1]}" if scope else None


def _pieces(text: str) -> list[str]:
    """Return what stands in each outer bracket, with the brackets inside it, and last what stands in none."""
    within, outside, depth = list[str](), "", 0
    for letter in text:
        if letter in "(（":
            depth += 1
            if depth == 1:
                within.append("")
                outside += " "
                continue
        elif letter in ")）":
            depth -= 1
            if depth <= 0:
                depth = 0
                continue
        if depth:
            within[-1] += letter
        else:
            outside += letter
    return [*within, outside]
