"""Lists a rule needs: missing or too old, they leave its effect open; they never remove a finding."""

from datetime import date

import pytest

from vendorscreen.fact import Case
from vendorscreen.report import Report
from vendorscreen.rule import evaluate, read_rules
from vendorscreen.rule.coverage import not_screened
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.tender import parse_tender
from vendorscreen.vendor.vendor import Gap, ListState
from vendorscreen.watchlist import Watchlist, read_watchlists

RULES = read_rules(shipped_folder("rules"))
SHIPPED = read_watchlists(shipped_folder("watchlists"))
ITALIAN = "buyer: {country: IT, level: local}\nsuppliers: [{name: Example Srl, country: IT}]"
FROZEN = "buyer: {country: IT, level: local}\nsuppliers: [{name: InfoTeCS JSC, country: RU, identifier: {scheme: RU-OGRN, id: '1027739185066'}}]"


def checked(text: str, edition: str | None, as_of: str = "2026-11-21", gaps: tuple[Gap, ...] = ()) -> Report:
    state = [ListState(id="eu-fsf", title="EU list", edition=edition, screened=True, gaps=gaps)] if edition else []
    lists = [*(one for one in SHIPPED.lists if one.id != "eu-fsf"), *state]
    watchlist = Watchlist(SHIPPED.parts, SHIPPED.programmes, lists, SHIPPED.digest, SHIPPED.official)
    return Screener(watchlist, RULES).check(parse_tender(text.encode(), "t"), date.fromisoformat(as_of))


def asked(report: Report) -> list[str]:
    return [unknown.question for unknown in report.unknown if unknown.fact == "list.eu-fsf"]


def test_a_missing_list_is_named_with_the_command_that_installs_it() -> None:
    assert asked(checked(ITALIAN, None)) == [
        "EU consolidated list of financial sanctions was not screened. Install it: vendorscreen watchlist update eu-fsf"
    ]


def test_a_missing_list_leaves_the_effect_of_its_rules_open_for_each_bidder() -> None:
    report = checked(ITALIAN, None)
    rules = {rule.rule for unknown in report.unknown if unknown.fact == "list.eu-fsf" for rule in unknown.rules}
    assert {"eu-asset-freeze", "eu-asset-freeze-group"} <= rules
    assert report.results[0].possible == "prohibits"


def test_a_fresh_list_leaves_nothing_open() -> None:
    assert asked(checked(ITALIAN, "2026-11-20")) == []


def test_a_list_that_is_too_old_is_named_with_its_age() -> None:
    assert "days old" in asked(checked(ITALIAN, "2026-01-01"))[0]


def test_a_list_that_is_not_whole_is_named_with_what_it_lacks_and_leaves_the_effect_open() -> None:
    report = checked(ITALIAN, "2026-11-20", gaps=(Gap("its newer edition is damaged"),))

    assert asked(report) == [
        (
            "EU consolidated list of financial sanctions was screened in the edition 2026-11-20, "
            "but its newer edition is damaged. Update it: vendorscreen watchlist update eu-fsf"
        )
    ]
    assert report.possible == "prohibits"


def test_an_edition_younger_than_the_day_counts() -> None:
    assert asked(checked(ITALIAN, "2026-11-20", "2021-01-01")) == []


@pytest.mark.parametrize("edition", [None, "2026-01-01", "2026-11-20"])
def test_a_finding_stands_whatever_the_list(edition: str | None) -> None:
    assert "eu-asset-freeze" in {finding.rule for finding in checked(FROZEN, edition).findings}


def test_a_buyer_the_rule_does_not_bind_needs_no_list() -> None:
    assert asked(checked(ITALIAN.replace("country: IT, level", "country: CH, level"), None)) == []


def test_a_list_is_named_once_with_the_strongest_effect_it_leaves_open() -> None:
    case = Case(parse_tender(ITALIAN.encode(), "t"), SHIPPED, (), date(2026, 11, 21))

    named = not_screened(evaluate(RULES.rules, case))

    assert [(one.list, one.possible) for one in named] == [("eu-fsf", "prohibits")]
    assert [one.message for one in named] == asked(checked(ITALIAN, None))


def test_a_buyer_of_no_stated_country_may_need_every_list_that_can_be_read() -> None:
    case = Case(parse_tender(b"suppliers: [A]", "t"), SHIPPED, (), date(2026, 11, 21))

    named = [(one.list, one.possible) for one in not_screened(evaluate(RULES.rules, case))]

    assert named == [("eu-fsf", "prohibits"), ("us-ofac-sdn", "requires_inquiry")]
