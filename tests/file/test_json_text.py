"""JSON: strict, with places."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.document import parse_document
from vendorscreen.errors import DocumentError
from vendorscreen.file.json_scan import Flaw
from vendorscreen.file.json_text import JsonText, json_texts, members


def problems(text: str) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        parse_document(text.encode(), "file.json")
    return [str(problem) for problem in caught.value.problems]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(string.printable, max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(string.ascii_letters, min_size=1, max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON.map(lambda value: {"root": value}))
def test_json_is_read_as_json(value: object) -> None:
    text = json.dumps(value, indent=1)
    assert parse_document(text.encode(), "file.json").value == value


@given(JSON.map(lambda value: {"root": value}))
def test_every_json_value_has_a_place_at_which_it_stands(value: object) -> None:
    text = json.dumps(value, indent=1)
    lines = text.split("\n")
    places = parse_document(text.encode(), "file.json").places
    for path, (line, column) in places.values.items():
        part: object = value
        for step in path:
            part = part[step]  # type: ignore[index]
        assert lines[line - 1][column - 1 :].startswith(json.dumps(part, indent=1).split("\n", maxsplit=1)[0][:1])


def test_duplicate_keys_of_json_are_refused_with_their_place() -> None:
    assert problems('{"a": 1,\n "b": {"c": 1, "c": 2}}') == [
        "file.json:2:16: b.c: duplicate key, first written in line 2"
    ]


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_are_none_are_refused(constant: str) -> None:
    assert "no JSON number" in problems(f'{{"a": {constant}}}')[0]


def test_a_number_of_endless_digits_is_refused() -> None:
    assert "this is not JSON" in problems(f'{{"a": {"9" * 10_000}}}')[0]


def test_deep_nesting_of_json_is_refused_with_its_place() -> None:
    assert "nested deeper than 64 levels" in problems('{"a": ' + "[" * 200_000)[0]


def test_half_characters_are_replaced() -> None:
    assert parse_document(b'{"a": "\\ud800x"}', "file.json").value == {"a": "\ufffdx"}


def test_an_endless_text_of_escaped_quotes_is_refused_at_once() -> None:
    assert "this is not JSON" in problems('{"a": "' + '\\"' * 1_000_000)[0]


def test_brackets_in_texts_are_no_nesting() -> None:
    assert parse_document(json.dumps({"a": "[" * 100 + '\\"[{'}).encode(), "file.json").value == {
        "a": "[" * 100 + '\\"[{'
    }


def test_a_bracket_in_a_text_closes_none() -> None:
    assert "nested deeper than 64 levels" in problems('["]", ' * 70 + "1" + ', "["]' * 70)[0]


def test_members_stay_as_they_are_written() -> None:
    line = b'{"a": 7.0, "b": ["x", {"a": 1}], "c": "http://x:1", "d" : null}'

    assert {key: bytes(raw) for key, raw in members(line).items()} == {
        "a": b"7.0",
        "b": b'["x", {"a": 1}]',
        "c": b'"http://x:1"',
        "d": b"null",
    }


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"a": ' + b"[" * 100_000, "recursion"),
        (b"[1]", "Expected `object`, got `array`"),
        (b'{"a": NaN}', "invalid character"),
        (b'{"a": "\\ud800"}', "truncated"),
    ],
)
def test_an_object_that_breaks_a_rule_has_no_members(line: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        members(line)


def texts_of(text: str) -> list[object]:
    return [one.value if isinstance(one, JsonText) else str(one) for one in json_texts(text, "f")]


@given(JSON)
def test_json_without_flaws_has_none(value: object) -> None:
    text = json.dumps(value)

    assert list(json_texts(text, "f")) == [JsonText(value, text)]


@given(st.lists(JSON.map(lambda value: [value]), min_size=2, max_size=4))
def test_texts_behind_each_other_are_read_one_by_one(values: list[object]) -> None:
    assert texts_of("\n".join(json.dumps(value, indent=1) for value in values)) == values


def test_each_text_tells_where_it_begins() -> None:
    places = [(one.line, one.column) for one in json_texts('{"a": 1} {}\n\n []', "f") if isinstance(one, JsonText)]

    assert places == [(1, 1), (1, 10), (3, 2)]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ('{"a": 1} {"b":', [{"a": 1}, "f:1:15: this is not JSON: Expecting value"]),
        ('{"a": 1} x', [{"a": 1}, "f:1:10: this is not JSON: Extra data"]),
        ('{"a": NaN} {"b"}', [{"a": None}, "f:1:16: this is not JSON: Expecting ':' delimiter"]),
        ("", ["f:1:1: this is not JSON: Expecting value"]),
    ],
)
def test_what_is_no_json_behind_a_text_is_told_and_the_text_stays(text: str, texts: list[object]) -> None:
    assert texts_of(text) == texts


@pytest.mark.parametrize(
    ("text", "value", "flaw"),
    [
        ('{"a": NaN}', {"a": None}, Flaw(("a",), 1, 7, "NaN is no JSON number")),
        ("[-Infinity]", [None], Flaw((0,), 1, 2, "-Infinity is no JSON number")),
        ('["x\ty"]', ["x y"], Flaw((0,), 1, 2, "a raw control sign, such as a tab, within a text")),
        (
            '{"a": [1], "a": [1]}', {"a": [1]},
            Flaw(("a",), 1, 12, "duplicate key, first written in line 1"),
        ),
        (
            '{"a": 1, "a": 2}', {"a": 1},
            Flaw(("a",), 1, 10, "duplicate key, first written in line 1", fatal=True),
        ),
    ],
)  # fmt: skip
def test_a_flaw_is_told_with_its_place(text: str, value: object, flaw: Flaw) -> None:
    (one,) = json_texts(text, "f")

    assert isinstance(one, JsonText)
    assert (one.value, one.flaws) == (value, (flaw,))


def test_of_many_flaws_alike_some_are_told() -> None:
    (one,) = json_texts('{"a": [' + "NaN, " * 10_000 + '1], "b": NaN}', "f")

    assert isinstance(one, JsonText)
    assert [flaw.at[0] for flaw in one.flaws] == ["a"] * 20 + ["b"]
