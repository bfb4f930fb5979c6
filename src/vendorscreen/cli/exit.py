"""What the command's exit code says."""

from collections.abc import Iterable
from enum import IntEnum

__all__ = ["Exit", "worst"]


class Exit(IntEnum):
    """Exit codes of the command.

    ``STOPPED`` and ``UNREAD`` are the usual ones after Ctrl-C, and where whoever read the answers went away before the
    end.
    """

    DONE = 0
    FOUND = 1
    BAD_INPUT = 2
    OPEN = 3
    BUG = 101
    STOPPED = 130
    UNREAD = 141


_WORST_FIRST = (Exit.BUG, Exit.BAD_INPUT, Exit.FOUND, Exit.OPEN, Exit.DONE)


def worst(exits: Iterable[Exit]) -> Exit:
    """Return the exit for several files: a bug, then bad input, then findings, then open questions."""
    seen = set(exits)
    return next((code for code in _WORST_FIRST if code in seen), Exit.DONE)
