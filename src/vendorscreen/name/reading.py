"""A raw name -> the names in it: "ARGE X / Y", "X t/a Y", "RTI: X (mandataria) - Y", "X (formerly Y)".

Only wording that says so splits a name; a slash, dash or "and" alone does so where each side carries a legal form. What
parts the members of a consortium may also stand inside a member's name ("Müller und Söhne"), so then every run of
pieces is read too. Where the wording may be part of a name ("Consorzio X", "TV X GmbH"), the whole is read as well.
Reading takes linear time and looks at no more than the first ``LONGEST_NAME`` characters.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from vendorscreen.name.branch import firm_of_branch
from vendorscreen.name.enumeration import ENUMERATED, is_enumeration
from vendorscreen.name.folding import LONGEST_NAME, folded_words
from vendorscreen.name.legal_form import begins_with_form, ends_with_form, is_in_legal_form, legal_forms
from vendorscreen.name.wording import (
    ASIDES,
    BETWEEN,
    CLOSING,
    CONJUNCTIONS,
    MEMBER_ROLE,
    NAMELESS,
    OPENING,
    OPENING_SIGNS,
    SIGNALS,
    UNSURE_OPENING,
)

__all__ = ["NamePart", "names_read", "read_names"]


class NamePart(NamedTuple):
    """One name in a raw text: ``text`` stands at ``start`` to ``end`` (characters, from 0, end exclusive).

    ``role``: "name" where the text holds one name only; "branch" for the firm whose branch that is; "member", "lead" or
    "partner" of a consortium; "trading_name", "former_name", "also_known_as", "care_of"; "agent_for" and "group" for
    whom it acts for, and whose group it says it is of.
    """

    text: str
    role: str
    start: int
    end: int


_MOST_REMEMBERED = 4_096
"""Texts whose names are remembered at most."""

_MOST_PIECES = 6
"""Pieces of a consortium's text whose runs are read; of more, only the pieces themselves."""

_STRONG = r"\s+[/|+–—-]\s+|\s*[;\t\n|、；]\s*|\s*/\s+|\s+/\s*"
_AND = rf"\s+(?:{'|'.join(sorted(CONJUNCTIONS))})\s+"
_SIGN = re.compile(_STRONG)
_SIGN_CLUE = re.compile(r"[-/|+–—;\t\n、；](?:(?<=[|;\t\n、；])|(?<=\s.)|(?<=/)(?=\s))")
_SLASH = re.compile("/")
_CONJUNCTION = re.compile(_AND, re.IGNORECASE)
_ANY_SIGN = re.compile(rf"{_STRONG}|/|,\s+|{BETWEEN}|{_AND}", re.IGNORECASE)
_ANY_SIGN_OR_NUMBER = re.compile(rf"{ENUMERATED}|{_ANY_SIGN.pattern}", re.IGNORECASE)
_BETWEEN = re.compile(BETWEEN, re.IGNORECASE)
_MARK = re.compile(r"[/|+–—;\t\n、；]")
_UNSPACED_MARK = re.compile(r"[/|;\t\n、；]")
_BRACKET = re.compile('[][(){},;:"“”„«»#*（）：，]')
_APART = bytes(range(256)).lower().translate(bytes.maketrans(b'[](){},:"#*;\t+', b"           \n\n|"))
"""Each ASCII byte in lower case: a blank for a bracket, a line end or "|" for the marks that part names like them."""
_WORDING = SIGNALS | CONJUNCTIONS
_PARTING = CONJUNCTIONS | {"+", "-"}
"""The words of an ASCII text that may part two names."""
_HAN_BRANCH = re.compile("分公司|分行")
_BEHIND_FIRST = frozenset(" .1aA")
_FIRST_OF_SEVERAL = re.compile(r"\W{0,3}[1aA][.)]")
_PARTS_MEMBERS = re.compile(rf"{_STRONG}|/|,\s|(?!\s+&){_AND}", re.IGNORECASE)
"""What parts members where a word for a consortium follows; "&" is rather part of a name."""
_COLON_SIGNS = (",", ";", "/", "|", "–", "—", "-", ".", ")")
"""What may stand before a role that is followed by a colon."""
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
        if role == "name":
            parts += _members(text, start, end)
        elif role == "member":
            parts += _runs(text, start, end, role)
        elif role not in NAMELESS:
            parts += _part(text, start, end, role)
    parts = parts or list(_part(text, 0, len(text), "name"))
    return tuple(dict.fromkeys([*parts, *(firm for part in parts for firm in _firm(part))]))


@lru_cache(maxsize=_MOST_REMEMBERED)
def names_read(text: str) -> tuple[NamePart, ...]:
    """Return what ``read_names`` does, for texts that are asked about several times in turn."""
    return read_names(text)


def _firm(part: NamePart) -> tuple[NamePart, ...]:
    """Return the firm whose branch ``part`` says it is."""
    place = firm_of_branch(part.text)
    return () if place is None else _part(part.text, *place, "branch", part.start)


def _words_and_sign(text: str) -> tuple[list[str], bool]:
    """Return the words of ``text``, lower-case and without brackets, and whether a sign in it may part names.

    What stands within words, or is told by signs, is told by a word more.
    """
    if text.isascii():
        spelled = text.encode().translate(_APART).decode()
        words = spelled.split()
        has_sign = "/" in spelled or "|" in spelled or "\n" in spelled or " - " in text
    else:
        spelled = _BRACKET.sub(" ", text.lower().replace("\u0307", ""))  # "İ" in lower case is "i" and a dot
        words = [*spelled.split(), *_HAN_BRANCH.findall(spelled)]
        has_sign = _MARK.search(text) is not None or " - " in text
    if " ex-" in spelled:
        words.append("ex")
    if spelled[1:2] in _BEHIND_FIRST and _FIRST_OF_SEVERAL.match(text):
        words.append("consortium")
    return words, has_sign


def _asides(text: str) -> list[tuple[int, int, str]]:
    """Return the main name, what it is said to trade as, be formerly, or be reached through, and who follows that."""
    cuts: list[tuple[int, int, str]] = [(0, 0, "name")]
    for role, wording, behind_full_name in ASIDES:
        sign = wording.search(text)
        if sign is None or (behind_full_name and not ends_with_form(text[: sign.start()])):
            continue
        before = text[: sign.start()].rstrip()
        cuts.append((_end_of_name(before), sign.end(), role))
        close = text.find(")", sign.end()) + 1
        if before.endswith("(") and close and _ANY_SIGN.match(text, close):
            cuts.append((close, close, "member"))
    cuts.sort()
    ends = [*(start for start, _, _ in cuts[1:]), len(text)]
    return [(after, end, role) for (_, after, role), end in zip(cuts, ends, strict=True)]


def _end_of_name(before: str) -> int:
    """Return where the name ends in ``before``, the text up to an aside."""
    return len(before[:-1].rstrip() if before.endswith(OPENING_SIGNS) else before)


def _members(text: str, start: int, end: int) -> list[NamePart]:
    """Return the members of the consortium that the wording tells of; else what legal forms tell apart."""
    opening = OPENING.match(text, start, end)
    inside = opening.end() if opening else start
    marks = _marks(text, inside, end)
    closing = CLOSING.search(text, marks[-1].end() if marks else inside, end)
    stop = closing.start() if closing else end
    if opening or marks or is_enumeration(text, inside, stop) or _BETWEEN.search(text, inside, stop):
        members = _with_roles(text, inside, stop, marks)
        is_one = len({(part.start, part.end) for part in members}) < 2
        return [*_part(text, start, end, "name"), *members] if is_one and not marks else members
    unsure = UNSURE_OPENING.match(text, start, end)
    if closing and _holds_members(text, start, stop, is_sure=closing["sure"] is not None):
        return [*_part(text, start, end, "name"), *_runs(text, start, stop, "member")]
    if unsure and _holds_members(text, unsure.end(), end, is_sure=False):
        return [*_runs(text, start, end, "member"), *_runs(text, unsure.end(), end, "member")]
    return _members_without_wording(text, start, end)


def _holds_members(text: str, start: int, end: int, *, is_sure: bool) -> bool:
    """Return whether two names stand there: the first in full, or, where the wording is sure, with any sign between."""
    pieces = [text[a:b] for a, b in _pieces(_ANY_SIGN, text, start, end)]
    if len(pieces) > 1 and is_sure and _PARTS_MEMBERS.search(text, start, end):
        return True
    return any(ends_with_form(piece) or begins_with_form(piece) for piece in pieces[:-1])


def _marks(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the roles in a text; one before a colon counts where the text begins with a role, or behind a sign."""
    marks = list(MEMBER_ROLE.finditer(text, start, end))
    if not marks or _is_at_beginning(text, start, marks[0]):
        return marks
    return [
        mark for mark in marks if not _is_before(mark) or text[start : mark.start()].rstrip().endswith(_COLON_SIGNS)
    ]


def _is_at_beginning(text: str, start: int, mark: re.Match[str]) -> bool:
    return not text[start : mark.start()].strip(_EDGE + "()0123456789.")


def _is_before(mark: re.Match[str]) -> bool:
    return str(mark.lastgroup).endswith("_before")


def _with_roles(text: str, start: int, end: int, marks: list[re.Match[str]]) -> list[NamePart]:
    """Return the names between the marks: each has the role before it where the text begins with one, else behind."""
    roles = [str(mark.lastgroup).partition("_")[0] for mark in marks]
    is_before = bool(marks) and (_is_before(marks[0]) or _is_at_beginning(text, start, marks[0]))
    roles = ["member", *roles] if is_before else [*roles, "member"]
    starts = [start, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), end]
    sign = _ANY_SIGN_OR_NUMBER if is_enumeration(text, start, end) else _ANY_SIGN
    places = zip(starts, ends, roles, strict=True)
    return [part for a, b, role in places for part in _runs(text, a, b, role, sign)]


def _runs(text: str, start: int, end: int, role: str, sign: re.Pattern[str] = _ANY_SIGN) -> list[NamePart]:
    """Return every run of neighbouring pieces as a name; no run goes on behind a piece that ends a name.

    A piece with a legal form ends a name. Of many pieces, only the pieces themselves are names.
    """
    pieces = _pieces(sign, text, start, end)
    ends = [ends_with_form(text[a:b]) for a, b in pieces]
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
    return all(map(ends_with_form, pieces)) or all(map(begins_with_form, pieces))


def _is_form_word(word: str) -> bool:
    word = word.lower()
    return is_in_legal_form(word if word.isalnum() else "".join(filter(str.isalnum, word)))


def _is_no_form(word: str) -> bool:
    """Return whether ``word`` stays itself when folded, and is no legal form then."""
    return word.isalnum() and len(word) > 1 and not is_in_legal_form(word)


def _pieces(sign: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the pieces between the signs stand; a legal form alone is no piece but the end of the one before."""
    pieces: list[tuple[int, int]] = []
    for found in [*sign.finditer(text, start, end), None]:
        stop = found.start() if found else end
        piece = text[start:stop].strip(_EDGE)
        if piece and pieces and _is_form_only(piece):
            pieces[-1] = (pieces[-1][0], stop)
        elif piece:
            pieces.append((start, stop))
        start = found.end() if found else end
    return pieces


def _is_form_only(piece: str) -> bool:
    words = folded_words(piece)
    return not words or (is_in_legal_form(words[0]) and len(legal_forms(["x", *words])[1]) == len(words))


def _part(text: str, start: int, end: int, role: str, offset: int = 0) -> tuple[NamePart, ...]:
    """Return the name between ``start`` and ``end``, none if it is blank; ``text`` stands at ``offset``."""
    piece = text[start:end]
    trimmed = piece.strip(_EDGE)
    if trimmed.endswith(")") and "(" not in trimmed:
        trimmed = trimmed[:-1].rstrip()
    if not trimmed:
        return ()
    at = offset + (start if trimmed == piece else start + piece.index(trimmed))
    return (NamePart(trimmed, role, at, at + len(trimmed)),)
