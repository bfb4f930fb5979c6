"""A screener with the shipped vendors and rules, and lists written as files."""

from datetime import date

import pytest

from vendorscreen.batch import ScreeningOptions
from vendorscreen.rule import read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.watchlist import read_watchlists

DAY = date(2026, 1, 15)
OPTIONS = ScreeningOptions(as_of=DAY, buyer_country="DE")


@pytest.fixture(scope="session")
def screener() -> Screener:
    return Screener(read_watchlists(shipped_folder("watchlists")), read_rules(shipped_folder("rules")))
