"""The keys by which an index finds words that may stand for one another, and how a word sounds and looks.

Keys are made of the consonants a word sounds of, with one of them left out, because vowels are the first thing to go
wrong; words of few consonants use all their letters. A key is a digest, the same in every process.
"""

import re
from functools import cache, lru_cache
from itertools import combinations
from zlib import crc32

from vendorscreen.name.background import form_words

__all__ = ["LONGEST_SHORT_FORM", "OTHER_KEYS", "SAME_KEYS", "SPARSE_KEY", "heard", "letters", "looks", "word_keys"]

LONGEST_SHORT_FORM = 5
"""Letters of the longest legal form that counts as short: with one letter wrong it is likelier itself than a word."""

SPARSE_KEY, SAME_KEYS, OTHER_KEYS = slice(1), slice(1, 3), slice(3, None)
"""Where among the keys of a word stand that of its consonants, those of its sound and its looks, and all others."""

_DIGITS = str.maketrans("01358", "olesb")
_ONE_SOUND = bytes.maketrans(b"cqzywj", b"kksivi")
_SPELLINGS = {
    "sch": "sh", "ph": "f", "ck": "k", "ch": "h", "kh": "h", "gh": "g", "th": "t", "zh": "s", "ts": "s", "tz": "s",
    "x": "ks", "ei": "i", "ie": "i", "ee": "i", "ae": "a", "oe": "o", "ue": "u", "oo": "u",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_ADJECTIVE = re.compile("sk(?:iy|ij|ii|yi|y|aya|aia|oye|oe|ogo)$")
_DOUBLED = re.compile(rb"(.)(?=\1)")


def letters(word: str) -> str:
    """Return ``word`` with digits among letters read as the letters they look like."""
    return word if word.isalpha() or word.isdigit() else word.translate(_DIGITS)


def looks(word: str) -> str:
    """Return ``word`` with letters that look alike made the same."""
    return letters(word).replace("rn", "m").replace("cl", "d").replace("q", "g").replace("l", "i")


@lru_cache(maxsize=1 << 14)
def heard(word: str) -> bytes:
    """Return ``word`` with letters that sound alike made the same, and doubled letters single."""
    if "sk" in word:
        word = _ADJECTIVE.sub("ski", word)
    return _DOUBLED.sub(b"", _SPELLING.sub(_respelt, word).encode().translate(_ONE_SOUND))


def _respelt(found: re.Match[str]) -> str:
    return _SPELLINGS[found.group()]


def word_keys(word: str) -> tuple[int, ...]:
    """Return the keys of a comparable word, the `SPARSE_KEY`, the `SAME_KEYS` and the `OTHER_KEYS`."""
    return _remembered_keys(word) if len(word) <= _LONGEST_REMEMBERED else _keys(word)


_LONGEST_REMEMBERED = 40
"""Letters of the longest word whose keys are remembered: those of a hostile one would take much space."""


def _keys(word: str) -> tuple[int, ...]:
    plain, written = letters(word), word.encode()
    spoken, sound = plain.encode().translate(_ONE_SOUND), heard(plain)
    consonants = written.translate(None, b"aeiouy")
    keys = [crc32(b"~" + consonants), crc32(b"=" + sound), crc32(b"?" + looks(plain).encode()), *_sound_keys(spoken)]
    if sound != spoken:
        keys += _sound_keys(sound)
    if "rn" in plain or "cl" in plain:
        keys += _sound_keys(plain.replace("rn", "m").replace("cl", "d").encode().translate(_ONE_SOUND))
    if len(word) >= _LONG_ENOUGH_FOR_EDGES:
        keys.append(crc32(b"." + written[:2] + written[-2:]))
    elif len(word) > 1:
        keys += [crc32(b"%" + key) for key in _one_left_out(written) if key in _short_form_keys()]
    return tuple(keys)


# a word is looked up among the words of lists, and again among those of brands
_remembered_keys = lru_cache(maxsize=1 << 14)(_keys)

_LONG_ENOUGH_FOR_EDGES = 6
"""Letters of a word that may be found by its first two and last two, whatever became of the others."""

_FEW_CONSONANTS = 3


def _sound_keys(spoken: bytes) -> list[int]:
    """Return keys shared with words that sound alike except for one consonant, or one letter if consonants are few."""
    bones = spoken.translate(None, b"aeiou")
    keys: list[int] = []
    if len(bones) >= _FEW_CONSONANTS:
        # the hash of a tuple of small numbers, unlike that of text, is the same in every process
        keys.append(hash(tuple(bones)))
    if len(bones) > _FEW_CONSONANTS:
        keys += map(hash, combinations(bones, len(bones) - 1))
    elif len(spoken) > 3:
        keys += map(crc32, _one_left_out(spoken))
    return keys


def _one_left_out(word: bytes) -> list[bytes]:
    """Return ``word``, and ``word`` without each of its letters."""
    return [word, *[word[:i] + word[i + 1 :] for i in range(len(word))]]


@cache
def _short_form_keys() -> frozenset[bytes]:
    short = [form.encode() for form in form_words() if len(form) < LONGEST_SHORT_FORM]
    return frozenset(key for form in short for key in _one_left_out(form))
