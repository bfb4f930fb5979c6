"""The keys by which an index finds words that may stand for one another, and how a word sounds and looks.

Keys are made of the consonants a word sounds of, with one of them left out, because vowels are the first thing to go
wrong; words of few consonants use all their letters.
"""

import re
from functools import cache, lru_cache

from vendorscreen.name.background import form_words

__all__ = ["LONGEST_SHORT_FORM", "SAME_KEYS", "SPARSE_KEY", "heard", "letters", "looks", "word_keys"]

LONGEST_SHORT_FORM = 5
"""Letters of the longest legal form that counts as short: with one letter wrong it is likelier itself than a word."""

SAME_KEYS, SPARSE_KEY = b"=?%", ord("~")
"""First bytes of the keys of words of the same sound or looks, or near a legal form; of the same consonants."""

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
    if _SPELLING.search(word):
        word = _SPELLING.sub(_respelt, word)
    spoken = word.encode().translate(_ONE_SOUND)
    return _DOUBLED.sub(b"", spoken) if _DOUBLED.search(spoken) else spoken


def _respelt(found: re.Match[str]) -> str:
    return _SPELLINGS[found.group()]


def word_keys(word: str) -> list[bytes]:
    """Return the keys of a comparable word."""
    plain = letters(word)
    spoken, sound = plain.encode().translate(_ONE_SOUND), heard(plain)
    keys = [b"~" + word.encode().translate(None, b"aeiouy"), b"=" + sound, b"?" + looks(word).encode()]
    keys += _sound_keys(spoken)
    if sound != spoken:
        keys += _sound_keys(sound)
    if "rn" in plain or "cl" in plain:
        keys += _sound_keys(plain.replace("rn", "m").replace("cl", "d").encode().translate(_ONE_SOUND))
    if len(word) >= _LONG_ENOUGH_FOR_EDGES:
        keys.append(b"." + word[:2].encode() + word[-2:].encode())
    elif len(word) > 1:
        known = _short_form_keys()
        keys += [b"%" + key for key in _one_left_out(word.encode()) if key in known]
    return keys


_LONG_ENOUGH_FOR_EDGES = 6
"""Letters of a word that may be found by its first two and last two, whatever became of the others."""


def _sound_keys(spoken: bytes) -> list[bytes]:
    """Return the keys of words that sound alike but for one consonant, or for one letter where consonants are few."""
    bones = b"-" + spoken.translate(None, b"aeiou")
    if len(bones) > 4:
        return [bones, *[bones[:i] + bones[i + 1 :] for i in range(1, len(bones))]]
    keys = _one_left_out(spoken) if len(spoken) > 3 else []
    return [bones, *keys] if len(bones) == 4 else keys


def _one_left_out(word: bytes) -> list[bytes]:
    """Return ``word``, and ``word`` without each of its letters."""
    return [word, *[word[:i] + word[i + 1 :] for i in range(len(word))]]


@cache
def _short_form_keys() -> frozenset[bytes]:
    short = [form.encode() for form in form_words() if len(form) < LONGEST_SHORT_FORM]
    return frozenset(key for form in short for key in _one_left_out(form))
