"""What eForms notices buy: codes, lots, values, and the regimes that are said to apply."""

from decimal import Decimal

import pytest

from tests.tender.eforms.notices import (
    cpv,
    extended,
    lot,
    lot_result,
    lot_tender,
    organisation,
    read,
    tendering_party,
    told,
)
from vendorscreen.tender.tender import Collection, Value

PROJECT = "<cac:ProcurementProject>{}</cac:ProcurementProject>"
ESTIMATE = (
    "<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID='EUR'>{}"
    "</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>"
)
FSR = (
    "<cac:ContractExecutionRequirement><cbc:ExecutionRequirementCode listName='fsr'>{}"
    "</cbc:ExecutionRequirementCode></cac:ContractExecutionRequirement>"
)
GPA = "<cbc:GovernmentAgreementConstraintIndicator>{}</cbc:GovernmentAgreementConstraintIndicator>"
IPI = extended(
    "<efac:StrategicProcurement><efbc:ApplicableLegalBasis listName='ipi-scope'>{}</efbc:ApplicableLegalBasis>"
    "</efac:StrategicProcurement>"
)


def test_codes_of_the_procedure_and_of_each_lot_are_items() -> None:
    tender = read(body=PROJECT.format(cpv("38581000", "35120000")), lots=lot(project=cpv("33111000")))
    assert tender.items is not None
    assert tender.items.complete
    assert [(item.lot, item.cpv) for item in tender.items] == [
        (None, ("38581000", "35120000")),
        ("LOT-0001", ("33111000",)),
    ]


def test_a_code_of_another_list_is_no_cpv() -> None:
    other = cpv("38581000").replace("'cpv'", "'unspsc'")
    assert read(body=PROJECT.format(other)).items is None


def test_a_code_that_is_none_is_unknown_and_told() -> None:
    tender = read(body=PROJECT.format(cpv("scanner")))
    assert tender.items is None
    assert told(tender) == ["'scanner' is no CPV code"]


def test_the_technical_lot_of_an_undivided_purchase_is_no_lot() -> None:
    description = "<cbc:Description>More about the whole</cbc:Description>"
    results = lot_result("RES-1", "selec-w", "TEN-1", lot="LOT-0000") + lot_tender("TEN-1", "TPA-1", lot="LOT-0000")
    tender = read(
        organisation("A"),
        results + tendering_party("TPA-1", "A"),
        body=PROJECT.format("<cbc:Description>The whole</cbc:Description>"),
        lots=lot("LOT-0000", cpv("38581000") + description + ESTIMATE.format("70")),
    )
    assert tender.lots == Collection(())
    assert tender.items is not None
    assert tender.items.members[0].lot is None
    assert tender.description == "The whole\nMore about the whole"
    assert tender.value == Value(Decimal(70), "EUR")
    assert tender.bids is not None
    assert tender.bids.members[0].lots == ()


def test_a_notice_without_lots_does_not_say_that_there_are_none() -> None:
    assert read().lots is None


def test_lots_of_a_call_are_all_lots_those_of_a_result_need_not_be() -> None:
    call = read(lots=lot() + lot("LOT-0002"), root="ContractNotice", kind="competition")
    result = read(organisation("A"), lot_result("RES-1"), lots=lot() + lot("LOT-0002"))
    assert call.lots is not None
    assert result.lots is not None
    assert (call.lots.complete, result.lots.complete) == (True, False)


def test_the_value_is_the_estimate_never_the_total_of_what_was_awarded() -> None:
    total = "<cbc:TotalAmount currencyID='EUR'>5</cbc:TotalAmount>"
    assert read(organisation("A"), total, lots=lot()).value is None
    assert read(body=PROJECT.format(ESTIMATE.format("7500000.25"))).value == Value(Decimal("7500000.25"), "EUR")


def test_the_maximum_of_a_framework_is_its_estimated_value() -> None:
    maximum = extended("<efbc:FrameworkMaximumAmount currencyID='SEK'>9</efbc:FrameworkMaximumAmount>")
    project = PROJECT.format(f"<cac:RequestedTenderTotal>{maximum}</cac:RequestedTenderTotal>")
    assert read(body=project).value == Value(Decimal(9), "SEK")


@pytest.mark.parametrize(
    ("gpa", "fsr", "ipi", "expected"),
    [
        ("true", "true", "true", Collection(("GPA", "EU-FSR", "EU-IPI"))),
        ("true", "false", "false", Collection(("GPA",))),
        ("false", "false", "false", Collection(())),
        ("true", "", "", Collection(("GPA",), complete=False)),
        ("", "true", "", Collection(("EU-FSR",), complete=False)),
        ("", "", "", None),
    ],
)
def test_regimes_are_open_unless_each_is_said_to_apply_or_not(
    gpa: str, fsr: str, ipi: str, expected: Collection[str] | None
) -> None:
    terms = (FSR.format(fsr) if fsr else "") + (IPI.replace("{}", ipi) if ipi else "")
    assert read(lots=lot(terms=terms, process=GPA.format(gpa) if gpa else "")).covered_by == expected


def test_a_regime_that_applies_to_one_lot_covers_the_procedure() -> None:
    lots = lot(process=GPA.format("false")) + lot("LOT-0002", process=GPA.format("true"))
    assert read(lots=lots).covered_by == Collection(("GPA",), complete=False)


def test_union_funds_are_one_source_of_the_money() -> None:
    funds = "<cbc:FundingProgramCode listName='eu-funded'>{}</cbc:FundingProgramCode>"
    funding = read(lots=lot(terms=funds.format("eu-funds"))).funding
    assert funding is not None
    assert ([one.source for one in funding], funding.complete) == (["eu"], False)
    assert read(lots=lot(terms=funds.format("no-eu-funds"))).funding is None


def test_a_code_that_lacks_a_digit_is_read_and_told() -> None:
    tender = read(body=PROJECT.format(cpv("9331200")))
    assert [item.cpv for item in tender.items or ()] == [("09331200",)]
    assert told(tender) == ["'9331200' lacks a digit of a CPV code, read as 09331200"]
