"""Which words are Chinese syllables in Latin letters, where another letter is another word as often as a slip."""

import re
from functools import lru_cache

__all__ = ["is_pinyin"]

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b p m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d t": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "n l": "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v ve",
    "g k h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j q x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh ch sh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z c s": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
"""The finals that follow each initial (Hanyu Pinyin, ISO 7098), without tones; ü is written u or v."""

_SYLLABLES = "|".join(
    f"(?:{'|'.join(initials.split())})(?:{'|'.join(finals.split())})" for initials, finals in _FINALS.items()
)
_WORD = re.compile(f"(?:{_SYLLABLES}){{1,6}}")


@lru_cache(maxsize=1 << 12)
def is_pinyin(word: str) -> bool:
    """Return whether a word can be read as Chinese syllables from its first letter to its last ("zhongyuan")."""
    return _WORD.fullmatch(word) is not None
