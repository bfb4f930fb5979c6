"""How many examples the dear laws try."""

from hypothesis import settings

__all__ = ["examples"]

_USUAL = 100
"""Examples of a law that says nothing itself."""


def examples(usual: int) -> int:
    """Return ``usual``, or as many times more as the profile in use tries (`make soak`: fifty times)."""
    return usual * settings().max_examples // _USUAL
