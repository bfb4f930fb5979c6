"""A name made comparable: its words in Latin letters, its numbers in digits, its legal forms kept apart."""

from typing import NamedTuple

from vendorscreen.name.background import information
from vendorscreen.name.folding import CONNECTIVES, folded_words
from vendorscreen.name.legal_form import LegalForm, legal_forms
from vendorscreen.name.numeral import numerals_in_digits

__all__ = ["ComparableName", "comparable"]


class ComparableName(NamedTuple):
    """What is compared of a name.

    ``tokens`` are all its words in Latin letters, as they stand, numbers in digits; ``words`` those of them that may
    identify it; ``fillers`` the others, words of legal ``forms`` and connectives.
    """

    tokens: tuple[str, ...]
    words: tuple[str, ...]
    fillers: tuple[str, ...]
    forms: tuple[LegalForm, ...]

    @property
    def bits(self) -> tuple[float, ...]:
        """The information of its words in bits."""
        return tuple(map(information, self.words))

    def __str__(self) -> str:
        return " ".join(self.tokens)


def comparable(text: str) -> ComparableName:
    """Return ``text`` made comparable; making its own spelling comparable again changes nothing."""
    tokens = tuple(numerals_in_digits(folded_words(text)))
    forms, places = legal_forms(tokens)
    end = len(tokens) - len(places)
    if CONNECTIVES.isdisjoint(tokens) and (not places or min(places) == end):  # so in most names: all forms at the end
        return ComparableName(tokens, tokens[:end], tokens[end:], tuple(forms))
    words: list[str] = []
    fillers: list[str] = []
    for place, word in enumerate(tokens):
        (fillers if place in places or word in CONNECTIVES else words).append(word)
    if not words:
        return ComparableName(tokens, tokens, (), ())
    return ComparableName(tokens, tuple(words), tuple(fillers), tuple(forms))
