"""Brands found by their first words: exactly those a scan over all of them finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.matching.brand_index import brands_in
from vendorscreen.name import contains_words
from vendorscreen.screening import Screener
from vendorscreen.watchlist import Watchlist


@pytest.fixture(scope="module")
def watchlist() -> Watchlist:
    return Screener.default().watchlist


def test_every_brand_stands_in_its_own_name(watchlist: Watchlist) -> None:
    for vendor, brand in watchlist.brands:
        found = brands_in(f"Security {brand.name} Deutschland GmbH", watchlist)

        assert (vendor, brand.name) in [(owner.id, one.name) for owner, one in found]


@given(data=st.data())
def test_the_index_finds_the_brands_a_full_scan_finds_in_the_same_order(data: st.DataObject) -> None:
    watchlist = Screener.default().watchlist
    words = sorted(
        {word for _, brand in watchlist.brands for word in brand.name.split()} | {"海康", "GmbH", "S.", "A."}
    )
    name = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=5)))

    expected = [(vendor, brand.name) for vendor, brand in watchlist.brands if contains_words(name, brand.name)]

    assert expected == [(vendor.id, brand.name) for vendor, brand in brands_in(name, watchlist)]
