"""The report: effects per party, score and its parts, what was known then, and bytes that do not change."""

import json
from datetime import date

import pytest

from vendorscreen.report import Report, render_text
from vendorscreen.rule import read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.tender import parse_tender
from vendorscreen.watchlist import read_watchlists


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener(read_watchlists(shipped_folder("watchlists")), read_rules(shipped_folder("rules")))


def checked(screener: Screener, text: str, as_of: str = "2026-11-21") -> Report:
    return screener.check(parse_tender(text.encode(), "t.yaml"), date.fromisoformat(as_of))


TWO_BIDDERS = """
buyer: {country: US, level: national}
parties:
- {id: A, name: Example One LLC, roles: [tenderer], address: {country: US}}
- {id: B, name: Example Two LLC, roles: [tenderer], address: {country: US}}
- {id: M, name: "Zhejiang Dahua Technology Co., Ltd.", roles: [manufacturer], address: {country: CN}}
tender:
  lots: [{id: L1}, {id: L2}]
  items: [{id: "1", classification: {scheme: CPV, id: "32323500"}}]
bids:
  details:
  - {id: T1, tenderers: [{id: A}], relatedLots: [L1]}
  - {id: T2, tenderers: [{id: B}], relatedLots: [L2]}
screening:
  site: {kind: prison}
  products: [{brand: Dahua, manufacturer: {id: M}, relatedBids: [T2]}]
"""


def test_a_finding_on_a_maker_counts_for_the_tenderer_linked_to_it_and_no_other(screener: Screener) -> None:
    report = checked(screener, TWO_BIDDERS)
    effects = {(result.party, result.role, result.lot): result.established for result in report.results}
    assert effects == {
        ("A", "tenderer", "L1"): "no_finding",
        ("B", "tenderer", "L2"): "prohibits",
        ("M", "manufacturer", "L2"): "prohibits",
    }


def test_the_report_is_the_strongest_of_all_its_findings(screener: Screener) -> None:
    assert checked(screener, TWO_BIDDERS).established == "prohibits"


def test_an_unlinked_maker_counts_for_the_report_and_for_no_tenderer(screener: Screener) -> None:
    report = checked(screener, TWO_BIDDERS.replace(", relatedBids: [T2]", ""))
    effects = {result.party: result.established for result in report.results}
    assert (effects["A"], effects["B"], report.established) == ("no_finding", "no_finding", "prohibits")


def test_the_score_is_what_its_parts_leave(screener: Screener) -> None:
    report = checked(screener, "suppliers: [{name: Dahua Technology, country: CN}]")
    left = 1.0
    for part in report.score_parts:
        left *= 1 - part.weight / 100 * part.certainty_factor
    assert report.score == pytest.approx(100 * (1 - left), abs=0.05)
    assert len({(part.rule, part.party, part.vendor) for part in report.score_parts}) == len(report.score_parts)


def test_context_has_no_part_in_effects_or_score(screener: Screener) -> None:
    report = checked(screener, "suppliers: [{name: Nuctech Company Limited, country: CN}]", "2009-08-01")
    assert [finding.context for finding in report.findings] == [True]
    assert (report.established, report.score) == ("no_finding", 0.0)


def test_what_came_later_stands_apart(screener: Screener) -> None:
    report = checked(screener, "suppliers: [{name: 'Beijing Megvii Technology Co., Ltd.', country: CN}]", "2024-06-01")
    listed = [
        listing for finding in report.findings for listing in finding.listings if listing.programme == "US-DOD-1260H"
    ]
    assert [listing.end_date for listing in listed] == [None]
    assert any(entry.date == "2025-01-07" and entry.what.startswith("End of") for entry in report.later)


def test_an_entry_that_has_ended_is_no_finding(screener: Screener) -> None:
    report = checked(screener, "suppliers: [{name: 'Beijing Megvii Technology Co., Ltd.', country: CN}]", "2025-01-07")
    assert not [
        listing for finding in report.findings for listing in finding.listings if listing.programme == "US-DOD-1260H"
    ]


def test_nothing_dated_after_the_day_is_told_in_a_finding(screener: Screener) -> None:
    for day in ("2010-01-01", "2019-06-01", "2021-03-01", "2023-06-02"):
        report = checked(
            screener, "suppliers: [{name: Nuctech Company Limited, country: CN}, {name: Huawei, country: CN}]", day
        )
        for finding in report.findings:
            for listing in finding.listings:
                dates = [
                    listing.start_date,
                    *(step.date for step in listing.proceedings),
                    *(said.date for said in listing.responses),
                ]
                assert all(one is None or one[:4] <= day[:4] for one in dates), listing.id


def test_a_report_survives_being_written_and_read(screener: Screener) -> None:
    report = checked(screener, TWO_BIDDERS)
    assert Report.model_validate(json.loads(report.to_json())) == report


def test_natural_persons_are_not_named(screener: Screener) -> None:
    text = "parties: [{id: A, name: A Ltd, roles: [tenderer], beneficialOwners: [{name: Jane Doe, nationalities: [CN], share: 1.0}]}]\nbuyer: {country: FR}"
    report = checked(screener, text)
    assert "Jane Doe" not in report.to_json()
    assert "Jane Doe" not in render_text(report)


def test_questions_come_once_and_the_most_consequential_first(screener: Screener) -> None:
    report = checked(screener, "title: Networks\nsuppliers: [Example Ltd]")
    strength = [
        "no_finding",
        "signals",
        "suggests_inquiry",
        "requires_inquiry",
        "requires_condition",
        "permits_exclusion",
        "prohibits",
    ]
    strongest = [max(strength.index(rule.effect) for rule in unknown.rules) for unknown in report.unknown]
    assert strongest == sorted(strongest, reverse=True)
    assert len({(unknown.fact, unknown.question) for unknown in report.unknown}) == len(report.unknown)


def test_a_tender_without_names_says_that_nobody_was_screened(screener: Screener) -> None:
    report = checked(screener, "title: Chairs")
    assert "nobody-to-screen" in {finding.rule for finding in report.findings}
    assert "nobody was screened" in render_text(report)
