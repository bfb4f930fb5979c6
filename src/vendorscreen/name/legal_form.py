"""Legal forms of all jurisdictions, recognised in any place of a name and kept apart from its words.

A legal form says little about who a company is, and its spelling changes freely ("Limited", "Ltd.", "GmbH" in a
translation). It never carries information; it can only conflict.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from vendorscreen.name.background import form_word_spellings
from vendorscreen.name.folding import folded_words

__all__ = ["LegalForm", "begins_with_form", "ends_with_form", "is_in_legal_form", "legal_forms"]


class LegalForm(NamedTuple):
    """A legal form: ``form`` as usually abbreviated ("sp zoo"), ``families`` such as "limited" or "stock".

    Forms that share no family do not translate each other; a form without a family agrees with all.
    """

    form: str
    families: frozenset[str]


_ANYWHERE = frozenset({"co", "ltd", "inc", "llc", "plc", "jsc", "pty", "pte"})
"""Forms of up to three letters recognised inside a name too; others only at its end, where "as" is a form."""
_LEADING = frozenset(
    {
        "kk", "ooo", "oao", "zao", "pao", "ao", "nao", "too", "tov", "pt", "sa", "sas", "sarl", "srl", "spa",
        "ag", "ab", "oy", "nv", "bv", "kg", "uab", "sia", "doo", "tdv", "odo", "rup", "mup", "gup", "fkp", "cv", "cty",
        "htx", "phu", "fhu",
    }
)  # fmt: skip
"""Forms of up to three letters recognised at the beginning of a name."""
_LEADING_BEFORE = {"sc": frozenset({"srl", "sa"})}
"""Forms recognised at the beginning of a name that ends with another ("S.C. X S.R.L.")."""


class _Spelling(dict[str, "_Spelling"]):
    """The beginning of spellings, read word by word: what each next word makes of it, and the form spelled so far."""

    __slots__ = ("form",)

    def __init__(self) -> None:
        super().__init__()
        self.form: LegalForm | None = None


def legal_forms(words: Sequence[str]) -> tuple[list[LegalForm], set[int]]:
    """Return the legal forms among the words of a name, and the places of the words they are made of.

    In a name made of legal forms alone they count as words: they are all that identifies it.
    """
    spellings, beginnings, _ = _table()
    if beginnings.isdisjoint(words[:-1]):  # so in most names: none, or one word at the end
        last = spellings.get(words[-1]) if len(words) > 1 else None
        return ([last.form], {len(words) - 1}) if last is not None and last.form else ([], set())
    found = _spans(words)
    at_end = len(words)
    for start, end, _ in reversed(found):
        if end != at_end:
            break
        at_end = start
    kept: list[LegalForm] = []
    places: set[int] = set()
    for start, end, form in found:
        if start >= at_end or end - start > 1 or _is_form_inside(words[start], words[-1], leads=len(places) == start):
            kept.append(form)
            places.update(range(start, end))
    return (kept, places) if len(places) < len(words) else ([], set())


def _is_form_inside(word: str, last: str, *, leads: bool) -> bool:
    """Return whether a form counts as one in the middle of a name, the ``last`` one at the end of the name.

    ``leads`` where only forms stand before it.
    """
    if len(word) > 3 or word in _ANYWHERE:
        return True
    return leads and (word in _LEADING or last in _LEADING_BEFORE.get(word, ()))


def ends_with_form(text: str) -> bool:
    """Return whether a name, as it is written, ends with a legal form."""
    words = folded_words(text)
    return len(words) - 1 in legal_forms(words)[1]


def begins_with_form(text: str) -> bool:
    """Return whether a name, as it is written, begins with a legal form."""
    return 0 in legal_forms(folded_words(text))[1]


def is_in_legal_form(word: str) -> bool:
    """Return whether some legal form begins or ends with ``word``."""
    return word in _table()[2]


def _spans(words: Sequence[str]) -> list[tuple[int, int, LegalForm]]:
    """Return where each form begins and ends, longest first from the left, without overlap."""
    beginnings = _table()[0]
    spans: list[tuple[int, int, LegalForm]] = []
    place = 0
    while place < len(words):
        spelled = beginnings.get(words[place])
        start = place
        place = end = start + 1
        form = None
        while spelled is not None:
            if spelled.form:
                form, place = spelled.form, end
            spelled = spelled.get(words[end]) if end < len(words) else None
            end += 1
        if form:
            spans.append((start, place, form))
    return spans


@cache
def _table() -> tuple[_Spelling, frozenset[str], frozenset[str]]:
    """Return all spellings, the words that one begins with, and the words that one begins or ends with."""
    lines = files("vendorscreen.name").joinpath("data/legal_forms.tsv").read_text(encoding="ascii").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    known = {(form, families): LegalForm(form, frozenset(families.split()) - {"company"}) for _, form, families in rows}
    written = {group[0]: group for group in form_word_spellings()}
    spellings = _Spelling()
    endings: set[str] = set()
    for spelling, form, families in rows:
        spelled = spellings
        for word in spelling.split():
            before, spelled = spelled, spelled.setdefault(word, _Spelling())
            ways = written.get(word, ())
            for way in ways:
                before[way] = spelled
        spelled.form = known[form, families]
        endings.update((word, *ways))
    return spellings, frozenset(spellings), frozenset(endings.union(spellings))
