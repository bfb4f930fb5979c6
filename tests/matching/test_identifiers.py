"""Registered numbers go before names: equal ones confirm, contradicting ones lower, junk says nothing."""

import pytest

from tests.matching.conftest import DAY, Screened
from tests.watchlist.vendors import number, vendor, watchlist
from vendorscreen.matching import Certainty, Match, match_tender
from vendorscreen.tender.tender import Collection, Party, Tender

NUMBERS = {
    "LEI": ("HWUPKR0MPOU8FGXBT394", "hwup kr0m pou8 fgxb t394", "5493001KJTIIGC8Y1R12"),
    "USCC": ("91330000733796106P", "9133 0000 7337 9610 6p", "91110000100009563N"),
    "UEI": ("ZQGGHJH74DW7", "zqgg hjh7 4dw7", "ZQGGHJH74DW8"),
    "PL-KRS": ("0000123456", "123456", "0000654321"),
    "RU-INN": ("7703399790", "77 03399790", "7701411241"),
    "CAGE": ("1AB2C", "1ab2c", None),
    "DUNS": ("123456789", "12-345-6789", None),
    "PL-VAT": ("5263446902", "PL 526-344-69-02", None),
}
"""By scheme: a number, the same one written otherwise, and another where an organisation has one only."""


def matched(scheme: str, listed: str, written: str, name: str, country: str) -> dict[str, Match]:
    known = watchlist(vendor("acme", "Acme Optics Co., Ltd.", country="PL", identifiers=(number(scheme, listed),)))
    party = Party(id="P", name=name, country=country, roles=("tenderer",), identifiers=(number(scheme, written),))
    tender = Tender(source="test", parties=Collection((party,)))
    return {match.vendor.id: match for match in match_tender(tender, known, DAY)}


@pytest.mark.parametrize("scheme", NUMBERS)
def test_an_equal_number_confirms_however_it_is_written(scheme: str) -> None:
    listed, written, _ = NUMBERS[scheme]
    match = matched(scheme, listed, written, "Some Trading Name", "PL")["acme"]
    assert (match.basis, match.certainty) == ("identifier", Certainty.CONFIRMED)


@pytest.mark.parametrize("scheme", [scheme for scheme, (_, _, other) in NUMBERS.items() if other])
def test_another_number_lowers_an_equal_name_and_says_so(scheme: str) -> None:
    listed, _, other = NUMBERS[scheme]
    match = matched(scheme, listed, str(other), "Acme Optics Co., Ltd.", "PL")["acme"]
    assert (match.basis, match.certainty) == ("name", Certainty.POSSIBLE)
    assert any("contradicts" in words for words in match.speaks_against)


def test_a_number_of_another_country_under_another_name_is_not_believed_alone() -> None:
    listed, written, _ = NUMBERS["PL-KRS"]
    match = matched("PL-KRS", listed, written, "Példa Kereskedelmi Kft.", "HU")["acme"]
    assert (match.basis, match.certainty) == ("identifier", Certainty.PROBABLE)
    assert any("Hungary conflicts with Poland" in words for words in match.speaks_against)
    assert any("the name differs" in words for words in match.speaks_against)


def test_a_worldwide_number_confirms_a_company_that_changed_name_and_country() -> None:
    listed, written, _ = NUMBERS["LEI"]
    match = matched("LEI", listed, written, "Példa Kereskedelmi Kft.", "HU")["acme"]
    assert (match.basis, match.certainty) == ("identifier", Certainty.CONFIRMED)


def test_the_number_of_the_vendor_in_another_country_under_its_name_confirms() -> None:
    listed, written, _ = NUMBERS["LEI"]
    match = matched("LEI", listed, written, "Acme Optics", "HU")["acme"]
    assert match.certainty is Certainty.CONFIRMED


@pytest.mark.parametrize("junk", ["Gmina Miasto Szczecin", "this is bogus", "", " ", "-"])
@pytest.mark.parametrize("scheme", ["PL-KRS", "LEI", "RU-INN"])
def test_junk_in_the_place_of_a_number_changes_nothing(scheme: str, junk: str) -> None:
    listed, _, _ = NUMBERS[scheme]
    match = matched(scheme, listed, junk, "Acme Optics Co., Ltd.", "PL")["acme"]
    assert (match.basis, match.certainty) == ("name", Certainty.STRONG)
    assert not any("contradicts" in words for words in match.speaks_against)


def test_the_name_of_the_buyer_as_the_number_of_two_parties_makes_them_nobody() -> None:
    assert matched("PL-KRS", "Gmina Miasto Szczecin", "Gmina Miasto Szczecin", "Other Sp. z o.o.", "PL") == {}


@pytest.mark.parametrize(
    ("country", "certainty"),
    [
        ("CN", Certainty.STRONG),
        ("HK", Certainty.PROBABLE),
        ("TW", Certainty.PROBABLE),
        ("MO", Certainty.PROBABLE),
        ("NO", Certainty.POSSIBLE),
        ("GB", Certainty.POSSIBLE),
        ("GR", Certainty.POSSIBLE),
        ("XK", Certainty.POSSIBLE),
        ("RE", Certainty.POSSIBLE),
    ],
)
def test_china_hong_kong_macao_and_taiwan_are_related_and_other_countries_conflict(
    screened: Screened, country: str, certainty: Certainty
) -> None:
    assert screened("Huawei Technologies Co., Ltd.", country)["huawei"].certainty is certainty
