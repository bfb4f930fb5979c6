"""A name made comparable: its words in Latin letters, its legal forms kept apart."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from vendorscreen.name.background import information
from vendorscreen.name.folding import folded_words
from vendorscreen.name.legal_form import LegalForm, split_legal_forms

__all__ = ["ComparableName", "comparable"]


@dataclass(frozen=True)
class ComparableName:
    """What is compared of a name.

    ``words`` in the order they stand, without legal forms; ``forms`` the legal forms; ``tokens`` both, as they stand.
    """

    words: tuple[str, ...]
    forms: tuple[LegalForm, ...]
    tokens: tuple[str, ...]

    @cached_property
    def bits(self) -> float:
        """Information of all words together."""
        return sum(map(information, self.words))

    def __str__(self) -> str:
        return " ".join(self.words)


@lru_cache(maxsize=1 << 14)
def comparable(text: str) -> ComparableName:
    """Return ``text`` made comparable; making the result's own spelling comparable again changes nothing."""
    tokens = folded_words(text)
    words, forms = split_legal_forms(tokens)
    return ComparableName(tuple(words), tuple(forms), tuple(tokens))
