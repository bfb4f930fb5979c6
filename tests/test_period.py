"""Partial dates and periods answer with three values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.period import PartialDate, Period, full_date

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize("text", ["2021-02-17", "2022-10", "2014", "2024-02-29"])
def test_a_partial_date_is_written_as_it_was_read(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "21-02-17", "2021-13", "2021-02-30", "2021-2-1", "17.2.2021", "２０２１", "2021-02-17T00:00"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2021", "2021-02", "tomorrow"])
def test_a_full_date_needs_its_day(text: str) -> None:
    with pytest.raises(ValueError, match="full date"):
        full_date(text)


def test_inside_a_partial_date_nothing_is_decided() -> None:
    october = PartialDate.parse("2022-10")
    assert [
        october.reached(date(2022, 9, 30)),
        october.reached(date(2022, 10, 15)),
        october.reached(date(2022, 10, 31)),
    ] == [
        False,
        None,
        True,
    ]


def test_the_end_is_the_first_day_no_longer_inside() -> None:
    period = Period(PartialDate.parse("2024-01-31"), PartialDate.parse("2025-01-07"))
    assert [period.holds(date(2025, 1, 6)), period.holds(date(2025, 1, 7))] == [True, False]


def test_without_a_start_nothing_is_known_until_the_end() -> None:
    period = Period(None, PartialDate.parse("2020"))
    assert [period.holds(date(2019, 1, 1)), period.holds(date(2021, 1, 1))] == [None, False]


@given(DAYS, DAYS, DAYS)
def test_a_period_of_full_days_holds_on_exactly_its_days(start: date, end: date, day: date) -> None:
    period = Period(PartialDate.of(start), PartialDate.of(end))
    assert period.holds(day) == (start <= day < end)


@given(DAYS, DAYS)
def test_knowing_a_date_better_only_decides_what_was_open(start: date, day: date) -> None:
    month = PartialDate.parse(f"{start:%Y-%m}")
    assert month.reached(day) in (None, PartialDate.of(start).reached(day))
