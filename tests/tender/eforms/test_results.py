"""Who tendered and who won: through lot results and contracts, never by standing in the notice."""

from datetime import date

import pytest

from tests.tender.eforms.notices import (
    contract,
    lot,
    lot_result,
    lot_tender,
    organisation,
    read,
    tendering_party,
    told,
)
from vendorscreen.tender import Tender
from vendorscreen.tender.tender import Collection

TWO = organisation("A") + organisation("B")
GROUPS = tendering_party("TPA-1", "A") + tendering_party("TPA-2", "B")
TENDERS = lot_tender("TEN-1", "TPA-1") + lot_tender("TEN-2", "TPA-2")
LOT = lot()


def roles(tender: Tender) -> dict[str, tuple[str, ...]]:
    return {party.id: party.roles for party in tender.parties}


def test_a_tender_that_is_only_listed_has_not_won() -> None:
    results = lot_result("RES-1", "selec-w", "TEN-1 TEN-2", "CON-1") + TENDERS + contract("CON-1", "TEN-1") + GROUPS
    assert roles(read(TWO, results, lots=LOT)) == {"A": ("tenderer", "supplier"), "B": ("tenderer",)}


def test_without_contracts_the_chosen_winner_is_whoever_the_result_lists() -> None:
    results = lot_result("RES-1", "selec-w", "TEN-1") + TENDERS + GROUPS
    assert roles(read(TWO, results, lots=LOT)) == {"A": ("tenderer", "supplier"), "B": ("tenderer",)}


@pytest.mark.parametrize("code", ["clos-nw", "open-nw"])
def test_a_result_without_winner_awards_nothing_even_where_a_contract_contradicts_it(code: str) -> None:
    results = lot_result("RES-1", code, "TEN-1", "CON-1") + TENDERS + contract("CON-1", "TEN-1") + GROUPS
    tender = read(TWO, results, lots=LOT)
    assert roles(tender) == {"A": ("tenderer",), "B": ("tenderer",)}
    assert tender.awards == Collection((), complete=False)


def test_notices_without_a_result_code_name_their_winner_by_contract() -> None:
    results = lot_result("RES-1", "", "TEN-1 TEN-2", "CON-1") + TENDERS + contract("CON-1", "TEN-2") + GROUPS
    assert roles(read(TWO, results, lots=LOT)) == {"A": ("tenderer",), "B": ("tenderer", "supplier")}


def test_without_code_and_contract_nobody_has_won() -> None:
    tender = read(TWO, lot_result("RES-1", "", "TEN-1") + TENDERS + GROUPS, lots=LOT)
    assert roles(tender) == {"A": ("tenderer",), "B": ("tenderer",)}


def test_references_and_definitions_of_one_name_are_kept_apart() -> None:
    results = lot_result("RES-1", "selec-w", "TEN-1", "CON-1") + TENDERS + contract("CON-1", "TEN-1") + GROUPS
    tender = read(TWO, results, lots=LOT)
    assert [bid.id for bid in tender.bids or ()] == ["TEN-1", "TEN-2"]
    assert [one.id for one in tender.contracts or ()] == ["CON-1"]


def test_a_group_has_its_leader_and_all_its_members_win() -> None:
    results = (
        lot_result("RES-1", "selec-w", "TEN-1")
        + lot_tender("TEN-1", "TPA-1")
        + tendering_party("TPA-1", "A", "B", lead="B")
    )
    assert roles(read(TWO, results, lots=LOT)) == {
        "A": ("tenderer", "supplier"),
        "B": ("tenderer", "leadTenderer", "supplier"),
    }


def test_subcontractors_keep_their_main_contractors() -> None:
    passed_on = (
        "<efac:SubContractor><cbc:ID>S</cbc:ID><efac:MainContractor><cbc:ID>A</cbc:ID></efac:MainContractor>"
        "<efac:MainContractor><cbc:ID>B</cbc:ID></efac:MainContractor></efac:SubContractor>"
    )
    terms = (
        "<efac:SubcontractingTerm><efbc:TermPercent>30</efbc:TermPercent>"
        "<efbc:TermCode listName='applicability'>yes</efbc:TermCode></efac:SubcontractingTerm>"
    )
    results = lot_tender("TEN-1", "TPA-1", terms) + tendering_party("TPA-1", "A", "B", more=passed_on)
    tender = read(TWO + organisation("S"), results, lots=LOT)
    assert tender.bids is not None
    subcontracts = tender.bids.members[0].subcontracts
    assert subcontracts is not None
    assert not subcontracts.complete
    assert [(one.subcontractor, one.main_contractors, one.share) for one in subcontracts] == [("S", ("A", "B"), 0.3)]
    assert roles(tender)["S"] == ("subcontractor",)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("no", Collection(())),
        ("yes", Collection((), complete=False)),
        ("unpublished", None),
        ("", None),
    ],
)
def test_that_nothing_is_passed_on_is_known_only_where_it_is_said(said: str, expected: object) -> None:
    term = f"<efac:SubcontractingTerm><efbc:TermCode listName='applicability'>{said}</efbc:TermCode></efac:SubcontractingTerm>"
    tender = read(TWO, lot_tender("TEN-1", "TPA-1", term if said else "") + GROUPS, lots=LOT)
    assert tender.bids is not None
    assert tender.bids.members[0].subcontracts == expected


def test_a_share_of_several_subcontractors_together_is_nobodys_share() -> None:
    two = "".join(f"<efac:SubContractor><cbc:ID>{one}</cbc:ID></efac:SubContractor>" for one in "AB")
    term = "<efac:SubcontractingTerm><efbc:TermPercent>30</efbc:TermPercent></efac:SubcontractingTerm>"
    results = lot_tender("TEN-1", "TPA-1", term) + tendering_party("TPA-1", "A", more=two)
    tender = read(TWO, results, lots=LOT)
    assert tender.bids is not None
    assert [one.share for one in tender.bids.members[0].subcontracts or ()] == [None, None]


def test_dates_and_values_of_awards_and_contracts_are_read() -> None:
    value = "<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID='NOK'>95000000.50</cbc:PayableAmount></cac:LegalMonetaryTotal>"
    dates = "<cbc:AwardDate>2026-02-01+01:00</cbc:AwardDate><cbc:IssueDate>2026-02-20Z</cbc:IssueDate>"
    results = (
        lot_result("RES-1", "selec-w", "TEN-1", "CON-1")
        + lot_tender("TEN-1", "TPA-1", value)
        + contract("CON-1", "TEN-1", dates)
        + tendering_party("TPA-1", "A")
    )
    tender = read(organisation("A"), results, lots=LOT)
    assert tender.awards is not None
    assert tender.contracts is not None
    award, signed = tender.awards.members[0], tender.contracts.members[0]
    assert (award.id, award.suppliers, award.lots, award.date) == ("RES-1", ("A",), ("LOT-0001",), date(2026, 2, 1))
    assert (signed.id, signed.award, signed.signed) == ("CON-1", "RES-1", date(2026, 2, 20))
    assert str(award.value and award.value.amount) == "95000000.50"
    assert award.value == signed.value


def test_the_value_of_an_award_to_several_is_not_guessed() -> None:
    value = "<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID='EUR'>9</cbc:PayableAmount></cac:LegalMonetaryTotal>"
    results = (
        lot_result("RES-1", "selec-w", "TEN-1 TEN-2")
        + lot_tender("TEN-1", "TPA-1", value)
        + lot_tender("TEN-2", "TPA-2", value)
        + GROUPS
    )
    tender = read(TWO, results, lots=LOT)
    assert tender.awards is not None
    assert tender.awards.members[0].value is None


@pytest.mark.parametrize("masked", ["-1", "unpublished"])
def test_a_withheld_value_is_unknown_without_a_warning(masked: str) -> None:
    value = f"<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID='EUR'>{masked}</cbc:PayableAmount></cac:LegalMonetaryTotal>"
    tender = read(TWO, lot_tender("TEN-1", "TPA-1", value) + GROUPS, lots=LOT)
    assert tender.bids is not None
    assert tender.bids.members[0].value is None
    assert told(tender) == []


def test_a_withheld_date_is_unknown() -> None:
    masked = contract("CON-1", "TEN-1", "<cbc:IssueDate>1970-01-01Z</cbc:IssueDate>")
    tender = read(TWO, lot_result("RES-1", "selec-w", "TEN-1", "CON-1") + TENDERS + masked + GROUPS, lots=LOT)
    assert tender.contracts is not None
    assert tender.contracts.members[0].signed is None


def test_the_origin_of_goods_belongs_to_its_tender() -> None:
    origin = "<efac:Origin><efbc:AreaCode>CHN</efbc:AreaCode></efac:Origin>" * 2
    tender = read(TWO, lot_tender("TEN-1", "TPA-1", origin) + lot_tender("TEN-2", "TPA-2") + GROUPS, lots=LOT)
    assert [bid.origins for bid in tender.bids or ()] == [("CN",), None]


def test_an_award_without_any_supplier_is_valid() -> None:
    tender = read(organisation("A"), lot_result("RES-1", "clos-nw"), lots=LOT)
    assert tender.awards == Collection((), complete=False)
    assert tender.bids is None


def test_a_tenderer_nobody_describes_is_kept_and_told() -> None:
    tender = read("", lot_tender("TEN-1", "TPA-1") + tendering_party("TPA-1", "GONE"), lots=LOT)
    gone = tender.party("GONE")
    assert gone is not None
    assert (gone.name, gone.roles) == (None, ("tenderer",))
    assert told(tender) == ["no organisation has the id 'GONE'"]


def test_a_tender_whose_tendering_party_is_missing_is_told_with_its_place() -> None:
    tender = read("", lot_tender("TEN-1", "TPA-9"), lots=LOT)
    (warning,) = (one for one in tender.warnings if "TPA-9" in one.message)
    assert warning.message == "no tendering party has the id 'TPA-9': who made this tender is not known"
    assert warning.field.endswith("/efac:NoticeResult/efac:LotTender/efac:TenderingParty/cbc:ID")


def test_a_tender_for_a_group_of_lots_is_for_each_of_them() -> None:
    group = (
        "<cac:TenderingTerms><cac:LotDistribution><cac:LotsGroup><cbc:LotsGroupID>GLO-0001</cbc:LotsGroupID>"
        + "".join(
            f"<cac:ProcurementProjectLotReference><cbc:ID>LOT-000{n}</cbc:ID></cac:ProcurementProjectLotReference>"
            for n in (1, 2)
        )
        + "</cac:LotsGroup></cac:LotDistribution></cac:TenderingTerms>"
    )
    tender = read(TWO, lot_tender("TEN-1", "TPA-1", lot="GLO-0001") + GROUPS, body=group, lots=lot() + lot("LOT-0002"))
    assert tender.bids is not None
    assert tender.bids.members[0].lots == ("LOT-0001", "LOT-0002")
