"""The known name nearest to a misspelt one."""

import difflib
from collections.abc import Iterable

__all__ = ["nearest", "suggestion"]

_MANY = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``word``, or ``None`` if none is near."""
    names = sorted(set(known))
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
    return f"known: {', '.join(names)}" if len(names) <= _MANY else f"{len(names)} are known, none is near"
