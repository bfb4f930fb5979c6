"""Which listed names can reach a similarity, without comparing them all.

Names that hold enough of the searched words are found by their words (``narrowing``); what could be similar otherwise,
a name written with other blanks, in initials or cut off, by keys of whole names. Every step may let a name through in
vain, and none may lose one.
"""

from bisect import bisect_right
from collections.abc import Mapping, Set

from vendorscreen.name.alignment import initials
from vendorscreen.name.comparable import ComparableName
from vendorscreen.name.index_sections import CUT_ITSELF, cut_digests, digest, last_cut, whole_digests
from vendorscreen.name.listed_words import ListedWords, SearchedWord, SearchedWords
from vendorscreen.name.narrowing import Search
from vendorscreen.name.similarity import tolerance

__all__ = ["CandidateFinder"]

_MOST_REMEMBERED = 2_000_000
"""Parts remembered for words at most; then they are forgotten and remembered anew, so memory stays bounded."""


_NONE: frozenset[int] = frozenset()


class CandidateFinder:
    """Finds the parts of listed names that may be similar to a searched part."""

    def __init__(self, sections: Mapping[str, memoryview], lexicon: ListedWords) -> None:
        self._lexicon = lexicon
        self._postings, self._postings_ends = sections["postings"], sections["postings_ends"]
        self._words, self._words_ends = sections["words"], sections["words_ends"]
        self._whole, self._whole_ends = sections["whole"], sections["whole_ends"]
        self._searched = SearchedWords(lexicon, 0.0)
        self._count_remembered = 0

    def find(self, name: ComparableName, at_least: float) -> set[int]:
        """Return the numbers of the parts that may be at least so similar to ``name``."""
        if not name.words:
            return set()
        if self._searched.tolerance != tolerance(at_least):
            self._searched = SearchedWords(self._lexicon, tolerance(at_least))
        found = self._by_whole_name(name)
        search = Search(name, self._searched, self._lexicon, self._parts_holding)
        found.update([part for part in search.parts() if part not in found and search.allows(self._codes(part))])
        return found

    def _by_whole_name(self, name: ComparableName) -> set[int]:
        """Return the parts of the same words, or with other blanks, in initials of one another, or cut off."""
        numbers, words = self._lexicon.numbers, name.words
        digests = whole_digests(name)
        if words[0] in numbers:
            cuts = cut_digests(name)
            digests += last_cut(name, cuts)
            digests += [CUT_ITSELF ^ cut for cut in cuts]
        if len(words) == 1:
            digests.append(digest("@" + words[0]))
        found: set[int] = set()
        whole, ends = self._whole, self._whole_ends
        mask = len(ends) - 2
        for one in digests:
            bucket = one & mask
            start, end = ends[bucket], ends[bucket + 1]
            if start != end:
                found.update([entry & 0xFFFFFFFF for entry in whole[start:end] if entry >> 32 == one])
        for acronym in initials(name):
            if acronym in numbers:
                found.update(self._holding(numbers[acronym]))
        return found

    def _parts_holding(self, word: SearchedWord, joined: Set[int], most: float, bits: float) -> frozenset[int]:
        """Return the parts that hold a word it may stand for, or one of those it is ``joined`` into.

        The word it stands for, if it is not joined, raises at most so much doubt and shares at least so many bits.
        """
        parts = _NONE
        if word.standing:
            count = bisect_right(word.standing_doubts, most)
            if bits > word.least_bits:
                parts = parts.union(*map(self._holding, word.standing_for(bits, count)))
            else:
                parts = word.parts.get(count) or self._holding_first(word, count)
        return parts.union(*map(self._holding, joined)) if joined else parts

    def _holding_first(self, word: SearchedWord, count: int) -> frozenset[int]:
        """Return, and remember, the parts that hold one of the first so many words that the word may stand for."""
        parts = _NONE.union(*map(self._holding, word.standing[:count]))
        self._count_remembered += len(parts)
        if self._count_remembered > _MOST_REMEMBERED:
            for other in self._searched.values():
                if other.standing:
                    other.parts.clear()
            self._count_remembered = len(parts)
        word.parts[count] = parts
        return parts

    def _holding(self, number: int) -> memoryview:
        return self._postings[self._postings_ends[number] : self._postings_ends[number + 1]]

    def _codes(self, part: int) -> memoryview:
        return self._words[self._words_ends[part] : self._words_ends[part + 1]]
