"""A raw name -> the names in it: "ARGE X / Y", "X t/a Y", "RTI: X (mandataria) - Y", "X (formerly Y)".

Only wording that says so splits a name; a slash, dash or "and" alone does so where each side carries a legal form. What
parts the members of a consortium may also stand inside a member's name ("Müller und Söhne"), so then every run of
pieces is read too. Where the wording may be part of a name ("Consorzio X", "TV X GmbH"), the whole is read as well.
Reading takes linear time and looks at no more than the first ``LONGEST_NAME`` characters.
"""

import re
from functools import lru_cache

from vendorscreen.name.branch import firm_of_branch
from vendorscreen.name.folding import LONGEST_NAME
from vendorscreen.name.legal_form import ends_with_form
from vendorscreen.name.members import ANY_SIGN, NamePart, members, members_without_wording, part_between, runs
from vendorscreen.name.wording import ASIDES, CONJUNCTIONS, NAMELESS, OPENING_SIGNS, SIGNALS

__all__ = ["NamePart", "names_read", "read_names"]


_MOST_REMEMBERED = 4_096
"""Texts whose names are remembered at most."""


_MARK = re.compile(r"[/|+–—;\t\n、；]")
_BRACKET = re.compile('[][(){},;:"“”„«»#*（）：，]')
_APART = bytes(range(256)).lower().translate(bytes.maketrans(b'[](){},:"#*;\t+', b"           \n\n|"))
"""Each ASCII byte in lower case: a blank for a bracket, a line end or "|" for the marks that part names like them."""
_WORDING = SIGNALS | CONJUNCTIONS
_UNSPACED = re.compile("分公司|分行|支店|지점|联合体|聯合體|共同企業体|컨소시엄|공동수급체")
_BEHIND_FIRST = frozenset(" .1aA")
_FIRST_OF_SEVERAL = re.compile(r"\W{0,3}[1aA][.)]")
_REMARKED = "(the "
"""How a remark begins that is known by no word of its own ("(the 'Supplier')")."""


def read_names(text: str) -> tuple[NamePart, ...]:
    """Return the names that ``text`` holds, in order, each with its role and place; nothing only if it is blank."""
    text = text[:LONGEST_NAME]
    words, has_sign = _words_and_sign(text)
    if not has_sign and _WORDING.isdisjoint(words) and _REMARKED not in text:
        return part_between(text, 0, len(text), "name")
    if SIGNALS.isdisjoint(words) and _REMARKED not in text:
        return tuple(members_without_wording(text, 0, len(text)))
    parts: list[NamePart] = []
    for start, end, role in _asides(text):
        if role == "name":
            parts += members(text, start, end)
        elif role == "member":
            parts += runs(text, start, end, role)
        elif role not in NAMELESS:
            parts += part_between(text, start, end, role)
    parts = parts or list(part_between(text, 0, len(text), "name"))
    return tuple(dict.fromkeys([*parts, *(firm for part in parts for firm in _firm(part))]))


@lru_cache(maxsize=_MOST_REMEMBERED)
def names_read(text: str) -> tuple[NamePart, ...]:
    """Return what ``read_names`` does, for texts that are asked about several times in turn."""
    return read_names(text)


def _firm(part: NamePart) -> tuple[NamePart, ...]:
    """Return the firm whose branch ``part`` says it is."""
    place = firm_of_branch(part.text)
    return () if place is None else part_between(part.text, *place, "branch", part.start)


def _words_and_sign(text: str) -> tuple[list[str], bool]:
    """Return the words of ``text``, lower-case and without brackets, and whether a sign in it may part names.

    A word is added for what is not a word by itself: "ex-", and the number that opens a list of members.
    """
    if text.isascii():
        spelled = text.encode().translate(_APART).decode()
        words = spelled.split()
        has_sign = "/" in spelled or "|" in spelled or "\n" in spelled or " - " in text
    else:
        spelled = _BRACKET.sub(" ", text.lower().replace("\u0307", ""))  # "İ" in lower case is "i" and a dot
        words = [*spelled.split(), *_UNSPACED.findall(spelled)]
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
        if before.endswith("(") and close and ANY_SIGN.match(text, close):
            cuts.append((close, close, "member"))
    cuts.sort()
    ends = [*(start for start, _, _ in cuts[1:]), len(text)]
    return [(after, end, role) for (_, after, role), end in zip(cuts, ends, strict=True)]


def _end_of_name(before: str) -> int:
    """Return where the name ends in ``before``, the text up to an aside."""
    return len(before[:-1].rstrip() if before.endswith(OPENING_SIGNS) else before)
