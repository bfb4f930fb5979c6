"""Codes of the Common Procurement Vocabulary (CPV 2008, Regulation (EC) 213/2008)."""

import re

__all__ = ["CPV_LENGTH", "cpv_code", "is_branch"]

CPV_LENGTH = 8
"""Digits of a CPV code without its check digit."""

_WRITTEN = re.compile(r"(\d{7,8})(?:-\d)?", re.ASCII)
_DIVISIONS = frozenset(
    "03 09 14 15 16 18 19 22 24 30 31 32 33 34 35 37 38 39 41 42 43 44 45 48 50 51 55 60 63 64 65 66 70 71 72 73 75 76"
    " 77 79 80 85 90 92 98".split()
)


def cpv_code(text: str) -> str:
    """Return the eight digits of a CPV code written with or without check digit or its leading zero.

    Division codes are written in full, as notices do ("38000000"); the check digit is not verified.

    Raises:
        ValueError: the text is no CPV code.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no CPV code, write eight digits, such as 38581000 or 38581000-4")
    return match[1].zfill(CPV_LENGTH)


def is_branch(text: str) -> bool:
    """Return whether a text is two to eight leading digits of a code, in a division there is ("3858")."""
    return text.isascii() and text.isdigit() and 2 <= len(text) <= CPV_LENGTH and text[:2] in _DIVISIONS
