"""Problems of a strict struct: all at once, each at its place, with what would be right."""

from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

import pytest
from msgspec import Struct

from vendorscreen.document import json_schema, parse_document, validate
from vendorscreen.document.field import FieldKind, Keys, Spread, Text
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


T = TypeVar("T")


class Several(Struct, Generic[T], frozen=True):
    """Members somebody stated."""

    members: tuple[T, ...]


SIZE = Keys("Size", "A size.", {"height": int, "width": int | None})


class Box(Struct, frozen=True):
    """A box that a file describes under other keys than its fields."""

    unread_keys: ClassVar = {"note": str | None}
    height: Annotated[
        int, Spread({"size": Annotated[dict[str, Any], SIZE] | None}, lambda size: size["height"] if size else 0)
    ] = 0
    parts: Several[Part] | None = None
    owner: Annotated[str, FieldKind(shape=int)] = ""


def box(text: str) -> Box:
    return validate(Box, parse_document(text.encode(), "f.yaml"), TenderError)


def test_a_field_is_made_of_the_keys_below_another() -> None:
    assert box("size: {height: 3}\nnote: x") == Box(height=3)


def test_a_generic_struct_is_written_as_a_list() -> None:
    assert box("parts: [{kind: goods}]").parts == Several((Part(kind="goods"),))


def test_a_file_may_hold_another_type_until_it_is_converted() -> None:
    assert box("owner: 7") == Box(owner=7)  # type: ignore[arg-type]


def test_nothing_means_the_default() -> None:
    assert box("parts:\nsize:\nnote:\n") == Box()


def test_keys_of_objects_and_of_members_are_suggested() -> None:
    with pytest.raises(TenderError) as caught:
        box("size: {width: 1, hight: 3}\nparts: [{kid: goods}]\nnotes: x\n")
    assert [str(problem) for problem in caught.value.problems] == [
        "f.yaml:1:7: size.height: missing, it is required here",
        "f.yaml:1:18: size.hight: unknown key, did you mean 'height'?",
        "f.yaml:2:9: parts[0].kind: missing, it is required here",
        "f.yaml:2:10: parts[0].kid: unknown key, did you mean 'kind'?",
        "f.yaml:3:1: notes: unknown key, did you mean 'note'?",
    ]


def test_an_object_has_its_name_in_the_schema() -> None:
    assert json_schema(Box)["$defs"]["Size"]["required"] == ["height"]
