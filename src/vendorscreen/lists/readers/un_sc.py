"""United Nations Security Council consolidated list, XML."""

from collections.abc import Sequence

from lxml import etree

from vendorscreen.errors import ListError
from vendorscreen.file.xml_text import local_name
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers.entry import Entries, ListedEntry, ListedPeriod, ListReading, Tally, combined
from vendorscreen.lists.readers.list_file import ListFile
from vendorscreen.lists.readers.printed_date import as_partial, iso_day
from vendorscreen.lists.readers.printed_name import clean, read_printed_name
from vendorscreen.lists.readers.printed_place import country_of
from vendorscreen.lists.readers.xml_elements import child_text, elements
from vendorscreen.vendor.vendor import NameKind

__all__ = ["read"]

PROGRAMME = "UN-SC"
_QUALITY: dict[str, NameKind] = {"low": "weak_alias", "f.k.a.": "previous_name"}
_KNOWN = frozenset(
    {
        *("DATAID", "VERSIONNUM", "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "NAME_ORIGINAL_SCRIPT"),
        *("UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "DELISTED_ON", "LAST_DAY_UPDATED", "LIST_TYPE", "COMMENTS1"),
        *("INDIVIDUAL_ALIAS", "INDIVIDUAL_ADDRESS", "INDIVIDUAL_DOCUMENT", "ENTITY_ALIAS", "ENTITY_ADDRESS"),
        *("INDIVIDUAL_DATE_OF_BIRTH", "INDIVIDUAL_PLACE_OF_BIRTH", "NATIONALITY", "NATIONALITY2", "DESIGNATION"),
        *("TITLE", "GENDER", "SUBMITTED_BY", "SORT_KEY", "SORT_KEY_LAST_MOD"),
    }
)


def read(files: Sequence[ListFile]) -> ListReading:
    """Return the list in its one file; its edition is the day it says it was generated.

    Raises:
        ListError: the file is no such list, cut or damaged.
    """
    if len(files) != 1:
        raise ListError(f"un-sc is one file, {len(files)} were given")
    tally, entries, unknown = Tally(files[0].name), Entries(), dict[str, None]()
    generated = ""
    for element, root in elements(files[0], "CONSOLIDATED_LIST", ["INDIVIDUAL", "ENTITY"]):
        generated = root.get("dateGenerated", "")
        entry = _entry(element)
        if entry is None:
            tally.skip(f"line {element.sourceline}", "no name or no DATAID", malformed=True)
            continue
        unknown |= dict.fromkeys(local_name(child) for child in element if local_name(child) not in _KNOWN)
        tally.keep("individuals" if entry.subject_type == "person" else "entities")
        entries.add(entry)
    tally.unknown_columns = list(unknown)
    tally.check()
    return combined([tally], entries, iso_day(generated))


def _entry(element: etree._Element) -> ListedEntry | None:
    person = local_name(element) == "INDIVIDUAL"
    parts = [child_text(element, f"{place}_NAME") for place in ("FIRST", "SECOND", "THIRD", "FOURTH")]
    printed = clean(" ".join(part for part in parts if part))
    number = child_text(element, "DATAID")
    if not printed or not number.isdigit():
        return None
    first, _, further = printed.partition(" ; ")
    name = read_printed_name(first)
    original = child_text(element, "NAME_ORIGINAL_SCRIPT")
    names: list[tuple[NameKind, str]] = [*name.others, *((("alias", further),) if further else ())]
    if original:
        names.append(("alias", original))
    kind = "INDIVIDUAL" if person else "ENTITY"
    addresses = [_address(part) for part in element.iterfind(f"{kind}_ADDRESS")]
    countries = [country_of(child_text(part, "COUNTRY")) for part in element.iterfind(f"{kind}_ADDRESS")]
    reference = child_text(element, "REFERENCE_NUMBER")
    return ListedEntry(
        id=f"un-sc:{number}",
        printed=printed,
        name=printed if person else name.name,
        names=[*names, *(alias for part in element.iterfind(f"{kind}_ALIAS") if (alias := _alias(part)))],
        subject_type="person" if person else "organisation",
        countries=list(dict.fromkeys(code for code in countries if code)),
        addresses=[address for address in addresses if address],
        identifiers=[Identifier.of("UN-SC", reference)] if reference else [],
        periods=[_period(element, reference)],
    )


def _alias(element: etree._Element) -> tuple[NameKind, str] | None:
    text = clean(child_text(element, "ALIAS_NAME"))
    return (_QUALITY.get(child_text(element, "QUALITY").lower(), "alias"), text) if text else None


def _address(element: etree._Element) -> str:
    parts = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
    return ", ".join(text for part in parts if (text := clean(child_text(element, part))))


def _period(element: etree._Element, reference: str) -> ListedPeriod:
    listed = iso_day(child_text(element, "LISTED_ON"))
    regime = child_text(element, "UN_LIST_TYPE")
    comments = clean(child_text(element, "COMMENTS1"))
    return ListedPeriod(
        programme=PROGRAMME,
        start=as_partial(listed),
        citation=reference or None,
        particulars=f"sanctions regime: {regime}" if regime else "",
        printed=(("comments", comments),) if comments else (),
    )
