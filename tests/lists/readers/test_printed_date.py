"""Dates as lists print them."""

from datetime import date

import pytest

from vendorscreen.lists.readers.printed_date import iso_day, printed_day


@pytest.mark.parametrize(
    ("text", "orders", "day"),
    [
        ("2019-10-09", ("iso",), date(2019, 10, 9)),
        ("2026-02-27T00:00:09.554Z", ("iso",), date(2026, 2, 27)),
        ("10/9/19", ("us",), date(2019, 10, 9)),
        ("11/26/79", ("us",), date(1979, 11, 26)),
        ("11/21/2011", ("iso", "us"), date(2011, 11, 21)),
        ("07/01/2025", ("european",), date(2025, 1, 7)),
        ("1.3.2022", ("european",), date(2022, 3, 1)),
        ("02 Aug 2021", ("words",), date(2021, 8, 2)),
        ("24 February 2022", ("words",), date(2022, 2, 24)),
        ("2056-06-29", ("iso",), date(2056, 6, 29)),
        (" 2019-10-09 ", ("iso",), date(2019, 10, 9)),
    ],
)
def test_a_day_is_read_in_the_order_the_list_uses(text: str, orders: tuple[str, ...], day: date) -> None:
    assert printed_day(text, orders) == day


@pytest.mark.parametrize(
    "text",
    ["", "00/00/1962", "2019-13-01", "2019-02-30", "0019-01-01", "yesterday", "2019", "２０１９-01-01", "1/2/3/4"],
)
def test_what_is_no_day_is_not_read(text: str) -> None:
    assert printed_day(text, ("iso", "us", "european", "words")) is None


def test_a_time_may_follow_only_an_iso_day() -> None:
    assert iso_day("2024-07-01T12:00:59Z") == date(2024, 7, 1)
    assert iso_day("2024-07-01x") is None
