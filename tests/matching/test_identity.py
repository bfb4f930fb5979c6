"""Who a party itself is: identifiers first, then names, weighed with countries."""

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching import Certainty

USCC_OF_HIKVISION = ("USCC", "91330000733796106P")


@pytest.mark.parametrize(
    ("name", "country", "vendor"),
    [
        ("Hangzhou Hikvision Digital Technology Co., Ltd.", "CN", "hikvision"),
        ("HANGZHOU HIKVISION DIGITAL TECHNOLOGY CO LTD", "CN", "hikvision"),
        ("杭州海康威视数字技术股份有限公司", "CN", "hikvision"),
        ("华为技术有限公司", "CN", "huawei"),
        ("同方威视技术股份有限公司", "CN", "nuctech"),
        ("Zhejiang Dahua Technology Co., Ltd.", "CN", "dahua"),
        ("ZHEJIANG DAHUA TECHNOLOGYCO.,LTD", "CN", "dahua"),
        ("Hytera Communications Co .,ltd", "CN", "hytera"),
        ("Tongfang NucTech Technology Ltd.", "CN", "nuctech"),
        ("Megvii Technology", "CN", "megvii"),
        ("IFLYTEK", "CN", "iflytek"),
        ("АО «Лаборатория Касперского»", "RU", "kaspersky"),
    ],
)
def test_a_vendor_is_found_under_its_names_in_any_script_and_spelling(
    screened: Screened, name: str, country: str, vendor: str
) -> None:
    assert screened(name, country)[vendor].relation == "same"


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("Shenzheng SenseTime", "sensetime"),
        ("Huawie Technologies Co., Ltd.", "huawei"),
        ("Hangzhou Hikvison Digital Technology Co., Ltd.", "hikvision"),
        ("Zhejiang Dahua Tecnology Co., Ltd.", "dahua"),
    ],
)
def test_a_misspelt_vendor_is_found(screened: Screened, name: str, vendor: str) -> None:
    assert vendor in screened(name, "CN")


def test_an_equal_identifier_confirms_whatever_the_name(screened: Screened) -> None:
    match = screened("Some Trading Name", "CN", identifiers=[USCC_OF_HIKVISION])["hikvision"]
    assert (match.basis, match.certainty) == ("identifier", Certainty.CONFIRMED)
    assert any("the name differs" in words for words in match.speaks_against)


def test_a_contradicting_identifier_lowers_and_says_so(screened: Screened) -> None:
    other = ("USCC", "91110000100009563N")
    match = screened("Hangzhou Hikvision Digital Technology Co., Ltd.", "CN", identifiers=[other])["hikvision"]
    assert match.certainty is Certainty.POSSIBLE
    assert any("contradicts" in words for words in match.speaks_against)


def test_an_identifier_with_wrong_check_digits_says_nothing(screened: Screened) -> None:
    junk = ("USCC", "91330000733796106Q")
    match = screened("Hangzhou Hikvision Digital Technology Co., Ltd.", "CN", identifiers=[junk])["hikvision"]
    assert match.certainty is Certainty.STRONG


@pytest.mark.parametrize(
    ("country", "certainty"),
    [("CN", Certainty.STRONG), (None, Certainty.PROBABLE), ("HK", Certainty.PROBABLE), ("BR", Certainty.POSSIBLE)],
)
def test_the_country_decides_how_sure_an_equal_name_is(
    screened: Screened, country: str | None, certainty: Certainty
) -> None:
    assert screened("Hangzhou Hikvision Digital Technology Co., Ltd.", country)["hikvision"].certainty is certainty


@pytest.mark.parametrize("role", ["manufacturer", "shareholder"])
def test_an_owner_or_maker_stated_under_a_full_name_is_confirmed_unless_the_country_conflicts(
    screened: Screened, role: str
) -> None:
    name = "Hangzhou Hikvision Digital Technology Co., Ltd."
    assert screened(name, "CN", role=role)["hikvision"].certainty is Certainty.CONFIRMED
    assert screened(name, "BR", role=role)["hikvision"].certainty is Certainty.POSSIBLE


@pytest.mark.parametrize("name", ["Hikvision", "Dahua", "Huawei", "Megvii"])
def test_a_trade_name_is_found_but_needs_a_second_fact(screened: Screened, name: str) -> None:
    alone = [match for match in screened(name).values() if match.relation == "same"]
    in_china = [match for match in screened(name, "CN").values() if match.relation == "same"]
    assert alone
    assert all(match.certainty is Certainty.POSSIBLE for match in alone)
    assert max(match.certainty for match in in_china) is Certainty.PROBABLE


@pytest.mark.parametrize("name", ["ZTEK", "ZET", "DJ1", "BYT", "NSQ", "HYTE"])
def test_a_short_name_with_a_slip_is_never_a_hit(screened: Screened, name: str) -> None:
    assert all(match.certainty <= Certainty.POSSIBLE and match.basis != "name" for match in screened(name).values())


@pytest.mark.parametrize(
    "name",
    [
        "BK Brandschutztechnik GmbH",
        "Heiztechnik Müller",
        "Zakład brachyterapii sp. z o.o.",
        "San Antonio Supply LLC",
        "ZELINKA & SINOVI d.o.o.",
        "Facchinaggi Riuniti",
        "AZTEK Consulting",
        "Limited Edition Books Ltd",
        "Homer Laughlin China Company",
        "Smiths Detection Italia S.r.l.",
    ],
)
def test_letters_inside_other_words_are_no_match(screened: Screened, name: str) -> None:
    assert screened(name) == {}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Acronis AG", "CH"),
        ("Parrot Drones SAS", "FR"),
        ("Hanwha Vision Europe", "GB"),
        ("Costco Wholesale Corporation", "US"),
        ("Banco Santander Chile", "CL"),
    ],
)
def test_neither_country_nor_product_proves_anything(screened: Screened, name: str, country: str) -> None:
    assert all(match.certainty <= Certainty.POSSIBLE for match in screened(name, country).values())


def test_namesakes_of_different_groups_stay_apart(screened: Screened) -> None:
    jiangxi = screened("Jiangxi Huawei Construction Materials Co., Ltd", "CN")
    assert {match.vendor.id for match in jiangxi.values() if match.relation == "same"} == {"jiangxi-huawei"}


@pytest.mark.parametrize(
    "name",
    ["", " ", "...", "Ltd", "GmbH & Co. KG", "\ud800\udfff", "\u202egnp.exe", "😀" * 50, "0" * 100_000, "a " * 50_000],
)
def test_hostile_names_raise_nothing(screened: Screened, name: str) -> None:
    assert isinstance(screened(name), dict)
