"""The legacy TED notice as a whole: buyers, dates, codes, translations, and the odd codes of TED."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tender.ted.exports import NAMESPACE, address, award, contractor, export, read
from vendorscreen.tender import parse_tender
from vendorscreen.tender.tender import Collection, Value

BODY = "<CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY>{}</ADDRESS_CONTRACTING_BODY>{}</CONTRACTING_BODY>"
CONTRACT_NOTICE = '<CODIF_DATA><DS_DATE_DISPATCH>20200107</DS_DATE_DISPATCH><TD_DOCUMENT_TYPE CODE="3"/></CODIF_DATA>'


def test_the_buyer_is_read_with_its_kind() -> None:
    kind = '<CA_TYPE VALUE="MINISTRY"/><CA_ACTIVITY VALUE="DEFENCE"/>'
    buyer = read(BODY.format(address("Ministry"), kind)).buyer
    assert (buyer.name, buyer.country, buyer.level, buyer.sector) == ("Ministry", "FR", "national", "defence")


def test_a_regional_or_local_authority_is_either_so_its_level_is_unknown() -> None:
    assert read(BODY.format(address("Town"), '<CA_TYPE VALUE="REGIONAL_AUTHORITY"/>')).buyer.level is None


def test_joint_buyers_are_all_parties() -> None:
    further = f"<ADDRESS_CONTRACTING_BODY_ADDITIONAL>{address('Two')}</ADDRESS_CONTRACTING_BODY_ADDITIONAL>"
    parties = read(BODY.format(address("One"), further)).parties
    assert [(party.name, party.roles) for party in parties] == [("One", ("buyer",)), ("Two", ("buyer",))]


@pytest.mark.parametrize(("written", "code"), [("UK", "GB"), ("GR", "GR"), ("1A", "XK"), ("RE", "RE"), ("CN", "CN")])
def test_the_country_codes_of_ted_are_known(written: str, code: str) -> None:
    assert read(award(contractor("Acme", written))).parties.members[0].country == code


def test_a_region_tells_the_country_where_none_is_stated() -> None:
    winner = "<CONTRACTOR><OFFICIALNAME>Acme</OFFICIALNAME><NUTS CODE='EL301'/></CONTRACTOR>"
    assert read(award(winner)).parties.members[0].country == "GR"


def test_a_name_given_as_number_is_no_identifier() -> None:
    party = read(award(contractor("Acme Ltd", "UK", "Acme Ltd"))).parties.members[0]
    assert party.identifiers == ()


@pytest.mark.parametrize("namespace", [NAMESPACE, "ted/R2.0.9.S02/publication", "http://example.eu/other"])
def test_the_namespace_does_not_matter(namespace: str) -> None:
    assert (
        parse_tender(export(award(contractor("Acme")), namespace=namespace), "t.xml").parties.members[0].name == "Acme"
    )


def test_only_the_original_is_read_not_its_translations() -> None:
    translation = f'<F03_2014 CATEGORY="TRANSLATION" LG="DE">{award(contractor("Wrong"))}</F03_2014>'
    content = export(award(contractor("Right"))).replace(b"<FORM_SECTION>", b"<FORM_SECTION>" + translation.encode())
    assert [party.name for party in parse_tender(content, "t.xml").parties] == ["Right"]


def test_the_form_itself_may_be_the_root() -> None:
    form = f'<CONTRACT_AWARD_DEFENCE LG="EN" CATEGORY="ORIGINAL">{BODY.format(address("MoD"), "")}</CONTRACT_AWARD_DEFENCE>'
    tender = parse_tender(form.encode(), "t.xml")
    assert (tender.buyer.name, tender.legal_basis) == ("MoD", "32009L0081")
    assert tender.locate(tender.buyer.at).startswith("t.xml#/CONTRACT_AWARD_DEFENCE/CONTRACTING_BODY/")


@pytest.mark.parametrize(
    ("written", "celex"),
    [
        ('<LEGAL_BASIS VALUE="32014L0025"/>', "32014L0025"),
        ('<DIRECTIVE VALUE="2009/81/EC"/>', "32009L0081"),
        ("<LEGAL_BASIS_OTHER/>", None),
    ],
)
def test_the_legal_basis_is_a_celex_number(written: str, celex: str | None) -> None:
    assert read(written).legal_basis == celex


def test_a_contract_notice_launches_an_award_notice_does_not() -> None:
    assert read("", coded=CONTRACT_NOTICE).launched == date(2020, 1, 7)
    assert read("", coded=CONTRACT_NOTICE.replace('"3"', '"7"')).launched is None


def test_lots_items_and_the_estimate_are_read() -> None:
    form = (
        "<OBJECT_CONTRACT><TITLE><P>Scanners</P></TITLE><CPV_MAIN><CPV_CODE CODE='38581000'/></CPV_MAIN>"
        "<TYPE_CONTRACT CTYPE='SUPPLIES'/><SHORT_DESCR><P>For bags</P><P>and <FT>2</FT> more</P></SHORT_DESCR>"
        "<VAL_ESTIMATED_TOTAL CURRENCY='EUR'>900</VAL_ESTIMATED_TOTAL><LOT_DIVISION/>"
        "<OBJECT_DESCR ITEM='1'><TITLE><P>North</P></TITLE><LOT_NO>1</LOT_NO>"
        "<CPV_ADDITIONAL><CPV_CODE CODE='35125300'/></CPV_ADDITIONAL><VAL_OBJECT CURRENCY='EUR'>400</VAL_OBJECT>"
        "</OBJECT_DESCR><OBJECT_DESCR ITEM='2'><LOT_NO>2</LOT_NO></OBJECT_DESCR></OBJECT_CONTRACT>"
        "<PROCEDURE><PT_OPEN/><CONTRACT_COVERED_GPA/></PROCEDURE>"
    )
    tender = read(form, name="F02_2014")
    assert (tender.title, tender.description, tender.category) == ("Scanners", "For bags\nand 2 more", "goods")
    assert (tender.procurement_method, tender.value) == ("open", Value(Decimal(900), "EUR"))
    assert tender.covered_by == Collection(("GPA",), complete=False)
    assert [(item.lot, item.cpv) for item in tender.items or ()] == [(None, ("38581000",)), ("1", ("35125300",))]
    assert [(lot.id, lot.title, lot.value) for lot in tender.lots or ()] == [
        ("1", "North", Value(Decimal(400), "EUR")),
        ("2", None, None),
    ]


def test_an_undivided_purchase_has_no_lots_and_the_estimate_of_its_only_award() -> None:
    values = "<VALUES><VAL_ESTIMATED_TOTAL CURRENCY='EUR'>27</VAL_ESTIMATED_TOTAL></VALUES>"
    form = "<OBJECT_CONTRACT><NO_LOT_DIVISION/><OBJECT_DESCR ITEM='1'/></OBJECT_CONTRACT>"
    tender = read(form + award(contractor("Acme"), values))
    assert (tender.lots, tender.value) == (Collection(()), Value(Decimal(27), "EUR"))


def test_codes_in_the_coded_part_are_read_where_the_form_has_none() -> None:
    coded = '<NOTICE_DATA><ORIGINAL_CPV CODE="38581000">Scanners</ORIGINAL_CPV></NOTICE_DATA>'
    tender = read("", coded=coded)
    assert [item.cpv for item in tender.items or ()] == [("38581000",)]
    both = read("<CPV_MAIN><CPV_CODE CODE='35120000'/></CPV_MAIN>", coded=coded)
    assert [item.cpv for item in both.items or ()] == [("35120000",)]


def test_two_lots_of_one_number_stay_two_lots() -> None:
    lots = "<OBJECT_DESCR ITEM='1'><LOT_NO>1</LOT_NO></OBJECT_DESCR>" * 2
    tender = read(f"<OBJECT_CONTRACT>{lots}</OBJECT_CONTRACT>")
    assert [lot.id for lot in tender.lots or ()] == ["1", "1 (2)"]
