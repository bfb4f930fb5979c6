"""US Entity List as JSON: entries with aliases, country heading, addresses and Federal Register citations."""

import re
from collections.abc import Sequence

from vendorscreen.errors import ListError
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
from vendorscreen.lists.readers.printed_date import as_partial, iso_day, printed_day
from vendorscreen.lists.readers.printed_name import clean, read_aliases, read_printed_name
from vendorscreen.lists.readers.printed_place import country_of

__all__ = ["read"]

PROGRAMME = "US-BIS-EL"
NO_EFFECTIVE_DATE = "The day it took effect, which the list does not print; the day of its publication is given."
_KNOWN = {"name", "aliases", "country", "address", "status", "effective_date", "federal_register", "notes"}
_CITATION_DAY = re.compile(r"\b(\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))\b", re.ASCII)


def read(files: Sequence[ListFile]) -> ListReading:
    """Return the list in its one file; its edition is the day the text was taken.

    Where an entry has no effective date, the day of its first citation, that of publication, stands for it.

    Raises:
        ListError: the file is no such list, cut or damaged.
    """
    if len(files) != 1:
        raise ListError(f"us-bis-el is one file, {len(files)} were given")
    document = _document(files[0])
    tally, entries, items = Tally(files[0].name), Entries(), document["entities"]
    if not isinstance(items, list):
        raise ListError(f"{files[0].name}: 'entities' is no list")
    columns: dict[str, None] = {}
    for number, item in enumerate(items, 1):
        entry = _entry(item) if isinstance(item, dict) else None
        if entry is None:
            tally.skip(f"entry {number}", _why(item), malformed=not isinstance(item, dict))
            continue
        columns |= dict.fromkeys(key for key in item if key not in _KNOWN)
        tally.keep("EL")
        entries.add(entry)
    tally.unknown_columns = list(columns)
    declared = document.get("count")
    tally.check(declared if isinstance(declared, int) else None)
    return combined([tally], entries, iso_day(str(document.get("extracted", ""))))


def _document(file: ListFile) -> dict[str, object]:
    document = file.json()
    if not isinstance(document, dict) or "entities" not in document:
        raise ListError(f"{file.name}: no 'entities' in it; this is not us-bis-el")
    if "entity" not in str(document.get("list_id", "")):
        raise ListError(
            f"{file.name}: calls itself '{str(document.get('list_id'))[:60]}', which is not the Entity List"
        )
    return document


def _entry(item: dict[str, object]) -> ListedEntry | None:
    printed = clean(_text(item.get("name")))
    name = read_printed_name(printed)
    if not name.name or re.match(r"address \d+\b", name.name, re.IGNORECASE):
        return None
    country = country_of(_text(item.get("country")))
    aliases = [_text(alias) for alias in _list(item.get("aliases"))]
    addresses = [part for part in re.split(r";\s+(?:and\s+)?", clean(_text(item.get("address")))) if part]
    return ListedEntry(
        id=stable_id("us-bis-el", printed, _text(item.get("country"))),
        printed=printed,
        name=name.name,
        names=[*name.others, *(pair for alias in aliases for pair in read_aliases(alias))],
        what=name.note,
        countries=[country] if country else [],
        addresses=addresses,
        periods=[_period(item, tuple(clean(alias) for alias in aliases))],
    )


def _period(item: dict[str, object], aliases: tuple[str, ...]) -> ListedPeriod:
    citation = clean(_text(item.get("federal_register")))
    cited = _CITATION_DAY.search(citation)
    published = as_partial(printed_day(cited[1], ("us",)) if cited else None)
    effective = as_partial(iso_day(_text(item.get("effective_date"))))
    notes = clean(_text(item.get("notes")))
    return ListedPeriod(
        programme=PROGRAMME,
        start=effective or published,
        published=published,
        caveat=None if effective or not published else NO_EFFECTIVE_DATE,
        citation=citation or None,
        particulars=f"licence requirement: {notes.rstrip('.')}" if notes else "",
        aliases=aliases,
        printed=tuple((key, clean(_text(value))) for key, value in item.items() if key not in _KNOWN and value),
    )


def _why(item: object) -> str:
    return f"no name ('{clean(_text(item.get('name')))[:60]}')" if isinstance(item, dict) else "no entry"


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
