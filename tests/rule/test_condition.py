"""Conditions answer after Kleene: true, false, unknown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rule.rules import facts
from vendorscreen.document import parse_document
from vendorscreen.errors import Problem
from vendorscreen.fact import CASE, Node
from vendorscreen.rule.answer import Condition, Surroundings
from vendorscreen.rule.operator import Vocabulary
from vendorscreen.rule.parsing import ConditionParser, subject_scopes

DAY = date(2026, 11, 21)
WORDS = Vocabulary({}, {})


def condition(raw: object, subject: str = "tender") -> Condition:
    wrong: list[Problem] = []
    parser = ConditionParser(parse_document(b"x: 1", "c"), subject_scopes(subject), WORDS, {}, wrong, set())
    parsed = parser.read(raw, ("condition",))
    assert not [problem for problem in wrong if "unreachable" not in problem.message], wrong
    return parsed


def answer(raw: object, values: dict[str, object]) -> bool | None:
    root = facts(values)
    named = {name: node for name in CASE.parts if isinstance(node := root.part(name), Node)}
    return condition(raw).ask(Surroundings(named, root, DAY)).answer


FR = {"buyer.country": {"equals": "FR"}}
SENSITIVE = {"site.sensitive": {"equals": True}}


def stated(country: bool | None, sensitive: bool | None) -> dict[str, object]:
    buyer = {} if country is None else {"country": "FR" if country else "DE"}
    return {"buyer": buyer, "site": {} if sensitive is None else {"sensitive": sensitive}}


KLEENE = st.sampled_from([True, False, None])


@given(KLEENE, KLEENE)
def test_all_is_the_least_of_its_parts(a: bool | None, b: bool | None) -> None:
    expected = False if False in (a, b) else None if None in (a, b) else True
    assert answer({"all": [FR, SENSITIVE]}, stated(a, b)) is expected


@given(KLEENE, KLEENE)
def test_any_is_the_greatest_of_its_parts(a: bool | None, b: bool | None) -> None:
    expected = True if True in (a, b) else None if None in (a, b) else False
    assert answer({"any": [FR, SENSITIVE]}, stated(a, b)) is expected


@given(KLEENE)
def test_not_turns_an_answer_and_keeps_the_unknown(a: bool | None) -> None:
    assert answer({"not": FR}, stated(a, None)) is (None if a is None else not a)


@given(KLEENE, KLEENE)
def test_not_all_is_any_not(a: bool | None, b: bool | None) -> None:
    values = stated(a, b)
    assert answer({"not": {"all": [FR, SENSITIVE]}}, values) is answer(
        {"any": [{"not": FR}, {"not": SENSITIVE}]}, values
    )


@given(KLEENE, KLEENE)
def test_the_order_of_parts_never_matters(a: bool | None, b: bool | None) -> None:
    values = stated(a, b)
    for word in ("all", "any"):
        assert answer({word: [FR, SENSITIVE]}, values) is answer({word: [SENSITIVE, FR]}, values)


def items(*codes: str | None) -> list[dict[str, object]]:
    return [{} if code is None else {"cpv": code} for code in codes]


SCANNER = {"cpv": {"under": ["3858"]}}


@pytest.mark.parametrize(
    ("members", "some", "every", "none"),
    [
        (items("38581000"), True, True, False),
        (items("30000000"), False, False, True),
        (items("38581000", "30000000"), True, False, False),
        (items("30000000", None), None, False, None),
        (items("38581000", None), True, None, False),
        ([], False, True, True),
        ({"open": []}, None, None, None),
        ({"open": items("30000000")}, None, False, None),
        ({"open": items("38581000")}, True, None, False),
    ],
)
def test_quantifiers_over_complete_and_open_collections(
    members: object, some: bool | None, every: bool | None, none: bool | None
) -> None:
    values = {"items": members}
    answers = [answer({f"{word} item": SCANNER}, values) for word in ("some", "every", "none")]
    assert answers == [some, every, none]


def test_over_a_collection_nobody_stated_every_quantifier_is_unknown() -> None:
    assert [answer({f"{word} item": SCANNER}, {}) for word in ("some", "every", "none")] == [None, None, None]


@pytest.mark.parametrize(
    ("members", "least", "most"),
    [
        (items("38581000", "38582000", "30000000"), True, False),
        (items("38581000", "30000000"), False, True),
        (items("38581000", None), None, None),
        ({"open": items("38581000")}, None, None),
        ({"open": items("38581000", "38582000")}, True, False),
    ],
)
def test_counting_knows_the_least_and_the_most(members: object, least: bool | None, most: bool | None) -> None:
    values = {"items": members}
    assert answer({"count item": {"where": SCANNER, "at_least": 2}}, values) is least
    assert answer({"count item": {"where": SCANNER, "at_most": 1}}, values) is most


def test_whether_a_fact_is_stated_is_never_unknown() -> None:
    assert answer({"buyer.country": {"stated": True}}, {}) is False
    assert answer({"buyer.country": {"stated": False}}, {}) is True
    assert answer({"buyer.country": {"stated": True}}, {"buyer": {"country": "FR"}}) is True


@pytest.mark.parametrize(
    ("test", "value", "expected"),
    [
        ({"at_least": 5}, 5, True),
        ({"at_least": 5}, 4.9, False),
        ({"at_most": 5}, 5, True),
        ({"at_most": 5}, 5.1, False),
        ({"more_than": 5}, 5, False),
        ({"more_than": 5}, 5.1, True),
        ({"less_than": 5}, 5, False),
        ({"less_than": 5}, 4.9, True),
    ],
)
def test_numbers_are_compared_at_their_bounds(test: object, value: float, expected: bool) -> None:
    assert answer({"tender.value_in_eur": test}, {"tender": {"value_in_eur": value}}) is expected


def test_every_unknown_says_which_fact_is_missing_and_asks_for_it() -> None:
    root = facts({"items": items(None)})
    named = {name: node for name in CASE.parts if isinstance(node := root.part(name), Node)}
    result = condition({"all": [FR, {"some item": SCANNER}]}).ask(Surroundings(named, root, DAY))
    assert [(one.fact, one.question) for one in result.missing] == [
        ("buyer.country", "In which country is the buyer?"),
        ("item.cpv", "What is bought (CPV codes)?"),
    ]


def test_the_members_that_made_it_true_are_kept() -> None:
    root = facts({"items": items("30000000", "38581000")})
    result = condition({"some item": SCANNER}).ask(Surroundings({}, root, DAY))
    assert [node.value("cpv") for node in result.witnesses] == [("38581000",)]


def test_a_trace_tells_what_was_asked_and_what_stood_there() -> None:
    root = facts({"buyer": {"country": "FR"}})
    result = condition(FR).ask(Surroundings({"buyer": root.part("buyer")}, root, DAY))  # type: ignore[dict-item]
    assert (result.trace.asked, result.trace.value, result.trace.answer) == ("buyer.country equals FR", "France", True)


STATED = st.fixed_dictionaries(
    {},
    optional={
        "buyer": st.fixed_dictionaries({}, optional={"country": st.sampled_from(["FR", "DE"])}),
        "site": st.fixed_dictionaries({}, optional={"sensitive": st.booleans()}),
        "items": st.lists(
            st.fixed_dictionaries({}, optional={"cpv": st.sampled_from(["38581000", "30000000"])}), max_size=3
        ),
    },
)
LEAVES = st.sampled_from(
    [FR, SENSITIVE, {"some item": SCANNER}, {"none item": SCANNER}, {"count item": {"where": SCANNER, "at_least": 2}}]
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda part: {"not": part}, inner)
    ),
    max_leaves=6,
)


@given(CONDITIONS, STATED, st.data())
def test_stating_more_only_decides_what_was_unknown(
    raw: object, values: dict[str, object], data: st.DataObject
) -> None:
    before = answer(raw, values)
    more = {key: dict(value) if isinstance(value, dict) else value for key, value in values.items()}
    more.setdefault("buyer", {})
    more["buyer"].setdefault("country", data.draw(st.sampled_from(["FR", "DE"])))  # type: ignore[attr-defined]
    more["items"] = (
        [{"cpv": "38581000", **item} for item in values.get("items", [])]
        if "items" in values
        else data.draw(st.sampled_from([[], items("38581000"), items("30000000")]))
    )
    after = answer(raw, more)
    assert before is None or before is after
