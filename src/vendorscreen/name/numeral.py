"""Numbers in the words of names: one spelling for those written in signs, endings or several words.

Words that write a number by themselves stay as they are ("first", "xiv"), for they are parts of names as well; they
may stand for the digits they mean (``number_meant``).
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["is_number_word", "number_meant", "numerals_in_digits", "numerals_of", "words_in_digits"]

_IN_DIGITS = re.compile(
    "(?:no|nr)?0*([0-9]+)(?:st|nd|rd|th|er|ere|i?eme|y|yy|iy|oy|aya|ya|oe|o?go|(?<=[0-9]{2})e)?"  # 38th, no38, 38-й
)
_ENDINGS = frozenset({"th", "e", "eme", "ieme", "y", "yy", "iy", "oy", "ya", "aya", "oe", "go", "ogo"})
"""Endings of ordinals that stand apart from their digits ("38-й")."""
_SIGNS = frozenset({"no", "nr", "n", "num", "number", "numero", "nummer", "numer", "nomer"})
"""Words that only say that a number follows."""
_LINKS = frozenset({"and", "et", "y", "e", "i", "und", "en"})
"""Words that may stand between the words of one number."""

_ROMAN = re.compile("(m{0,3})(c[md]|d?c{0,3})(x[cl]|l?x{0,3})(i[xv]|v?i{0,3})")
_ROMAN_DIGITS = (
    ("", "m", "mm", "mmm"),
    ("", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"),
    ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"),
    ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"),
)
_SHORTEST_ROMAN = {"l": 3, "c": 3, "d": 4, "m": 4}
"""Letters of the shortest Roman numeral that holds such a letter: a shorter one is another word ("li", "cc", "mix")."""


class _Numerals(NamedTuple):
    """Numbers by the words that mean them, alone and within longer numbers; words by number.

    ``leading`` are the words without which none make a number together: those of 20 and more, and "dix", "décimo".
    """

    alone: dict[str, int]
    within: dict[str, int]
    words: dict[int, list[str]]
    leading: frozenset[str]


def numerals_in_digits(words: list[str]) -> list[str]:
    """Return the words of a name with a number of several words, signs or endings as digits ("no 38", "thirty eighth").

    Leading zeros are dropped. Doing so again changes nothing.
    """
    if not _table().leading.isdisjoint(words):
        words = _sums_in_digits(words)
    elif "".join(words).isalpha():  # so in most names
        return words
    kept: list[str] = []
    for word in reversed(words):
        number = None if word.isalpha() else _IN_DIGITS.fullmatch(word)
        if number:
            while kept and kept[-1] in _ENDINGS:
                kept.pop()
            kept.append(number[1])
        elif not (word in _SIGNS and kept and kept[-1].isdigit()):
            kept.append(word)
    return kept[::-1]


def _sums_in_digits(words: list[str]) -> list[str]:
    kept: list[str] = []
    place = 0
    while place < len(words):
        number, end = _sum(words, place)
        kept.append(str(number) if end > place + 1 else words[place])
        place = end
    return kept


def _sum(words: list[str], place: int) -> tuple[int, int]:
    """Return the number that words from ``place`` on make together, and where it ends; at the next word if none."""
    numbers = _table().within
    total, below, end = 0, 1_000_000, place + 1
    at = place
    while at < len(words):
        value = numbers.get(words[at])
        if value is None:
            if at == place or words[at] not in _LINKS:
                break
            at += 1
            continue
        factor = total if value == 1000 else total % 100
        if value in {100, 1000} and 0 < factor < value // (10 if value == 100 else 1):
            total += factor * (value - 1)
        elif factor == 4 and value == 20 and words[at].startswith("vingt"):
            total += 76
        elif value < below:
            total += value
        else:
            break
        below = _next_below(total)
        at += 1
        end = at
    return total, end


def _next_below(total: int) -> int:
    """Return what the next word of a number must be below, after words that make ``total``."""
    for unit in (1000, 100):
        if total % unit == 0:
            return unit
    rest = total % 100
    if rest in {60, 80}:
        return 20  # soixante-dix, quatre-vingt-onze
    return 10 if rest % 10 == 0 else 1


def number_meant(word: str) -> int | None:
    """Return the number that a comparable word may write by itself, None if it writes no number."""
    if word.isdigit():
        return int(word[:_MOST_DIGITS])
    found = _table().alone.get(word)
    return _roman(word) if found is None and not word.strip("ivxlcdm") else found


_MOST_DIGITS = 18
"""Digits of a number that are looked at."""


def is_number_word(word: str) -> bool:
    """Return whether ``word`` spells a number out ("eight", "eighth"), neither in digits nor in Roman numerals."""
    return word in _table().alone


def _roman(word: str) -> int | None:
    found = _ROMAN.fullmatch(word)
    if not found or any(len(word) < least and letter in word for letter, least in _SHORTEST_ROMAN.items()):
        return None
    return int("".join(str(digits.index(group)) for digits, group in zip(_ROMAN_DIGITS, found.groups(), strict=True)))


def words_in_digits(words: Sequence[str]) -> list[str]:
    """Return ``words`` with those that write a number by themselves in digits."""
    return [word if number is None else str(number) for word in words for number in [number_meant(word)]]


def numerals_of(number: int) -> list[str]:
    """Return the words that write ``number`` by themselves."""
    written = [str(number), *_table().words.get(number, ())]
    if 0 < number < 4000:
        figures = map(int, f"{number:04}")
        roman = "".join(digits[figure] for digits, figure in zip(_ROMAN_DIGITS, figures, strict=True))
        if _roman(roman) is not None:
            written.append(roman)
    return written


@cache
def _table() -> _Numerals:
    alone: dict[str, int] = {}
    within: dict[str, int] = {}
    words: dict[int, list[str]] = {}
    for line in files("vendorscreen.name").joinpath("data/numerals.txt").read_text(encoding="ascii").splitlines():
        if line.startswith("#"):
            continue
        number, *spelt = line.removeprefix("+ ").split()
        within |= dict.fromkeys(spelt, int(number))
        if not line.startswith("+"):
            alone |= dict.fromkeys(spelt, int(number))
            words[int(number)] = spelt
    return _Numerals(
        alone,
        within,
        words,
        frozenset(word for word, number in within.items() if number >= 20 or (number == 10 and word not in alone)),
    )
