"""How alike two names are: what they share against what speaks against it, both in bits of information."""

from functools import lru_cache
from typing import NamedTuple

from vendorscreen.name.alignment import AlignedWords, Alignment, align
from vendorscreen.name.background import information, is_country, is_institution, is_known, is_place
from vendorscreen.name.comparable import ComparableName, comparable
from vendorscreen.name.folding import LONGEST_NAME
from vendorscreen.name.name_parts import names_read
from vendorscreen.name.numeral import number_meant, words_in_digits
from vendorscreen.name.word import SAME_NUMBER

__all__ = [
    "MATCH_THRESHOLD",
    "MINIMUM_SIMILARITY",
    "NameComparison",
    "capped_cost",
    "compare_comparable",
    "compare_if_alike",
    "compare_names",
    "doubt_of_lost",
    "forms_conflict",
    "margin",
    "tolerance",
]

MINIMUM_SIMILARITY = 0.5
"""Lowest similarity that can be asked for, from 0 to 1."""

MATCH_THRESHOLD = 0.74
"""Lowest similarity reported as a match by default, from 0 to 1.

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
_OTHER_NUMBER = 1.1
"""Doubt where the numbers in the names differ, as a share of the bits shared: so no match is reported by default."""
_ROUNDING = 0.00006
"""A similarity is rounded to four digits: one this much below another may count as equal to it."""
_MOST_COST = 0.8
"""A word that differs costs no more than this share of the information it shares."""
_LONE_COUNTRY = 8.0
_PLACE_CONFLICT = 10.0
_FORM_CONFLICT = 6.0
"""Doubt, in bits, where one side names a country the other does not; each a place the other does not; where the legal
forms are of different families."""

_MOST_READ = 2_000
"""Texts whose names are remembered at most: those of vendors are compared with one party after the other."""


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
    ones, others = _names_in(a[:LONGEST_NAME]), _names_in(b[:LONGEST_NAME])
    compared = [compare_comparable(one, other) for one in ones for other in others]
    return max(compared, key=lambda comparison: (comparison.similarity, comparison.bits))


@lru_cache(maxsize=_MOST_READ)
def _names_in(text: str) -> tuple[ComparableName, ...]:
    return tuple([comparable(part.text) for part in names_read(text)]) or (comparable(text),)


def compare_comparable(a: ComparableName, b: ComparableName) -> NameComparison:
    """Return how alike two comparable names are."""
    found = align(a, b)
    bits = _shared(found)
    return _comparison(a, b, found, _similarity(a, b, found, bits), bits)


def compare_if_alike(a: ComparableName, b: ComparableName, at_least: float) -> NameComparison | None:
    """Return how alike two comparable names are; ``None``, at less cost, if their similarity is below ``at_least``."""
    found = align(a, b)
    bits = _shared(found)
    similarity = _similarity(a, b, found, bits)
    return _comparison(a, b, found, similarity, bits) if similarity >= at_least else None


def _comparison(
    a: ComparableName, b: ComparableName, found: Alignment, similarity: float, bits: float
) -> NameComparison:
    return NameComparison(
        str(a),
        str(b),
        similarity,
        bits,
        tuple(found.aligned),
        tuple(found.left_a),
        tuple(found.left_b),
        tuple([form.form for form in a.forms]),
        tuple([form.form for form in b.forms]),
    )


def _shared(found: Alignment) -> float:
    return sum([words.bits for words in found.aligned])


def _similarity(a: ComparableName, b: ComparableName, found: Alignment, bits: float) -> float:
    if not found.aligned:
        return 0.0
    conflict = _FORM_CONFLICT if forms_conflict(a, b) else 0.0
    if a.words == b.words and not conflict:
        return 1.0 if a.forms == b.forms else 0.99
    if not conflict and _are_equal_but_for_numerals(a, b, found):
        return 0.98
    doubt = conflict + _doubt_of_lone_words(found)
    if _numbers_conflict(a, b, found):
        doubt += _OTHER_NUMBER * bits
    doubt += sum([capped_cost(words.cost, words.bits) for words in found.aligned])
    return round(_against(bits, doubt), 4)


def _are_equal_but_for_numerals(a: ComparableName, b: ComparableName, found: Alignment) -> bool:
    """Return whether the names are word for word the same, numbers in digits or spelt out ("1 Bank", "First Bank")."""
    return max([words.cost for words in found.aligned]) <= SAME_NUMBER.cost and (
        words_in_digits(a.words) == words_in_digits(b.words)
    )


def _numbers_conflict(a: ComparableName, b: ComparableName, found: Alignment) -> bool:
    """Return whether each name has a number that the other has not ("Brigade 44", "Brigade 45")."""
    return _bears_number(found.left_a, a.words[-1]) and _bears_number(found.left_b, b.words[-1])


def _bears_number(words: list[str], last: str) -> bool:
    """Return whether one of ``words`` is a number; a single letter counts only at the end of a name ("Fund V")."""
    return any(number_meant(word) is not None and (len(word) > 1 or word.isdigit() or word == last) for word in words)


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
    """Return how many more bits of doubt a comparison with so many shared bits allows; below 0 it is out of reach."""
    return tolerance * shared_bits - _DOUBT


def doubt_of_lost(bits: float) -> float:
    """Return the least doubt, in bits, that an unaligned word of so many bits raises."""
    return _LONE_WORD + _LEFT_OUT_SHARE * bits


def capped_cost(cost: float, bits: float) -> float:
    """Return the doubt, in bits, that a difference of such a cost raises between words that share so many bits."""
    return min(cost, _MOST_COST * bits)


def _against(bits: float, doubt: float) -> float:
    return bits / (bits + _DOUBT_WEIGHT * (doubt + _DOUBT))


def forms_conflict(a: ComparableName, b: ComparableName) -> bool:
    """Return whether both names have legal forms, and no form of one translates a form of the other."""
    families_a, families_b = ({family for form in name.forms for family in form.families} for name in (a, b))
    return bool(families_a and families_b) and families_a.isdisjoint(families_b)
