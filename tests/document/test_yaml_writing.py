"""YAML written so that the strict reader reads the same values."""

from decimal import Decimal

import pytest

from vendorscreen.document import parse_document
from vendorscreen.document.yaml_writing import write_yaml


@pytest.mark.parametrize(
    "text",
    [
        "NO",
        "null",
        "~",
        "0712",
        "1e5",
        "2026-01-02",
        "a: b",
        "- a",
        "# a",
        "a\nb",
        " a ",
        "\n",
        "\n\na",
        "\ta",
        "a\rb",
        "a\u2028b",
        "a\x85b",
        "'\"",
        "a\n\n",
        "a\n",
        "1_000\n\n",
        "\u202e\u2066a\u2069",
        "\x1b[31m",
        "\x9b1m\n",
        "\U000e0001",
        'say "\\u202e\u202e"',
        "海\u200b康\ufeff威视",
        "\x00",
    ],
)
def test_texts_stay_texts(text: str) -> None:
    value = parse_document(write_yaml({"key": text}).encode(), "x").value
    assert isinstance(value, dict)
    assert str(getattr(value["key"], "text", value["key"])) == text


@pytest.mark.parametrize("hidden", ["\u202e", "\u2028", "\x9b", "\x1b", "\u200b", "\ufeff", "\U000e0001", "\xad"])
def test_what_nobody_would_see_stands_there_as_its_number(hidden: str) -> None:
    assert hidden not in write_yaml({"key": f"Hik{hidden}vision 海康", "block": f"a\n{hidden}b"})
    assert "海康" in write_yaml({"key": f"Hik{hidden}vision 海康"})


def test_amounts_are_plain_numbers() -> None:
    assert write_yaml({"amount": Decimal("1200000.50")}) == "amount: 1200000.50\n"
    assert write_yaml({"amount": Decimal("1E+6")}) == "amount: 1000000\n"


def test_short_things_stand_on_one_line_and_the_whole_never_does() -> None:
    assert write_yaml({"a": {"b": 1}, "c": ["d", "e"]}) == "a: {b: 1}\nc: [d, e]\n"
    assert write_yaml({"a": 1}) == "a: 1\n"


def test_nothing_is_written_by_reference() -> None:
    shared = {"a": "b"}
    assert write_yaml({"x": shared, "y": shared}) == "x: {a: b}\ny: {a: b}\n"
