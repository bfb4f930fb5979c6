"""Which code page words are written in, judged by their letters; none where two may be right.

Each code page reads the words. A reading costs what its letters would cost in bits, were each word written in the
language that suits it best. The cheapest wins if no other reading comes near, and if it is as cheap as real words are.
"""

from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log2

from msgspec import Struct

__all__ = ["SAMPLE_BYTES", "Reading", "readings", "sure"]

SAMPLE_BYTES = 8192
"""Bytes of text that are judged."""

_MARGIN = 8.0
"""Bits by which the winner is cheaper than any other reading: 256 to one."""

_COMMONEST = "cp1252"
_FEWEST = 4
"""Fewest characters beyond ASCII that tell any other code page."""

_DEAREST = 13.0
"""Most bits that a character beyond ASCII costs on average where a reading is right."""

_BITS = {"ascii": 5.0, "accent": 3.5, "sign": 10.0, "common": 12.5, "strange": 22.0, "mixed": 8.0, "case": 6.0}
"""Cost of a character of ASCII; of an accent, for most letters have none; of a sign; of an ideograph or syllable of
the first level of its national standard; of anything else; of two scripts in one word; of a capital after a small
letter."""

_OTHER_LANGUAGE = 4.0
"""Cost of a word in another language than the one that suits the text best."""

_PRIOR = {_COMMONEST: 0.0, "cp850": 12.0, "cp852": 12.0, "cp737": 12.0}
_USUAL_PRIOR = 5.0
"""Cost of a code page: Windows-1252 is by far the commonest, those of DOS are rare."""

_SIGNS = frozenset("´¨\xa0\xad«»“”„‚‘’–—…№€£§°®©ªº·・（）、。，：；【】《》㈱\u3000")
_FIRST_LEVEL = {
    "gb18030": ("gb2312", 0xB0, 0xD7),
    "big5": ("big5", 0xA4, 0xC6),
    "cp932": ("euc_jp", 0xB0, 0xCF),
    "euc_jp": ("euc_jp", 0xB0, 0xCF),
    "cp949": ("euc_kr", 0xB0, 0xC8),
}
"""Code pages of ideographs and syllables: the standard behind each, and the first bytes of its commonest characters."""


class Reading(Struct, frozen=True):
    """Words as a code page reads them, and what that costs in bits; ``strange`` if they can hardly be words."""

    code_page: str
    text: str
    bits: float
    strange: bool


def readings(words: bytes) -> list[Reading]:
    """Return the readings that differ, the cheapest first; of equal ones the commonest code page."""
    found: dict[str, Reading] = {}
    for code_page in _alphabets():
        text = words.decode(code_page, "replace")
        if text not in found:
            found[text] = _read(code_page, text)
    return sorted(found.values(), key=lambda one: one.bits)


def sure(found: list[Reading]) -> bool:
    """Return whether the first of the readings is right beyond doubt."""
    first, second = found[:2]
    if first.code_page != _COMMONEST and sum(not letter.isascii() for letter in first.text) < _FEWEST:
        return False
    return not first.strange and second.bits - first.bits >= _MARGIN


def _read(code_page: str, text: str) -> Reading:
    beyond = sum(not letter.isascii() for letter in text)
    ascii_bits = _BITS["ascii"] * (len(text) - beyond)
    costs = [_costs(code_page, letters) for letters in _alphabets()[code_page]]
    words = Counter(word for word in text.split() if not word.isascii())
    table = [(count, [_word_bits(word, cost) for cost in costs]) for word, count in words.items()]
    bits = min(
        sum(count * min(each[main], min(each) + _OTHER_LANGUAGE) for count, each in table) for main in range(len(costs))
    )
    prior = _PRIOR.get(code_page, _USUAL_PRIOR)
    return Reading(code_page, text, ascii_bits + bits + prior, bits > _DEAREST * beyond)


class _Costs(dict[str, float]):
    """Bits of each character beyond ASCII in one language under one code page."""

    def __init__(self, code_page: str, letters: str) -> None:
        self.latin = letters[0] < "\u0250"
        self.mixes = code_page in _FIRST_LEVEL
        self._level = _FIRST_LEVEL.get(code_page)
        whole = log2(sum(1 / (rank + 4) for rank in range(len(letters))))
        accent = _BITS["accent"] if self.latin else 0
        super().__init__((letter, log2(rank + 4) + whole + accent) for rank, letter in enumerate(letters))

    def __missing__(self, letter: str) -> float:
        small = letter.lower()
        bits = self[small] if small != letter and small in self else self._otherwise(letter)
        self[letter] = bits
        return bits

    def _otherwise(self, letter: str) -> float:
        if letter in _SIGNS:
            return _BITS["sign"]
        if self._level:
            standard, first, last = self._level
            written = letter.encode(standard, "ignore")
            if len(written) == 2 and first <= written[0] <= last:
                return _BITS["common"]
        return _BITS["strange"]


def _word_bits(word: str, costs: _Costs) -> float:
    bits = sum(costs[letter] for letter in word if letter > "\x7f")
    for one, two in pairwise(word):
        if one > "\x7f" or two > "\x7f":
            bits += _BITS["case"] if one.islower() and two.isupper() else 0
            low, high = sorted((one, two))
            if not costs.latin and low.isascii() and low.isalpha() and high not in _SIGNS:
                bits += _BITS["mixed"] / (2 if costs.mixes else 1)
    return bits


_costs = cache(_Costs)


@cache
def _alphabets() -> dict[str, list[str]]:
    """Return for each code page the letters beyond ASCII of its languages, the commonest first."""
    alphabets: dict[str, list[str]] = {}
    for line in files("vendorscreen.file").joinpath("data/alphabets.tsv").read_text(encoding="utf-8").splitlines():
        _, code_pages, letters = line.split("\t")
        for code_page in code_pages.split():
            alphabets.setdefault(code_page, []).append(letters)
    return alphabets
