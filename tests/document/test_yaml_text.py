"""YAML 1.2 scalars, and what is refused."""

from functools import reduce

import pytest
import yaml

from vendorscreen.document import Document, parse_document, yaml_text
from vendorscreen.errors import DocumentError


def value(text: str) -> object:
    return parse_document(text.encode(), "file.yaml").value


def problems(text: str) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        parse_document(text.encode(), "file.yaml")
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("0712", "0712"),
        ("712", 712),
        ("-3", -3),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("12:30:45", "12:30:45"),
        ("2026-11-21", "2026-11-21"),
        ("'712'", "712"),
        ("1234567890123456789012", "1234567890123456789012"),
        (".inf", ".inf"),
    ],
)
def test_plain_scalars_are_those_of_yaml_1_2(written: str, read: object) -> None:
    assert value(f"key: {written}") == {"key": read}


def test_a_number_remembers_how_it_was_written() -> None:
    read = value("id: 1.50")
    assert isinstance(read, dict)
    assert read["id"].text == "1.50"


def test_a_duplicate_key_is_refused_with_both_places() -> None:
    assert problems("a: 1\nb: 2\na: 3\n") == ["file.yaml:3:1: a: duplicate key, first written in line 1"]


def test_every_duplicate_is_reported_at_once() -> None:
    assert len(problems("a: 1\na: 2\nb:\n  - {c: 1, c: 2}\n")) == 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: &x 1\nb: *x\n", "anchor &x is refused"),
        ("a: &x 1\nb: *x\n", "alias *x is refused"),
        ("a: !!python/object/apply:os.system ['ls']\n", "is refused, write a plain value"),
        ("a: {b: 1}\nc:\n  <<: {d: 2}\n", "merge key << is refused"),
        ("a: 1\n---\nb: 2\n", "a second document begins here"),
        ("? [a, b]\n: 1\n", "a key must be one word or text"),
        ("a: [1, 2\n", "this is not YAML"),
        ("a: b: c\n", "this is not YAML"),
    ],
)
def test_what_goes_beyond_plain_data_is_refused(text: str, wanted: str) -> None:
    assert wanted in "\n".join(problems(text))


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    levels = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 12))
    assert "is refused" in problems(f"l0: &l0 lol\n{levels}\n")[0]


LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]
"""The library's own loader and that over libyaml; each version of them has limits of its own, or none."""


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("levels", [65, 999, 1_001, 100_000])
@pytest.mark.parametrize(
    ("begun", "level", "place"),
    [("a: ", "[", "1:67: a[0][0]"), ("a: ", "{a: ", "1:256: a.a.a"), ("a:\n", "- ", "2:127: a[0][0]")],
)
def test_nesting_is_bounded_whatever_the_library_bounds(
    monkeypatch: pytest.MonkeyPatch, loader: type, levels: int, begun: str, level: str, place: str
) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", loader)
    assert problems(begun + level * levels) == [f"file.yaml:{place}: nested deeper than 64 levels"]


@pytest.mark.parametrize("loader", LOADERS)
def test_a_document_as_deep_as_the_bound_is_read(monkeypatch: pytest.MonkeyPatch, loader: type) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", loader)
    assert value("[" * 64 + "]" * 64) == reduce(lambda inner, _: [inner], range(63), [])


def test_what_was_wrong_before_the_nesting_is_told_with_it() -> None:
    assert problems("a: 1\na: " + "[" * 100_000) == [
        "file.yaml:2:1: a: duplicate key, first written in line 1",
        "file.yaml:2:67: a[0][0]: nested deeper than 64 levels",
    ]


def test_every_value_has_a_place() -> None:
    document = parse_document(b"a:\n  - {b: 1}\n  - c: 2\n", "file.yaml")
    assert document.places.of(("a", 1, "c")) == (3, 8)
    assert document.places.of(("a", 1, "c"), key=True) == (3, 5)


def test_a_missing_value_has_the_place_of_what_holds_it() -> None:
    document: Document = parse_document(b"a:\n  b: 1\n", "file.yaml")
    assert document.places.of(("a", "x", "y")) == (2, 3)
