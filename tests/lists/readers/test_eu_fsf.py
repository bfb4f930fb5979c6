"""The EU consolidated list of financial sanctions, CSV and XML."""

from datetime import date

import pytest

from tests.lists.readers.files import FSF_COLUMNS, fsf
from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers import ListFile, read_official

NAMED = {
    "Entity_LogicalId": "13",
    "Entity_EU_ReferenceNumber": "EU.27.28",
    "Entity_UnitedNationId": "IQe.001",
    "Entity_DesignationDate": "2003-07-08",
    "Entity_Regulation_PublicationDate": "2003-07-08",
    "Entity_Regulation_EntryIntoForceDate": "2003-07-09",
    "Entity_Regulation_NumberTitle": "1210/2003 (OJ L169)",
    "Entity_Regulation_Programme": "IRQ",
    "Entity_Regulation_PublicationUrl": "http://eur-lex.europa.eu/x",
    "NameAlias_WholeName": "Acme Trading Company",
}
ALIAS = NAMED | {"NameAlias_WholeName": "Acme Commerce"}
ADDRESS = NAMED | {
    "NameAlias_WholeName": "",
    "Address_Street": "5 Main",
    "Address_City": "Baghdad",
    "Address_CountryIso2Code": "IQ",
}
NUMBER = NAMED | {
    "NameAlias_WholeName": "",
    "Identification_Number": "7722515837",
    "Identification_TypeDescription": "Tax Identification Number",
    "Identification_CountryIso2Code": "RU",
}

XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-10-28T15:29:22.497+02:00" globalFileId="1">
 <sanctionEntity designationDate="2003-07-08" unitedNationId="IQe.001" euReferenceNumber="EU.27.28" logicalId="13">
  <regulation publicationDate="2003-07-08" entryIntoForceDate="2003-07-09" numberTitle="1210/2003 (OJ L169)" programme="IRQ"/>
  <regulation publicationDate="2014-03-17" entryIntoForceDate="2014-03-17" numberTitle="269/2014 (OJ L78)" programme="UKR"/>
  <subjectType code="enterprise" classificationCode="E"/>
  <nameAlias wholeName="Acme Trading Company" strong="true" logicalId="1"/>
  <nameAlias wholeName="Acme Commerce" strong="false" logicalId="2"/>
  <address city="Baghdad" street="5 Main" countryIso2Code="IQ" countryDescription="IRAQ"/>
 </sanctionEntity>
 <sanctionEntity designationDate="" unitedNationId="" euReferenceNumber="EU.1.1" logicalId="14">
  <regulation publicationDate="2020-01-01" entryIntoForceDate="2020-01-02" numberTitle="1/2020" programme="X"/>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Jo" lastName="Doe" wholeName="Jo Doe" strong="true"/>
 </sanctionEntity>
</export>"""


def test_rows_of_one_entity_are_one_entry() -> None:
    reading = read_official("eu-fsf", [fsf(NAMED, ALIAS, ADDRESS, NUMBER)])
    (entry,) = reading.entries
    (period,) = entry.periods

    assert reading.edition == date(2026, 10, 28)
    assert (entry.id, entry.printed, entry.subject_type) == ("eu-fsf:13", "Acme Trading Company", "organisation")
    assert entry.names == [("alias", "Acme Commerce")]
    assert (entry.countries, entry.addresses) == (["IQ"], ["5 Main, Baghdad"])
    assert Identifier.of("RU-INN", "7722515837") in entry.identifiers
    assert Identifier.of("UN-SC", "IQe.001") in entry.identifiers
    assert (str(period.start), period.citation) == ("2003-07-08", "1210/2003 (OJ L169)")
    assert reading.files[0].kept == 4


def test_an_address_before_the_name_of_its_entity_is_not_lost() -> None:
    reading = read_official("eu-fsf", [fsf(ADDRESS, NAMED)])

    assert reading.entries[0].countries == ["IQ"]
    assert (reading.files[0].kept, reading.skipped) == (2, ())


def test_ids_need_not_be_numbers() -> None:
    rows = [NAMED | {"Entity_LogicalId": f"EU-{letter}", "NameAlias_WholeName": f"Acme {letter}"} for letter in "ABC"]

    entries = read_official("eu-fsf", [fsf(*rows)]).entries

    assert [entry.id for entry in entries] == ["eu-fsf:EU-A", "eu-fsf:EU-B", "eu-fsf:EU-C"]


def test_an_entity_without_any_name_is_skipped_and_said() -> None:
    nameless = ADDRESS | {"Entity_LogicalId": "99"}

    reading = read_official("eu-fsf", [fsf(NAMED, nameless)])

    assert [(row.place, row.reason) for row in reading.skipped] == [("line 3", "no row of this entity has a name")]


def test_without_a_day_of_designation_the_regulation_gives_both_dates() -> None:
    (entry,) = read_official("eu-fsf", [fsf(NAMED | {"Entity_DesignationDate": ""})]).entries

    assert (str(entry.periods[0].start), str(entry.periods[0].published)) == ("2003-07-09", "2003-07-08")


@pytest.mark.parametrize(
    ("code", "subject"), [("P", "person"), ("person", "person"), ("E", "organisation"), ("", None)]
)
def test_the_subject_is_told_only_where_the_list_tells_it(code: str, subject: str | None) -> None:
    (entry,) = read_official("eu-fsf", [fsf(NAMED | {"Entity_SubjectType": code})]).entries

    assert entry.subject_type == subject


def test_bare_quotes_and_unknown_columns_do_not_stop_the_reader() -> None:
    quoted = NAMED | {"NameAlias_WholeName": '"Acme" Trading', "Shoe_Size": "45"}

    reading = read_official("eu-fsf", [fsf(quoted, columns=[*FSF_COLUMNS, "Shoe_Size"])])

    assert reading.entries[0].printed == '"Acme" Trading'
    assert reading.unknown_columns == ("Shoe_Size",)


def test_xml_is_read_with_a_period_per_regulation() -> None:
    reading = read_official("eu-fsf", [ListFile("eu.xml", XML.encode())])
    firm, person = reading.entries

    assert reading.edition == date(2026, 10, 28)
    assert [period.citation for period in firm.periods] == ["1210/2003 (OJ L169)", "269/2014 (OJ L78)"]
    assert firm.names == [("weak_alias", "Acme Commerce")]
    assert (firm.countries, firm.subject_type) == (["IQ"], "organisation")
    assert (person.name, person.subject_type) == ("Jo Doe", "person")
    assert (str(person.periods[0].start), str(person.periods[0].published)) == ("2020-01-02", "2020-01-01")


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (ListFile("eu.csv", fsf(NAMED, ALIAS).content[:-60]), "line 3: the file ends inside this row"),
        (ListFile("eu.csv", b"a;b;c\n1;2;3\n"), "no header row with the columns Entity_LogicalId"),
        (fsf(), "no usable row among 0"),
        (fsf(*[NAMED | {"Entity_LogicalId": ""}] * 3), "3 of 3 rows do not fit"),
        (ListFile("eu.xml", XML[:-60].encode()), "this is not XML"),
        (ListFile("eu.xml", b"<CONSOLIDATED_LIST/>"), "begins with <CONSOLIDATED_LIST>, expected <export>"),
        (ListFile("eu.json", b"{}"), "this is JSON"),
    ],
)
def test_a_cut_or_foreign_file_is_refused(file: ListFile, reason: str) -> None:
    with pytest.raises(ListError, match=reason):
        read_official("eu-fsf", [file])
