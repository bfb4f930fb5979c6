"""US Consolidated Screening List: CSV of 29 or 28 columns, the CSV before 2016, and JSON.

One file merges lists of Commerce, State and Treasury; only Treasury rows say what a name is and carry a number.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

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
from vendorscreen.lists.readers.list_table import named_rows, plain_rows
from vendorscreen.lists.readers.printed_date import PERMANENT, as_partial, printed_day
from vendorscreen.lists.readers.printed_identifier import identifier_of
from vendorscreen.lists.readers.printed_name import PrintedName, clean, read_aliases, read_printed_name
from vendorscreen.lists.readers.printed_place import country_of
from vendorscreen.vendor.vendor import Gap, NameKind, SubjectType

__all__ = ["PROGRAMMES", "read"]

PROGRAMMES = {
    "EL": "US-BIS-EL",
    "MEU": "US-BIS-MEU",
    "DPL": "US-BIS-DPL",
    "UVL": "US-BIS-UVL",
    "ISN": "US-ISN",
    "DTC": "US-AECA",
    "SDN": "US-OFAC-SDN",
    "SSI": "US-OFAC-SSI",
    "FSE": "US-OFAC-FSE",
    "PLC": "US-OFAC-PLC",
    "CAP": "US-OFAC-CAPTA",
    "CMIC": "US-NS-CMIC",
    "NS-MBS": "US-OFAC-MBS",
}
"""Programme of each list merged here, by the code that the file prints."""

_BEGAN = {
    "SSI": date(2014, 7, 16),
    "NS-MBS": date(2020, 12, 14),
    "MEU": date(2020, 12, 23),
    "CMIC": date(2021, 6, 3),
}
"""First entry of the younger lists; a file whose newest entry is older cannot hold them."""

_MAY_BE_EMPTY = frozenset({"CAP", "FSE"})
"""Lists that have shrunk to a few rows, or none."""

_SUBJECTS: dict[str, SubjectType] = {
    "individual": "person",
    "entity": "organisation",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_CODE = re.compile(r"\(([A-Z]+(?:-[A-Z]+)?)(?:\s+List)?\)")
_LABELS = {"license_requirement": "licence requirement", "license_policy": "review policy", "programs": "programmes"}
_KNOWN = frozenset(
    {
        *("_id", "id", "source", "entity_number", "type", "programs", "name", "title", "addresses", "alt_names", "ids"),
        *("federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement", "remarks"),
        *("license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag"),
        *("vessel_owner", "source_list_url", "source_information_url", "citizenships", "nationalities", "country"),
        *("dates_of_birth", "places_of_birth"),
    }
)
_BEFORE_2016 = {
    "Source List": "source",
    "Entity Number": "entity_number",
    "SDN Type": "type",
    "Programs": "programs",
    "Name": "name",
    "Title": "title",
    "Federal Register Notice": "federal_register_notice",
    "Effective Date": "start_date",
    "Date Lifted/Waived/Expired": "end_date",
    "Standard Order": "standard_order",
    "License Requirement": "license_requirement",
    "License Policy": "license_policy",
    "Remarks/Notes": "remarks",
    "Alternate Name": "alt_names",
    "Web Link": "source_information_url",
}
_ADDRESS_BEFORE_2016 = ("Address", "City", "State/Province", "Postal Code", "Country")
_IGNORED_BEFORE_2016 = (
    *("Call Sign", "Vessel Type", "Gross Tonnage", "Gross Register Tonnage", "Vessel Flag", "Vessel Owner"),
    *("Address Number", "Address Remarks", "Alternate Number", "Alternate Type", "Alternate Remarks"),
)
Fields = dict[str, str]


def read(files: Sequence[ListFile]) -> ListReading:
    """Return the list in its one file; it prints no date of edition.

    Raises:
        ListError: the file is no such list, cut or damaged.
    """
    if len(files) != 1:
        raise ListError(f"us-csl is one file, {len(files)} were given")
    file, tally, entries = files[0], Tally(files[0].name), Entries()
    rows = _json_rows(file) if file.form == "json" else _table_rows(file, tally)
    newest = date.min
    for place, fields in rows:
        code = _code(fields.get("source", ""))
        if code is None:
            tally.skip(place, f"unknown source '{fields.get('source', '')[:60]}'", malformed=True)
            continue
        entry = _entry(code, fields)
        if entry is None:
            tally.skip(place, f"no name ('{clean(fields['name'])[:60]}')")
            continue
        tally.keep(code)
        entries.add(entry)
        newest = max(newest, *(period.start.last for period in entry.periods if period.start), date.min)
    tally.check()
    return combined([tally], entries, gaps=_gaps(tally.sources, newest))


def _gaps(found: Collection[str], newest: date) -> list[Gap]:
    """Return the lists without a row, of those that had begun when the newest entry was made (first day: unknown)."""
    absent = tuple(
        code
        for code in PROGRAMMES
        if code not in found
        and code not in _MAY_BE_EMPTY
        and (newest == date.min or _BEGAN.get(code, date.min) <= newest)
    )
    return [Gap(f"no row of {', '.join(absent)} is in it", absent)] if absent else []


def _table_rows(file: ListFile, tally: Tally) -> Iterator[tuple[str, Fields]]:
    if file.form != "csv":
        raise ListError(f"{file.name}: us-csl is a CSV or JSON file, this is {file.form.upper()}")
    first = next(plain_rows(file), (0, []))[1]
    old = "Source List" in first
    required, known = (
        ((*_BEFORE_2016, *_ADDRESS_BEFORE_2016), (*_BEFORE_2016, *_ADDRESS_BEFORE_2016, *_IGNORED_BEFORE_2016))
        if old
        else (
            ("source", "name", "addresses", "alt_names", "start_date"),
            _KNOWN,
        )
    )
    for line, row in named_rows(plain_rows(file), tally, required=required, known=known):
        yield f"line {line}", _from_before_2016(row) if old else row


def _from_before_2016(row: Fields) -> Fields:
    fields = {name: row[column] for column, name in _BEFORE_2016.items()}
    fields["addresses"] = ", ".join(row[part].strip() for part in _ADDRESS_BEFORE_2016 if row[part].strip())
    return fields


def _json_rows(file: ListFile) -> Iterator[tuple[str, Fields]]:
    value = file.json()
    results = value.get("results") if isinstance(value, dict) else None
    if not isinstance(results, list):
        raise ListError(f"{file.name}: no list of 'results' in it; this is not us-csl")
    for number, item in enumerate(results, 1):
        yield f"result {number}", _from_json(item) if isinstance(item, dict) else {"source": str(item), "name": ""}


def _from_json(item: dict[str, object]) -> Fields:
    fields = {key: _joined(value) for key, value in item.items()}
    fields["addresses"] = "; ".join(_json_address(part) for part in _listed(item.get("addresses")))
    fields["ids"] = "; ".join(_json_id(part) for part in _listed(item.get("ids")))
    fields.setdefault("name", "")
    return fields


def _listed(value: object) -> list[dict[str, object]]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _joined(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(str(part) for part in value if not isinstance(part, dict))
    return "" if value is None else str(value)


def _json_address(part: dict[str, object]) -> str:
    return ", ".join(str(part[key]) for key in ("address", "city", "state", "postal_code", "country") if part.get(key))


def _json_id(part: dict[str, object]) -> str:
    return ", ".join(str(part[key]) for key in ("type", "number", "country") if part.get(key))


def _code(source: str) -> str | None:
    match = _CODE.search(source)
    code = match[1] if match else source.strip()
    return code if code in PROGRAMMES else None


def _entry(code: str, fields: Fields) -> ListedEntry | None:
    printed = clean(fields["name"])
    number = fields.get("entity_number", "").strip()
    numbered = number.isdigit()
    name = PrintedName(printed) if numbered else read_printed_name(printed)  # only rows without number carry prose
    if not name.name or re.match(r"address \d+\b", name.name, re.IGNORECASE):
        return None
    addresses = [clean(part).removeprefix("and ") for part in fields.get("addresses", "").split(";") if part.strip()]
    places = [place for part in addresses if (place := country_of(part.rpartition(",")[2]))]
    countries = list(dict.fromkeys(places))
    country = countries[0] if len(countries) == 1 else None
    identifiers = [found for part in fields.get("ids", "").split(";") if (found := _identifier(part))]
    return ListedEntry(
        id=f"us-csl:{number}" if numbered else stable_id("us-csl", code, printed, country),
        printed=printed,
        name=name.name,
        names=[*name.others, *_aliases(fields.get("alt_names", ""), prose=not numbered)],
        what=name.note,
        subject_type=_SUBJECTS.get(fields.get("type", "").strip().lower()),
        countries=countries,
        addresses=addresses,
        identifiers=[*([Identifier.of("US-OFAC", number)] if numbered else []), *identifiers],
        periods=[_period(code, fields)],
    )


def _aliases(text: str, *, prose: bool) -> list[tuple[NameKind, str]]:
    if prose:
        return list(read_aliases(text))
    return [("alias", alias) for part in text.split("; ") if (alias := clean(part))]


def _period(code: str, fields: Fields) -> ListedPeriod:
    start = printed_day(fields.get("start_date", ""), ("iso", "us"))
    end = printed_day(fields.get("end_date", ""), ("iso", "us"))
    told = [f"{label}: {text}" for key, label in _LABELS.items() if (text := clean(fields.get(key, "")).rstrip("."))]
    printed = [(key, clean(text)) for key, text in fields.items() if key in ("title", "remarks") or key not in _KNOWN]
    return ListedPeriod(
        programme=PROGRAMMES[code],
        start=as_partial(start),
        end=None if end in PERMANENT else as_partial(end),
        citation=clean(fields.get("federal_register_notice", "")) or None,
        particulars="; ".join(told),
        url=_url(fields),
        aliases=tuple(clean(alias) for alias in fields.get("alt_names", "").split(";") if alias.strip()),
        printed=tuple((key, text) for key, text in printed if text),
    )


def _url(fields: Fields) -> str | None:
    links = (fields.get("source_information_url", "").strip(), fields.get("source_list_url", "").strip())
    return next((link for link in links if link.startswith(("https://", "http://"))), None)


def _identifier(text: str) -> Identifier | None:
    """Return the identifier of "CC, number, kind" in any order, as editions have had it."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    country = next((part for part in parts if len(part) == 2 and part.isalpha()), None)
    rest = [part for part in parts if part != country]
    if len(rest) != 2:
        return None
    first, second = rest
    return identifier_of(first, second, country) or identifier_of(second, first, country)
