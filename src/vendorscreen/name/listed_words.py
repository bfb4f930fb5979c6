"""The words of the listed names, and which of them a searched word may stand for."""

from collections.abc import Mapping, Sequence
from math import inf
from typing import cast
from zlib import crc32

from vendorscreen.name.alignment import LEAST_LAST_PAIR_COST, LONGEST_JOIN, SHORTEST_OF_TWO, SHORTEST_PIECE
from vendorscreen.name.background import MOST_BITS, information
from vendorscreen.name.index_sections import FILLER, SPARSE
from vendorscreen.name.key import OTHER_KEYS, SAME_KEYS, SPARSE_KEY, word_keys
from vendorscreen.name.similarity import capped_cost, doubt_of_lost
from vendorscreen.name.word import alike_among, is_form_misspelt, is_sparse, substitutes

__all__ = ["ListedWords", "SearchedWord", "SearchedWords"]

_MOST_REMEMBERED = 200_000
"""Searched words remembered at most; then they are forgotten and remembered anew, so memory stays bounded."""

_MANY = 4
"""Words that must share a key for them to be remembered by it."""

_MOST_IN_BUCKETS = 1_000_000
"""Words remembered by key at most; then they are forgotten and remembered anew."""

_NOWHERE: dict[int, float] = {}


class SearchedWord:
    """A word of a searched name, and what is known of it among the listed words where a similarity is asked for.

    ``bits`` is its information, ``most_bits`` the most it can share; ``unborne`` is the doubt, in bits, that its
    shared bits would have outweighed and that counts when it is unmatched; ``lost`` adds the least it raises itself,
    ``paired`` is the least in a last pair; ``ways`` the listed words it may be written together from; ``rank`` orders
    words by what they say.

    ``doubts`` is the least doubt, in bits, by the number of each listed word it may stand for, alone or with others.
    ``standing`` are the numbers of those listed words of which every name that may hold it has one, least doubt first;
    ``standing_doubts`` and ``standing_bits`` the least doubt and the most shared bits of each, ``least_bits`` the least
    of the latter. ``parts`` are the parts of listed names that hold one of the first so many ``standing``, as far as
    looked up. ``is_form`` and ``is_form_at_end``: whether it may be just a misspelt legal form, anywhere and at
    the end of a name.
    """

    __slots__ = (
        "bits", "doubts", "is_form", "is_form_at_end", "least_bits", "lost", "most_bits", "paired", "parts", "rank",
        "standing", "standing_bits", "standing_doubts", "text", "unborne", "ways",
    )  # fmt: skip

    def __init__(self, text: str, lexicon: "ListedWords", tolerance: float) -> None:
        self.text = text
        bits = self.bits = self.most_bits = information(text)
        ways = self.ways = lexicon.ways_to_write(text)
        if ways and bits == MOST_BITS:
            self.most_bits = max(bits, *(sum(lexicon.bits[piece] for piece in way) for way in ways))
        self.unborne = tolerance * self.most_bits
        self.lost = self.unborne + doubt_of_lost(bits)
        self.paired = min(capped_cost(LEAST_LAST_PAIR_COST, self.most_bits), self.unborne)
        self.rank = (-bits, text)
        self.doubts: dict[int, float] = _NOWHERE
        self.standing: Sequence[int] = ()
        self.standing_doubts: Sequence[float] = ()
        self.standing_bits: Sequence[float] = ()
        self.least_bits = 0.0
        self.is_form = self.is_form_at_end = False
        costs = lexicon.alike(text)
        if costs or ways:
            self._look_up(costs, lexicon, tolerance)

    def _look_up(self, costs: dict[int, float], lexicon: "ListedWords", tolerance: float) -> None:
        """Take in the words alike.

        A match with a less telling word shares only that word's bits; what the searched word has beyond them counts as
        unmatched. So a rare word that stands for a common one is charged for the difference, and the least doubt of a
        word stays a lower bound of what any name that holds the other is charged.
        """
        bits, most_bits = lexicon.bits, self.most_bits
        self.parts: dict[int, frozenset[int]] = {}
        doubts = self.doubts = {}
        shared: dict[int, float] = {}
        for number, cost in costs.items():
            shared[number] = min(self.bits, bits[number])
            doubts[number] = capped_cost(cost, shared[number]) + tolerance * (most_bits - shared[number])
        standing = set(costs)
        for way in self.ways:
            standing.update(lexicon.telling(way))
            written = self.bits if self.bits < MOST_BITS else sum([bits[piece] for piece in way], 0.0)
            for piece in way:
                shared[piece] = max(written, shared.get(piece, 0.0))
                doubts[piece] = min(tolerance * (most_bits - written), doubts.get(piece, inf))
        self.standing = sorted(standing, key=lambda number: (doubts[number], number))
        self.standing_doubts = [doubts[number] for number in self.standing]
        self.standing_bits = [shared[number] for number in self.standing]
        self.least_bits = min(self.standing_bits)
        forms = [lexicon.words[number] for number in doubts if lexicon.is_filler(number)]
        if forms:
            glued = any(all(map(lexicon.is_filler, way)) for way in self.ways)
            self.is_form = glued or any(is_form_misspelt(self.text, form, at_end=False) for form in forms)
            self.is_form_at_end = glued or any(is_form_misspelt(self.text, form, at_end=True) for form in forms)

    def standing_for(self, bits: float, count: int) -> list[int]:
        """Return those of the first so many ``standing`` that share at least so many bits with the word."""
        return [
            number
            for number, shared in zip(self.standing[:count], self.standing_bits[:count], strict=True)
            if shared >= bits
        ]


class SearchedWords(dict[str, SearchedWord]):
    """What is known of the words searched so far, where a similarity is asked for; a new one is looked up.

    ``tolerance``: bits of doubt that each shared bit outweighs.
    """

    def __init__(self, lexicon: "ListedWords", tolerance: float) -> None:
        super().__init__()
        self._lexicon = lexicon
        self.tolerance = tolerance

    def __missing__(self, word: str) -> SearchedWord:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        made = self[word] = SearchedWord(word, self._lexicon, self.tolerance)
        return made


class ListedWords:
    """The words of an index, by number in alphabetical order."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        self.words: list[str] = bytes(sections["lexicon"]).decode("ascii").split("\n")
        self.numbers = {word: number for number, word in enumerate(self.words)}
        self.bits = cast("list[float]", sections["bits"].tolist())
        self._kinds = sections["kinds"]
        self._alike, self._alike_ends = sections["alike"], sections["alike_ends"]
        self._remembered: dict[int, list[str]] = {}
        self._count_remembered = 0
        self._joined, self._joined_mask = sections["joined"], 8 * len(sections["joined"]) - 1
        self._postings_ends = sections["postings_ends"]

    def is_filler(self, number: int) -> int:
        """Return whether the word is part of a legal form, or a connective, of some listed name."""
        return self._kinds[number] & FILLER

    def telling(self, way: tuple[int, ...]) -> tuple[int, ...]:
        """Return of words written as one the rarest that is never a filler; all if each may be a filler."""
        own = [piece for piece in way if not self.is_filler(piece)]
        return (min(own, key=self._count),) if own else way

    def _count(self, number: int) -> int:
        return self._postings_ends[number + 1] - self._postings_ends[number]

    def alike(self, word: str) -> dict[int, float]:
        """Return the numbers of the words that ``word`` may stand for, and the bits each destroys."""
        keys, numbers = word_keys(word), self.numbers
        sparse, same = self._sharing(keys[SPARSE_KEY]), self._sharing(keys[SAME_KEYS])
        near = sparse + same + self._sharing(keys[OTHER_KEYS])
        alike: dict[str, float] = {}
        if near:
            alike = alike_among(word, near, same, self._may_lack_vowels(word, sparse))
        for other, cost in substitutes(word).items():
            if other in numbers:
                alike[other] = min(cost, alike.get(other, cost))
        return {numbers[other]: cost for other, cost in alike.items()}

    def _may_lack_vowels(self, word: str, others: list[str]) -> list[str]:
        """Return those of the listed ``others`` that may be ``word`` without its vowels, or the reverse."""
        if not others or is_sparse(word):
            return others
        return [other for other in others if len(other) < len(word) and self._kinds[self.numbers[other]] & SPARSE]

    def _sharing(self, keys: Sequence[int]) -> list[str]:
        """Return the words that have one of the ``keys``; others too, and some more than once."""
        words, alike, ends, remembered = self.words, self._alike, self._alike_ends, self._remembered
        mask = len(ends) - 2
        sharing: list[str] = []
        for key in keys:
            bucket = key & mask
            found = remembered.get(bucket)
            if found is None:
                start, end = ends[bucket], ends[bucket + 1]
                if start == end:
                    continue
                found = [words[number] for number in alike[start:end]]
                if len(found) >= _MANY:
                    self._remember(bucket, found)
            sharing += found
        return sharing

    def _remember(self, bucket: int, words: list[str]) -> None:
        """Remember the words of a bucket of many."""
        self._count_remembered += len(words)
        if self._count_remembered > _MOST_IN_BUCKETS:
            self._remembered.clear()
            self._count_remembered = len(words)
        self._remembered[bucket] = words

    def ways_to_write(self, word: str) -> tuple[tuple[int, ...], ...]:
        """Return the ways to write ``word`` as listed words, two or more, if any listed name may do so."""
        digest = crc32(word.encode()) & self._joined_mask
        if not self._joined[digest >> 3] >> (digest & 7) & 1:
            return ()
        numbers = self.numbers
        ways: list[tuple[int, ...]] = []
        for cut in range(SHORTEST_OF_TWO, len(word) - SHORTEST_OF_TWO + 1):
            first = numbers.get(word[:cut])
            if first is not None:
                rest = numbers.get(word[cut:])
                if rest is not None:
                    ways.append((first, rest))
                if cut >= SHORTEST_PIECE:
                    ways += [(first, *others) for others in self._pieces(word[cut:], LONGEST_JOIN - 1)]
        return tuple(ways)

    def _pieces(self, word: str, most: int) -> list[tuple[int, ...]]:
        """Return the ways to write ``word`` as two to ``most`` listed words, none of them short."""
        numbers = self.numbers
        ways: list[tuple[int, ...]] = []
        for cut in range(SHORTEST_PIECE, len(word) - SHORTEST_PIECE + 1):
            first = numbers.get(word[:cut])
            if first is not None:
                rest = numbers.get(word[cut:])
                if rest is not None:
                    ways.append((first, rest))
                if most > 2:
                    ways += [(first, *others) for others in self._pieces(word[cut:], most - 1)]
        return ways
