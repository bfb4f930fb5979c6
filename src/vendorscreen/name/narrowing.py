"""What a listed name must hold to be similar enough to a searched one.

A searched word may be lost, left without a counterpart, only while the similarity asked for stays within reach. So of
the most telling words at least one stands in every similar name; given that one, of the next at least one; and so on.

Why nothing is missed: a similarity is reached only where the doubt, in bits, stays within a multiple of the shared bits
less a constant (``similarity.margin``). The shared bits are at most the sum of what all searched words can share. A
word that is lost takes from the margin twice: the doubt that its bits would have outweighed (``unborne``), and the
doubt it raises itself (``doubt_of_lost``). Each is a least value, so the margin here is never below the true one, and a
name is left out only where it is below 0. Example at 0.74: "Hikvision Digital Technology" can share 29 bits, which
allows 18.8 bits of doubt. Losing "Hikvision" takes 27: every similar name holds a word that stands for it. Losing
"Digital" takes 13, so it narrows nothing alone.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from math import inf
from operator import add, attrgetter
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import OSA

from vendorscreen.name.alignment import (
    LAST_PAIR_BITS,
    LONGEST_JOIN,
    MOST_LAST_PAIR_EDITS,
    may_be_joined,
)
from vendorscreen.name.background import MOST_BITS
from vendorscreen.name.comparable import ComparableName
from vendorscreen.name.listed_words import ListedWords, SearchedWord, SearchedWords
from vendorscreen.name.similarity import doubt_of_lost, margin

__all__ = ["Search"]

_RANK = attrgetter("rank")

_DEEPEST = 5
"""Words by which parts are narrowed down at most."""

_LONG = 20
"""Words of a name that is narrowed down by one word only, for the ways to choose more are too many."""

_ROUNDING = 1e-9
"""Bits by which sums of the same numbers may differ."""

_Charge: TypeAlias = tuple[SearchedWord, float]
"""A word and the doubt it was charged with."""

_Words: TypeAlias = tuple[SearchedWord, ...]

_Need: TypeAlias = tuple[SearchedWord, dict[int, float], float, bool]
"""A word, the least doubt by listed word that may hold it, the doubt if none does, and whether the word is free."""


class _Weights(NamedTuple):
    """What the words of a searched name need, and the doubt that listed words take away at most, by their numbers.

    ``left`` is the margin where all are lost, ``most_spared`` what it grows by at most where one of them is in a last
    pair.
    """

    needs: list[_Need]
    taken: dict[int, float]
    left: float
    most_spared: float


class Search:
    """One searched name and the similarity asked for.

    What is asked for allows some doubt in bits, the more the name can share; each lost word takes from that margin.
    """

    __slots__ = (
        "_bits", "_deepest", "_joined", "_lexicon", "_margin", "_name", "_parts_holding", "_searched", "_weights",
        "_words",
    )  # fmt: skip

    def __init__(
        self,
        name: ComparableName,
        searched: SearchedWords,
        lexicon: ListedWords,
        parts_holding: Callable[[SearchedWord, Set[int], float, float], frozenset[int]],
    ) -> None:
        numbers, tokens = lexicon.numbers, name.tokens
        self._words = sorted([searched[word] for word in name.words], key=_RANK)
        self._name = name
        self._searched = searched
        self._lexicon = lexicon
        self._parts_holding = parts_holding
        self._joined: dict[str, frozenset[int]] = {}
        self._bits = sum([word.most_bits for word in self._words], 0.0)
        if not numbers.keys().isdisjoint(_joined_texts(tokens)):
            runs = _runs_joined(tokens, numbers)
            self._joined = _joined_words(runs)
            for number, run in dict.fromkeys(runs):
                self._bits += self._gained(lexicon.bits[number], run)
        self._margin = margin(self._bits, searched.tolerance)
        self._weights: _Weights | None = None
        self._deepest = _DEEPEST if len(self._words) < _LONG else 1

    def _gained(self, bits: float, run: tuple[str, ...]) -> float:
        """Return what a run of tokens shares more as a word of so many bits than its words say, wherever it stands.

        A token that is also a filler may cost none of the words.
        """
        words, fillers = self._name.words, self._name.fillers
        own = [token for token in run if token in words and token not in fillers]
        times = min(map(words.count, own)) if own else max(map(words.count, run))
        if times == 0 or bits >= MOST_BITS:
            return 0.0
        return times * max(0.0, bits - sum([self._searched[token].most_bits for token in own], 0.0))

    def parts(self) -> Set[int]:
        """Return the parts that hold enough of the searched words."""
        return self._narrowed(None, 0, self._margin, 0.0, ()) if self._margin >= 0 else _NONE

    def _narrowed(self, within: Set[int] | None, place: int, margin: float, spare: float, skipped: _Words) -> Set[int]:
        """Return the parts, of ``within``, that hold enough of the words from ``place`` on.

        ``margin`` is the doubt that may still arise, and ``spare`` more if one of the ``skipped``, which share nothing
        otherwise, is in a last pair.
        """
        found: Set[int] = _NONE
        lost = len([word for word in skipped if not self._is_free(word)])
        bits = self._bits - sum([word.most_bits for word in skipped], 0.0)
        for at in range(place, len(self._words)):
            word = self._words[at]
            joined = self._joined.get(word.text, _NONE)
            parts: Set[int] = _NONE
            if joined or word.standing:
                parts = self._parts_holding(word, joined, margin + spare, 0.0)
                if within is not None:
                    parts = parts & within
            if parts:
                if at + 1 - lost < self._deepest:
                    least = 0.0 if joined or not word.standing else word.standing_doubts[0]
                    parts = self._narrowed(parts, at + 1, margin - least, spare, skipped)
                found = found | parts if found else parts
            is_free = self._is_free(word)
            doubt = word.unborne if is_free else word.lost
            bits -= word.most_bits
            # a last pair is the only one left: a word that is lost and not free is in it, or no pair is left
            if bits < LAST_PAIR_BITS or (lost and not is_free):
                spare = 0.0
            elif not lost:
                spare = max(spare if is_free else 0.0, doubt - word.paired)
            skipped = (*skipped, word)
            lost += not is_free
            margin -= doubt
            if margin + spare < 0:
                return found
            if margin < 0:
                return found | self._holding_all(within, at + 1, margin + spare, skipped)
        return found if within is None else within

    def _holding_all(self, within: Set[int] | None, place: int, left: float, skipped: _Words) -> Set[int]:
        """Return the parts, of ``within``, that hold every word but those ``skipped`` and the free.

        One of the skipped is in a last pair, so the words kept must identify the name: each shares what the others
        cannot. ``left`` is the doubt that may still arise from words from ``place`` on.
        """
        missing = LAST_PAIR_BITS - self._bits + sum([word.most_bits for word in skipped], 0.0)
        for at, word in enumerate(self._words):
            least = missing + word.most_bits
            is_needed = at >= place and not self._is_free(word)
            if (is_needed or least > 0) and word not in skipped:
                most = left if is_needed else inf
                parts = self._parts_holding(word, self._joined.get(word.text, _NONE), most, least)
                within = parts if within is None else parts & within
                if not within:
                    return _NONE
        return _NONE if within is None else within

    def _others_identify(self, lone: SearchedWord) -> bool:
        """Return whether the words but ``lone`` may share so much that a last pair gets a closer look."""
        return self._bits - lone.most_bits >= LAST_PAIR_BITS

    def _is_free(self, word: SearchedWord) -> bool:
        """Return whether a word may be just a misspelt legal form, or part of one written apart."""
        if word.is_form_at_end and (word.is_form or word.text == self._name.tokens[-1]):
            return True
        return word.text in self._joined and any(map(self._lexicon.is_filler, self._joined[word.text]))

    def allows(self, codes: Sequence[int]) -> bool:
        """Return whether a listed name of these words can be similar enough.

        A code is twice the number of a word, plus one unless it is a filler.
        """
        if self._weights is None:
            self._weights = self._weighed()
        weights, bits = self._weights.taken, self._lexicon.bits
        taken = [weights[code >> 1] for code in codes if code >> 1 in weights]
        opposed = [code >> 1 for code in codes if code & 1 and code >> 1 not in weights]
        left = self._weights.left + sum(taken)
        if left - sum([doubt_of_lost(bits[number]) for number in opposed], 0.0) >= -_ROUNDING:
            return True
        if len(opposed) > 1 or left + self._weights.most_spared < -_ROUNDING:
            return False
        return self._may_hold_last_pair([code >> 1 for code in codes], opposed, self._weights.needs)

    def _weighed(self) -> _Weights:
        needs = [self._need(word) for word in self._words]
        fillers = [self._searched[filler].doubts for filler in self._name.fillers]
        taken = dict.fromkeys(_NONE.union(*self._joined.values(), *fillers), 0.0)
        for _, doubts, if_lost, _ in needs:
            for number, doubt in doubts.items():
                taken[number] = taken.get(number, 0.0) + max(0.0, if_lost - doubt)
        left = self._margin - sum([if_lost for _, _, if_lost, _ in needs], 0.0)
        return _Weights(needs, taken, left, max([if_lost - word.paired for word, _, if_lost, _ in needs]))

    def _may_hold_last_pair(self, numbers: list[int], others: list[int], needs: list[_Need]) -> bool:
        """Return whether one of these words may be in a last pair; no searched one may stand for the ``others``."""
        margin = self._margin
        lost: list[_Charge] = []
        kept: list[_Charge] = []
        for word, doubts, if_lost, is_free in needs:
            raised = [doubts[number] for number in numbers if number in doubts]
            doubt = min(raised) if raised else if_lost
            (kept if raised or is_free else lost).append((word, doubt))
            margin -= doubt
        return len(lost) < 2 and any(self._may_be_last_pair(charge, others, margin) for charge in lost or kept)

    def _may_be_last_pair(self, charge: _Charge, others: list[int], margin: float) -> bool:
        """Return whether a word may be in a last pair, with one of the ``others`` if there are any."""
        word, doubt = charge
        if margin + doubt < word.paired or not self._others_identify(word):
            return False
        listed = self._lexicon.words
        return all(OSA.distance(word.text, listed[other]) <= MOST_LAST_PAIR_EDITS for other in others)

    def _need(self, word: SearchedWord) -> _Need:
        is_free = self._is_free(word)
        doubts = word.doubts
        if word.text in self._joined:
            doubts = doubts | dict.fromkeys(self._joined[word.text], 0.0)
        if is_free:
            doubts = {number: min(doubt, word.unborne) for number, doubt in doubts.items()}
        return word, doubts, word.unborne if is_free else word.lost, is_free


_NONE: frozenset[int] = frozenset()


def _joined_texts(tokens: tuple[str, ...]) -> list[str]:
    """Return what neighbouring tokens make when written together."""
    texts: list[str] = []
    joined: Sequence[str] = tokens
    for length in range(1, min(LONGEST_JOIN, len(tokens))):
        joined = list(map(add, joined, tokens[length:]))
        texts += joined
    return texts


def _runs_joined(tokens: tuple[str, ...], numbers: Mapping[str, int]) -> list[tuple[int, tuple[str, ...]]]:
    """Return the listed words that neighbouring tokens make when written together, and these tokens."""
    count = len(tokens)
    lengths = range(2, min(LONGEST_JOIN, count) + 1)
    runs = [tokens[at : at + length] for length in lengths for at in range(count - length + 1)]
    found = [(numbers[text], run) for text, run in zip(_joined_texts(tokens), runs, strict=True) if text in numbers]
    return [(number, run) for number, run in found if may_be_joined(run)]


def _joined_words(runs: list[tuple[int, tuple[str, ...]]]) -> dict[str, frozenset[int]]:
    """Return, per token, the listed words that it and its neighbours make when written together."""
    joined: dict[str, frozenset[int]] = {}
    for number, run in runs:
        for token in run:
            joined[token] = joined.get(token, _NONE) | {number}
    return joined
