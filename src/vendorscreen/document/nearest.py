"""The known name nearest to a misspelt one."""

import difflib
from collections.abc import Iterable

__all__ = ["nearest", "suggestion"]

_MANY = 12
_MOST_COMPARED = 2_000
"""Most names that a misspelt one is compared with."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``word``, or ``None`` if none is near, or there are too many to compare."""
    names = sorted(set(known))
    if len(names) > _MOST_COMPARED:
        return None
    by_case = {name.casefold(): name for name in reversed(names)}
    found = difflib.get_close_matches(word.casefold()[:100], by_case, n=1, cutoff=0.6)
    return by_case[found[0]] if found else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the half-sentence that helps after a wrong word: the nearest name, or all names if they are few."""
    names = sorted(set(known))
    near = nearest(word, names)
    if near is not None:
        return f"did you mean '{near}'?"
    if not names:
        return "nothing is known here"
    if len(names) <= _MANY:
        return f"known: {', '.join(names)}"
    return f"{len(names)} are known" + ("" if len(names) > _MOST_COMPARED else ", none is near")
