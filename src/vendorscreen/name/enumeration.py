"""Names that are numbered in a text: "1) X 2) Y", "a) X b) Y", "1. X; 2. Y"."""

import re

__all__ = ["ENUMERATED", "is_enumeration"]

ENUMERATED = r"(?<!\w)\(?(?:\d{1,2}|[a-h])\)\s*|(?<!\w)\d{1,2}\.\s+"
"""The number or letter before a name."""

_NUMBERED = re.compile(rf"\W{{0,3}}?({ENUMERATED})", re.IGNORECASE)
_ANY_NUMBER = re.compile(ENUMERATED, re.IGNORECASE)
_SECOND = {"1": "2", "a": "b"}


def is_enumeration(text: str, start: int, end: int) -> bool:
    """Return whether ``text`` begins with "1" or "a" at ``start``, and has "2" or "b" before ``end``."""
    first = _NUMBERED.match(text, start, end)
    if first is None:
        return False
    second = _SECOND.get(_label(first[1]))
    return any(_label(found[0]) == second for found in _ANY_NUMBER.finditer(text, first.end(), end))


def _label(written: str) -> str:
    return written.strip(" ().\t\n").lower()
