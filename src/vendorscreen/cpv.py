"""Codes of the Common Procurement Vocabulary (CPV 2008, Regulation (EC) 213/2008)."""

import re

__all__ = ["CPV_LENGTH", "cpv_code", "cpv_under"]

CPV_LENGTH = 8
"""Digits of a CPV code without its check digit."""

_WRITTEN = re.compile(r"(\d{7,8})(?:-\d)?", re.ASCII)


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


def cpv_under(code: str, branch: str) -> bool:
    """Return whether a CPV code lies in a branch of the tree, given by its leading digits ("3858")."""
    return code.startswith(branch)
