"""The words of the listed names, and which of them a searched word may stand for."""

from collections.abc import Mapping
from zlib import crc32

from vendorscreen.name.alignment import LONGEST_JOIN, SHORTEST_OF_TWO, SHORTEST_PIECE
from vendorscreen.name.background import MOST_BITS, information
from vendorscreen.name.key import SAME_KEYS, SPARSE_KEY, word_keys
from vendorscreen.name.similarity import capped_cost, doubt_of_lost
from vendorscreen.name.word import abbreviations, alike_among, is_form_misspelt

__all__ = ["Lexicon", "SearchedWord", "SearchedWords"]

_MOST_REMEMBERED = 200_000
"""Searched words remembered at most; then they are forgotten and remembered anew, so memory stays bounded."""


_NONE: frozenset[int] = frozenset()


class SearchedWord:
    """A word of a searched name, and what is known of it among the listed words where a similarity is asked for.

    ``bits`` is its information, ``most_bits`` the most it can share; ``unborne`` is the doubt, in bits, no longer borne
    where it shares nothing, ``lost`` that and the least it raises if it is lost; ``ways`` the listed words it may be
    written together from; ``rank`` orders words by what they say. ``parts`` are the parts of listed names that hold one
    of the first so many ``standing``, as far as they were looked up.
    """

    __slots__ = (
        "_doubts", "_free", "_lexicon", "_standing", "_tolerance", "bits", "lost", "most_bits", "parts", "rank", "text",
        "unborne", "ways",
    )  # fmt: skip

    def __init__(self, text: str, lexicon: "Lexicon", tolerance: float) -> None:
        self.text = text
        bits = self.bits = self.most_bits = information(text)
        self.ways = lexicon.ways_to_write(text)
        if self.ways and bits == MOST_BITS:
            self.most_bits = max(bits, *(sum(lexicon.bits[piece] for piece in way) for way in self.ways))
        self.unborne = tolerance * self.most_bits
        self.lost = self.unborne + doubt_of_lost(bits)
        self.rank = (-bits, text)
        self.parts: dict[int, frozenset[int]] = {}
        self._lexicon = lexicon
        self._tolerance = tolerance
        self._doubts: dict[int, float] | None = None
        self._standing: list[tuple[float, int]] | None = None
        self._free: tuple[bool, bool] | None = None

    @property
    def doubts(self) -> dict[int, float]:
        """The least doubt, in bits, by the number of each listed word it may stand for, alone or with others."""
        if self._doubts is None:
            self._look_up()
        return self._doubts or {}

    @property
    def standing(self) -> list[tuple[float, int]]:
        """The least doubt, in bits, and the number of listed words; every name that may hold it has one of them."""
        if self._standing is None:
            self._look_up()
        return self._standing or []

    def _look_up(self) -> None:
        """Look up the listed words; to stand for one that says less is to share less, as if the rest were unborne."""
        lexicon, bits = self._lexicon, self._lexicon.bits
        costs = lexicon.alike(self.text)
        for other, cost in abbreviations(self.text).items():
            if other in lexicon.numbers:
                number = lexicon.numbers[other]
                costs[number] = min(cost, costs.get(number, cost))
        doubts: dict[int, float] = {}
        for number, cost in costs.items():
            shared = min(self.bits, bits[number])
            doubts[number] = capped_cost(cost, shared) + self._tolerance * (self.most_bits - shared)
        doubts.update({piece: 0.0 for way in self.ways for piece in lexicon.telling(way)})
        self._standing = sorted([(doubt, number) for number, doubt in doubts.items()])
        doubts.update({piece: 0.0 for way in self.ways for piece in way})
        self._doubts = doubts

    def is_free(self, *, at_end: bool) -> bool:
        """Return whether it may be no more than a misspelt legal form."""
        if self._free is None:
            lexicon = self._lexicon
            forms = [lexicon.words[number] for number in self.doubts if lexicon.is_filler(number)]
            glued = any(all(map(lexicon.is_filler, way)) for way in self.ways)
            inside, behind = (
                glued or any(is_form_misspelt(self.text, form, at_end=at_end) for form in forms)
                for at_end in (False, True)
            )
            self._free = (inside, behind) if forms else (glued, glued)
        return self._free[at_end]


class SearchedWords(dict[str, SearchedWord]):
    """What is known of the words searched so far, where a similarity is asked for; of a new one it is worked out.

    ``tolerance``: bits of doubt that each shared bit outweighs.
    """

    def __init__(self, lexicon: "Lexicon", tolerance: float) -> None:
        super().__init__()
        self._lexicon = lexicon
        self.tolerance = tolerance

    def __missing__(self, word: str) -> SearchedWord:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        made = self[word] = SearchedWord(word, self._lexicon, self.tolerance)
        return made


class Lexicon:
    """The words of an index, by number in alphabetical order."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        self.words: list[str] = bytes(sections["lexicon"]).decode("ascii").split("\n")
        self.numbers = {word: number for number, word in enumerate(self.words)}
        self.bits = sections["bits"]
        self._filler = sections["filler"]
        self._alike, self._alike_ends = sections["alike"], sections["alike_ends"]
        self._joined, self._joined_mask = sections["joined"], 8 * len(sections["joined"]) - 1
        self._postings_ends = sections["postings_ends"]

    def is_filler(self, number: int) -> int:
        """Return whether the word is part of a legal form, or a connective, of some listed name."""
        return self._filler[number]

    def telling(self, way: tuple[int, ...]) -> tuple[int, ...]:
        """Return of words written as one the rarest that is never a filler; all of them if there is none."""
        own = [piece for piece in way if not self._filler[piece]]
        return (min(own, key=self._count),) if own else way

    def _count(self, number: int) -> int:
        return self._postings_ends[number] - (self._postings_ends[number - 1] if number else 0)

    def alike(self, word: str) -> dict[int, float]:
        """Return the numbers of the words that ``word`` may be misspelt, and the least each destroys in bits."""
        ends, members, words = self._alike_ends, self._alike, self.words
        mask = len(ends) - 1
        others: list[int] = []
        same: list[int] = []
        sparse: list[int] = []
        for key in word_keys(word):
            bucket = crc32(key) & mask
            end = ends[bucket]
            start = ends[bucket - 1] if bucket else 0
            if start != end:
                kind = key[0]
                (same if kind in SAME_KEYS else sparse if kind == SPARSE_KEY else others).extend(members[start:end])
        places = {number: place for place, number in enumerate({*others, *same, *sparse})}
        if not places:
            return {}
        numbers = list(places)
        kinds = [{places[number] for number in some} for some in (same, sparse)]
        alike = alike_among(word, [words[number] for number in numbers], *kinds)
        return {numbers[place]: cost for place, cost in alike.items()}

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
