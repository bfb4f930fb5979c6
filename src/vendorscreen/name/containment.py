"""Whether a name holds the words of a phrase, such as a brand, as whole words in their order."""

import re
from functools import lru_cache

from vendorscreen.name.comparable import comparable
from vendorscreen.name.folding import LONGEST_NAME, native_words
from vendorscreen.name.han_variant import simplified

__all__ = ["contains_words", "is_han"]

_HAN = re.compile("[\u3400-\u9fff]+")
_SHORTEST = 2
"""Characters of the shortest Han phrase looked for inside text written without blanks."""

_SHORTEST_ANYWHERE = 3
"""Characters of the shortest Han phrase that may stand anywhere; shorter ones meet across words ("中|华为|民")."""

_ENDS_OF_PLACES = "省市区县州旗盟镇"

_MOST_REMEMBERED = 4_096
"""Texts whose words are remembered at most: a name is asked about many brands, and a brand about many names."""


def contains_words(name: str, phrase: str) -> bool:
    """Return whether ``name`` holds the words of ``phrase`` one after the other, both made comparable.

    Whole words only: "ZTE" stands in "ZTE Deutschland GmbH", never in "Brandschutztechnik". Text written without blanks
    has no whole words: a phrase in Han, of at least two characters, simplified or traditional, may stand anywhere in
    it; one of two only where a word may begin. What merely sounds like it does not count.
    """
    name, phrase = name[:LONGEST_NAME], phrase[:LONGEST_NAME]
    if is_han(phrase):
        return _contains_han(name, phrase)
    words, wanted = _words(name), _words(phrase)
    return bool(wanted) and any(words[i : i + len(wanted)] == wanted for i in range(len(words) - len(wanted) + 1))


def is_han(phrase: str) -> bool:
    """Return whether a phrase is written in Han alone."""
    return _HAN.fullmatch("".join(phrase.split())) is not None


def _contains_han(name: str, phrase: str) -> bool:
    glued, name = simplified("".join(phrase.split())), simplified(name)
    if len(glued) >= _SHORTEST_ANYWHERE:
        return glued in name
    return len(glued) >= _SHORTEST and any(_begins_word(name, found.start()) for found in re.finditer(glued, name))


def _begins_word(name: str, at: int) -> bool:
    """Return whether a word may begin at a place: first, behind another script or sign, a known word or a place."""
    before = name[:at]
    return not _HAN.match(before[-1:]) or before.endswith(native_words()) or before[-1] in _ENDS_OF_PLACES


@lru_cache(maxsize=_MOST_REMEMBERED)
def _words(text: str) -> tuple[str, ...]:
    return comparable(text).words
