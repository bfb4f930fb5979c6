"""Names that tell too little to mean one organisation: acronyms, and places and trade words that stand alone."""

from vendorscreen.name.background import information, is_known
from vendorscreen.name.comparable import comparable

__all__ = ["LEAST_TOLD", "LEAST_TOLD_BY_ALL", "is_acronym", "is_general", "is_ordinary", "is_short", "says_little"]

LEAST_BITS = 9.0
"""Bits below which a name says little: of 1,000 real companies, two have such words by chance."""

LEAST_TOLD, LEAST_TOLD_BY_ALL = 13.0, 20.0
"""Bits that words beside places and trades must have, or else all words; 1 in 8,000 companies has such by chance."""

LONGEST_ACRONYM = 4
"""Letters and digits up to which a single word stands for too many organisations."""


def says_little(name: str) -> bool:
    """Return whether a name has few bits, or is one word for a place or trade."""
    words = comparable(name).words
    return sum(map(information, words)) < LEAST_BITS or (len(words) == 1 and is_known(words[0]))


def is_ordinary(name: str) -> bool:
    """Return whether a name says little and all its words are places, trade words or words of legal forms."""
    return all(map(is_known, comparable(name).words)) and says_little(name)


def is_general(name: str, *, is_equal: bool) -> bool:
    """Return whether a name may well be another country's firm's: "Planet Technology", "National Building Company".

    Its words together have few bits, and those beside places and trades have none; where the names are not equal,
    those may have up to ``LEAST_TOLD`` bits.
    """
    words = comparable(name).words
    own = sum(information(word) for word in words if not is_known(word))
    return (not own or (not is_equal and own < LEAST_TOLD)) and sum(map(information, words)) < LEAST_TOLD_BY_ALL


def is_acronym(name: str) -> bool:
    """Return whether a name is a single short word in Latin letters: "MIT", not "MIT GmbH"."""
    return name.isascii() and " " not in name.strip() and sum(map(str.isalnum, name)) <= LONGEST_ACRONYM


def is_short(name: str) -> bool:
    """Return whether a name is one short word, whatever its legal form: "MIT", "MIT GmbH"."""
    words = comparable(name).words
    return len(words) == 1 and len(words[0]) <= LONGEST_ACRONYM
