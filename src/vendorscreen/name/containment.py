"""Whether a name holds the words of a phrase, such as a brand, as whole words in their order."""

from functools import lru_cache

from vendorscreen.name.comparable import comparable
from vendorscreen.name.folding import LONGEST_NAME

__all__ = ["contains_words"]

_SHORTEST_GLUED = 2
"""Characters of the shortest Han phrase looked for inside text written without blanks."""

_MOST_REMEMBERED = 4_096
"""Texts whose words are remembered at most: a name is asked about many brands, and a brand about many names."""


def contains_words(name: str, phrase: str) -> bool:
    """Return whether ``name`` holds the words of ``phrase`` one after the other, both made comparable.

    Whole words only: "ZTE" stands in "ZTE Deutschland GmbH", never in "Brandschutztechnik". Text written without blanks
    (Han) has no whole words, so there a phrase of at least two characters may stand anywhere in it.
    """
    words, wanted = _words(name[:LONGEST_NAME]), _words(phrase[:LONGEST_NAME])
    if not wanted:
        return False
    if any(words[i : i + len(wanted)] == wanted for i in range(len(words) - len(wanted) + 1)):
        return True
    glued = "".join(phrase.split())
    return len(glued) >= _SHORTEST_GLUED and all("\u3400" <= c <= "\u9fff" for c in glued) and glued in name


@lru_cache(maxsize=_MOST_REMEMBERED)
def _words(text: str) -> tuple[str, ...]:
    return comparable(text).words
