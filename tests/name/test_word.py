"""Words that stand for each other, and the keys that find them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.name.key import word_keys
from vendorscreen.name.word import likeness, substitutes

WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("hikvison", "hikvision", "one letter off"),
        ("greizmann", "griezmann", "sounds the same"),
        ("hkvsn", "hikvision", "vowels left out"),
        ("modern", "modem", "looks the same"),
        ("g0ogle", "google", "looks the same"),
        ("intl", "international", "usual short form"),
        ("tech", "technology", "abbreviated"),
        ("zhejaing", "zhejiang", "one letter off"),
        ("38", "xxxviii", "same number"),
        ("fourteenth", "14", "same number"),
    ],
)
def test_words_stand_for_each_other_in_a_way_that_has_a_name(a: str, b: str, kind: str) -> None:
    found = likeness(a, b)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("zte", "zto"),
        ("crrc", "crec"),
        ("nuctech", "nucletron"),
        ("sense", "tense4"),
        ("a", "b"),
        ("74455", "74456"),
        ("74455", "7445"),
        ("t34model", "t35model"),
        ("sixteenth", "seventeenth"),
    ],
)
def test_other_words_do_not(a: str, b: str) -> None:
    assert likeness(a, b) is None


@given(WORDS, WORDS)
def test_likeness_is_symmetric(a: str, b: str) -> None:
    assert likeness(a, b) == likeness(b, a)


@given(WORDS, st.randoms(use_true_random=False))
def test_words_that_are_alike_share_a_key_or_are_substitutes(word: str, rng: random.Random) -> None:
    place = rng.randrange(len(word))
    other = word[:place] + rng.choice("aeioklmnrst") + word[place + rng.randrange(2) :]
    if likeness(word, other):
        share = not set(word_keys(word)).isdisjoint(word_keys(other))
        assert share or other in substitutes(word) or word in substitutes(other)
