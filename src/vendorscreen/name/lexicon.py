"""The words of the listed names, and which of them a searched word may stand for."""

from collections.abc import Mapping
from zlib import crc32

from vendorscreen.name.alignment import LONGEST_JOIN, SHORTEST_OF_TWO, SHORTEST_PIECE
from vendorscreen.name.background import MOST_BITS, information
from vendorscreen.name.similarity import capped_cost, doubt_of_lost
from vendorscreen.name.word import EXACT_KEYS, abbreviations, alike_among, is_form_misspelt, likeness, word_keys

__all__ = ["Lexicon", "SearchedWord"]

_MOST_REMEMBERED = 200_000
"""Searched words remembered at most; then they are forgotten and remembered anew, so memory stays bounded."""


_NONE: frozenset[int] = frozenset()


class SearchedWord:
    """A word of a searched name, and what is known of it among the listed words.

    ``bits`` is its information, ``most_bits`` the most it can share, ``lost`` the least doubt it raises if it is lost,
    ``ways`` the listed words it may be written together from, ``rank`` orders words by what they say; ``parts``, once
    they were looked up, are the parts of listed names that may hold it.
    """

    __slots__ = (
        "_free",
        "_least_cost",
        "_lexicon",
        "_near",
        "_reach",
        "_words",
        "lost",
        "most_bits",
        "parts",
        "rank",
        "text",
        "ways",
    )

    def __init__(self, text: str, lexicon: "Lexicon") -> None:
        self.text = text
        bits = self.most_bits = information(text)
        self.lost = doubt_of_lost(bits)
        self.rank = (-bits, text)
        self.ways = lexicon.ways_to_write(text)
        if self.ways and bits == MOST_BITS:
            self.most_bits = max(bits, *(sum(lexicon.bits[piece] for piece in way) for way in self.ways))
        self.parts: frozenset[int] | None = None
        self._lexicon = lexicon
        self._words: frozenset[int] | None = None
        self._least_cost: float | None = None
        self._near: frozenset[int] | None = None
        self._reach: frozenset[int] | None = None
        self._free: tuple[bool, bool] | None = None

    @property
    def bits(self) -> float:
        """Its information in bits."""
        return -self.rank[0]

    @property
    def words(self) -> frozenset[int]:
        """Numbers of the listed words it may stand for alone."""
        if self._words is None:
            numbers = self._lexicon.numbers
            abbreviated = [numbers[other] for other in abbreviations(self.text) if other in numbers]
            self._words = self._lexicon.alike(self.text).union(abbreviated)
        return self._words

    @property
    def near(self) -> frozenset[int]:
        """Numbers of listed words of which every name has one that may hold it, none to spare."""
        if self._near is None:
            self._near = self.words.union(*map(self._lexicon.telling, self.ways)) if self.ways else self.words
        return self._near

    @property
    def least_cost(self) -> float:
        """Least doubt, in bits, that it raises where it stands for a listed word."""
        if self._least_cost is None:
            if self.ways or self.text in self._lexicon.numbers:
                self._least_cost = 0.0
            else:
                found = [likeness(self.text, self._lexicon.words[number]) for number in self.words]
                least = min([how.cost for how in found if how], default=0.0)
                self._least_cost = capped_cost(least, self.most_bits)
        return self._least_cost

    @property
    def reach(self) -> frozenset[int]:
        """Numbers of the listed words it may stand for, alone or with others."""
        if self._reach is None:
            self._reach = self.words.union(*self.ways) if self.ways else self.words
        return self._reach

    def is_free(self, *, at_end: bool) -> bool:
        """Return whether it may be no more than a misspelt legal form."""
        if self._free is None:
            self._free = (self._may_be_form(at_end=False), self._may_be_form(at_end=True))
        return self._free[at_end]

    def _may_be_form(self, *, at_end: bool) -> bool:
        words, is_filler = self._lexicon.words, self._lexicon.is_filler
        misspelt = [words[number] for number in self.words if is_filler(number)]
        if any(is_form_misspelt(self.text, form, at_end=at_end) for form in misspelt):
            return True
        return any(all(map(is_filler, way)) for way in self.ways)


class Lexicon:
    """The words of an index, by number in alphabetical order."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        self.words: list[str] = bytes(sections["lexicon"]).decode("ascii").split("\n")
        self.numbers = {word: number for number, word in enumerate(self.words)}
        self.bits = sections["bits"]
        self._filler = sections["filler"]
        self._alike, self._alike_ends = sections["alike"], sections["alike_ends"]
        self._postings_ends = sections["postings_ends"]
        self._searched: dict[str, SearchedWord] = {}

    def is_filler(self, number: int) -> int:
        """Return whether the word is part of a legal form, or a connective, of some listed name."""
        return self._filler[number]

    def searched(self, word: str) -> SearchedWord:
        """Return what is known of a searched word."""
        known = self._searched.get(word)
        if known is None:
            if len(self._searched) >= _MOST_REMEMBERED:
                self._searched.clear()
            known = self._searched[word] = SearchedWord(word, self)
        return known

    def telling(self, way: tuple[int, ...]) -> tuple[int, ...]:
        """Return of words written as one the rarest that is never a filler; all of them if there is none."""
        own = [piece for piece in way if not self._filler[piece]]
        return (min(own, key=self._count),) if own else way

    def _count(self, number: int) -> int:
        return self._postings_ends[number] - (self._postings_ends[number - 1] if number else 0)

    def alike(self, word: str) -> frozenset[int]:
        """Return the numbers of the words that ``word`` may be a misspelling of."""
        ends, words = self._alike_ends, self.words
        mask = len(ends) - 1
        candidates: set[int] = set()
        exact: set[int] = set()
        for key in word_keys(word):
            bucket = crc32(key) & mask
            end = ends[bucket]
            start = ends[bucket - 1] if bucket else 0
            if start != end:
                (exact if key[0] in EXACT_KEYS else candidates).update(self._alike[start:end])
        if not (candidates or exact):
            return _NONE
        numbers = self.numbers
        alike = alike_among(word, [words[number] for number in candidates], [words[number] for number in exact])
        return frozenset([numbers[other] for other in alike])

    def ways_to_write(self, word: str) -> tuple[tuple[int, ...], ...]:
        """Return the ways to write ``word`` as listed words, two or more."""
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
