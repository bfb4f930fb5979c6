"""Finding the listed names that a name is similar to, among many."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from vendorscreen.errors import NameIndexError
from vendorscreen.name.comparable import comparable
from vendorscreen.name.reading import read_names
from vendorscreen.name.similarity import (
    MATCH_THRESHOLD,
    MINIMUM_SIMILARITY,
    NameComparison,
    compare_names,
    compare_parts,
)
from vendorscreen.name.word import word_keys

__all__ = ["NameIndex", "NameMatch"]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A listed name a searched name is similar to.

    ``key`` and ``name`` as given to the index; ``part`` the part of the searched name that fits; ``similarity`` 0 to 1;
    ``bits`` of shared information.
    """

    key: str
    name: str
    part: str
    similarity: float
    bits: float

    def comparison(self) -> NameComparison:
        """Return the comparison word by word."""
        return compare_names(self.part, self.name)


class NameIndex:
    """Listed names, ready to be searched; ``entries`` are (key, name) pairs, several names may share a key."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._entries = [(str(key), str(name)) for key, name in entries]
        self._parts: list[tuple[int, str]] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, (_, name) in enumerate(self._entries):
            for part in read_names(name):
                self._add(number, part.text)

    def _add(self, number: int, text: str) -> None:
        at = len(self._parts)
        self._parts.append((number, text))
        words = comparable(text).words
        joins = [x + y for x, y in zip(words, words[1:], strict=False)]
        for word in {*words, *joins}:
            for key in word_keys(word):
                self._postings[key].append(at)

    def search(
        self, names: Sequence[str], *, at_least: float = MATCH_THRESHOLD, limit: int = 5
    ) -> list[list[NameMatch]]:
        """Return, per name, the listed names at least this similar: best first, one per key, ``limit`` keys at most.

        Raises:
            ValueError: ``at_least`` is below ``MINIMUM_SIMILARITY``, or ``limit`` below 1.
        """
        if not MINIMUM_SIMILARITY <= at_least <= 1:
            raise ValueError(f"at_least must lie between {MINIMUM_SIMILARITY} and 1, not {at_least}")
        if limit < 1:
            raise ValueError(f"limit must be at least 1, not {limit}")
        return [self._search_one(name, at_least)[:limit] for name in names]

    def _search_one(self, name: str, at_least: float) -> list[NameMatch]:
        best: dict[str, NameMatch] = {}
        for part in read_names(name):
            words = comparable(part.text).words
            joins = [x + y for x, y in zip(words, words[1:], strict=False)]
            candidates: set[int] = set()
            for word in {*words, *joins}:
                for key in word_keys(word):
                    candidates.update(self._postings.get(key, ()))
            for at in sorted(candidates):
                number, text = self._parts[at]
                compared = compare_parts(comparable(part.text), comparable(text))
                key, listed = self._entries[number]
                if compared.similarity >= at_least and (key not in best or compared.similarity > best[key].similarity):
                    best[key] = NameMatch(key, listed, part.text, compared.similarity, compared.bits)
        return sorted(best.values(), key=lambda match: (-match.similarity, match.key, match.name))

    def save(self, path: Path) -> None:
        """Write the index to ``path``."""
        Path(path).write_text(json.dumps({"vendorscreen-names": 1, "entries": self._entries}), encoding="utf-8")

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return the index saved at ``path``.

        Raises:
            NameIndexError: the file is missing, damaged or of another version.
        """
        try:
            saved = json.loads(Path(path).read_text(encoding="utf-8"))
            return cls([(key, name) for key, name in saved["entries"]])
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise NameIndexError(f"{path}: not a usable name index ({error})") from None
