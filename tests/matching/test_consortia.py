"""Names with more than a name in them: every member of a consortium is screened, and decoration hides nobody."""

import pytest

from tests.matching.conftest import DAY, Screened
from vendorscreen.matching import Certainty, match_tender
from vendorscreen.name import read_names
from vendorscreen.tender import parse_tender
from vendorscreen.watchlist import Watchlist


@pytest.mark.parametrize(
    ("name", "vendor", "role"),
    [
        ("Consortium “DAMCO ENERGY S.A. – ZTE CORPORATION”", "zte", "member"),
        ("Κοινοπραξία ΑΒΑΞ Α.Ε. – HUAWEI TECHNOLOGIES Co., Ltd.", "huawei", "member"),
        (
            "Konsorcjum firm: Budimex S.A. (lider), Nuctech Warsaw Company Limited sp. z o.o. (partner)",
            "nuctech-warsaw",
            "partner",
        ),
        (
            "Konsorcjum firm: Nuctech Warsaw Company Limited sp. z o.o. (lider), Budimex S.A. (partner)",
            "nuctech-warsaw",
            "lead",
        ),
        ("ATI ICM S.p.A. (mandataria) — Zhejiang Dahua Technology Co., Ltd.", "dahua", "member"),
        (
            "RTI: Hangzhou Hikvision Digital Technology Co., Ltd. (mandataria) - Beta S.r.l. (mandante)",
            "hikvision",
            "lead",
        ),
        ("ARGE Müller GmbH / Huawei Technologies Deutschland GmbH", "huawei-technologies-deutschland", "member"),
        ("UTE Sacyr - Dahua Technology", "dahua", "member"),
        ("Groupement Colas SA - Huawei Technologies Co., Ltd.", "huawei", "member"),
        ("Combinatie Van Oord / Nuctech Netherlands B.V.", "instech-netherlands", "member"),
    ],
)
def test_every_member_is_screened_and_keeps_its_role(screened: Screened, name: str, vendor: str, role: str) -> None:
    match = screened(name)[vendor]
    assert match.relation == "same"
    assert match.certainty is Certainty.PROBABLE
    assert any(
        part.role == role and match.listed_name.split()[0].lower() in part.text.lower() for part in read_names(name)
    )


@pytest.mark.parametrize(
    "name",
    [
        "Consortium “DAMCO ENERGY S.A. – XIAN ELECTRIC ENGINEERING Co, Ltd”",
        "Konsorcjum firm: Budimex S.A. (lider), Strabag Sp. z o.o. (partner)",
        "ATI ICM S.p.A. (mandataria) — ITINERA S.p.A.",
        "ARGE Müller GmbH / Huber AG",
        "UTE Sacyr - Ferrovial",
        "WCL UK Ltd t/a Everything ICT",
        "Topcoat Construction Ltd T/A TCL Group",
    ],
)
def test_a_consortium_of_firms_on_no_list_is_no_match(screened: Screened, name: str) -> None:
    assert screened(name) == {}


@pytest.mark.parametrize(
    "name",
    [
        "WCL UK Ltd t/a Nuctech Company Limited",
        "Topcoat Ltd T/A Nuctech Company Limited",
        "Nuctech Company Limited (the ‘Supplier’)",
        "Acme Ltd c/o Nuctech Company Limited",
        "\t\tNuctech Company Limited",
        "## Nuctech Company Limited ##",
        "Nuctech  Company   Limited",
        "“Nuctech Company Limited”",
        "Nuctech Company Limited VAT PL5252460467",
        "Nuctech Company Limited NIP 5252460467",
    ],
)
def test_decoration_hides_nobody(screened: Screened, name: str) -> None:
    assert screened(name)["nuctech"].relation == "same"


def test_a_tax_number_with_dashes_hides_nobody(screened: Screened) -> None:
    assert screened("Nuctech Company Limited, NIP 525-246-04-67")["nuctech"].relation == "same"


def test_a_remark_on_the_contract_leaves_the_name_equal(screened: Screened) -> None:
    match = screened("Huawei Technologies Co., Ltd. (the ‘Supplier’)", "CN")["huawei"]
    assert match.certainty is Certainty.STRONG


def test_the_parties_of_a_tender_have_matches_of_their_own_whatever_their_roles(watchlist: Watchlist) -> None:
    text = b"""
parties:
- {id: T, name: Hikvision Europe B.V., roles: [tenderer, supplier], address: {country: NL}}
- {id: S, name: "Hangzhou Hikvision Digital Technology Co., Ltd.", roles: [subcontractor], address: {country: CN}}
bids: {details: [{id: B1, tenderers: [{id: T}], subcontracting: {subcontracts: [{subcontractor: {id: S}, share: 0.03}]}}]}
"""
    matches = {(match.party, match.vendor.id): match for match in match_tender(parse_tender(text, "t"), watchlist, DAY)}
    assert matches["T", "hikvision"].relation == "affiliate"
    assert matches["S", "hikvision"].relation == "same"


def test_nobody_named_is_nobody_matched(watchlist: Watchlist) -> None:
    for text in (b"awards: [{id: A, status: active, suppliers: []}]", b"parties: [{id: X, roles: [supplier]}]"):
        assert match_tender(parse_tender(text, "t"), watchlist, DAY) == []
