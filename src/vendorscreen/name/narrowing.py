"""What a listed name must hold to be similar enough to a searched one.

A searched word may be lost, left without a counterpart, only while the similarity asked for stays within reach. So of
the most telling words at least one stands in every similar name; given that one, of the next at least one; and so on.
"""

from collections.abc import Callable, Sequence, Set
from operator import attrgetter

from rapidfuzz.distance import OSA

from vendorscreen.name.alignment import (
    LAST_PAIR_BITS,
    LEAST_LAST_PAIR_COST,
    LONGEST_JOIN,
    MOST_LAST_PAIR_EDITS,
    may_be_joined,
)
from vendorscreen.name.comparable import ComparableName
from vendorscreen.name.lexicon import Lexicon, SearchedWord
from vendorscreen.name.similarity import capped_cost, doubt_of_lost, margin, tolerance

__all__ = ["Search"]

_RANK = attrgetter("rank")

_FEW = 2
"""Parts that are cheaper looked at one by one than narrowed down further."""

_DEEPEST = 5
"""Words by which parts are narrowed down at most."""

_LONG = 20
"""Words of a name that is narrowed down by one word only, for the ways to choose more are too many."""


class Search:
    """One searched name and the similarity asked for.

    What is asked for bears some doubt in bits, the more the name can share; each lost word takes from that margin.
    """

    __slots__ = (
        "_deepest", "_joined", "_least_margin", "_lexicon", "_margin", "_name", "_needed", "_parts_holding", "_reached",
        "_tolerance", "_words",
    )  # fmt: skip

    def __init__(
        self,
        name: ComparableName,
        at_least: float,
        lexicon: Lexicon,
        parts_holding: Callable[[SearchedWord, Set[int]], frozenset[int]],
    ) -> None:
        self._words = sorted(map(lexicon.searched, name.words), key=_RANK)
        self._name = name
        self._lexicon = lexicon
        self._parts_holding = parts_holding
        self._tolerance = tolerance(at_least)
        self._margin = margin(sum([word.most_bits for word in self._words]), self._tolerance)
        self._joined = _joined_words(name.tokens, lexicon)
        self._least_margin = self._margin
        self._needed: list[tuple[SearchedWord, Set[int], float]] | None = None
        self._reached: set[int] = set()
        self._deepest = _DEEPEST if len(self._words) < _LONG else 1

    def parts(self) -> Set[int]:
        """Return the parts that hold enough of the searched words."""
        return self._narrowed(None, 0, self._margin, 0) if self._margin >= 0 else _NONE

    def _narrowed(self, within: Set[int] | None, place: int, margin: float, lost: int) -> Set[int]:
        """Return the parts, of ``within``, that hold enough of the words from ``place`` on.

        ``margin`` is the doubt that may still arise, ``lost`` words are lost so far.
        """
        found: Set[int] = _NONE
        joined = self._joined
        for at in range(place, len(self._words)):
            word = self._words[at]
            parts: Set[int] | None = word.parts
            if parts is None or word.text in joined:
                parts = self._parts_holding(word, joined.get(word.text, _NONE))
            if within is not None:
                parts = parts & within
            if len(parts) > _FEW:
                left = margin - self._least_cost(word)
                if left < 0:
                    parts = _NONE
                elif at + 1 - lost < self._deepest:
                    parts = self._narrowed(parts, at + 1, left, lost)
            if parts:
                found = found | parts if found else parts
            if not self._is_free(word):
                before = margin
                margin -= self._tolerance * word.most_bits + word.lost
                lost += 1
                if margin < 0 and (lost > 1 or not self._may_be_in_last_pair(word, before)):
                    return found
        return found if within is None else within

    def _may_be_in_last_pair(self, word: SearchedWord, margin: float) -> bool:
        return margin >= self._least_pair_cost(word) and self._another_identifies(word)

    def _least_cost(self, word: SearchedWord) -> float:
        """Return the least doubt that a word raises in a name that holds one it may stand for."""
        if word.text in self._joined or self._is_free(word):
            return 0.0
        return min(word.least_cost, self._least_pair_cost(word))

    def _least_pair_cost(self, word: SearchedWord) -> float:
        """Return the least doubt that a word raises in a last pair."""
        bits = word.most_bits
        return min(capped_cost(LEAST_LAST_PAIR_COST, bits), self._tolerance * bits)

    def _another_identifies(self, lone: SearchedWord | None) -> bool:
        """Return whether a word other than ``lone`` shares so much that a last pair may get a closer look."""
        return any(word.most_bits >= LAST_PAIR_BITS for word in self._words if word is not lone)

    def _is_free(self, word: SearchedWord) -> bool:
        """Return whether a word may be no more than a misspelt legal form, or part of one written apart."""
        if word.is_free(at_end=word.text == self._name.tokens[-1]):
            return True
        return word.text in self._joined and any(map(self._lexicon.is_filler, self._joined[word.text]))

    def allows(self, codes: Sequence[int]) -> bool:
        """Return whether a listed name of these words can be similar enough.

        A code is twice the number of a word, plus one where it is no filler.
        """
        numbers = {code >> 1 for code in codes}
        needs = self._needs()
        margin, lost, lone = self._least_margin, 0, None
        for word, near, cost in needs:
            if near.isdisjoint(numbers):
                margin -= cost
                lost += 1
                lone = word
                if margin < 0 and lost > 1:
                    return False
        reached, bits = self._reached, self._lexicon.bits
        others = []
        for code in codes:
            if code & 1 and code >> 1 not in reached:
                others.append(code >> 1)
                margin -= doubt_of_lost(bits[code >> 1])
                if margin < 0 and (lost > 1 or len(others) > 1):
                    return False
        return margin >= 0 or (lost <= 1 and len(others) <= 1 and self._may_be_last_pair(lone, others))

    def _needs(self) -> list[tuple[SearchedWord, Set[int], float]]:
        """Return the words that are not free, the listed words one of which holds each, and the doubt if it is lost."""
        if self._needed is None:
            joined = self._joined
            self._needed = [
                (
                    word,
                    word.near | joined.get(word.text, _NONE),
                    self._tolerance * word.most_bits + word.lost - self._least_cost(word),
                )
                for word in self._words
                if not self._is_free(word)
            ]
            self._least_margin = self._margin - sum(map(self._least_cost, self._words))
            fillers = map(self._lexicon.searched, self._name.fillers)
            self._reached.update(*joined.values(), *[word.reach for word in self._words], *[w.reach for w in fillers])
        return self._needed

    def _may_be_last_pair(self, lone: SearchedWord | None, others: list[int]) -> bool:
        """Return whether the only words left on either side, as far as known, may be a last pair."""
        if not (lone or others) or not self._another_identifies(lone):
            return False
        if lone is None or not others:
            return True
        distance = OSA.distance(lone.text, self._lexicon.words[others[0]], score_cutoff=MOST_LAST_PAIR_EDITS)
        return distance <= MOST_LAST_PAIR_EDITS


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
