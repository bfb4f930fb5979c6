"""Legal forms of all jurisdictions, recognised in any place of a name and kept apart from its words.

A legal form says little about who a company is, and its spelling changes freely ("Limited", "Ltd.", "GmbH" in a
translation). It never carries information; it can only conflict.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["LegalForm", "split_legal_forms"]


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form: ``form`` as usually abbreviated ("sp zoo"), ``family`` such as "limited" or "stock"."""

    form: str
    family: str


_ANYWHERE = frozenset("co ltd inc llc plc jsc pty pte".split())
"""Short forms recognised inside a name too; other forms of up to three letters only at its edges, where "as" is no word."""


def split_legal_forms(words: Sequence[str]) -> tuple[list[str], list[LegalForm]]:
    """Return the words of a name that are no legal form, and its legal forms, both in order.

    A name made of legal forms alone keeps them as words: nothing else identifies it.
    """
    forms, starts = _table()
    if starts.isdisjoint(words):
        return list(words), []
    rest: list[str] = []
    found: list[LegalForm] = []
    place, last = 0, len(words)
    spans = _spans(words)
    tail = _edge(spans, last)
    while place < last:
        end, form = spans[place]
        at_edge = not rest or place >= tail
        if form and (at_edge or end - place > 1 or len(words[place]) > 3 or words[place] in _ANYWHERE):
            found.append(form)
            place = end
        else:
            rest.append(words[place])
            place += 1
    return (rest, found) if rest else (list(words), [])


def _edge(spans: list[tuple[int, LegalForm | None]], last: int) -> int:
    """Return where the legal forms at the end of the name begin."""
    for place in range(last):
        at = place
        while at < last and spans[at][1]:
            at = spans[at][0]
        if at == last:
            return place
    return last


def _spans(words: Sequence[str]) -> list[tuple[int, LegalForm | None]]:
    """Return, per place, where the longest form that begins there ends, and that form."""
    forms, starts = _table()
    spans: list[tuple[int, LegalForm | None]] = []
    for place, word in enumerate(words):
        spans.append((place + 1, None))
        if word in starts:
            for end in range(min(place + _LONGEST, len(words)), place, -1):
                form = forms.get(" ".join(words[place:end]))
                if form:
                    spans[place] = (end, form)
                    break
    return spans


_LONGEST = 8
"""Words of the longest spelling in the table."""


@cache
def _table() -> tuple[dict[str, LegalForm], frozenset[str]]:
    lines = files("vendorscreen.name").joinpath("data/legal_forms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    known = {(form, family): LegalForm(form, family) for _, form, family in rows}
    forms = {spelling: known[form, family] for spelling, form, family in rows}
    return forms, frozenset(spelling.partition(" ")[0] for spelling in forms)
