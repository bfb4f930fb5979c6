"""Finding the listed names that a name is similar to, among many."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from vendorscreen.name.candidates import CandidateFinder
from vendorscreen.name.comparable import ComparableName, comparable
from vendorscreen.name.index_sections import build_sections
from vendorscreen.name.listed_words import ListedWords
from vendorscreen.name.name_parts import read_names
from vendorscreen.name.recipe import RECIPE
from vendorscreen.name.similarity import MATCH_THRESHOLD, MINIMUM_SIMILARITY, NameComparison, compare_if_alike
from vendorscreen.name.storage import read_sections, write_sections

__all__ = ["NameIndex", "NameMatch"]


_MOST_REMEMBERED = 20_000
"""Listed parts kept comparable at most; then they are forgotten and made anew, so memory stays bounded."""

_MOST_UNLIKE = 400_000
"""Most names without any similar listed name that are remembered; then all of them are forgotten."""


class NameMatch(NamedTuple):
    """A listed name that a searched name is similar to.

    ``key`` and ``name`` as given to the index; ``part`` the part of the searched name that fits; ``comparison`` of that
    part with the part of the listed name it fits.
    """

    key: str
    name: str
    part: str
    comparison: NameComparison

    @property
    def similarity(self) -> float:
        """How alike they are, from 0 to 1."""
        return self.comparison.similarity

    @property
    def bits(self) -> float:
        """The information they share, in bits."""
        return self.comparison.bits


class NameIndex:
    """Listed names, ready to be searched.

    ``entries`` are (key, name) pairs; several names may share a key. Finds all that comparing every part of every name
    would find, at any similarity that may be asked for, and answers the same whether built or opened.
    """

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._open(build_sections(entries))

    def _open(self, sections: Mapping[str, memoryview]) -> None:
        self._sections = sections
        self._keys, self._keys_ends = sections["keys"], sections["keys_ends"]
        self._names, self._names_ends = sections["names"], sections["names_ends"]
        self._part_entry = sections["part_entry"]
        self._part_start, self._part_end = sections["part_start"], sections["part_end"]
        self._bearers, self._bearers_ends = sections["bearers"], sections["bearers_ends"]
        self._made_comparable: dict[int, ComparableName] = {}
        self._unlike: set[str] = set()
        self._unlike_at = 0.0
        self._finder = CandidateFinder(sections, ListedWords(sections))

    def search(
        self, names: Sequence[str], *, at_least: float = MATCH_THRESHOLD, limit: int = 5
    ) -> list[list[NameMatch]]:
        """Return, per name, the listed names at least this similar: best first, one per key, ``limit`` keys at most.

        Raises:
            ValueError: ``at_least`` is below ``MINIMUM_SIMILARITY`` or above 1, or ``limit`` is below 1.
        """
        if not MINIMUM_SIMILARITY <= at_least <= 1:
            raise ValueError(f"at_least must lie between {MINIMUM_SIMILARITY} and 1, not {at_least}")
        if limit < 1:
            raise ValueError(f"limit must be at least 1, not {limit}")
        return [self._search_one(name, at_least)[:limit] for name in names]

    def _search_one(self, name: str, at_least: float) -> list[NameMatch]:
        best: dict[str, NameMatch] = {}
        for part in read_names(name):
            for number, comparison in self._alike(comparable(part.text), at_least):
                for entry in self._bearers_of(number):
                    key, listed = _text(self._keys, self._keys_ends, entry), _text(self._names, self._names_ends, entry)
                    match = NameMatch(key, listed, part.text, comparison)
                    known = best.get(key)
                    if known is None or _rank(match) < _rank(known):
                        best[key] = match
        return sorted(best.values(), key=_rank) if best else []

    def _alike(self, searched: ComparableName, at_least: float) -> list[tuple[int, NameComparison]]:
        """Return the listed parts at least this similar, with the comparison.

        Lists repeat names, in other cases and with other signs: those like no listed name are remembered.
        """
        if at_least != self._unlike_at or len(self._unlike) >= _MOST_UNLIKE:
            self._unlike.clear()
            self._unlike_at = at_least
        spelt = str(searched)
        if spelt in self._unlike:
            return []
        found = self._finder.find(searched, at_least)
        compared = [(number, compare_if_alike(searched, self._comparable(number), at_least)) for number in found]
        alike = [(number, comparison) for number, comparison in compared if comparison is not None]
        if not alike:
            self._unlike.add(spelt)
        return alike

    def _bearers_of(self, number: int) -> memoryview:
        """Return the numbers of the entries that have a part."""
        return self._bearers[self._bearers_ends[number] : self._bearers_ends[number + 1]]

    def _comparable(self, number: int) -> ComparableName:
        """Return a part of a listed name made comparable."""
        known = self._made_comparable.get(number)
        if known is None:
            if len(self._made_comparable) >= _MOST_REMEMBERED:
                self._made_comparable.clear()
            listed = _text(self._names, self._names_ends, self._part_entry[number])
            known = comparable(listed[self._part_start[number] : self._part_end[number]])
            self._made_comparable[number] = known
        return known

    def save(self, path: Path) -> None:
        """Write the index to ``path``, as a whole or not at all.

        Raises:
            OSError: the file cannot be written.
        """
        write_sections(Path(path), self._sections, RECIPE)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return the index saved at ``path``, mapped into memory; processes that open it share one copy.

        Raises:
            NameIndexError: the file is missing, damaged or of another version.
        """
        self = cls(())
        self._open(read_sections(Path(path), RECIPE))
        return self


def _rank(match: NameMatch) -> tuple[float, float, str, str, str, str]:
    comparison = match.comparison
    return (-comparison.similarity, -comparison.bits, match.key, match.name, match.part, comparison.b)


def _text(texts: memoryview, ends: memoryview, number: int) -> str:
    return str(texts[ends[number] : ends[number + 1]], "utf-8", "surrogatepass")
