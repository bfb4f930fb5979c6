"""A report as one line."""

import pytest

from vendorscreen.report import Report, summary_line
from vendorscreen.rule import read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.tender import parse_tender
from vendorscreen.watchlist import read_watchlists


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener(read_watchlists(shipped_folder("watchlists")), read_rules(shipped_folder("rules")))


def report(screener: Screener, text: str) -> Report:
    return screener.check(parse_tender(text.encode(), "t.yaml"))


def test_a_summary_is_one_line_with_effects_score_date_id_country_and_title(screener: Screener) -> None:
    text = "id: T-1\ndate: 2026-11-21\ntitle: Hospital beds\nbuyer: {country: DK}\nsuppliers: [{name: Acme ApS, country: DK}]\n"
    made = report(screener, text)
    line = summary_line(made)
    assert line.split() == [
        made.established, made.possible, f"{made.score:.0f}", "2026-11-21", "T-1", "DK", "Hospital", "beds",
    ]  # fmt: skip


def test_nothing_in_a_summary_can_break_the_line_or_move_the_cursor(screener: Screener) -> None:
    text = 'id: "a\\nb\\e[2J"\ndate: 2026-11-21\ntitle: "x\\u2028y\\u202e\\tz"\n'
    line = summary_line(report(screener, text))
    assert len(line.splitlines()) == 1
    assert line.endswith("a b?[2J  --  x y? z\n")


def test_a_long_title_is_cut_and_a_nameless_tender_goes_by_its_source(screener: Screener) -> None:
    line = summary_line(report(screener, f"date: 2026-11-21\ntitle: {'x' * 200}\n"))
    assert line.endswith(f"t.yaml  --  {'x' * 59}…\n")
