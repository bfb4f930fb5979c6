"""JSON by the same door as YAML."""

import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.document import parse_document
from vendorscreen.errors import DocumentError


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
