"""Winners in every layout that legacy TED notices have had."""

from datetime import date

import pytest

from tests.tender.ted.exports import address, award, contractor, read
from vendorscreen.tender import Tender
from vendorscreen.tender.tender import Collection

ACME = contractor("Acme SA")


def winners(tender: Tender) -> list[tuple[str | None, str | None]]:
    return [(party.name, party.country) for party in tender.parties if "supplier" in party.roles]


@pytest.mark.parametrize(
    ("layout", "form"),
    [
        ("wrapped", award(f"<CONTRACTORS>{ACME}</CONTRACTORS>")),
        ("bare", award(ACME)),
        (
            "modification",
            (
                f"<MODIFICATIONS_CONTRACT><DESCRIPTION_PROCUREMENT><CONTRACTORS>{ACME}</CONTRACTORS>"
                "</DESCRIPTION_PROCUREMENT></MODIFICATIONS_CONTRACT>"
            ),
        ),
        (
            "design contest",
            (
                "<RESULTS><AWARDED_PRIZE><WINNERS><WINNER><ADDRESS_WINNER>"
                f"{address('Acme SA')}</ADDRESS_WINNER></WINNER></WINNERS></AWARDED_PRIZE></RESULTS>"
            ),
        ),
        (
            "R2.0.8",
            (
                "<AWARD_OF_CONTRACT_DEFENCE><ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME>"
                '<ORGANISATION><OFFICIALNAME>Acme SA</OFFICIALNAME></ORGANISATION><COUNTRY VALUE="FR"/>'
                "</CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME></ECONOMIC_OPERATOR_NAME_ADDRESS></AWARD_OF_CONTRACT_DEFENCE>"
            ),
        ),
    ],
)
def test_a_winner_is_found_in_each_layout(layout: str, form: str) -> None:
    assert winners(read(form)) == [("Acme SA", "FR")], layout


def test_a_group_wins_together() -> None:
    tender = read(award(f"<CONTRACTORS><AWARDED_TO_GROUP/>{ACME}{contractor('Beta AG', 'DE')}</CONTRACTORS>"))
    assert tender.awards is not None
    assert tender.awards.members[0].suppliers == tuple(party.id for party in tender.parties)


def test_who_wins_twice_is_one_party() -> None:
    tender = read(award(ACME) + award(contractor("ACME SA"), item=2) + award(contractor("Acme SA", "BE"), item=3))
    assert winners(tender) == [("Acme SA", "FR"), ("Acme SA", "BE")]
    assert [one.suppliers for one in tender.awards or ()] == [("party-1",), ("party-1",), ("party-2",)]


def test_a_lot_that_was_not_awarded_has_no_award() -> None:
    none = "<AWARD_CONTRACT ITEM='1'><NO_AWARDED_CONTRACT><PROCUREMENT_UNSUCCESSFUL/></NO_AWARDED_CONTRACT></AWARD_CONTRACT>"
    assert read(none).awards == Collection((), complete=False)


def test_a_notice_that_awards_nothing_does_not_say_that_nobody_won() -> None:
    assert read("<OBJECT_CONTRACT/>").awards is None


def test_winners_only_are_named_so_there_may_be_more_parties_and_bids() -> None:
    tender = read(award(ACME))
    assert tender.bids is not None
    assert (tender.parties.complete, tender.bids.complete) == (False, False)


def test_a_withheld_winner_is_withheld() -> None:
    tender = read(
        award('<CONTRACTORS PUBLICATION="NO"/>') + award(f'<CONTRACTORS PUBLICATION="NO">{ACME}</CONTRACTORS>')
    )
    assert [(party.name, party.withheld) for party in tender.parties] == [(None, True), ("Acme SA", True)]


def test_values_dates_and_lots_of_an_award_are_read() -> None:
    lots = "<OBJECT_DESCR ITEM='1'><LOT_NO>4</LOT_NO></OBJECT_DESCR>"
    form = (
        "<AWARD_CONTRACT ITEM='1'><CONTRACT_NO>C/7</CONTRACT_NO><LOT_NO>4</LOT_NO><AWARDED_CONTRACT>"
        f"<DATE_CONCLUSION_CONTRACT>2020-02-28</DATE_CONCLUSION_CONTRACT>{ACME}"
        '<VALUES><VAL_TOTAL CURRENCY="EUR">1234.50</VAL_TOTAL></VALUES></AWARDED_CONTRACT></AWARD_CONTRACT>'
    )
    tender = read(f"<OBJECT_CONTRACT>{lots}</OBJECT_CONTRACT>{form}")
    assert tender.awards is not None
    assert tender.contracts is not None
    award_, signed = tender.awards.members[0], tender.contracts.members[0]
    assert (award_.lots, award_.date, str(award_.value and award_.value.amount)) == (("4",), None, "1234.50")
    assert (signed.id, signed.award, signed.signed) == ("C/7", award_.id, date(2020, 2, 28))


def test_dates_written_in_parts_are_read() -> None:
    day = "<CONTRACT_AWARD_DATE><DAY>3</DAY><MONTH>7</MONTH><YEAR>2013</YEAR></CONTRACT_AWARD_DATE>"
    winner = f"<ECONOMIC_OPERATOR_NAME_ADDRESS>{address('Acme SA')}</ECONOMIC_OPERATOR_NAME_ADDRESS>"
    tender = read(f"<AWARD_OF_CONTRACT>{day}{winner}</AWARD_OF_CONTRACT>", name="CONTRACT_AWARD")
    assert tender.awards is not None
    assert tender.awards.members[0].date == date(2013, 7, 3)


def test_a_value_with_vat_is_no_value_without() -> None:
    cost = "<VAL_TOTAL CURRENCY='EUR'><VALUE_COST FMTVAL='120'>120</VALUE_COST>{}</VAL_TOTAL>"
    with_vat = read(award(ACME, cost.format("<INCLUDING_VAT/>")))
    without = read(award(ACME, cost.format("<EXCLUDING_VAT/>")))
    assert with_vat.awards is not None
    assert without.awards is not None
    assert with_vat.awards.members[0].value is None
    assert without.awards.members[0].value is not None


def test_goods_from_outside_the_union_have_a_country() -> None:
    origin = "<COUNTRY_ORIGIN><NON_COMMUNITY_ORIGIN VALUE='CN'/><NON_COMMUNITY_ORIGIN VALUE='US'/></COUNTRY_ORIGIN>"
    inside = "<COUNTRY_ORIGIN><COMMUNITY_ORIGIN/></COUNTRY_ORIGIN>"
    tender = read(award(ACME, origin) + award(ACME, inside, item=2), name="F06_2014")
    assert [bid.origins for bid in tender.bids or ()] == [("CN", "US"), None]


def test_likely_subcontracting_is_open_and_silence_says_nothing() -> None:
    tender = read(award(ACME, "<LIKELY_SUBCONTRACTED/>") + award(ACME, item=2))
    assert [bid.subcontracts for bid in tender.bids or ()] == [Collection((), complete=False), None]


def test_a_winner_outside_an_award_is_a_party_without_one() -> None:
    tender = read(f"{award(ACME)}<ELSEWHERE>{contractor('Beta SA')}{ACME}</ELSEWHERE>")
    assert winners(tender) == [("Acme SA", "FR"), ("Beta SA", "FR")]
    assert len(tender.awards or ()) == 1
