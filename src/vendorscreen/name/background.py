"""How much a word says about which company is meant: rare words much, common words little.

Counted over real company names (``data/background.txt`` says which) and independent of any watchlist, so similarity is
too. Places, nationalities, trade words, words of legal forms and words like "of" are known as such
(``data/word_classes.txt``, ``data/legal_form_words.txt``): where the counted companies happen not to use them they
still say little.
"""

from functools import cache
from importlib.resources import files

__all__ = [
    "MOST_BITS",
    "common_words",
    "form_word_spellings",
    "form_words",
    "information",
    "is_counted",
    "is_country",
    "is_form_word",
    "is_institution",
    "is_known",
    "is_place",
    "short_forms",
]

MOST_BITS = 17.0
"""Bits of a word that no counted company uses, or only one: log2(105,888 / 0.8)."""

_BITS_PER_LETTER = 3.5
"""A word of few letters says little, however rare."""

_LETTERS_OF_MOST_BITS = 5

_CLASS_BITS = {
    "country": 10.0,
    "nationality": 10.0,
    "place": 11.0,
    "institution": 9.0,
    "trade": 9.0,
    "form": 4.0,
    "function": 2.0,
}
"""Most bits a word of a class carries, chosen on the counted companies' own places and trade words."""

_COMMON_BITS = 10.0
"""Most bits of a word that is common."""

_PLACES = frozenset({"country", "nationality", "place"})


def information(word: str) -> float:
    """Return the information of a comparable word in bits, 0 to ``MOST_BITS``."""
    known = _table().get(word)
    if known is not None:
        return known
    return MOST_BITS if len(word) >= _LETTERS_OF_MOST_BITS else _BITS_PER_LETTER * len(word)


def is_counted(word: str) -> bool:
    """Return whether several companies use the word, or its class is known."""
    return word in _table()


def common_words() -> list[str]:
    """Return the words so common that their beginning may stand for them ("comm", "tech", "inst"), in order."""
    rare = {word for spellings in form_word_spellings() for word in spellings}
    return sorted(
        word for word, bits in _table().items() if bits <= _COMMON_BITS and word.isalpha() and word not in rare
    )


def form_words() -> list[str]:
    """Return the words most legal forms are made of."""
    return [word for word, kind in _classes().items() if kind == "form"]


def is_known(word: str) -> bool:
    """Return whether the word is a place, a nationality, a trade word or a word of legal forms."""
    return word in _classes()


def is_form_word(word: str) -> bool:
    """Return whether the word is one of those most legal forms are made of."""
    return _classes().get(word) == "form"


def is_institution(word: str) -> bool:
    """Return whether the word says that a name is that of an institution ("university", "ministry", "bank")."""
    return _classes().get(word) == "institution"


def is_country(word: str) -> bool:
    """Return whether the word names a country."""
    return _classes().get(word) == "country"


def is_place(word: str) -> bool:
    """Return whether the word names a country, a nationality or another place."""
    return _classes().get(word) in _PLACES


@cache
def _table() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in _lines("data/background.txt"):
        bits, _, words = line.partition(" ")
        table.update(dict.fromkeys(words.split(), float(bits)))
    for word, kind in _classes().items():
        table[word] = min(table.get(word, MOST_BITS), _CLASS_BITS[kind])
    return {word: min(bits, _BITS_PER_LETTER * len(word)) for word, bits in table.items()}


@cache
def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for line in _lines("data/word_classes.txt"):
        kind, *words = line.split()
        for word in words:
            classes.setdefault(word, kind)
    for spellings in form_word_spellings():
        for word in spellings:
            classes.setdefault(word, "form")
    return classes


@cache
def form_word_spellings() -> tuple[tuple[str, ...], ...]:
    """Return the words of legal forms that companies seldom use otherwise, each in all its spellings."""
    return tuple(tuple(line.split()) for line in _lines("data/legal_form_words.txt"))


@cache
def short_forms() -> dict[str, list[str]]:
    """Return the usual short forms of words of company names, by the word."""
    return {word: shorts for word, *shorts in map(str.split, _lines("data/short_words.txt"))}


def _lines(name: str) -> list[str]:
    text = files("vendorscreen.name").joinpath(name).read_text(encoding="ascii")
    return [line for line in text.splitlines() if not line.startswith("#")]
