"""Legal forms of all jurisdictions, recognised in any place of a name and kept apart from its words.

A legal form says little about who a company is, and its spelling changes freely ("Limited", "Ltd.", "GmbH" in a
translation). It never carries information; it can only conflict.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["LegalForm", "is_in_legal_form", "legal_forms"]


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form: ``form`` as usually abbreviated ("sp zoo"), ``family`` such as "limited" or "stock"."""

    form: str
    family: str


_ANYWHERE = frozenset({"co", "ltd", "inc", "llc", "plc", "jsc", "pty", "pte"})
"""Forms of up to three letters recognised inside a name too; others only at its end, where "as" is no word."""
_LEADING = frozenset(
    {
        "kk", "ooo", "oao", "zao", "pao", "ao", "nao", "too", "tov", "pt", "sa", "sas", "sarl", "srl", "spa",
        "ag", "ab", "oy", "nv", "bv", "kg", "uab", "sia", "doo",
    }
)  # fmt: skip
"""Forms of up to three letters recognised at the beginning of a name."""


def legal_forms(words: Sequence[str]) -> tuple[list[LegalForm], set[int]]:
    """Return the legal forms among the words of a name, and the places of the words they are made of.

    A name made of legal forms alone has none: they are all that identifies it.
    """
    found = _spans(words)
    if not found:
        return [], set()
    at_end = len(words)
    for start, end, _ in reversed(found):
        if end != at_end:
            break
        at_end = start
    kept: list[LegalForm] = []
    places: set[int] = set()
    for start, end, form in found:
        if start >= at_end or end - start > 1 or _is_form_inside(words[start], leads=len(places) == start):
            kept.append(form)
            places.update(range(start, end))
    return (kept, places) if len(places) < len(words) else ([], set())


def _is_form_inside(word: str, *, leads: bool) -> bool:
    """Return whether a form is one even where words follow; ``leads`` where none but forms stand before it."""
    return len(word) > 3 or word in _ANYWHERE or (leads and word in _LEADING)


def is_in_legal_form(word: str) -> bool:
    """Return whether some legal form begins or ends with ``word``."""
    return word in _edges()


@cache
def _edges() -> frozenset[str]:
    spellings = [spelling.split() for spelling in _table()[0]]
    return frozenset(words[place] for words in spellings for place in (0, -1))


def _spans(words: Sequence[str]) -> list[tuple[int, int, LegalForm]]:
    """Return where each form begins and ends, longest first from the left, none overlapping."""
    forms, lengths = _table()
    spans: list[tuple[int, int, LegalForm]] = []
    behind = 0
    for place, word in enumerate(words):
        if word in lengths and place >= behind:
            for length in lengths[word]:
                end = place + length
                if end <= len(words):
                    form = forms.get(word if length == 1 else " ".join(words[place:end]))
                    if form:
                        spans.append((place, end, form))
                        behind = end
                        break
    return spans


@cache
def _table() -> tuple[dict[str, LegalForm], dict[str, tuple[int, ...]]]:
    """Return the form of each spelling, and how many words the spellings that begin with a word have, most first."""
    lines = files("vendorscreen.name").joinpath("data/legal_forms.tsv").read_text(encoding="ascii").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    known = {(form, family): LegalForm(form, family) for _, form, family in rows}
    forms = {spelling: known[form, family] for spelling, form, family in rows}
    lengths: dict[str, set[int]] = {}
    for spelling in forms:
        words = spelling.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return forms, {word: tuple(sorted(counts, reverse=True)) for word, counts in lengths.items()}
