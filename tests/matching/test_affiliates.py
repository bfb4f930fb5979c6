"""Members of a listed group are neither the listed firm nor nobody: they are affiliates, with dates."""

from datetime import date

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching import Certainty
from vendorscreen.screening import shipped_folder
from vendorscreen.tender.tender import Collection, Item
from vendorscreen.watchlist import read_watchlists

WATCHLIST = read_watchlists(shipped_folder("watchlists"))
EIGHT = ["nuctech", "tongfang", "cnnc", "hikvision", "huawei", "sensetime", "megvii", "dahua"]
KNOWN = [
    pytest.param(head, name.text, affiliate.country, affiliate.id, id=f"{head}: {name.text}")
    for head in EIGHT
    for affiliate in [
        one
        for one in WATCHLIST.vendors.values()
        if one.head == head and one.relations and one.relations[0].evidence != "unverified"
    ][:10]
    for name in affiliate.names
    if name.kind in ("legal_name", "previous_name")
]
"""Affiliates that a source states, at most ten of a vendor."""

INVENTED = {
    "nuctech": [
        ("Nuclear Technology Warsaw sp. z o.o.", "PL"), ("InsTech Ljubljana d.o.o.", "SI"), ("Value Secure Technology", "US"),
        ("Nucletron Netherlands B.V.", "NL"), ("Warsaw Company Limited sp. z o.o.", "PL"),
    ],
    "tongfang": [("Tong Fang Restaurant GmbH", "DE"), ("Tongfeng Trading Ltd", "GB")],
    "cnnc": [("CNC Nuclear Components Ltd", "GB"), ("China National Tea Corporation", "CN")],
    "hikvision": [
        ("Hike Vision Travel B.V.", "NL"), ("EZ Vision Optik AG", "CH"), ("Ezra Robotics SAS", "FR"), ("Vision Canada Inc.", "CA"),
        ("Vision Europe B.V.", "NL"), ("High Vision USA, Inc.", "US"), ("Hick Robotics GmbH", "DE"), ("Micro Hike Ltd", "GB"),
        ("Moyu Electronic Technology Co., Ltd.", "CN"), ("Urumqi Electronic Technology Co., Ltd.", "CN"),
    ],
    "huawei": [
        ("Hua Wei Trading SARL", "FR"), ("Honor Cleaning Services Ltd", "IE"), ("Futureway Systems Inc.", "US"),
        ("Hi Silicon Kitchenware Ltd", "GB"), ("Kunpeng Noodle House Pty Ltd", "AU"), ("Technologies Deutschland GmbH", "DE"),
        ("Investment & Holding Co., Ltd.", "CN"), ("Cloud Computing Technology Co., Ltd.", "CN"), ("Device Software Technologies Ltd", "IE"),
        ("Digital Power Systems Pte. Ltd.", "SG"),
    ],
    "sensetime": [
        ("Sense & Time Consulting ApS", "DK"), ("Beijing Technology Development Co., Ltd.", "CN"),
        ("Shenzhen Sensor Technology Co., Ltd.", "CN"),
    ],
    "megvii": [("Mega Vii Events SL", "ES"), ("Face Plus Beauty GmbH", "DE")],
    "dahua": [
        ("Da Hua Import Export GmbH", "AT"), ("Dahlia Hua Florists LLC", "US"), ("Chengdu Wisdom Information Technology Co., Ltd.", "CN"),
        ("Lore Technology Consulting Inc.", "CA"), ("Hangzhou Network Technology Co., Ltd.", "CN"),
    ],
}  # fmt: skip
"""Names no source knows, which sound or read like members of a group; as many as there are known ones."""


@pytest.mark.parametrize(("head", "name", "country", "affiliate"), KNOWN)
def test_a_known_affiliate_is_found_as_itself_and_as_one_of_the_group(
    screened: Screened, head: str, name: str, country: str | None, affiliate: str
) -> None:
    matches = screened(name, country)
    assert matches[affiliate].relation == "same"
    if not WATCHLIST.vendors[head].listings:
        return
    tie = WATCHLIST.vendors[affiliate].relations[0]
    if tie.kind in (
        "representative",
        "subsidiary",
    ):  # one that acts for the vendor, or owns it, is not reached by its entries
        assert head not in matches or matches[head].relation != "affiliate"
        return
    assert matches[head].relation == "affiliate"
    assert matches[head].basis in ("known_relation", "brand_word")


def test_there_are_as_many_invented_names_as_known_ones() -> None:
    known = [param.values[0] for param in KNOWN]
    assert all(len(INVENTED[head]) >= known.count(head) for head in EIGHT)


@pytest.mark.parametrize(("name", "country"), [one for names in INVENTED.values() for one in names])
def test_an_invented_name_that_sounds_alike_ties_nobody_above_possible(
    screened: Screened, name: str, country: str
) -> None:
    assert all(match.certainty <= Certainty.POSSIBLE for match in screened(name, country).values())


@pytest.mark.parametrize(
    ("name", "country", "vendor"),
    [
        ("Nuctech Warsaw Company Limited sp. z o.o.", "PL", "nuctech"),
        ("nuctech warsaw company limited sp z o.o.,", "PL", "nuctech"),
        ("Nuctech Netherlands B.V.", "NL", "nuctech"),
        ("ZTE Deutschland GmbH", "DE", "zte"),
        ("Hikvision Europe B.V.", "NL", "hikvision"),
        ("Prama Hikvision India Private Limited", "IN", "hikvision"),
        ("DAHUA TECHNOLOGY INDIA PRIVATE LIMITED", "IN", "dahua"),
        ("Contemporary Amperex Technology GmbH", "DE", "catl"),
        ("Huawei Technologies Deutschland GmbH", "DE", "huawei"),
    ],
)
def test_a_subsidiary_is_an_affiliate_not_the_listed_firm(
    screened: Screened, name: str, country: str, vendor: str
) -> None:
    match = screened(name, country)[vendor]
    assert match.relation == "affiliate"
    assert match.certainty < Certainty.CONFIRMED


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Nuctech Company Limited", "cnnc"),
        ("Tsinghua Tongfang Co., Ltd.", "cnnc"),
        ("HiSilicon Technologies Co., Ltd.", "huawei"),
    ],
)
def test_a_subsidiary_with_a_file_of_its_own_is_an_affiliate_of_its_parents(
    screened: Screened, name: str, group: str
) -> None:
    match = screened(name, "CN")[group]
    assert (match.relation, match.basis) == ("affiliate", "known_relation")


def test_the_brand_word_alone_is_possible_and_a_second_fact_makes_it_probable(screened: Screened) -> None:
    alone = screened("Hikvision Ruritania Sales", None)["hikvision"]
    cameras = Collection((Item(cpv=("32323500",)),))
    with_goods = screened("Hikvision Ruritania Sales", None, items=cameras)["hikvision"]
    assert (alone.basis, alone.certainty, with_goods.certainty) == (
        "brand_word",
        Certainty.POSSIBLE,
        Certainty.PROBABLE,
    )


def test_the_chain_is_named_where_only_the_ultimate_parent_is_listed(screened: Screened) -> None:
    match = screened("Nuctech Company Limited", "CN")["cnnc"]
    assert [step.vendor.id for step in match.via] == ["tongfang", "cnnc"]
    assert not any(listing.programme in ("US-DOD-1260H", "US-NS-CMIC") for listing in match.itself.listings)  # type: ignore[union-attr]


def test_a_listed_subsidiary_is_matched_beside_a_parent_that_is_not_listed(screened: Screened) -> None:
    matches = screened("Shanghai Zhenhua Heavy Industries Co., Ltd.", "CN")
    assert not any(listing.programme == "US-DOD-1260H" for listing in matches["zpmc"].vendor.listings)
    listed = matches["zpmc-north-america"]
    assert listed.relation == "affiliate"
    assert [listing.listed_name for listing in listed.vendor.listings] == ["ZPMC North America, Inc."]


SOLD = [
    ("Honor Device Co., Ltd.", "CN", "huawei", date(2020, 11, 16), date(2020, 11, 17)),
    ("Sepura Limited", "GB", "hytera", date(2020, 6, 1), date(2023, 1, 1)),
    ("Lorex Technology Inc.", "CA", "dahua", date(2020, 6, 1), date(2023, 1, 1)),
    ("HMN Technologies Co., Limited", "CN", "huawei", date(2019, 6, 1), date(2021, 1, 1)),
]


@pytest.mark.parametrize(("name", "country", "group", "before", "after"), SOLD)
def test_a_sold_firm_is_an_affiliate_until_it_is_sold(
    screened: Screened, name: str, country: str, group: str, before: date, after: date
) -> None:
    assert screened(name, country, day=before)[group].former is False
    sold = screened(name, country, day=after)[group]
    assert (sold.relation, sold.former, sold.certainty) == ("affiliate", True, Certainty.POSSIBLE)


def test_a_firm_is_no_affiliate_before_it_was_bought(screened: Screened) -> None:
    assert "hytera" not in screened("Sepura Limited", "GB", day=date(2016, 12, 31))


def test_a_former_tie_whose_end_is_not_known_is_to_be_reviewed(screened: Screened) -> None:
    match = screened("TP-Link Systems Inc.", "US")["tplink"]
    assert (match.former, match.certainty) == (True, Certainty.POSSIBLE)


def test_a_firm_of_the_same_name_whose_tie_is_not_known_is_not_assumed_to_be_one_of_the_group(
    screened: Screened,
) -> None:
    assert screened("Hytera Communications Limited", "HK") == {}
    assert screened("Hytera Communications Limited")["hytera"].certainty is Certainty.POSSIBLE


def test_a_representative_transfers_nothing(screened: Screened) -> None:
    matches = screened("Tiandy Technologies Co., Ltd.", "CN")
    assert "tiandy" in matches
    assert all("radis" not in id_ for id_ in matches)
    assert "tiandy" not in screened("Radis Vira Tejarat Co", "IR")


@pytest.mark.parametrize(
    ("old", "new", "vendor"),
    [
        ("Nuctech Netherlands BV", "InsTech Netherlands BV", "instech-netherlands"),
        ("Nuctech US", "Secure Technology Value Solutions", "secure-technology-value-solutions"),
        ("Xiamen Meiya Pico Information Co., Ltd.", "SDIC Intelligence Xiamen Information Co., Ltd.", "meiyapico"),
        ("Candiru Ltd.", "Saito Tech Ltd.", "candiru"),
        ("Huawei Marine Networks Co., Ltd.", "HMN Technologies Co., Limited", "hmn-technologies"),
    ],
)
def test_a_renamed_firm_is_found_under_both_names(screened: Screened, old: str, new: str, vendor: str) -> None:
    for name in (old, new):
        match = screened(name)[vendor]
        assert (match.relation, match.certainty) == ("same", Certainty.PROBABLE)


def test_an_old_name_is_shown_with_its_dates_and_an_ended_tie_with_its_own(screened: Screened) -> None:
    renamed = screened("Nuctech US")["secure-technology-value-solutions"]
    assert renamed.speaks_for == ("the name is equal to the previous name 'Nuctech US' (start not known, until 2022)",)
    [step] = screened("Huawei Marine Networks Co., Ltd.")["huawei"].via
    assert str(step.relation.period) == "start not known, until 2020"


def test_the_lists_that_print_the_old_name_and_the_new_one_are_shown_together(screened: Screened) -> None:
    match = screened("Xiamen Meiya Pico Information Co., Ltd.", "CN")["meiyapico"]
    printed = {listing.programme: listing.listed_name for listing in match.vendor.listings}
    assert "MEIYA PICO" in printed["US-NS-CMIC"]
    assert printed["US-DOD-1260H"].startswith("SDIC Intelligence")
