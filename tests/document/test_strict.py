"""Problems of a strict struct: all at once, each at its place, with what would be right."""

from typing import Literal

import pytest
from msgspec import Struct

from vendorscreen.document import parse_document, validate
from vendorscreen.document.field import Text
from vendorscreen.errors import TenderError


class Part(Struct, frozen=True, kw_only=True, rename="camel"):
    kind: Literal["goods", "works"]
    part_number: Text | None = None


class Whole(Struct, frozen=True, kw_only=True, rename="camel"):
    title: Text
    parts: tuple[Part, ...] | None = None
    sizes: dict[str, Part] = {}
    amount: int | None = None


def problems(text: str) -> list[str]:
    with pytest.raises(TenderError) as caught:
        validate(Whole, parse_document(text.encode(), "f.yaml"), TenderError)
    return [str(problem) for problem in caught.value.problems]


def test_all_problems_are_told_at_once_with_their_places() -> None:
    text = "titel: x\nparts:\n  - {kind: good, partNumbr: 3}\n  - 7\namount: many\n"
    assert problems(text) == [
        "f.yaml:1:1: titel: unknown key, did you mean 'title'?",
        "f.yaml:1:1: title: missing, it is required here",
        "f.yaml:3:12: parts[0].kind: 'good' is not known here, did you mean 'goods'?",
        "f.yaml:3:18: parts[0].partNumbr: unknown key, did you mean 'partNumber'?",
        "f.yaml:4:5: parts[1]: write keys and values, found '7'",
        "f.yaml:5:9: amount: write a whole number, found 'many'",
    ]


def test_keys_inside_mappings_are_suggested_too() -> None:
    assert problems("title: x\nsizes: {large: {kind: works, number: 1}}\n") == [
        "f.yaml:2:30: sizes.large.number: unknown key, did you mean 'partNumber'?"
    ]


def test_a_number_where_text_stands_is_taken_as_it_was_written() -> None:
    read = validate(Whole, parse_document(b"title: 1.50", "f.yaml"), TenderError)
    assert read.title == "1.50"


def test_a_truth_value_is_no_text() -> None:
    assert problems("title: true") == ["f.yaml:1:8: title: write a text, found 'True'"]


def test_a_long_value_is_shortened_in_the_message() -> None:
    assert len(problems(f"title: x\namount: {'y' * 10_000}")[0]) < 200
