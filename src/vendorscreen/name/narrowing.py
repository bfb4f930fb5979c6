"""What a listed name must hold to be similar enough to a searched one.

A searched word may be lost, left without a counterpart, only while the similarity asked for stays within reach. So of
the most telling words at least one stands in every similar name; given that one, of the next at least one; and so on.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter

from rapidfuzz.distance import OSA

from vendorscreen.name.alignment import LAST_PAIR_BITS, LONGEST_JOIN, MOST_LAST_PAIR_EDITS, may_be_joined
from vendorscreen.name.comparable import ComparableName
from vendorscreen.name.lexicon import Lexicon, SearchedWord
from vendorscreen.name.similarity import highest_similarity

__all__ = ["Search"]

_RANK = attrgetter("rank")

_FEW = 2
"""Parts that are cheaper looked at one by one than narrowed down further."""

_DEEPEST = 5
"""Words by which parts are narrowed down at most."""

_LONG = 20
"""Words of a name that is narrowed down by one word only, for the ways to choose more are too many."""


class Search:
    """One searched name and the similarity asked for."""

    def __init__(
        self,
        name: ComparableName,
        at_least: float,
        lexicon: Lexicon,
        parts_holding: Callable[[SearchedWord, frozenset[int]], frozenset[int]],
    ) -> None:
        self._name = name
        self._at_least = at_least
        self._lexicon = lexicon
        self._parts_holding = parts_holding
        self._words = sorted(map(lexicon.searched, name.words), key=_RANK)
        self._most_bits = sum([word.most_bits for word in self._words])
        self._distinctive = sum([word.most_bits >= LAST_PAIR_BITS for word in self._words])
        self._most_words = len(name.fillers) + sum([LONGEST_JOIN if word.ways else 1 for word in self._words])
        self._joined = _joined_words(name.tokens, lexicon)
        self._deepest = _DEEPEST if len(self._words) < _LONG else 1
        self._reached: set[int] | None = None

    def parts(self) -> frozenset[int]:
        """Return the parts that hold enough of the searched words."""
        if highest_similarity(self._most_bits, 0.0, 0) < self._at_least:
            return _NONE
        return self._narrowed(None, 0, self._most_bits, 0.0, 0)

    def _narrowed(
        self, within: frozenset[int] | None, place: int, reachable: float, lost_bits: float, lost: int
    ) -> frozenset[int]:
        """Return the parts, of ``within``, that hold enough of the words from ``place`` on.

        ``reachable`` bits can be shared unless more words are lost than the ``lost`` ones, of ``lost_bits``, so far.
        """
        found = _NONE
        for at in range(place, len(self._words)):
            word = self._words[at]
            parts = self._parts_holding(word, self._joined.get(word.text, _NONE))
            if within is not None:
                parts &= within
            if parts:
                if len(parts) > _FEW and at + 1 - lost < self._deepest:
                    parts = self._narrowed(parts, at + 1, reachable, lost_bits, lost)
                found |= parts
            if self._is_free(word):
                continue
            reachable -= word.most_bits
            lost_bits += word.bits
            lost += 1
            if not self._in_reach(reachable, lost_bits, lost):
                return found
        return found if within is None else within

    def _in_reach(self, shared: float, lost_bits: float, lost: int) -> bool:
        """Return whether a name that shares at most so much, and loses at least so much, can be similar enough."""
        if lost == 1 and self._distinctive > (lost_bits >= LAST_PAIR_BITS):
            return True
        return highest_similarity(shared, lost_bits, lost) >= self._at_least

    def _is_free(self, word: SearchedWord) -> bool:
        """Return whether a word may be no more than a misspelt legal form, or part of one written apart."""
        if word.is_free(at_end=word.text == self._name.tokens[-1]):
            return True
        joined = self._joined.get(word.text, _NONE) if self._joined else _NONE
        return any(map(self._lexicon.is_filler, joined))

    def allows(self, codes: Sequence[int]) -> bool:
        """Return whether a listed name of these words can be similar enough.

        A code is twice the number of a word, plus one where it is no filler.
        """
        content = [code >> 1 for code in codes if code & 1]
        surplus = len(content) - self._most_words
        if surplus > 0 and highest_similarity(self._most_bits, 0.0, surplus) < self._at_least:
            return False
        numbers = {code >> 1 for code in codes}
        shared, lost_bits, lost = self._most_bits, 0.0, 0
        lone = ""
        for word in self._words:
            if word.stands_in(numbers) or (self._joined and not self._joined.get(word.text, _NONE).isdisjoint(numbers)):
                continue
            if not self._is_free(word):
                shared -= word.most_bits
                lost_bits += word.bits
                lost += 1
                lone = word.text
                if not self._in_reach(shared, lost_bits, lost):
                    return False
        reached = self._reached_words()
        others = [number for number in content if number not in reached]
        if lost <= 1 and len(others) <= 1 and self._distinctive and self._may_be_last_pair(lone, others):
            return True
        lost_bits += sum([self._lexicon.bits[number] for number in others])
        return highest_similarity(shared, lost_bits, lost + len(others)) >= self._at_least

    def _may_be_last_pair(self, lone: str, others: list[int]) -> bool:
        """Return whether the only words left on either side, as far as known, may be a last pair."""
        if not lone or not others:
            return bool(lone or others)
        distance = OSA.distance(lone, self._lexicon.words[others[0]], score_cutoff=MOST_LAST_PAIR_EDITS)
        return distance <= MOST_LAST_PAIR_EDITS

    def _reached_words(self) -> set[int]:
        """Return the listed words that some word of the searched name may stand for."""
        if self._reached is None:
            self._reached = set().union(*self._joined.values())
            for word in [*self._words, *map(self._lexicon.searched, self._name.fillers)]:
                self._reached.update(word.words, *word.ways)
        return self._reached


_NONE: frozenset[int] = frozenset()


def _joined_words(tokens: tuple[str, ...], lexicon: Lexicon) -> dict[str, frozenset[int]]:
    """Return, per token, the listed words that it and its neighbours make when written together."""
    joined: dict[str, frozenset[int]] = {}
    numbers = lexicon.numbers
    for start in range(len(tokens) - 1):
        text = tokens[start]
        for end in range(start + 1, min(start + LONGEST_JOIN, len(tokens))):
            text += tokens[end]
            number = numbers.get(text)
            if number is not None and may_be_joined(tokens[start : end + 1]):
                for token in tokens[start : end + 1]:
                    joined[token] = joined.get(token, _NONE) | {number}
    return joined
