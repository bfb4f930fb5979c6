"""Checking the examples once, and writing the golden reports again on demand."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from vendorscreen.report import Report
from vendorscreen.rule import read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.tender import parse_tender
from vendorscreen.watchlist import read_watchlists

ROOT = Path(__file__).parent.parent.parent

Check = Callable[[str, str], Report]


@pytest.fixture(scope="session")
def check() -> Check:
    screener = Screener(read_watchlists(shipped_folder("watchlists")), read_rules(shipped_folder("rules")))

    @cache
    def checked(name: str, as_of: str) -> Report:
        path = f"examples/{name}.tender.yaml"
        return screener.check(parse_tender((ROOT / path).read_bytes(), path), date.fromisoformat(as_of))

    return checked
