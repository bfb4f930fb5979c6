"""What a rule says of its subjects: bound buyers, clocks, periods, and the fall-back of a prohibition."""

from datetime import date
from pathlib import Path

import pytest

from tests.rule.rules import read, rule
from vendorscreen.rule import Answer, Effect
from vendorscreen.rule.evaluation import evaluate_example


def outcome(
    folder: Path, facts: dict[str, object], as_of: str = "2026-11-21", **changes: object
) -> tuple[Answer, Effect, list[str]]:
    test = {"name": "asked", "as_of": as_of, "facts": facts, "expect": "finding"}
    whole = rule(**changes)
    whole["tests"] = [test, {**test, "name": "other", "expect": "clear"}]
    read_rule = read(folder, whole).rules[0]
    result = evaluate_example(read_rule, read_rule.examples[0])
    return result.answer, result.effect, [missing.fact for missing in result.missing]


IN_FRANCE = {"parties": [{"country": "FR", "name": "A"}]}


def test_who_is_not_bound_is_clear(tmp_path: Path) -> None:
    bound = {"buyer.country": {"equals": "FR"}}
    assert outcome(tmp_path, {"buyer": {"country": "DE"}, **IN_FRANCE}, bound=bound)[0] is Answer.CLEAR


def test_whether_the_buyer_is_bound_can_be_unknown(tmp_path: Path) -> None:
    bound = {"buyer.country": {"equals": "FR"}}
    assert outcome(tmp_path, IN_FRANCE, bound=bound) == (Answer.UNKNOWN, Effect.SIGNALS, ["buyer.country"])


@pytest.mark.parametrize(
    ("as_of", "answer"),
    [
        ("2025-09-28", Answer.CLEAR),
        ("2025-09-29", Answer.FINDING),
        ("2025-11-09", Answer.FINDING),
        ("2025-11-10", Answer.CLEAR),
        ("2026-11-09", Answer.CLEAR),
        ("2026-11-10", Answer.UNKNOWN),
    ],
)
def test_a_rule_has_periods_in_force_and_times_nobody_is_sure_of(tmp_path: Path, as_of: str, answer: Answer) -> None:
    periods = [
        {"from": "2025-09-29", "to": "2025-11-10"},
        {"from": "2026-11-10", "certain": False, "note": "Did the suspension end?"},
    ]
    assert outcome(tmp_path, IN_FRANCE, as_of, in_force=periods)[0] is answer


def match(certainty: str) -> dict[str, object]:
    return {"parties": [{"name": "A", "matches": [{"vendor": "V", "certainty": certainty, "relation": "same"}]}]}


ABOUT_A_MATCH = {
    "subject": "match",
    "effect": "prohibits",
    "condition": {"match.relation": {"equals": "same"}},
    "message": "{match.vendor}",
}


def test_a_prohibition_stands_on_a_confirmed_identity(tmp_path: Path) -> None:
    assert outcome(tmp_path, match("confirmed"), **ABOUT_A_MATCH) == (Answer.FINDING, Effect.PROHIBITS, [])


@pytest.mark.parametrize("certainty", ["strong", "probable", "possible"])
def test_below_confirmed_a_prohibition_asks_to_identify_first(tmp_path: Path, certainty: str) -> None:
    assert outcome(tmp_path, match(certainty), **ABOUT_A_MATCH) == (
        Answer.FINDING,
        Effect.REQUIRES_INQUIRY,
        ["match.certainty"],
    )


def test_nothing_is_established_by_a_weak_name(tmp_path: Path) -> None:
    facts = {"parties": [{"name": "A", "matches": [{"certainty": "possible", "relation": "same", "weak": True}]}]}
    assert outcome(tmp_path, facts, **ABOUT_A_MATCH) == (Answer.UNKNOWN, Effect.PROHIBITS, ["match.certainty"])


def test_effects_are_ordered_strongest_last() -> None:
    assert [effect.word for effect in sorted(Effect)] == [
        "no_finding",
        "signals",
        "suggests_inquiry",
        "requires_inquiry",
        "requires_condition",
        "permits_exclusion",
        "requires_exclusion",
        "prohibits",
    ]


def test_a_message_is_filled_with_facts(tmp_path: Path) -> None:
    test = {"name": "asked", "as_of": "2026-11-21", "facts": IN_FRANCE, "expect": "finding"}
    whole = rule()
    whole["tests"] = [test, {**test, "name": "other", "expect": "clear"}]
    one = read(tmp_path, whole).rules[0]
    assert evaluate_example(one, one.examples[0]).message == "A is in France."
    assert one.examples[0].as_of == date(2026, 11, 21)
