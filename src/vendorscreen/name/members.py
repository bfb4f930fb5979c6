"""The members of a consortium in a text, each with its role; legal forms separate them where no wording does."""

import re
from typing import NamedTuple

from vendorscreen.name.enumeration import ENUMERATED, is_enumeration
from vendorscreen.name.folding import folded_words
from vendorscreen.name.legal_form import begins_with_form, ends_with_form, is_in_legal_form, legal_forms
from vendorscreen.name.wording import (
    BETWEEN,
    CLOSING,
    CONJUNCTIONS,
    EAST_ASIAN_CLOSING,
    EAST_ASIAN_SIGN,
    MEMBER_ROLE,
    OPENING,
    UNSURE_OPENING,
)

__all__ = ["ANY_SIGN", "NamePart", "members", "members_without_wording", "part_between", "runs"]


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


_MOST_PIECES = 6
"""Pieces of a consortium's text whose runs are read; of more, only the pieces themselves."""

_STRONG = r"\s+[/|+–—-]\s+|\s*[;\t\n|、；]\s*|\s*/\s+|\s+/\s*"
_AND = rf"\s+(?:{'|'.join(sorted(CONJUNCTIONS))})\s+"
_SIGN = re.compile(_STRONG)
_SIGN_CLUE = re.compile(r"[-/|+–—;\t\n、；](?:(?<=[|;\t\n、；])|(?<=\s.)|(?<=/)(?=\s))")
_SLASH = re.compile("/")
_CONJUNCTION = re.compile(_AND, re.IGNORECASE)
ANY_SIGN = re.compile(rf"{BETWEEN}|{_STRONG}|/|,\s+|{_AND}", re.IGNORECASE)
_ANY_SIGN_OR_NUMBER = re.compile(rf"{ENUMERATED}|{ANY_SIGN.pattern}", re.IGNORECASE)
_BETWEEN = re.compile(BETWEEN, re.IGNORECASE)
_UNSPACED_MARK = re.compile(r"[/|;\t\n、；]")
_PARTING = CONJUNCTIONS | {"+", "-"}
"""The words of an ASCII text that may part two names."""
_PARTS_MEMBERS = re.compile(rf"{_STRONG}|/|,\s|(?!\s+&){_AND}", re.IGNORECASE)
"""What parts members where a word for a consortium follows; "&" is rather part of a name."""
_COLON_SIGNS = (",", ";", "/", "|", "–", "—", "-", ".", ")")
"""What may stand before a role that is followed by a colon."""
_EDGE = " \t\n\r,;:-–—#*\"“”„«»'’‘‹›"


def members(text: str, start: int, end: int) -> list[NamePart]:
    """Return the members of the consortium that the wording names; else the names that legal forms separate."""
    behind = EAST_ASIAN_CLOSING.search(text[:end], start)
    if behind and EAST_ASIAN_SIGN.search(text, start, behind.start()):
        whole = part_between(text, start, end, "name")
        return [*whole, *runs(text, start, behind.start(), "member", EAST_ASIAN_SIGN)]
    opening = OPENING.match(text, start, end)
    inside = opening.end() if opening else start
    marks = _marks(text, inside, end)
    closing = CLOSING.search(text, marks[-1].end() if marks else inside, end)
    stop = closing.start() if closing else end
    if opening or marks or is_enumeration(text, inside, stop) or _BETWEEN.search(text, inside, stop):
        found = _with_roles(text, inside, stop, marks)
        is_one = len({(part.start, part.end) for part in found}) < 2
        return [*part_between(text, start, end, "name"), *found] if is_one and not marks else found
    unsure = UNSURE_OPENING.match(text, start, end)
    if closing and _holds_members(text, start, stop, is_sure=closing["sure"] is not None):
        return [*part_between(text, start, end, "name"), *runs(text, start, stop, "member")]
    if unsure and _holds_members(text, unsure.end(), end, is_sure=False):
        return [*runs(text, start, end, "member"), *runs(text, unsure.end(), end, "member")]
    return members_without_wording(text, start, end)


def _holds_members(text: str, start: int, end: int, *, is_sure: bool) -> bool:
    """Return whether two names stand there: the first in full, or, where the wording is sure, with any sign between."""
    pieces = [text[a:b] for a, b in _pieces(ANY_SIGN, text, start, end)]
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
    sign = _ANY_SIGN_OR_NUMBER if is_enumeration(text, start, end) else ANY_SIGN
    places = zip(starts, ends, roles, strict=True)
    return [part for a, b, role in places for part in runs(text, a, b, role, sign)]


def runs(text: str, start: int, end: int, role: str, sign: re.Pattern[str] = ANY_SIGN) -> list[NamePart]:
    """Return every run of neighbouring pieces as a name; no run goes on behind a piece that ends a name.

    A piece with a legal form ends a name. Of many pieces, only the pieces themselves are names.
    """
    pieces = _pieces(sign, text, start, end)
    ends = [ends_with_form(text[a:b]) for a, b in pieces]
    parts: list[NamePart] = []
    for first, (a, _) in enumerate(pieces):
        for last in range(first, len(pieces) if len(pieces) <= _MOST_PIECES else first + 1):
            parts += part_between(text, a, pieces[last][1], role)
            if ends[last]:
                break
    return parts


def members_without_wording(text: str, start: int, end: int) -> list[NamePart]:
    """Return the members where each side of a sign, or of "and", carries a legal form; else the one name."""
    if not _may_hold_members(text[start:end]):
        return list(part_between(text, start, end, "name"))
    for sign, clue in ((_SIGN, _SIGN_CLUE), (_SLASH, _SLASH), (_CONJUNCTION, _CONJUNCTION)):
        if not clue.search(text, start, end):
            continue
        pieces = _pieces(sign, text, start, end)
        if len(pieces) > 1 and _all_full_names([text[a:b] for a, b in pieces]):
            return [part for a, b in pieces for part in part_between(text, a, b, "member")]
    return list(part_between(text, start, end, "name"))


def _may_hold_members(text: str) -> bool:
    """Return False only where the names parted by signs cannot all begin, nor all end, with a legal form.

    Only the words at the edges are looked at, so that most names with a sign or an "and" need no search for pieces.
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
    """Return whether ``word`` stays itself when folded, and is not a legal form then."""
    return word.isalnum() and len(word) > 1 and not is_in_legal_form(word)


def _pieces(sign: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the pieces between the signs stand; a legal form alone ends the piece before it."""
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


def part_between(text: str, start: int, end: int, role: str, offset: int = 0) -> tuple[NamePart, ...]:
    """Return the name between ``start`` and ``end``, nothing if it is blank; ``text`` stands at ``offset``."""
    piece = text[start:end]
    trimmed = piece.strip(_EDGE)
    if trimmed.endswith(")") and "(" not in trimmed:
        trimmed = trimmed[:-1].rstrip()
    if not trimmed:
        return ()
    at = offset + (start if trimmed == piece else start + piece.index(trimmed))
    return (NamePart(trimmed, role, at, at + len(trimmed)),)
