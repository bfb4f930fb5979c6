"""A raw name -> the names in it: "ARGE X / Y", "X t/a Y", "RTI: X (mandataria) - Y", "X (formerly Y)".

Only wording that says so splits a name; a slash, dash or "and" alone does so where each side carries a legal form. What
parts the members of a consortium may also stand inside a member's name ("Müller und Söhne"), so then every run of
pieces is read too. Reading takes linear time and looks at no more than the first ``LONGEST_NAME`` characters.
"""

import re
from typing import NamedTuple

from vendorscreen.name.folding import LONGEST_NAME, folded_words
from vendorscreen.name.legal_form import is_in_legal_form, legal_forms
from vendorscreen.name.wording import ASIDES, CONJUNCTIONS, CONSORTIUM, MEMBER_ROLE, NAMELESS, OPENING_SIGNS, SIGNALS

__all__ = ["NamePart", "read_names"]


class NamePart(NamedTuple):
    """One name in a raw text: ``text`` stands at ``start`` to ``end`` (characters, from 0, end exclusive).

    ``role``: "name" where the text holds one name only; "member", "lead" or "partner" of a consortium; "trading_name",
    "former_name", "also_known_as", "care_of".
    """

    text: str
    role: str
    start: int
    end: int


_MOST_PIECES = 6
"""Pieces of a consortium's text whose runs are read; of more, only the pieces themselves."""

_STRONG = r"\s+[/|+–—-]\s+|\s*[;\t\n|]\s*|\s*/\s+|\s+/\s*"
_AND = rf"\s+(?:{'|'.join(sorted(CONJUNCTIONS))})\s+"
_SIGN = re.compile(_STRONG)
_SIGN_CLUE = re.compile(r"[-/|+–—;\t\n](?:(?<=[|;\t\n])|(?<=\s.)|(?<=/)(?=\s))")
_SLASH = re.compile("/")
_CONJUNCTION = re.compile(_AND, re.IGNORECASE)
_ANY_SIGN = re.compile(rf"{_STRONG}|/|,\s+|{_AND}", re.IGNORECASE)
_MARK = re.compile(r"[/|+–—;\t\n]")
_UNSPACED_MARK = re.compile(r"[/|;\t\n]")
_BRACKET = re.compile('[][(){},;:"“”„«»#*]')
_APART = bytes(range(256)).lower().translate(bytes.maketrans(b'[](){},:"#*;\t+', b"           \n\n|"))
"""Each ASCII byte in lower case: a blank for a bracket, a line end or "|" for the marks that part names like them."""
_WORDING = SIGNALS | CONJUNCTIONS
_PARTING = CONJUNCTIONS | {"+", "-"}
"""The words of an ASCII text that may part two names."""
_REMARKED = "(the "
"""How a remark begins that is known by no word of its own ("(the 'Supplier')")."""
_EDGE = " \t\n\r,;:-–—#*\"“”„«»'’‘‹›"


def read_names(text: str) -> tuple[NamePart, ...]:
    """Return the names that ``text`` holds, in order, each with its role and place; none only if it is blank."""
    text = text[:LONGEST_NAME]
    words, has_sign = _words_and_sign(text)
    if not has_sign and _WORDING.isdisjoint(words) and _REMARKED not in text:
        return _part(text, 0, len(text), "name")
    if SIGNALS.isdisjoint(words) and _REMARKED not in text:
        return tuple(_members_without_wording(text, 0, len(text)))
    parts: list[NamePart] = []
    for start, end, role in _asides(text):
        if role not in NAMELESS:
            parts += _members(text, start, end) if role == "name" else _part(text, start, end, role)
    return tuple(dict.fromkeys(parts)) or _part(text, 0, len(text), "name")


def _words_and_sign(text: str) -> tuple[list[str], bool]:
    """Return the words of ``text``, lower-case and without brackets, and whether a sign in it may part names."""
    if text.isascii():
        spelled = text.encode().translate(_APART).decode()
        return spelled.split(), "/" in spelled or "|" in spelled or "\n" in spelled or " - " in text
    return _BRACKET.sub(" ", text.lower()).split(), _MARK.search(text) is not None or " - " in text


def _asides(text: str) -> list[tuple[int, int, str]]:
    """Return the main name, and what it is said to trade as, be formerly, or be reached through."""
    found = sorted(
        (_end_of_name(text[: sign.start()]), sign.end(), role)
        for role, wording in ASIDES
        for sign in [wording.search(text)]
        if sign
    )
    cuts = [(0, 0, "name"), *found]
    ends = [*(start for start, _, _ in found), len(text)]
    return [(after, end, role) for (_, after, role), end in zip(cuts, ends, strict=True)]


def _end_of_name(before: str) -> int:
    """Return where the name ends in ``before``, the text up to an aside."""
    before = before.rstrip()
    return len(before[:-1].rstrip() if before.endswith(OPENING_SIGNS) else before)


def _members(text: str, start: int, end: int) -> list[NamePart]:
    opening = CONSORTIUM.match(text, start, end)
    marked = list(MEMBER_ROLE.finditer(text, start, end))
    if opening is None and not marked:
        return _members_without_wording(text, start, end)
    start = opening.end() if opening else start
    members: list[NamePart] = []
    for mark in marked:
        role = "lead" if mark["lead"] else "partner"
        members += _runs(text, start, mark.start(), role)
        start = mark.end()
    return members + _runs(text, start, end, "member")


def _runs(text: str, start: int, end: int, role: str) -> list[NamePart]:
    """Return every run of neighbouring pieces as a name; no run goes on behind a piece that ends a name.

    A piece with a legal form ends a name. Of many pieces, only the pieces themselves are names.
    """
    pieces = _pieces(_ANY_SIGN, text, start, end)
    ends = [_ends_a_name(text[a:b]) for a, b in pieces]
    parts: list[NamePart] = []
    for first, (a, _) in enumerate(pieces):
        for last in range(first, len(pieces) if len(pieces) <= _MOST_PIECES else first + 1):
            parts += _part(text, a, pieces[last][1], role)
            if ends[last]:
                break
    return parts


def _members_without_wording(text: str, start: int, end: int) -> list[NamePart]:
    """Return the members where each side of a sign, or of "and", carries a legal form; else the one name."""
    if not _may_hold_members(text[start:end]):
        return list(_part(text, start, end, "name"))
    for sign, clue in ((_SIGN, _SIGN_CLUE), (_SLASH, _SLASH), (_CONJUNCTION, _CONJUNCTION)):
        if not clue.search(text, start, end):
            continue
        pieces = _pieces(sign, text, start, end)
        if len(pieces) > 1 and _all_full_names([text[a:b] for a, b in pieces]):
            return [part for a, b in pieces for part in _part(text, a, b, "member")]
    return list(_part(text, start, end, "name"))


def _may_hold_members(text: str) -> bool:
    """Return False only where the names parted by signs cannot all begin, nor all end, with a legal form.

    This is told from the words at the edges, and spares most names that hold a sign or an "and" the search for pieces.
    """
    if not text.isascii() or _UNSPACED_MARK.search(text):
        return True
    words = text.lower().split()
    if not words or (_is_no_form(words[0]) and _is_no_form(words[-1])):
        return False
    before = ""
    for word in words:
        if word in _PARTING and _is_form_word(before):
            return True
        before = word
    return _is_form_word(words[0])


def _all_full_names(pieces: list[str]) -> bool:
    """Return whether all pieces end with a legal form, or all begin with one."""
    first = pieces[0].split()
    if first and first[-1].isascii() and not _is_form_word(first[-1]) and not _is_form_word(first[0]):
        return False
    return all(map(_ends_a_name, pieces)) or all(0 in legal_forms(folded_words(piece))[1] for piece in pieces)


def _is_form_word(word: str) -> bool:
    word = word.lower()
    return is_in_legal_form(word if word.isalnum() else "".join(filter(str.isalnum, word)))


def _is_no_form(word: str) -> bool:
    """Return whether ``word`` stays itself when folded, and is no legal form then."""
    return word.isalnum() and len(word) > 1 and not is_in_legal_form(word)


def _ends_a_name(piece: str) -> bool:
    words = folded_words(piece)
    return len(words) - 1 in legal_forms(words)[1]


def _pieces(sign: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the pieces between the signs stand; a legal form alone is no piece but the end of the one before."""
    pieces: list[tuple[int, int]] = []
    for found in [*sign.finditer(text, start, end), None]:
        stop = found.start() if found else end
        if pieces and _is_form_only(text[start:stop]):
            pieces[-1] = (pieces[-1][0], stop)
        else:
            pieces.append((start, stop))
        start = found.end() if found else end
    return pieces


def _is_form_only(piece: str) -> bool:
    words = folded_words(piece)
    return not words or (is_in_legal_form(words[0]) and len(legal_forms(["x", *words])[1]) == len(words))


def _part(text: str, start: int, end: int, role: str) -> tuple[NamePart, ...]:
    piece = text[start:end]
    trimmed = piece.strip(_EDGE)
    if trimmed.endswith(")") and "(" not in trimmed:
        trimmed = trimmed[:-1].rstrip()
    if not trimmed:
        return ()
    at = start if trimmed == piece else start + piece.index(trimmed)
    return (NamePart(trimmed, role, at, at + len(trimmed)),)
