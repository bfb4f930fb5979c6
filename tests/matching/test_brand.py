"""Brands in names and of products: what is compared, and what a false friend is judged by."""

from vendorscreen.matching.brand import Goods, brand_word_matches
from vendorscreen.matching.match import Match
from vendorscreen.name import compare_names
from vendorscreen.tender.tender import Collection, Party, Tender
from vendorscreen.watchlist import Watchlist


def proposed(watchlist: Watchlist, name: str) -> dict[str, Match]:
    party = Party(id="P", name=name, roles=("tenderer",))
    tender = Tender(source="test", parties=Collection((party,)))
    return {match.vendor.id: match for match in brand_word_matches(party, Goods(tender), watchlist, [])}


def test_a_brand_word_is_compared_as_it_is_shown(watchlist: Watchlist) -> None:
    match = proposed(watchlist, "Hikvison Security Systems")["hikvision"]
    assert match.listed_name == "Hikvision"
    assert match.comparison == compare_names("Hikvison Security Systems", "Hikvision")


def test_a_false_friend_is_compared_with_the_vendors_name_not_with_its_brand(watchlist: Watchlist) -> None:
    name = "Hytera Communications Limited GmbH"
    friend, vendor = "Hytera Communications Limited", watchlist.vendors["hytera"].name
    match = proposed(watchlist, name)["hytera"]
    assert match.similarity < compare_names(name, friend).similarity == compare_names(name, vendor).similarity


def test_a_brand_word_of_a_false_friend_is_not_proposed(watchlist: Watchlist) -> None:
    assert "dahua" not in proposed(watchlist, "Xinjiang Dahua Construction Engineering")
