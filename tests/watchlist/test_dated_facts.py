"""The curated listings at the days on which it matters, as the instruments have them."""

from datetime import date

import pytest

from vendorscreen.vendor.vendor import Listing
from vendorscreen.watchlist import Watchlist, read_watchlists


@pytest.fixture(scope="module")
def known(root) -> Watchlist:
    return read_watchlists(root / "watchlists")


def under(known: Watchlist, vendor: str, programme: str) -> list[Listing]:
    return [one for one in known.vendors[vendor].listings if one.programme == programme]


def active(listings: list[Listing], day: date) -> bool:
    return any(one.active(day) is True for one in listings)


@pytest.mark.parametrize(
    ("vendor", "programme", "day", "expected"),
    [
        ("megvii", "US-DOD-1260H", date(2024, 1, 30), False),
        ("megvii", "US-DOD-1260H", date(2024, 1, 31), True),
        ("megvii", "US-DOD-1260H", date(2025, 1, 6), True),
        ("megvii", "US-DOD-1260H", date(2025, 1, 7), False),
        ("hikvision", "US-DOD-1260H", date(2021, 6, 3), True),
        ("hikvision", "US-DOD-1260H", date(2026, 6, 8), True),
        ("zte", "US-BIS-DPL", date(2018, 4, 22), False),
        ("zte", "US-BIS-DPL", date(2018, 4, 23), True),
        ("zte", "US-BIS-DPL", date(2018, 7, 12), True),
        ("zte", "US-BIS-DPL", date(2018, 7, 13), False),
        ("ymtc", "US-DOD-1260H", date(2026, 2, 17), True),
        ("cxmt", "US-DOD-1260H", date(2026, 2, 17), True),
        ("nuctech", "US-BIS-EL", date(2020, 12, 17), False),
        ("hikvision", "US-BIS-EL", date(2019, 10, 8), False),
        ("hikvision", "US-BIS-EL", date(2019, 10, 9), True),
    ],
)
def test_a_listing_counts_from_its_day_until_its_end(known, vendor, programme, day, expected) -> None:
    listings = under(known, vendor, programme)

    assert listings
    assert active(listings, day) is expected


def test_the_edition_that_names_hikvision_again_is_recorded(known) -> None:
    (listing,) = under(known, "hikvision", "US-DOD-1260H")

    assert [str(step.date) for step in listing.proceedings] == ["2026-06-08"]


@pytest.mark.parametrize("vendor", ["ymtc", "cxmt"])
def test_a_list_that_was_withdrawn_within_the_hour_ends_nothing(known, vendor) -> None:
    (listing,) = under(known, vendor, "US-DOD-1260H")
    posted = next(step for step in listing.proceedings if str(step.date) == "2026-02-13")

    assert listing.period.end is None
    assert "withdrawn" in posted.outcome


def test_a_programme_that_was_compared_with_no_source_says_so_at_each_of_its_entries(known) -> None:
    programme = known.programmes["EU-5GTB"]
    (listing,) = under(known, "zte", "EU-5GTB")

    assert listing.caveat_under(programme) == f"{listing.caveat} {programme.caveat}"
    assert "EU-5GTB was not compared with a source" in (programme.caveat or "")
    assert known.programmes["US-BIS-EL"].caveat is None
