"""How much a word says about which company is meant: rare words much, common words little.

The table was counted over real company names (``data/background.txt`` says which); it never depends on a watchlist, so
neither does similarity.
"""

from functools import cache
from importlib.resources import files

__all__ = ["information"]

_UNKNOWN_BITS = 17.0
"""Bits of a word no counted company uses, or only one: log2(105,888 / 0.8)."""
_BITS_PER_LETTER = 3.5
"""Ceiling by length: a word of one or two letters is no name, however rare."""


def information(word: str) -> float:
    """Return the information of a comparable word in bits, 0 to 17."""
    return min(_table().get(word, _UNKNOWN_BITS), _BITS_PER_LETTER * len(word))


@cache
def _table() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in files("vendorscreen.name").joinpath("data/background.txt").read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            bits, _, words = line.partition(" ")
            table.update(dict.fromkeys(words.split(), float(bits)))
    return table
