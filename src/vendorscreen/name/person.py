"""Names that may be those of natural persons: listed persons are not searched by name, and whoever asks is told so."""

import re
from functools import cache
from importlib.resources import files

from vendorscreen.name.background import is_known
from vendorscreen.name.comparable import comparable

__all__ = ["NOT_SEARCHED", "may_be_a_person"]

NOT_SEARCHED = "listed persons are not searched by name, and this may be one"

LONGEST_NAME = 80
"""Characters of the longest name that may be a person's."""

_FEWEST_WORDS, _MOST_WORDS = 2, 5
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "el", "ibn", "la", "van", "von"})
_PATRONYMIC = re.compile(r"\w{3,}(?:ovich|evich|yevich|ovna|evna|ovych|iovych|oglu|kyzy)")
_SURNAME_IN_CAPITALS = re.compile(r"(?:[^\W\d_][^\W\d_A-Z]+[\s-])+[A-Z][A-Z'-]{3,}(?:\s[A-Z][A-Z'-]{3,})?")


def may_be_a_person(name: str) -> bool:
    """Return whether a name looks like a person's.

    It has two to five words, no legal form, number, place or trade word, and holds a usual given name, a patronymic, or
    a surname in capitals behind another word: "Jan Novak", "Jan NOVAK", "Novak, Jan".
    """
    if len(name) > LONGEST_NAME or any(letter.isdigit() or letter in "&+/" for letter in name):
        return False
    words = comparable(name)
    if words.fillers or not _FEWEST_WORDS <= len(words.words) <= _MOST_WORDS:
        return False
    given = _given_names()
    others = [word for word in words.words if word not in given | _PARTICLES]
    if not others or any(map(is_known, others)):
        return False
    is_called = not given.isdisjoint(words.words) or any(map(_PATRONYMIC.fullmatch, others))
    return is_called or _SURNAME_IN_CAPITALS.fullmatch(name.strip()) is not None


@cache
def _given_names() -> frozenset[str]:
    text = files("vendorscreen.name").joinpath("data/given_names.txt").read_text(encoding="ascii")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
