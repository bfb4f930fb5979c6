"""Matches of whole tenders: owners, makers, brands, and one match per party and vendor."""

from collections.abc import Callable
from cProfile import Profile
from datetime import date

import pytest

from vendorscreen.matching import Certainty, Match, false_friend, match_found, match_tender
from vendorscreen.name import compare_names, read_names, similarity
from vendorscreen.name.alignment import align
from vendorscreen.tender import parse_tender
from vendorscreen.tender.tender import Collection, Party, Tender
from vendorscreen.watchlist import Watchlist

DAY = date(2026, 11, 21)


def matched(watchlist: Watchlist, text: str) -> dict[tuple[str | None, str], Match]:
    matches = match_tender(parse_tender(text.encode(), "t"), watchlist, DAY)
    assert len({(match.party, match.vendor.id) for match in matches}) == len(matches)
    return {(match.party, match.vendor.id): match for match in matches}


def test_a_bidder_is_tied_to_its_listed_owner(watchlist: Watchlist) -> None:
    text = """
parties:
- id: B
  name: Example Systems AG
  roles: [tenderer]
  shareholders: [{shareholder: {name: "Huawei Technologies Co., Ltd.", country: CN}, shareholding: 0.55}]
"""
    match = matched(watchlist, text)["B", "huawei"]
    assert (match.relation, match.basis, match.certainty, match.share) == (
        "owned",
        "stated_owner",
        Certainty.CONFIRMED,
        0.55,
    )


def test_owners_of_owners_count_with_the_product_of_their_shares(watchlist: Watchlist) -> None:
    text = """
parties:
- {id: B, name: Example AG, roles: [tenderer], shareholders: [{shareholder: {id: H}, shareholding: 0.8}]}
- {id: H, name: Example Holding, shareholders: [{shareholder: {name: "Huawei Technologies Co., Ltd.", country: CN}, shareholding: 0.5}]}
"""
    assert matched(watchlist, text)["B", "huawei"].share == 0.4


def test_a_stated_brand_ties_the_one_who_offers_it(watchlist: Watchlist) -> None:
    text = "suppliers: [Example Cameras Ltd]\nscreening: {products: [{brand: HiLook}]}"
    match = matched(watchlist, text)["supplier-1", "hikvision"]
    assert (match.relation, match.certainty, match.listed_name) == ("brand", Certainty.PROBABLE, "HiLook")


def test_a_brand_nobody_is_linked_to_is_matched_without_a_party(watchlist: Watchlist) -> None:
    text = "suppliers: [A Ltd, B Ltd]\nscreening: {products: [{brand: HiLook}]}"
    assert (None, "hikvision") in matched(watchlist, text)


def test_the_maker_says_more_than_the_brand(watchlist: Watchlist) -> None:
    text = (
        "suppliers: [A Ltd]\nscreening: {products: [{brand: Hikvision, manufacturer: "
        '{name: "Hangzhou Hikvision Digital Technology Co., Ltd.", country: CN}}]}'
    )
    matches = matched(watchlist, text)
    assert ("product-1/manufacturer", "hikvision") in matches
    assert ("supplier-1", "hikvision") not in matches


def test_a_buyer_is_not_screened(watchlist: Watchlist) -> None:
    assert matched(watchlist, "parties: [{id: K, name: Huawei Technologies, roles: [buyer]}]") == {}


def test_a_party_without_a_name_is_not_screened(watchlist: Watchlist) -> None:
    assert matched(watchlist, "parties: [{id: K, roles: [tenderer]}]") == {}


def test_a_stated_brand_is_compared_with_the_brand_it_holds(watchlist: Watchlist) -> None:
    text = "suppliers: [Example Cameras Ltd]\nscreening: {products: [{brand: HiLook X-200}]}"
    match = matched(watchlist, text)["supplier-1", "hikvision"]
    assert match.comparison == compare_names("HiLook X-200", "HiLook")


def test_of_several_products_of_a_brand_the_first_is_matched(watchlist: Watchlist) -> None:
    text = "suppliers: [Example Ltd]\nscreening: {products: [{brand: HiLook X-200}, {brand: HiLook}]}"
    product = matched(watchlist, text)["supplier-1", "hikvision"].product
    assert product is not None
    assert product.brand == "HiLook X-200"


@pytest.fixture
def count_calls(watchlist: Watchlist) -> Callable[[str], tuple[int, int]]:
    """Count how often names are read, and aligned, to match a party whose name was searched."""
    if not hasattr(align, "__code__"):
        pytest.skip("calls of compiled functions cannot be counted")
    similarity._names_in.cache_clear()
    false_friend._likeness.cache_clear()

    def count(name: str) -> tuple[int, int]:
        party = Party(id="P", name=name, roles=("tenderer",))
        found = {"P": watchlist.search([name])[0]}
        profile = Profile(builtins=False)
        profile.runcall(match_found, Tender(source="t", parties=Collection((party,))), found, watchlist, DAY)
        counted = {entry.code: entry.callcount for entry in profile.getstats()}
        return counted.get(read_names.__code__, 0), counted.get(align.__code__, 0)

    return count


@pytest.mark.parametrize(
    ("name", "most_read", "most_aligned"),
    [
        ("Nuctech Warsaw", 14, 13),
        ("Hikvison Security Systems", 12, 11),
        ("Hangzhou Hikvision Digital Technology Co., Ltd.", 11, 10),
        ("Huawei Technologies", 10, 9),
    ],
)
def test_a_name_is_compared_once_with_each_false_friend_and_brand(
    count_calls: Callable[[str], tuple[int, int]], name: str, most_read: int, most_aligned: int
) -> None:
    read, aligned = count_calls(name)
    assert read <= most_read
    assert aligned <= most_aligned


def test_for_one_party_more_only_its_own_name_is_read(count_calls: Callable[[str], tuple[int, int]]) -> None:
    count_calls("Nuctech Warsaw")
    assert count_calls("Nuctech Company")[0] <= 1
