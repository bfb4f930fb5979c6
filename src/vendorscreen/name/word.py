"""When one word may stand for another.

Two different words are alike only if they share a key (``key.word_keys``), or one is a common abbreviation of the other
or writes the same number (``substitutes``); so the words an index finds this way are all there are.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from vendorscreen.name.background import common_words, is_counted, is_form_word, short_forms
from vendorscreen.name.key import LONGEST_SHORT_FORM, heard, letters, looks, word_keys
from vendorscreen.name.numeral import is_number_word, number_meant, numerals_of

__all__ = [
    "SAME_NUMBER",
    "Likeness",
    "alike_among",
    "differ_in_number",
    "is_form_misspelt",
    "is_sparse",
    "likeness",
    "misspelling",
    "substitutes",
]


class Likeness(NamedTuple):
    """How one word stands for another: ``kind`` in words for people, ``cost`` the information it destroys, in bits."""

    kind: str
    cost: float


_SAME = Likeness("same", 0.0)
_LOOK = Likeness("looks the same", 1.0)
_VOWELS_OUT = Likeness("vowels left out", 1.0)
_SOUND = Likeness("sounds the same", 2.0)
_SOUND_SHORT = Likeness("sounds the same", 8.0)
_MISSPELT_FORM = Likeness("misspelt legal form", 2.0)
_ONE_EDIT = Likeness("one letter off", 6.0)
_ONE_EDIT_SHORT = Likeness("one letter off", 8.0)
_TWO_EDITS_LONG = Likeness("two letters off", 7.0)
_TWO_EDITS = Likeness("two letters off", 11.0)
_TWO_EDITS_SHORT = Likeness("two letters off", 15.0)
_NEAR_SOUND = Likeness("sounds similar", 12.0)
_SHORTENED_TO = Likeness("usual short form", 1.0)
_ABBREVIATED = Likeness("abbreviated", 7.0)
SAME_NUMBER = Likeness("same number", 1.0)
_SAME_NUMBER_IN_WORDS = Likeness("same number", 8.0)
"""Where both write it in words: "First" and "Erste" are seldom one name."""

_SHORTEST_ABBREVIATION = 3

_VOWELS = "aeiou"
_NO_VOWELS = str.maketrans("", "", _VOWELS)
_NO_DIGITS = str.maketrans("", "", "0123456789")
_INNER_VOWEL = re.compile("(?<!^)[aeiou](?!$)")


@lru_cache(maxsize=1 << 14)
def likeness(a: str, b: str) -> Likeness | None:
    """Return how ``a`` may stand for ``b``, or None if it may not. Symmetric."""
    short, long = _by_length(a, b)
    if long in _lengthened().get(short, ()):
        return _SHORTENED_TO
    number = number_meant(a)
    if number is not None and number == number_meant(b) and a != b:
        return _as_number(a, b)
    return misspelling(a, b) or (_ABBREVIATED if long in _expansions().get(short, ()) else None)


@lru_cache(maxsize=1 << 14)
def misspelling(a: str, b: str) -> Likeness | None:
    """Return how ``a`` may be ``b`` misspelt, as `likeness` but without abbreviations."""
    if a == b:
        return _SAME
    short, long = _by_length(a, b)
    found = None if differ_in_number(a, b) else _judged(short, long, _edits(short, long))
    # the keys last: they take the time, and few words are near
    return None if found is None or _key_set(a).isdisjoint(_key_set(b)) else found


@lru_cache(maxsize=1 << 14)
def _key_set(word: str) -> frozenset[int]:
    return frozenset(word_keys(word))


def _as_number(a: str, b: str) -> Likeness:
    """Return the likeness of different words that write the same number."""
    return _SAME_NUMBER_IN_WORDS if is_number_word(a) and is_number_word(b) else SAME_NUMBER


def differ_in_number(a: str, b: str) -> bool:
    """Return whether words write different numbers, or differ in their digits alone ("t34", "t35")."""
    one, other = number_meant(a), number_meant(b)
    if one is not None and other is not None:
        return one != other
    return not (a == b or a.isalpha() or b.isalpha()) and a.translate(_NO_DIGITS) == b.translate(_NO_DIGITS)


def is_form_misspelt(word: str, form: str, *, at_end: bool) -> bool:
    """Return whether ``word`` may be just ``form``, a word of legal forms, slightly misspelt.

    Short forms only ``at_end`` of a name: anywhere else a short word is more likely itself.
    """
    if not (is_form_word(form) or len(form) > LONGEST_SHORT_FORM) or (not at_end and len(form) < LONGEST_SHORT_FORM):
        return False
    if word == form:
        return True
    found = None if is_counted(word) and not is_form_word(word) else misspelling(word, form)
    return found is not None and found.cost <= _ONE_EDIT_SHORT.cost


def alike_among(word: str, others: list[str], same: list[str], sparse: list[str]) -> dict[str, float]:
    """Return which of ``others``, words that share a key with ``word``, are alike, and the least each destroys in bits.

    ``same`` are those of them that share one of the ``SAME_KEYS``, ``sparse`` the `SPARSE_KEY` and may lack vowels.
    """
    alike: dict[str, float] = {}
    most = _most_edits(word) if len(word) >= 6 else 1
    for other, edits, _ in extract(word, others, scorer=OSA.distance, score_cutoff=most, limit=None):
        short, long = (word, other) if len(word) < len(other) else (other, word)
        how = _MISSPELT_FORM if _is_form_slip(short, long, edits) else _misspelt(short, long, edits)
        if how and not differ_in_number(short, long):
            alike[other] = how.cost
    for other in same:
        short, long = _by_length(word, other)
        how = _judged(short, long, _edits(short, long)) if word != other else _SAME
        if how and not differ_in_number(short, long):
            alike[other] = how.cost
    for other in sparse:
        if _lacks_vowels(*_by_length(word, other)) and not differ_in_number(word, other):
            alike[other] = _VOWELS_OUT.cost
    return alike


def substitutes(word: str) -> dict[str, float]:
    """Return the words that ``word`` abbreviates, that abbreviate it or write its number, with the bits destroyed."""
    expansions = _expansions()
    found = dict.fromkeys(expansions.get(word, ()), _ABBREVIATED.cost)
    if word in expansions.get(word[:_SHORTEST_ABBREVIATION], ()):
        found |= dict.fromkeys((word[:end] for end in range(_SHORTEST_ABBREVIATION, len(word))), _ABBREVIATED.cost)
    usual = [*_lengthened().get(word, ()), *short_forms().get(word, ())]
    found |= dict.fromkeys(usual, _SHORTENED_TO.cost)
    number = number_meant(word)
    if number is not None:
        found |= {other: _as_number(word, other).cost for other in numerals_of(number) if other != word}
    return found


@cache
def _lengthened() -> dict[str, list[str]]:
    """Return the words that each usual short form stands for."""
    lengthened: dict[str, list[str]] = {}
    for word, shorts in short_forms().items():
        for short in shorts:
            lengthened.setdefault(short, []).append(word)
    return lengthened


@cache
def _expansions() -> dict[str, set[str]]:
    """Return the common words by each of their beginnings."""
    expansions: dict[str, set[str]] = {}
    for word in common_words():
        for end in range(_SHORTEST_ABBREVIATION, len(word)):
            expansions.setdefault(word[:end], set()).add(word)
    return expansions


def _by_length(a: str, b: str) -> tuple[str, str]:
    return (a, b) if (len(a), a) < (len(b), b) else (b, a)


def _most_edits(short: str) -> int:
    """Return how many letters may be inserted, deleted, replaced or swapped in the shorter of two words."""
    return 3 if len(short) >= 9 else 2


def _edits(short: str, long: str) -> int:
    """Return how many letters words are apart, exactly where that may be little enough."""
    return OSA.distance(short, long, score_cutoff=_most_edits(short))


def _judged(short: str, long: str, edits: int) -> Likeness | None:
    """Return the likeness of words that are ``edits`` apart, if they share a key."""
    if _lacks_vowels(short, long):
        return _VOWELS_OUT
    if edits > _most_edits(short):
        return None
    if letters(short) == letters(long) or (len(short) >= 4 and looks(short) == looks(long)):
        return _LOOK
    if _is_form_slip(short, long, edits):
        return _MISSPELT_FORM
    if len(short) < 3:
        return None
    if heard(short) == heard(long):
        return _SOUND if len(long) >= 5 else _SOUND_SHORT
    return _misspelt(short, long, edits)


def _is_form_slip(short: str, long: str, edits: int) -> bool:
    """Return whether one of two words is a short legal form, and the other may be so with one letter wrong."""
    return edits == 1 and len(long) <= LONGEST_SHORT_FORM and (is_form_word(short) or is_form_word(long))


def _misspelt(short: str, long: str, edits: int) -> Likeness | None:
    """Return the likeness of words that share a key and are ``edits`` apart, but neither sound nor look the same."""
    size = len(short)
    if edits == 1:
        return _ONE_EDIT if size >= 7 else _ONE_EDIT_SHORT if size >= 4 and len(long) >= 5 else None
    if edits == 2:
        return None if size < 6 else _TWO_EDITS_LONG if size >= 10 else _TWO_EDITS if size >= 8 else _TWO_EDITS_SHORT
    return _NEAR_SOUND if size >= 9 and OSA.distance(heard(short), heard(long), score_cutoff=1) <= 1 else None


def _lacks_vowels(short: str, long: str) -> bool:
    """Return whether ``short`` is ``long`` with its vowels left out, but maybe for the first and the last."""
    if len(short) == len(long) or len(short) < 3 or not is_sparse(short):
        return False
    inner = long[1:-1].translate(_NO_VOWELS)
    first, last = long[0], long[-1]
    starts = (first, "") if first in _VOWELS else (first,)
    ends = (last, "") if last in _VOWELS else (last,)
    return any(short == start + inner + end for start in starts for end in ends)


def is_sparse(word: str) -> bool:
    """Return whether ``word`` has no vowel but at its ends."""
    return not _INNER_VOWEL.search(word)
