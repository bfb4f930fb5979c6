"""Which of a few rare words, such as brands, a word may be a misspelling of."""

from collections.abc import Iterable
from functools import lru_cache

from vendorscreen.name.background import MOST_BITS, information, is_counted
from vendorscreen.name.key import word_keys
from vendorscreen.name.word import misspelling

__all__ = ["SlipFinder"]

_SHORTEST = 6
"""Letters of the shortest word in which a slip is looked for: shorter ones are too often other words."""

_MOST_COST = 8.0
"""Most information a slip destroys, in bits: one letter off, another spelling of the same sound, vowels left out."""


class SlipFinder:
    """Finds words misspelt; of the ``words`` given, only long and rare ones are looked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_key: dict[int, list[str]] = {}
        self._longest = 0
        for word in sorted(set(words)):
            if len(word) >= _SHORTEST and information(word) == MOST_BITS:
                self._longest = max(self._longest, 2 * len(word))  # a longer word is not a slip, and its keys take time
                for key in word_keys(word):
                    self._by_key.setdefault(key, []).append(word)
        self.meant = lru_cache(maxsize=1 << 16)(self._meant)

    def _meant(self, word: str) -> str | None:
        """Return the word that ``word`` may be a misspelling of, else None, as for a known word."""
        if not _SHORTEST <= len(word) <= self._longest or is_counted(word):
            return None
        near = {other for key in word_keys(word) for other in self._by_key.get(key, ())}
        slips = [(found.cost, other) for other in sorted(near) if (found := misspelling(word, other))]
        cost, other = min(slips, default=(0.0, word))
        return other if other != word and cost <= _MOST_COST else None
