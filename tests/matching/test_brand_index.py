"""Brands found by their first words: exactly those a scan over all of them finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vendorscreen.matching.brand_index import brands_in, holds_brand, misspelt_brands_in
from vendorscreen.name import contains_words
from vendorscreen.watchlist import Watchlist


def test_every_brand_stands_in_its_own_name(watchlist: Watchlist) -> None:
    for vendor, brand in watchlist.brands:
        found = brands_in(f"Security {brand.name} Deutschland GmbH", watchlist)

        assert (vendor, brand.name) in [(owner.id, one.name) for owner, one in found]


@settings(deadline=None)
@given(data=st.data())
def test_the_index_finds_the_brands_a_full_scan_finds_in_the_same_order(
    data: st.DataObject, watchlist: Watchlist
) -> None:
    words = sorted({word for _, brand in watchlist.brands for word in brand.name.split()})
    noise = st.sampled_from(["海康", "GmbH", "S.", "A.", "'", "`", "-", ".", "the", "", "x", "Ü"])
    word = st.sampled_from(words).flatmap(
        lambda one: st.sampled_from([one, one.upper(), ".".join(one), one[:2] + "'" + one[2:], one[:-1]])
    )
    glue = data.draw(st.sampled_from([" ", "", "  ", "-"]))
    name = glue.join(data.draw(st.lists(word | noise, max_size=5)))

    expected = [(vendor, brand.name) for vendor, brand in watchlist.brands if contains_words(name, brand.name)]

    assert expected == [(vendor.id, brand.name) for vendor, brand in brands_in(name, watchlist)]


@settings(deadline=None)
@given(data=st.data())
def test_a_name_holds_a_brand_where_one_is_found_as_it_is_spelt_or_with_a_slip(
    data: st.DataObject, watchlist: Watchlist
) -> None:
    words = sorted({word for _, brand in watchlist.brands for word in brand.name.split()})
    noise = st.sampled_from(["海康", "GmbH", "S.", "A", "B.", "'", "-", "Ü", "Security"])
    place = st.integers(0, 12)
    word = st.tuples(st.sampled_from(words), place, st.sampled_from(["", "a", "x", " ", "."])).map(
        lambda drawn: drawn[0][: drawn[1]] + drawn[2] + drawn[0][drawn[1] + 1 :]
    )
    name = " ".join(data.draw(st.lists(word | noise | st.sampled_from(words), max_size=4)))

    expected = bool(brands_in(name, watchlist) or misspelt_brands_in(name, watchlist))

    assert expected == holds_brand(name, watchlist)
