"""Matches of whole tenders: owners, makers, brands, and one match per party and vendor."""

from datetime import date

from vendorscreen.matching import Certainty, Match, match_tender
from vendorscreen.tender import parse_tender
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


def test_a_brand_nobody_is_linked_to_is_told_without_a_party(watchlist: Watchlist) -> None:
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
