"""Whether like names mean two firms: alike in place and trade, they do where the firm's own word differs.

Similarity asks whether a name deserves a person's look, and forgives much. This module asks whether a like name is
probably the same: enough words must be the same, or the same written otherwise, to outweigh those that differ.
"""

from collections.abc import Iterable

from vendorscreen.name.alignment import AlignedWords
from vendorscreen.name.background import information, is_counted, is_known, is_place
from vendorscreen.name.comparable import comparable
from vendorscreen.name.pinyin import is_pinyin
from vendorscreen.name.similarity import NameComparison, forms_conflict
from vendorscreen.name.weakness import LEAST_TOLD, LEAST_TOLD_BY_ALL

__all__ = ["told_apart"]

_SHORTEST_WITH = {"one letter off": 7, "two letters off": 10}
"""Fewest letters of a word: one that differs in so many letters is then likelier misspelt than another word."""
_SHORTEST_IN_OTHER_VOWELS = 7
"""The same of words that differ in vowels alone, as romanisations do."""
_SHORTEST_CUT = 20
"""Letters and blanks of the shortest name that may have lost its end: columns cut names at 20 and more."""
_MOST_OF_FUNCTION = 4.0
"""Bits up to which a word does not count as a firm's own: "of", words of legal forms."""

_SLIPS = frozenset({"one letter off", "two letters off", "three letters off"})
_NO_VOWELS = str.maketrans("", "", "aeiouy")


def told_apart(words: NameComparison) -> str | None:
    """Return in words why like, unequal names mean two firms; None if they may well mean one."""
    lone_a, lone_b = _of_its_own(words.unaligned_a), _of_its_own(words.unaligned_b)
    if lone_a and lone_b:
        return f"each name has a word of its own: '{max(lone_a, key=information)}', '{max(lone_b, key=information)}'"
    length = min(len(words.a), len(words.b))
    lone, differing = lone_a + lone_b, [pair for pair in words.aligned if not _is_one_word(pair, length)]
    shared = sum(_own_bits(pair.a, pair.b, pair.bits) for pair in words.aligned if pair not in differing)
    apart = sum(pair.bits for pair in differing) + sum(_own_bits(word, word, information(word)) for word in lone)
    if apart:
        return None if shared - apart >= LEAST_TOLD else _of_other_words(lone, differing)
    is_like = all(map(is_place, lone)) and (words.bits >= LEAST_TOLD_BY_ALL or not (lone or _forms_conflict(words)))
    return None if shared >= LEAST_TOLD or is_like else "the words they share are many firms'"


def _of_other_words(lone: list[str], differing: list[AlignedWords]) -> str:
    if differing:
        pair = max(differing, key=lambda pair: (pair.bits, pair.a, pair.b))
        return f"'{pair.a}' and '{pair.b}' are likelier two words than one misspelt"
    return f"a telling word, '{max(lone, key=information)}', stands in one of the names only"


def _forms_conflict(words: NameComparison) -> bool:
    return forms_conflict(comparable(words.a), comparable(words.b))


def _of_its_own(words: Iterable[str]) -> list[str]:
    return [word for word in words if information(word) > _MOST_OF_FUNCTION]


def _own_bits(a: str, b: str, bits: float) -> float:
    """Return the bits that point to one firm: 0 for places and trade words, well or badly spelt."""
    return 0.0 if is_known(a) or is_known(b) else bits


def _is_one_word(pair: AlignedWords, length: int) -> bool:
    """Return whether aligned words are one, in another spelling or with a slip; places and trade words count as one.

    ``length`` is that of the shorter name.
    """
    a, b = pair.a, pair.b
    if pair.kind == "cut off":
        return length >= _SHORTEST_CUT
    if a == b or not _own_bits(a, b, pair.bits):
        return True
    if is_pinyin(a) and is_pinyin(b):
        return False
    return pair.kind not in _SLIPS or (_is_slip(a, b, pair.kind) and not (is_counted(a) and is_counted(b)))


def _is_slip(a: str, b: str, kind: str) -> bool:
    """Return whether words are long enough to be one in which some letters went wrong; the first seldom does."""
    length = min(len(a), len(b))
    if a.translate(_NO_VOWELS) == b.translate(_NO_VOWELS):
        return length >= _SHORTEST_IN_OTHER_VOWELS
    return length >= _SHORTEST_WITH.get(kind, length + 1) and (a[0] == b[0] or len(a) != len(b))
