"""How alike two names are: what they share against what speaks against it, both in bits of information."""

from typing import NamedTuple

from vendorscreen.name.alignment import AlignedWords, Alignment, align
from vendorscreen.name.background import information, is_country, is_institution, is_known, is_place
from vendorscreen.name.comparable import ComparableName, comparable
from vendorscreen.name.reading import read_names

__all__ = [
    "MATCH_THRESHOLD",
    "MINIMUM_SIMILARITY",
    "NameComparison",
    "capped_cost",
    "compare_comparable",
    "compare_names",
    "doubt_of_lost",
    "margin",
    "similarity",
    "tolerance",
]

MINIMUM_SIMILARITY = 0.5
"""Lowest similarity that can be asked for, from 0 to 1."""

MATCH_THRESHOLD = 0.74
"""Lowest similarity reported as a match unless told otherwise, from 0 to 1.

Measured by benchmarks/matching_quality.py among 17,000 listed names: recall of altered names 0.97 to 0.98, 1 to 2 false
alerts per 1,000 clean companies.
"""

_DOUBT_WEIGHT = 1 / 3
"""One bit of doubt against one bit shared."""
_DOUBT = 12.0
"""Doubt there always is, in bits: among some 17,000 listed names chance alone shares about as much."""
_LONE_WORD = 4.0
_LEFT_OUT_SHARE = 0.3
_OPPOSED_SHARE = 0.4
"""Doubt for a word that stands on one side only, in bits: so much, and a share of its information. Words on one side
are left out on the other; words on both sides contradict one another."""
_LONE_OF_INSTITUTION = 3.0
"""The same, as a multiple of its information, where the names are of an institution and all their words are common: one
word more is another ministry, bank or institute."""
_COMMON_BITS = 9.0
_CUT_SHARE = 0.15
"""Doubt for a word behind a cut, as a share of its information."""
_ROUNDING = 0.00006
"""A similarity is rounded to four digits: one this much below another may count as equal to it."""
_MOST_COST = 0.8
"""A word that differs costs no more than this share of the information it shares."""
_LONE_COUNTRY = 8.0
_PLACE_CONFLICT = 10.0
_FORM_CONFLICT = 6.0
"""Doubt, in bits, where one side names a country the other does not; each a place the other does not; where the legal
forms are of different families."""


class NameComparison(NamedTuple):
    """How alike two names are, and why.

    ``similarity`` from 0 to 1, 1 only for the same comparable name; ``bits`` of information shared; the words that are
    ``aligned``, those that stand on one side only, and the legal forms of either side.
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
        for words in self.aligned:
            how = "" if words.kind == "same" else f", {words.kind}"
            lines.append(f"  {words.a} = {words.b}  {words.bits:.0f} bits{how}")
        lines += [f"  {word}  only in the first, {information(word):.0f} bits" for word in self.unaligned_a]
        lines += [f"  {word}  only in the second, {information(word):.0f} bits" for word in self.unaligned_b]
        if self.forms_a or self.forms_b:
            lines.append(f"  legal forms: {', '.join(self.forms_a) or 'none'} / {', '.join(self.forms_b) or 'none'}")
        return "\n".join(lines)


def compare_names(a: str, b: str) -> NameComparison:
    """Return how alike the best-fitting parts of two names are, word by word.

    Symmetric; independent of word order and of any loaded list.
    """
    ones = [part.text for part in read_names(a)] or [a]
    others = [part.text for part in read_names(b)] or [b]
    compared = [compare_comparable(comparable(one), comparable(other)) for one in ones for other in others]
    return max(compared, key=lambda comparison: (comparison.similarity, comparison.bits))


def compare_comparable(a: ComparableName, b: ComparableName) -> NameComparison:
    """Return how alike two comparable names are."""
    found = align(a, b)
    return NameComparison(
        a=str(a),
        b=str(b),
        similarity=_similarity(a, b, found),
        bits=_shared(found),
        aligned=tuple(found.aligned),
        unaligned_a=tuple(found.left_a),
        unaligned_b=tuple(found.left_b),
        forms_a=tuple(form.form for form in a.forms),
        forms_b=tuple(form.form for form in b.forms),
    )


def similarity(a: ComparableName, b: ComparableName) -> tuple[float, float]:
    """Return the similarity of two comparable names, and the bits they share."""
    found = align(a, b)
    return _similarity(a, b, found), _shared(found)


def _shared(found: Alignment) -> float:
    return sum(words.bits for words in found.aligned)


def _similarity(a: ComparableName, b: ComparableName, found: Alignment) -> float:
    if not found.aligned:
        return 0.0
    conflict = _FORM_CONFLICT if _forms_conflict(a, b) else 0.0
    if a.words == b.words and not conflict:
        return 1.0 if a.forms == b.forms else 0.99
    doubt = conflict + _doubt_of_lone_words(found)
    doubt += sum(capped_cost(words.cost, words.bits) for words in found.aligned)
    return round(_against(_shared(found), doubt), 4)


def _doubt_of_lone_words(found: Alignment) -> float:
    lone = found.left_a + found.left_b
    share = _OPPOSED_SHARE if found.left_a and found.left_b else _LEFT_OUT_SHARE
    doubt = sum(_LONE_WORD + share * information(word) for word in lone)
    if _are_institutions(found) and all(map(_is_common, lone)):
        doubt = max(doubt, _LONE_OF_INSTITUTION * sum(map(information, lone)))
    if any(map(is_country, lone)):
        doubt += _LONE_COUNTRY
    if any(map(is_place, found.left_a)) and any(map(is_place, found.left_b)):
        doubt += _PLACE_CONFLICT
    return doubt + _CUT_SHARE * sum(map(information, found.cut_off))


def _are_institutions(found: Alignment) -> bool:
    """Return whether the shared words are all common and say that the names are of an institution."""
    shared = [words.a for words in found.aligned if words.kind == "same"]
    return len(shared) == len(found.aligned) and any(map(is_institution, shared)) and all(map(_is_common, shared))


def _is_common(word: str) -> bool:
    return is_known(word) or information(word) <= _COMMON_BITS


def tolerance(at_least: float) -> float:
    """Return how many bits of doubt each shared bit outweighs where a similarity is to be reached, if by rounding."""
    least = at_least - _ROUNDING
    return (1 - least) / least / _DOUBT_WEIGHT


def margin(shared_bits: float, tolerance: float) -> float:
    """Return how many more bits of doubt a comparison bears that shares so many bits; below 0 it is out of reach."""
    return tolerance * shared_bits - _DOUBT


def doubt_of_lost(bits: float) -> float:
    """Return the least doubt, in bits, that an unaligned word of so many bits raises."""
    return _LONE_WORD + _LEFT_OUT_SHARE * bits


def capped_cost(cost: float, bits: float) -> float:
    """Return the doubt, in bits, that a difference of such a cost raises between words that share so many bits."""
    return min(cost, _MOST_COST * bits)


def _against(bits: float, doubt: float) -> float:
    return bits / (bits + _DOUBT_WEIGHT * (doubt + _DOUBT))


def _forms_conflict(a: ComparableName, b: ComparableName) -> bool:
    families_a, families_b = ({family for form in name.forms for family in form.families} for name in (a, b))
    return bool(families_a and families_b) and families_a.isdisjoint(families_b)
