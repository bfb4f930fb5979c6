"""The consolidated list of the United Nations Security Council."""

from datetime import date

import pytest

from tests.lists.readers.files import un
from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers import ListFile, read_official

FIRM = (
    "<ENTITY><DATAID>6908024</DATAID><FIRST_NAME>ACME AIRLINES (AAL)</FIRST_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>"
    "<REFERENCE_NUMBER>CDe.002</REFERENCE_NUMBER><LISTED_ON>2007-03-29</LISTED_ON><COMMENTS1>Line\nbreak</COMMENTS1>"
    "<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Acme Old</ALIAS_NAME></ENTITY_ALIAS>"
    "<ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS>"
    "<ENTITY_ADDRESS><CITY>Goma</CITY><COUNTRY>Democratic Republic of the Congo</COUNTRY></ENTITY_ADDRESS></ENTITY>"
)
PERSON = (
    "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ERIC</FIRST_NAME><SECOND_NAME>DOE</SECOND_NAME>"
    "<LISTED_ON>2012-12-31</LISTED_ON><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Eagle</ALIAS_NAME>"
    "</INDIVIDUAL_ALIAS></INDIVIDUAL>"
)


def test_persons_and_entities_are_told_apart_and_named_whole() -> None:
    reading = read_official("un-sc", [un(FIRM, PERSON)])
    person, firm = reading.entries

    assert reading.edition == date(2026, 2, 27)
    assert (firm.name, firm.subject_type) == ("ACME AIRLINES", "organisation")
    assert firm.names == [("weak_alias", "AAL"), ("previous_name", "Acme Old")]
    assert firm.countries == ["CD"]
    assert firm.identifiers == [Identifier.of("UN-SC", "CDe.002")]
    assert (str(firm.periods[0].start), firm.periods[0].citation) == ("2007-03-29", "CDe.002")
    assert (person.name, person.subject_type, person.names) == ("ERIC DOE", "person", [("weak_alias", "Eagle")])


def test_two_names_in_one_element_are_two_names() -> None:
    both = FIRM.replace("ACME AIRLINES (AAL)", "COMPAGNIE ACME (CA) ; GREAT ACME COMPANY")

    (entry,) = read_official("un-sc", [un(both)]).entries

    assert entry.name == "COMPAGNIE ACME"
    assert ("alias", "GREAT ACME COMPANY") in entry.names


def test_elements_that_are_not_known_are_named() -> None:
    reading = read_official("un-sc", [un(FIRM.replace("<LISTED_ON>", "<SHOE_SIZE>45</SHOE_SIZE><LISTED_ON>"))])

    assert reading.unknown_columns == ("SHOE_SIZE",)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (ListFile("un.xml", un(FIRM, PERSON).content[:-40]), "this is not XML"),
        (ListFile("un.xml", b"<export/>"), "begins with <export>, expected <CONSOLIDATED_LIST>"),
        (un(), "no usable row among 0"),
        (ListFile("un.xml", b"<" * 1000), "this is not XML"),
    ],
)
def test_a_cut_or_foreign_file_is_refused(file: ListFile, reason: str) -> None:
    with pytest.raises(ListError, match=reason):
        read_official("un-sc", [file])


def test_an_entity_bomb_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "0000000000"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    text = un(FIRM.replace("ACME AIRLINES (AAL)", "ACME &b;")).content
    file = ListFile("un.xml", text.replace(b"<CONSOLIDATED_LIST", bomb + b"<CONSOLIDATED_LIST", 1))

    with pytest.raises(ListError, match="document type declaration"):
        read_official("un-sc", [file])


def test_an_external_entity_is_refused() -> None:
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    text = un(FIRM.replace("ACME AIRLINES (AAL)", "ACME &a;")).content
    file = ListFile("un.xml", text.replace(b"<CONSOLIDATED_LIST", outside + b"<CONSOLIDATED_LIST", 1))

    with pytest.raises(ListError, match="document type declaration"):
        read_official("un-sc", [file])
