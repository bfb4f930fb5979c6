"""The notice as a whole: dates, ids, procedure, and notices that say little."""

from dataclasses import fields
from datetime import date

import pytest

from tests.tender.eforms.notices import NAMESPACES, lot, notice, read
from vendorscreen.errors import TenderError
from vendorscreen.tender import parse_tender
from vendorscreen.tender.tender import Buyer

CODE = "<cac:TenderingProcess><cbc:ProcedureCode>{}</cbc:ProcedureCode></cac:TenderingProcess>"
PUBLISHED = "<efac:Publication><efbc:NoticePublicationID>{}</efbc:NoticePublicationID></efac:Publication>"


def test_a_call_for_competition_is_launched_when_it_is_dispatched() -> None:
    tender = read(root="ContractNotice", kind="competition")
    assert (tender.date, tender.launched) == (date(2026, 3, 2), date(2026, 3, 2))


@pytest.mark.parametrize("kind", ["planning", "result", "dir-awa-pre", "cont-modif"])
def test_other_notices_do_not_say_when_the_procedure_was_launched(kind: str) -> None:
    assert read(kind=kind).launched is None


def test_a_change_does_not_launch_again() -> None:
    assert read(root="ContractNotice", kind="competition", more="<efac:Changes/>").launched is None


def test_a_notice_goes_by_the_number_it_was_published_under() -> None:
    assert read(more=PUBLISHED.format("00587711-2025")).id == "00587711-2025"
    assert read(more=PUBLISHED.format("n.a.")).id == "notice-1"
    assert read().id == "notice-1"


@pytest.mark.parametrize(
    ("code", "method"),
    [("open", "open"), ("restricted", "selective"), ("neg-wo-call", "limited"), ("oth-single", None), ("x", None)],
)
def test_procedures_are_read_as_ocds_methods(code: str, method: str | None) -> None:
    assert read(body=CODE.format(code)).procurement_method == method


def test_only_a_celex_number_is_a_legal_basis() -> None:
    assert read().legal_basis == "32014L0024"
    other = notice().replace(b"32014L0024", b"OTHER")
    assert parse_tender(other, "n.xml").legal_basis is None


def test_title_and_nature_are_those_of_the_procedure() -> None:
    project = (
        "<cac:ProcurementProject><cbc:Name languageID='POL'>Skanery</cbc:Name><cbc:Name languageID='ENG'>Scanners"
        "</cbc:Name><cbc:ProcurementTypeCode listName='contract-nature'>supplies</cbc:ProcurementTypeCode>"
        "</cac:ProcurementProject>"
    )
    tender = read(body=project, lots=lot())
    assert (tender.title, tender.category) == ("Scanners", "goods")


def test_a_notice_with_nothing_inside_leaves_everything_unknown() -> None:
    name = "urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
    tender = parse_tender(f'<ContractNotice xmlns="{name}" {NAMESPACES}/>'.encode(), "n.xml")
    known = {
        field: value
        for field in (one.name for one in fields(tender))
        if field not in ("source", "locate", "parties", "site", "data", "declarations", "warnings")
        and (value := getattr(tender, field)) not in (None, Buyer())
    }
    assert known == {}
    assert [str(warning) for warning in tender.warnings] == ["n.xml:1:1: /ContractNotice: no buyer is named"]


def test_a_registration_of_a_company_is_no_procurement() -> None:
    name = "http://data.europa.eu/p27/eforms-business-registration-information-notice/1"
    with pytest.raises(TenderError, match="registers a company and is no procurement"):
        parse_tender(f'<BusinessRegistrationInformationNotice xmlns="{name}"/>'.encode(), "n.xml")
