"""A raw name -> the names in it: "ARGE X / Y", "X t/a Y", "RTI: X (mandataria) - Y", "X (formerly Y)".

Only wording that says so splits a name; a slash or dash alone does so where each side carries a legal form. Reading
costs linear time, and no more than the first ``LONGEST_NAME`` characters.
"""

import re
from dataclasses import dataclass

from vendorscreen.name.folding import LONGEST_NAME, folded_words
from vendorscreen.name.legal_form import split_legal_forms

__all__ = ["NamePart", "read_names"]


@dataclass(frozen=True, slots=True)
class NamePart:
    """One name in a raw text: ``text`` stands at ``start`` to ``end`` (characters, from 0, end exclusive).

    ``role``: "name" where the text holds one name only; "member", "lead" or "partner" of a consortium; "trading_name",
    "former_name", "also_known_as", "care_of".
    """

    text: str
    role: str
    start: int
    end: int


_SUSPICIOUS = re.compile(
    r"[/:;|\t\n–—+«»\"“”„(]| - |\b(?:t/a|c/o|[tc]rading|formerly|previously|f/?k/?a|a/?k/?a|d/?b/?a|und|and|et|e|y|ed|oraz|joint|consortium|consorzio|konsorcjum|groupement|arge|bietergemeinschaft|ati|rti|ute|combinatie)\b",
    re.I,
)
_CONSORTIUM = re.compile(
    r"^\W*(?:the\s+)?(?:consortium|consorcio|consórcio|consorzio|konsorcjum(?:\s+firm)?|konsortium|konzorcium|konsorsium|consorțiul|sdružení|"
    r"groupement(?:\s+(?:solidaire|conjoint|momentané)(?:\s+d['’]entreprises)?|\s+d['’]entreprises)?|gme|"
    r"arge|arbeitsgemeinschaft|bietergemeinschaft|bg|bieterkonsortium|rti|r\.t\.i\.|ati|a\.t\.i\.|raggruppamento(?:\s+temporaneo)?(?:\s+di?\s+imprese)?|"
    r"ute|u\.t\.e\.|unión temporal(?:\s+de\s+empresas)?|combinatie|samenwerkingsverband|tijdelijke (?:handels)?vennootschap|"
    r"κοινοπραξία|κ/ξ|ένωση(?:\s+εταιρειών)?|agrupamento|asocierea|sociedade em consórcio|joint venture|jv|temporary association|association momentanée)\b(?:\s+(?:of|between|of:|aus|der|de|entre|tra|fra|firm|van|des|zwischen))?\s*[:\-–—]?\s*",
    re.I,
)
_ROLES = re.compile(
    r"\(\s*(?:(?P<lead>lider(?:\s+konsorcjum)?|leader|lead(?:\s+\w+)?|mandataria|mandataire(?:\s+du\s+groupement)?|capogruppo|capofila|federführend\w*|bevollmächtigt\w*|penvoerder|επικεφαλής)|"
    r"(?P<partner>partner|członek(?:\s+konsorcjum)?|mandante|mandant|member|membre|cotraitant|konsorcjant|miembro|μέλος))\s*\)",
    re.I,
)
_SEPARATOR = re.compile(
    r"\s+[/|+–—-]\s+|\s*[;\t\n]\s*|,\s+(?=[^\W\d_])|\s+(?:und|and|et|e|ed|y|oraz|och|og|en|a|i|και|&)\s+", re.I
)
_ASIDE = (
    (
        "trading_name",
        re.compile(
            r"\s*[(,]?\s*\b(?:t/as?|t/A|trading\s+as|d/?b/?a|doing\s+business\s+as|handelnd\s+(?:als|unter)|nom\s+commercial|nombre\s+comercial|denominazione\s+commerciale)(?!\w)\.?:?\s*",
            re.I,
        ),
    ),
    (
        "former_name",
        re.compile(
            r"\s*[(,]?\s*\b(?:formerly(?:\s+known\s+as)?|previously(?:\s+known\s+as)?|f/?k/?a|née|ex|vormals|voorheen|anciennement|già|antes|dawniej|πρώην|formerly:)(?!\w)\.?:?\s*",
            re.I,
        ),
    ),
    (
        "also_known_as",
        re.compile(r"\s*[(,]?\s*\b(?:a/?k/?a|also\s+known\s+as|auch\s+bekannt\s+als)(?!\w)\.?:?\s*", re.I),
    ),
    ("care_of", re.compile(r"\s*[(,]?\s*\b(?:c/o|care\s+of|p/a)(?!\w)\.?:?\s*", re.I)),
)


def read_names(text: str) -> tuple[NamePart, ...]:
    """Return the names that ``text`` holds, in order, each with its role and place; at least one unless it is blank."""
    text = text[:LONGEST_NAME]
    if not _SUSPICIOUS.search(text):
        return _part(text, 0, len(text), "name")
    opening = _CONSORTIUM.match(text)
    role_marked = _ROLES.search(text) is not None
    parts: list[NamePart] = []
    for start, end, role in _sides(text, opening.end() if opening else 0, bool(opening) or role_marked):
        parts += _asides(text, start, end, role)
    return tuple(parts) or _part(text, 0, len(text), "name")


def _sides(text: str, start: int, consortium: bool) -> list[tuple[int, int, str]]:
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(text, start)]
    if consortium:
        cuts = _members(text, start, cuts)
    elif not cuts or not all(_has_form(text[a:b]) for a, b in _between(cuts, start, len(text))):
        return [(start, len(text), "name")]
    return [(a, b, "member") for a, b in _between(cuts, start, len(text))]


def _members(text: str, start: int, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the cuts between members: strong signs if there are any, else words and commas that part two names."""
    strong = [(a, b) for a, b in cuts if text[a:b].strip() in {"/", "|", "+", "–", "—", "-", ";", ""}]
    if strong:
        return strong
    after_role = [(a, b) for a, b in cuts if text[a - 1 : a] == ")"]
    if after_role:
        return after_role
    words = [(a, b) for a, b in cuts if text[a:b].strip() != ","]
    return words or cuts


def _between(cuts: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    starts = [start, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), end]
    return list(zip(starts, ends, strict=True))


def _has_form(piece: str) -> bool:
    return bool(split_legal_forms(folded_words(piece))[1])


def _asides(text: str, start: int, end: int, role: str) -> list[NamePart]:
    """Return the name at ``start`` and what it is said to trade as, be formerly, or be reached through."""
    marked = _ROLES.search(text, start, end)
    if marked:
        role = "lead" if marked["lead"] else "partner"
        if not text[marked.end() : end].strip(" ,.)"):
            end = marked.start()
    found = sorted((m.start(), m.end(), aside) for aside, sign in _ASIDE if (m := sign.search(text, start, end)))
    cuts = [(start, start, role), *found]
    stops = [*(a for a, _, _ in cuts[1:]), end]
    return [part for (_, b, r), stop in zip(cuts, stops, strict=True) for part in _part(text, b, stop, r)]


def _part(text: str, start: int, end: int, role: str) -> tuple[NamePart, ...]:
    piece = text[start:end]
    trimmed = piece.strip(" \t\n\r,;:-–—#*\"“”„«»'’‘")
    if trimmed.endswith(")") and "(" not in trimmed:
        trimmed = trimmed[:-1].rstrip()
    if not trimmed:
        return ()
    at = start + piece.index(trimmed)
    return (NamePart(trimmed, role, at, at + len(trimmed)),)
