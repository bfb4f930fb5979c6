"""Organisations with like names are not tied to the vendor they resemble above ``possible``."""

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching import Certainty
from vendorscreen.screening import shipped_folder
from vendorscreen.watchlist import Watchlist, read_watchlists

WATCHLIST = read_watchlists(shipped_folder("watchlists"))
FRIENDS = [
    pytest.param(vendor.id, friend.name, friend.country, id=f"{vendor.id}: {friend.name}")
    for vendor in WATCHLIST.vendors.values()
    if vendor.head is None
    for friend in vendor.false_friends
]


def group_of(watchlist: Watchlist, vendor: str) -> set[str]:
    return {vendor, *(one.id for one in watchlist.vendors.values() if one.head == vendor)}


@pytest.mark.parametrize(("vendor", "name", "country"), FRIENDS)
def test_a_false_friend_is_not_the_vendor(
    screened: Screened, watchlist: Watchlist, vendor: str, name: str, country: str | None
) -> None:
    matches = screened(name, country)
    tied = {id_: matches[id_].certainty for id_ in group_of(watchlist, vendor) if id_ in matches}
    assert all(certainty <= Certainty.POSSIBLE for certainty in tied.values()), tied


def test_a_false_friend_keeps_its_own_listing(screened: Screened) -> None:
    matches = screened("Jiangxi Huawei Construction Materials Co., Ltd.", "CN")
    assert "jiangxi-huawei" in matches
    assert "huawei" not in matches


def test_most_false_friends_are_not_tied_at_all(screened: Screened, watchlist: Watchlist) -> None:
    tied = [
        param.values
        for param in FRIENDS
        if set(screened(param.values[1], param.values[2])) & group_of(watchlist, str(param.values[0]))
    ]
    assert len(tied) <= len(FRIENDS) // 10
