"""Foreign text on its way to people: nothing in it moves a cursor or hides, and it ends."""

import json

import pytest

from vendorscreen.errors import InputError, ListError, Problem
from vendorscreen.showing import LONGEST, MOST, first_few, shortened, shown, shown_json


@pytest.mark.parametrize(
    "letter", ["\x1b", "\x9b", "\x00", "\n", "\u202e", "\u2066", "\u2028", "\u2029", "\ufeff", "\udcff"]
)
def test_what_would_not_be_seen_is_a_question_mark(letter: str) -> None:
    assert shown(f"a{letter}b") == "a?b"
    assert json.loads(shown_json(json.dumps(f"a{letter}b", ensure_ascii=False))) == f"a{letter}b"


@pytest.mark.parametrize("text", ["", "Łódź 海康威视", "a\xa0b\u3000c", "\U0001f600"])
def test_letters_and_blanks_stay(text: str) -> None:
    assert shown(text) == text
    assert shown_json(text) == text


def test_the_first_few_are_shown_and_the_others_counted() -> None:
    assert first_few(["a", "b", "c"], most=2) == ["a", "b", "and 1 more"]
    assert first_few(["a", "b"], most=2) == ["a", "b"]
    assert shortened("abcd", 3) == "ab…"


def test_a_file_with_many_faults_is_told_in_fifty_lines() -> None:
    error = InputError(Problem("f.yaml", line, 1, "k", "unknown key") for line in range(1, 100_001))
    lines = str(error).splitlines()
    assert (len(lines), lines[-1], len(error.problems)) == (MOST + 1, "and 99,950 more", 100_000)


def test_a_message_is_bounded_and_keeps_what_is_wrong() -> None:
    told = str(InputError([Problem("f.yaml", 1, 1, "k" * 1_000_000, "unknown key")]))
    assert told.endswith("…: unknown key")
    assert len(told) <= LONGEST
    assert len(str(ListError("x" * 1_000_000))) <= LONGEST


def test_a_problem_is_one_line_whatever_stands_in_it() -> None:
    assert str(Problem("f\x1b.yaml", 1, 2, "a\nb", "unknown\u2028key")) == "f?.yaml:1:2: a?b: unknown?key"
