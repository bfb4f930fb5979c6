"""EU consolidated list of financial sanctions: XML, and CSV with several rows per entity."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from vendorscreen.errors import ListError
from vendorscreen.file.xml_text import local_name
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers.entry import Entries, ListedEntry, ListedPeriod, ListReading, Tally, combined
from vendorscreen.lists.readers.list_file import ListFile
from vendorscreen.lists.readers.list_table import named_rows, quoted_rows
from vendorscreen.lists.readers.printed_date import as_partial, iso_day, printed_day
from vendorscreen.lists.readers.printed_identifier import identifier_of
from vendorscreen.lists.readers.printed_name import clean, read_aliases
from vendorscreen.lists.readers.printed_place import country_of
from vendorscreen.lists.readers.xml_elements import elements
from vendorscreen.vendor.vendor import NameKind, SubjectType

__all__ = ["read"]

PROGRAMME = "EU-FSF"
_SUBJECTS: dict[str, SubjectType] = {
    "p": "person",
    "person": "person",
    "e": "organisation",
    "enterprise": "organisation",
}
_REQUIRED = ("fileGenerationDate", "Entity_LogicalId", "Entity_SubjectType", "NameAlias_WholeName")
_PREFIXES = ("Entity_", "NameAlias_", "Address_", "BirthDate_", "Identification_", "Citizenship_")


def read(files: Sequence[ListFile]) -> ListReading:
    """Return the list in its one file; its edition is the day it says it was generated.

    Raises:
        ListError: the file is no such list, cut or damaged.
    """
    if len(files) != 1:
        raise ListError(f"eu-fsf is one file, {len(files)} were given")
    tally = Tally(files[0].name)
    if files[0].form == "xml":
        return _read_xml(files[0], tally)
    if files[0].form == "csv":
        return _read_csv(files[0], tally)
    raise ListError(f"{files[0].name}: eu-fsf is an XML or CSV file, this is {files[0].form.upper()}")


@dataclass(slots=True)
class _Part:
    """What one row, or one element, says of an entity; keys are the last part of the CSV's column names."""

    entity: Mapping[str, str]
    regulation: Mapping[str, str]
    names: list[Mapping[str, str]] = field(default_factory=list)
    addresses: list[Mapping[str, str]] = field(default_factory=list)
    identifications: list[Mapping[str, str]] = field(default_factory=list)


def _read_csv(file: ListFile, tally: Tally) -> ListReading:
    generated = ""
    entries, nameless = Entries(), list[tuple[int, _Part]]()
    rows = named_rows(quoted_rows(file, ";"), tally, required=_REQUIRED, known=_REQUIRED)
    for line, row in rows:
        generated = generated or row["fileGenerationDate"]
        part = _part_of_row(row)
        if not part.entity.get("LogicalId", "").strip():
            tally.skip(f"line {line}", "no Entity_LogicalId", malformed=True)
        elif part.names:
            tally.keep(part.entity.get("SubjectType", ""))
            entries.add(_entry(part))
        else:
            nameless.append((line, part))
    known = {entry.id for entry in entries.all()}
    for line, part in nameless:  # a row for an address or a number of an entity that other rows name
        if _id(part) in known:
            tally.keep(part.entity.get("SubjectType", ""))
            entries.add(_entry(part))
        else:
            tally.skip(f"line {line}", "no row of this entity has a name")
    tally.unknown_columns = [name for name in tally.unknown_columns if not name.startswith(_PREFIXES)]
    tally.check()
    return combined([tally], entries, printed_day(generated, ("european", "iso")))


def _part_of_row(row: Mapping[str, str]) -> _Part:
    def cells(prefix: str) -> dict[str, str]:
        return {name.removeprefix(prefix): clean(cell) for name, cell in row.items() if name.startswith(prefix)}

    name, address, number = cells("NameAlias_"), cells("Address_"), cells("Identification_")
    whole = name.get("WholeName") or " ".join(
        name[key] for key in ("FirstName", "MiddleName", "LastName") if name.get(key)
    )
    return _Part(
        entity=cells("Entity_"),
        regulation=cells("Entity_Regulation_"),
        names=[name | {"WholeName": whole}] if whole else [],
        addresses=[address] if any(address.values()) else [],
        identifications=[number] if number.get("Number") else [],
    )


def _read_xml(file: ListFile, tally: Tally) -> ListReading:
    entries, generated = Entries(), ""
    for element, root in elements(file, "export", ["sanctionEntity"]):
        generated = root.get("generationDate", "")
        parts = list(_parts_of_element(element))
        if not any(part.names for part in parts) or not parts[0].entity.get("LogicalId"):
            tally.skip(f"line {element.sourceline}", "no name or no logicalId", malformed=True)
            continue
        tally.keep(parts[0].entity["SubjectType"])
        for part in parts:
            entries.add(_entry(part))
    tally.check()
    return combined([tally], entries, iso_day(generated))


def _parts_of_element(element: etree._Element) -> Iterator[_Part]:
    """Yield one part per regulation; the first has the names, addresses and numbers."""
    children: dict[str, list[Mapping[str, str]]] = {}
    for child in element:
        cells = {_column(str(key)): clean(str(text)) for key, text in child.attrib.items()}
        children.setdefault(local_name(child), []).append(cells)
    entity = {_column(str(key)): str(text) for key, text in element.attrib.items()}
    subject = next(iter(children.get("subjectType", [])), {})
    entity["SubjectType"] = subject.get("Code", "")
    names = [name for name in children.get("nameAlias", []) if name.get("WholeName")]
    regulations = children.get("regulation") or [{}]
    yield _Part(entity, regulations[0], names, children.get("address", []), children.get("identification", []))
    for regulation in regulations[1:]:
        yield _Part(entity, regulation, names[:1])


def _column(attribute: str) -> str:
    return {"euReferenceNumber": "EU_ReferenceNumber", "unitedNationId": "UnitedNationId"}.get(
        attribute, attribute[:1].upper() + attribute[1:]
    )


def _id(part: _Part) -> str:
    return f"eu-fsf:{part.entity['LogicalId'].strip()}"


def _entry(part: _Part) -> ListedEntry:
    entity = part.entity
    names = [pair for name in part.names for pair in _names(name)]
    codes = [address.get("CountryIso2Code", "") or address.get("CountryDescription", "") for address in part.addresses]
    numbers = [_identifier(number) for number in part.identifications]
    references = (("UN-SC", entity.get("UnitedNationId")), ("EU-FSF", entity.get("EU_ReferenceNumber")))
    return ListedEntry(
        id=_id(part),
        printed=part.names[0]["WholeName"] if part.names else "",
        name=names[0][1] if names else "",
        names=names[1:],
        subject_type=_SUBJECTS.get(entity.get("SubjectType", "").strip().lower()),
        countries=list(dict.fromkeys(code for text in codes if (code := country_of(text)))),
        addresses=[text for address in part.addresses if (text := _address(address))],
        identifiers=[
            *(Identifier.of(scheme, text) for scheme, text in references if text and text.strip()),
            *(number for number in numbers if number),
        ],
        periods=[_period(part)],
    )


def _names(name: Mapping[str, str]) -> list[tuple[NameKind, str]]:
    if name.get("Strong", "").lower() == "false":
        return [("weak_alias", name["WholeName"])]
    return list(read_aliases(name["WholeName"].replace(";", ","))) or [("alias", name["WholeName"])]


def _address(address: Mapping[str, str]) -> str:
    keys = ("Street", "PoBox", "ZipCode", "City", "Region", "Place", "CountryDescription")
    return ", ".join(address[key] for key in keys if address.get(key))


def _identifier(number: Mapping[str, str]) -> Identifier | None:
    kind = number.get("IdentificationTypeDescription") or number.get("TypeDescription", "")
    country = country_of(number.get("CountryIso2Code", ""))
    aliases = {"tax identification number": "tax id no.", "registration number": "registration number"}
    plain = next((known for sign, known in aliases.items() if sign in kind.lower()), kind)
    return identifier_of(plain, number.get("Number", ""), country)


def _period(part: _Part) -> ListedPeriod:
    regulation = part.regulation
    designated = iso_day(part.entity.get("DesignationDate", ""))
    in_force = _day(regulation, "EntryIntoForceDate")
    title, code = regulation.get("NumberTitle", ""), regulation.get("Programme", "")
    link = regulation.get("PublicationUrl", "")
    remark = part.entity.get("Remark", "") or part.entity.get("DesignationDetails", "")
    return ListedPeriod(
        programme=PROGRAMME,
        start=as_partial(designated or in_force),
        published=None if designated else as_partial(_day(regulation, "PublicationDate")),
        citation=title or None,
        particulars=f"sanctions regime {code}" if code else "",
        url=link if link.startswith(("https://", "http://")) else None,
        printed=(("remark", remark),) if remark else (),
    )


def _day(regulation: Mapping[str, str], key: str) -> date | None:
    return iso_day(regulation.get(key, ""))
