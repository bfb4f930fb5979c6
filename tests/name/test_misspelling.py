"""Telling words with a slip in them."""

import pytest

from vendorscreen.name import SlipFinder

FINDER = SlipFinder(["hikvision", "huawei", "hytera", "nuctech", "zte", "honor", "security"])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("hikvison", "hikvision"),
        ("hykvision", "hikvision"),
        ("huawie", "huawei"),
        ("hauwei", "huawei"),
        ("nuktech", "nuctech"),
    ],
)
def test_a_slip_is_found(word: str, meant: str) -> None:
    assert FINDER.meant(word) == meant


@pytest.mark.parametrize(
    "word", ["hikvision", "zto", "honors", "securty", "security", "hyt", "vision", "", "nucletron"]
)
def test_the_word_itself_short_words_and_known_words_are_none(word: str) -> None:
    assert FINDER.meant(word) is None
