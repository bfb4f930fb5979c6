"""Members of a listed group are neither the listed firm nor nobody: they are affiliates, with dates."""

from datetime import date

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching import Certainty
from vendorscreen.screening import shipped_folder
from vendorscreen.watchlist import read_watchlists

WATCHLIST = read_watchlists(shipped_folder("watchlists"))
EIGHT = ["nuctech", "tongfang", "cnnc", "hikvision", "huawei", "sensetime", "megvii", "dahua"]
KNOWN = [
    pytest.param(head, name.text, affiliate.country, affiliate.id, id=f"{head}: {name.text}")
    for head in EIGHT
    for affiliate in [one for one in WATCHLIST.vendors.values() if one.head == head][:10]
    for name in affiliate.names
    if name.kind in ("legal_name", "previous_name")
]
INVENTED = [
    ("Nuclear Technology Warsaw sp. z o.o.", "PL"),
    ("InsTech Ljubljana d.o.o.", "SI"),
    ("Tong Fang Restaurant GmbH", "DE"),
    ("CNC Nuclear Components Ltd", "GB"),
    ("Hike Vision Travel B.V.", "NL"),
    ("EZ Vision Optik AG", "CH"),
    ("Ezra Robotics SAS", "FR"),
    ("Hua Wei Trading SARL", "FR"),
    ("Honor Cleaning Services Ltd", "IE"),
    ("Sense & Time Consulting ApS", "DK"),
    ("Mega Vii Events SL", "ES"),
    ("Da Hua Import Export GmbH", "AT"),
    ("Dahlia Hua Florists LLC", "US"),
    ("Futureway Systems Inc.", "US"),
    ("Hi Silicon Kitchenware Ltd", "GB"),
    ("Kunpeng Noodle House Pty Ltd", "AU"),
]


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


@pytest.mark.parametrize(("name", "country"), INVENTED)
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


def test_the_brand_word_alone_is_possible_and_a_second_fact_makes_it_probable(screened: Screened) -> None:
    from vendorscreen.tender.model import Collection, Item

    alone = screened("Hikvision Ruritania Sales", None)["hikvision"]
    cameras = Collection((Item(cpv=("32323500",)),))
    with_goods = screened("Hikvision Ruritania Sales", None, items=cameras)["hikvision"]
    assert (alone.basis, alone.certainty, with_goods.certainty) == (
        "brand_word",
        Certainty.POSSIBLE,
        Certainty.PROBABLE,
    )


def test_the_chain_is_told_where_only_the_ultimate_parent_is_listed(screened: Screened) -> None:
    match = screened("Nuctech Company Limited", "CN")["cnnc"]
    assert [step.vendor.id for step in match.via] == ["tongfang", "cnnc"]
    assert not any(listing.programme in ("US-DOD-1260H", "US-NS-CMIC") for listing in match.itself.listings)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "country", "group", "before", "after"),
    [("Honor Device Co., Ltd.", "CN", "huawei", date(2020, 6, 1), date(2026, 11, 21))],
)
def test_a_sold_firm_is_to_be_reviewed_never_more(
    screened: Screened, name: str, country: str, group: str, before: date, after: date
) -> None:
    sold = screened(name, country, day=after)[group]
    assert (sold.former, sold.certainty) == (True, Certainty.POSSIBLE)


def test_a_representative_transfers_nothing(screened: Screened) -> None:
    matches = screened("Tiandy Technologies Co., Ltd.", "CN")
    assert "tiandy" in matches
    assert all("radis" not in id_ for id_ in matches)


@pytest.mark.parametrize(
    ("old", "new", "vendor"),
    [
        ("Nuctech Netherlands BV", "InsTech Netherlands BV", "instech-netherlands"),
        ("Xiamen Meiya Pico Information Co., Ltd.", "SDIC Intelligence Xiamen Information Co., Ltd.", "meiyapico"),
        ("Candiru Ltd.", "Saito Tech Ltd.", "candiru"),
        ("Huawei Marine Networks Co., Ltd.", "HMN Technologies Co., Limited", None),
    ],
)
def test_a_renamed_firm_is_found_under_both_names(screened: Screened, old: str, new: str, vendor: str | None) -> None:
    before = {id_ for id_, match in screened(old).items() if match.relation == "same"}
    after = {id_ for id_, match in screened(new).items() if match.relation == "same"}
    assert before & after
    assert vendor is None or vendor in before & after
