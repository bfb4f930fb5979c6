"""How alike two names are: the share of their information that stands on both sides, and how well it does."""

from dataclasses import dataclass

from vendorscreen.name.background import information
from vendorscreen.name.comparable import ComparableName, comparable
from vendorscreen.name.reading import read_names
from vendorscreen.name.word import likeness

__all__ = ["MATCH_THRESHOLD", "MINIMUM_SIMILARITY", "AlignedWords", "NameComparison", "compare_names", "compare_parts"]

MINIMUM_SIMILARITY = 0.5
"""Lowest similarity that can be asked for, from 0 to 1."""

MATCH_THRESHOLD = 0.8
"""Lowest similarity reported as a match unless told otherwise, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class AlignedWords:
    """Words of either side that stand for each other: ``quality`` 0 to 1, ``bits`` the information they share."""

    a: str
    b: str
    quality: float
    bits: float


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How alike two names are, and why.

    ``similarity`` from 0 to 1, 1 only for the same comparable name; ``bits`` of information aligned; ``aligned`` and
    unaligned words; the legal forms of either side.
    """

    a: str
    b: str
    similarity: float
    bits: float
    aligned: tuple[AlignedWords, ...]
    unaligned_a: tuple[str, ...]
    unaligned_b: tuple[str, ...]
    forms_a: tuple[str, ...]
    forms_b: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"similarity {self.similarity:.2f}, {self.bits:.0f} bits shared"]
        lines += [
            f"  {w.a} = {w.b}  {w.bits:.0f} bits" + ("" if w.quality == 1 else f", alike {w.quality:.2f}")
            for w in self.aligned
        ]
        lines += [f"  {w}  only in the first, {information(w):.0f} bits" for w in self.unaligned_a]
        lines += [f"  {w}  only in the second, {information(w):.0f} bits" for w in self.unaligned_b]
        if self.forms_a or self.forms_b:
            lines.append(f"  legal forms: {', '.join(self.forms_a) or 'none'} / {', '.join(self.forms_b) or 'none'}")
        return "\n".join(lines)


def compare_names(a: str, b: str) -> NameComparison:
    """Return how alike the best-fitting parts of two names are, word by word.

    Symmetric; independent of word order and of any loaded list.
    """
    pairs = [(x.text, y.text) for x in read_names(a) for y in read_names(b)] or [(a, b)]
    return max((compare_parts(comparable(x), comparable(y)) for x, y in pairs), key=lambda c: c.similarity)


def compare_parts(a: ComparableName, b: ComparableName) -> NameComparison:
    """Return how alike two comparable names are."""
    aligned, rest_a, rest_b = _align(a, b)
    shared = sum(w.bits * w.quality for w in aligned)
    full = sum(w.bits for w in aligned)
    unaligned = sum(map(information, rest_a)) + sum(map(information, rest_b))
    similarity = 2 * shared / (2 * full + unaligned) if full else 0.0
    if a.words != b.words and sorted(a.words) != sorted(b.words):
        similarity *= 1 - 2 ** (-max(shared, 1) / 6)
    if {f.family for f in a.forms}.isdisjoint({f.family for f in b.forms}) and a.forms and b.forms:
        similarity *= 0.97
    forms_a, forms_b = tuple(f.form for f in a.forms), tuple(f.form for f in b.forms)
    return NameComparison(
        str(a), str(b), round(similarity, 4), full, tuple(aligned), tuple(rest_a), tuple(rest_b), forms_a, forms_b
    )


def _align(a: ComparableName, b: ComparableName) -> tuple[list[AlignedWords], list[str], list[str]]:
    rest_a, rest_b = list(a.words), list(b.words)
    aligned: list[AlignedWords] = []
    for x in a.words:
        if x in rest_b:
            rest_a.remove(x)
            rest_b.remove(x)
            aligned.append(AlignedWords(x, x, 1.0, information(x)))
    aligned += _joins(rest_a, rest_b, swapped=False)
    aligned += _joins(rest_b, rest_a, swapped=True)
    alike = sorted(((-likeness(x, y), x, y) for x in rest_a for y in rest_b if likeness(x, y)), key=lambda t: t)
    for quality, x, y in alike:
        if x in rest_a and y in rest_b:
            rest_a.remove(x)
            rest_b.remove(y)
            aligned.append(AlignedWords(x, y, -quality, min(information(x), information(y))))
    return aligned, rest_a, rest_b


def _joins(ones: list[str], pairs: list[str], *, swapped: bool) -> list[AlignedWords]:
    found: list[AlignedWords] = []
    for i in range(len(pairs) - 1, 0, -1):
        if i >= len(pairs):
            continue
        joined = pairs[i - 1] + pairs[i]
        if joined in ones:
            two = f"{pairs[i - 1]} {pairs[i]}"
            bits = min(information(joined), information(pairs[i - 1]) + information(pairs[i]))
            found.append(AlignedWords(*((two, joined) if swapped else (joined, two)), 0.97, bits))
            ones.remove(joined)
            del pairs[i - 1 : i + 1]
    return found
