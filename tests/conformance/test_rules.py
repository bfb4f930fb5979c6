"""What must hold of every shipped rule."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from tests.soak import examples
from vendorscreen.document import read_document
from vendorscreen.rule import Answer, Effect, Rule, failing_examples, read_rules
from vendorscreen.rule.proving import unproven_leaves
from vendorscreen.rule.rule_folders import READ_IN_FULL
from vendorscreen.rule.schema import SCHEMAS
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.tender import parse_tender
from vendorscreen.watchlist import read_watchlists

RULES = read_rules(shipped_folder("rules"))


def each(rules: tuple[Rule, ...] = RULES.rules) -> list[object]:
    return [pytest.param(rule, id=rule.id) for rule in rules]


@pytest.mark.parametrize("rule", each())
def test_every_test_of_every_rule_comes_out_as_expected(rule: Rule) -> None:
    assert failing_examples(rule) == []


@pytest.mark.parametrize("rule", each())
def test_every_leaf_is_proved_necessary_by_a_test(rule: Rule) -> None:
    assert unproven_leaves(rule) == []


@pytest.mark.parametrize("rule", each())
def test_every_rule_has_a_test_for_each_answer(rule: Rule) -> None:
    expected = set(Answer) - ({Answer.LIFTED} if not rule.unless else set())
    assert {example.expect for example in rule.examples} == expected


@pytest.mark.parametrize("rule", each())
def test_every_reference_has_an_address_and_a_place_in_it(rule: Rule) -> None:
    assert all(
        reference.url.startswith(("https://", "http://data.europa.eu/eli/")) and reference.locator
        for reference in rule.references
    )


@pytest.mark.parametrize("rule", each(tuple(rule for rule in RULES.rules if rule.effect is Effect.PROHIBITS)))
def test_a_rule_prohibits_only_where_its_law_was_read(rule: Rule) -> None:
    assert any(reference.read in READ_IN_FULL for reference in rule.references)


def test_there_are_at_least_25_rules_and_no_two_ask_the_same() -> None:
    assert len(RULES.rules) >= 25
    asked = [(repr(rule.bound), repr(rule.condition), rule.subject, rule.in_force) for rule in RULES.rules]
    assert len(set(asked)) == len(asked)


def test_every_effect_is_used() -> None:
    assert {rule.effect for rule in RULES.rules} == set(Effect) - {Effect.NO_FINDING, Effect.REQUIRES_EXCLUSION}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_shipped_file_fits_its_schema(kind: str, root: Path) -> None:
    validator = Draft202012Validator(SCHEMAS[kind]())
    files = {
        "tender": list((root / "examples").glob("*.tender.yaml")),
        "vendor": list((root / "watchlists").glob("*/*.yaml")),
        "group": list((root / "rules/groups").glob("*.yaml")),
        "lexicon": list((root / "rules/lexicons").glob("*.yaml")),
        "rule": [path for path in (root / "rules").rglob("*.yaml") if path.parent.name not in ("groups", "lexicons")],
    }[kind]
    assert files
    for path in files:
        errors = [error.message for error in validator.iter_errors(read_document(path).value)]
        assert not errors, (path, errors[:3])


@pytest.mark.parametrize(
    "condition",
    [
        {"buyer.contry": {"equals": "FR"}},
        {"buyer.country": {"at_least": "FR"}},
        {"buyer.country": {"equals": "France"}},
        {"party.role": {"equals": "tendrer"}},
        {"tender.value_in_eur": {"at_least": "5m"}},
        {"some items": {"cpv": {"under": ["38"]}}},
        {"count item": {"at_least": 0}},
    ],
)
def test_a_condition_that_would_be_refused_does_not_fit_the_schema(condition: dict[str, object]) -> None:
    raw = read_document(next((shipped_folder("rules")).rglob("us-entity-list.yaml"))).value
    assert isinstance(raw, dict)
    validator = Draft202012Validator(SCHEMAS["rule"]())
    assert validator.is_valid(json.loads(json.dumps(raw)))
    assert not validator.is_valid(json.loads(json.dumps(raw)) | {"condition": condition})


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener(read_watchlists(shipped_folder("watchlists")), RULES)


PARTIES = [
    {
        "id": "A",
        "name": "Nuctech Warsaw Company Limited sp. z o.o.",
        "roles": ["tenderer"],
        "address": {"country": "PL"},
    },
    {
        "id": "B",
        "name": "Example Ltd",
        "roles": ["tenderer"],
        "shareholders": [{"shareholder": {"id": "D"}, "shareholding": 0.6}],
    },
    {"id": "C", "name": "Zhejiang Dahua Technology Co., Ltd.", "roles": ["manufacturer"], "address": {"country": "CN"}},
    {"id": "D", "name": "Huawei Technologies Co., Ltd.", "address": {"country": "CN"}},
]


def report(screener: Screener, parties: list[dict[str, object]], **more: object) -> dict[str, object]:
    tender = {
        "vendorscreen": 1,
        "date": "2026-11-21",
        "buyer": {"country": "US", "level": "national"},
        "parties": parties,
        **more,
    }
    return json.loads(screener.check(parse_tender(json.dumps(tender).encode(), "t")).to_json())


def without_order(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_order(one) for key, one in value.items() if key != "place"}
    if isinstance(value, list):
        return sorted((without_order(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    return value


@settings(max_examples=examples(10), deadline=None)
@given(st.permutations(PARTIES))
def test_the_order_of_parties_never_matters(screener: Screener, parties: list[dict[str, object]]) -> None:
    assert without_order(report(screener, parties)) == without_order(report(screener, PARTIES))


@settings(max_examples=examples(5), deadline=None)
@given(st.integers())
def test_the_order_of_rules_never_matters(screener: Screener, seed: int) -> None:
    shuffled = list(RULES.rules)
    random.Random(seed).shuffle(shuffled)
    other = Screener(screener.watchlist, replace(RULES, rules=tuple(shuffled)))
    assert without_order(report(other, PARTIES)) == without_order(report(screener, PARTIES))


FACTS = {
    "site": {"kind": "government-building", "sensitive": True, "criticalInfrastructure": []},
    "data": {"personal": True, "storage": ["US"], "remoteAccess": ["CN"], "networked": True},
    "funding": [{"source": "own", "country": "US"}],
    "declarations": {
        "derogations": [],
        "coveredEquipment": [{"party": {"id": "A"}, "uses": False}],
        "foreignContributions": [],
    },
}


@settings(max_examples=examples(15), deadline=None)
@given(st.sets(st.sampled_from(sorted(FACTS))), st.sampled_from(sorted(FACTS)))
def test_stating_another_fact_only_changes_what_was_unknown(screener: Screener, stated: set[str], further: str) -> None:
    before = report(screener, PARTIES, screening={key: FACTS[key] for key in sorted(stated)})
    after = report(screener, PARTIES, screening={key: FACTS[key] for key in sorted({*stated, further})})
    open_before = {rule["rule"] for unknown in before["unknown"] for rule in unknown["rules"]}  # type: ignore[union-attr,index]
    found = [{(f["rule"], f["party"], f["vendor"], f["effect"]) for f in one["findings"]} for one in (before, after)]  # type: ignore[union-attr,index]
    assert found[0] <= found[1]
    assert {rule for rule, *_ in found[1] - found[0]} <= open_before
