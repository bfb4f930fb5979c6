"""Lexicons find concepts in texts of several languages, by whole words, without regular expressions of users."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.document import parse_document, read_document
from vendorscreen.errors import RuleError
from vendorscreen.rule.lexicon import Lexicon, read_lexicon


@pytest.fixture(scope="module")
def watching() -> Lexicon:
    return read_lexicon(read_document(Path(__file__).parent.parent.parent / "rules/lexicons/watching-groups.yaml"))


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("The platform alerts when ethnic-minority students are suspected of fasting", ["en"]),
        ("UYGHUR ALERTS at every gate", ["en"]),
        ("Les CAMÉRAS doivent DÉTECTER les étudiants de minorités ethniques.", ["fr"]),
        ("对少数民族学生疑似封斋行为进行预警", ["zh"]),
        ("系统须对维吾尔族人员自动识别并报警", ["zh"]),
        ("Video analytics: detects intrusion, loitering, smoke.", []),
        ("Supply of meals for religious holidays", []),
        ("Détection incendie du centre culturel", []),
        ("火灾自动报警系统", []),
        ("", []),
    ],
)
def test_the_concept_is_found_in_each_language(watching: Lexicon, text: str, languages: list[str]) -> None:
    assert [mention.language for mention in watching.mentions(text)] == languages


def test_a_mention_shows_the_words_around_it(watching: Lexicon) -> None:
    text = "x " * 100 + "raise an alert in the system for Uyghur students" + " y" * 100
    assert "in the system for Uyghur students" in watching.mentions(text)[0].words
    assert len(watching.mentions(text)[0].words) < 200


def test_a_text_in_a_language_of_the_lexicon_can_be_read(watching: Lexicon) -> None:
    assert watching.reads("The supply of cameras for the town, and their maintenance")
    assert not watching.reads("Przedmiotem zamówienia jest dostawa kamer")
    assert not watching.reads("and the " * 200_000)


def test_terms_far_apart_are_no_mention(watching: Lexicon) -> None:
    assert watching.mentions("ethnic minorities " + "word " * 40 + "smoke detection") == []


def lexicon(**language: object) -> bytes:
    import json

    entry = {"common": ["the", "and", "of"], **language}
    return json.dumps({"id": "x", "title": "X", "languages": {"en": entry}}).encode()


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            {"phrases": ["camera"], "found": ["a cat"], "not_found": ["a dog"]},
            "languages.en.found[0]: this text must be found and is not",
        ),
        (
            {"phrases": ["cat"], "found": ["a cat"], "not_found": ["the cat"]},
            "languages.en.not_found[0]: this text must not be found and is",
        ),
        ({"phrases": ["cat"], "found": [], "not_found": ["x"]}, "languages.en.found: "),
        (
            {
                "phrases": ["cat"],
                "found": ["cat"],
                "not_found": ["x"],
                "together": [{"within": 3, "all_of": ["a", "b"]}],
            },
            "languages.en.together[0].all_of[0]: unknown list 'a'",
        ),
        (
            {"phrases": ["cat"], "found": ["cat"], "not_found": ["x"], "terms": {"a": ["dog"]}},
            "languages.en.terms.a: list 'a' is never used",
        ),
    ],
)
def test_a_lexicon_whose_own_examples_fail_is_refused(language: dict[str, object], wanted: str) -> None:
    with pytest.raises(RuleError) as caught:
        read_lexicon(parse_document(lexicon(**language), "x.yaml"))
    assert wanted in str(caught.value)


def test_only_whole_words_count_unless_a_star_says_so() -> None:
    raw = lexicon(phrases=["cat", "dog*"], found=["the cat", "the dogs"], not_found=["concatenate", "hotdog"])
    assert read_lexicon(parse_document(raw, "x.yaml")).id == "x"


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    raw = lexicon(
        phrases=["cat"],
        terms={"one": ["a*"], "other": ["b"]},
        together=[{"within": 3, "all_of": ["one", "other"]}],
        found=["cat"],
        not_found=["x"],
    )
    read_lexicon(parse_document(raw, "x.yaml")).mentions(text)
