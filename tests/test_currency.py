"""Rates: only what a currency can be worth."""

from decimal import Decimal

import pytest

from vendorscreen.currency import CURRENCIES, MOST_EUROS, refuse_odd_rates
from vendorscreen.errors import UsageError


def test_codes_are_three_capitals() -> None:
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in CURRENCIES)
    assert {"EUR", "USD", "CNY", "PLN", "RSD", "BGN", "HRK"} <= CURRENCIES


@pytest.mark.parametrize("rate", ["0.23", "0.000000000001", "1000000"])
def test_a_positive_number_is_a_rate(rate) -> None:
    refuse_odd_rates({"PLN": Decimal(rate), "USD": Decimal("0.9")})


@pytest.mark.parametrize(
    "rate", ["0", "-1", "NaN", "sNaN", "-NaN", "Infinity", "-Infinity", "1e999999", "-0", str(MOST_EUROS + 1)]
)
def test_what_no_currency_is_worth_is_refused(rate) -> None:
    with pytest.raises(UsageError, match=r"rate of 'PLN': .* is no number above 0"):
        refuse_odd_rates({"PLN": Decimal(rate)})


@pytest.mark.parametrize("code", ["XXQ", "pln", "", "EUR", "ZLOTY"])
def test_what_is_no_other_currency_is_refused(code) -> None:
    with pytest.raises(UsageError, match=f"rate of '{code}'"):
        refuse_odd_rates({code: Decimal("0.2")})
