"""What the header of a column says: whether it names suppliers, how surely, and which part of a name it is."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from vendorscreen.country import plain_name

__all__ = ["HeaderFit", "bare", "is_place_name", "likeness", "numbered", "numbers_suppliers"]

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_NUMBERED = re.compile(r"(.*[^\W\d]|.*[^\W\d][ _.-]+)0?([1-9])", re.DOTALL)
_REPEATED = re.compile(r" \([1-9]\d*\)$", re.ASCII)
_PLACE = re.compile(r"column [1-9]\d*", re.ASCII)
_LINKS = ("", "n", "s", "en", "es", "er")
"""What joins the halves of a compound: Lieferanten-name, leverantörs-namn."""

_HALVES = tuple(
    (one, other) for one in ("supplier", "organisation", "qualifier", "other") for other in ("name", "description")
)
_LONGEST = 200
_STEM = 4
_ASIDE = ("address", "addr", "adresse", "details", "party", "profile")
"""Words beside which a country or number is still that of the supplier."""


class HeaderFit(IntEnum):
    """What a header says of a column, the surest name of a supplier first."""

    SUPPLIER_NAME = 0
    SUPPLIER = 1
    ORGANISATION_NAME = 2
    ORGANISATION = 3
    NAME = 4
    OTHER_NAME = 5
    DESCRIPTION = 6


@lru_cache(32_768)
def likeness(header: str) -> HeaderFit | None:
    """Return how a header names suppliers; ``None`` where any of its words says something else."""
    if len(header) > _LONGEST:
        return None
    stem, _ = numbered(_REPEATED.sub("", header))
    if plain_name(stem) in _words("whole"):
        return HeaderFit.ORGANISATION_NAME
    said = {meaning for word in _split(stem) for meaning in _meanings(word)}
    if "unknown" in said:
        return None
    if "other" in said:
        return HeaderFit.OTHER_NAME if said & {"name", "description"} else None
    if "supplier" in said:
        named = said & {"name", "description"}
        return HeaderFit.SUPPLIER_NAME if named else HeaderFit.SUPPLIER if "qualifier" not in said else None
    if "name" in said:
        return HeaderFit.ORGANISATION_NAME if said & {"organisation", "qualifier"} else HeaderFit.NAME
    if "description" in said:
        return HeaderFit.ORGANISATION_NAME if "organisation" in said else HeaderFit.DESCRIPTION
    return HeaderFit.ORGANISATION if "organisation" in said and "qualifier" not in said else None


def numbered(header: str) -> tuple[str, int]:
    """Return a header without the number at its end, and the number; 1 to 9, or 0 where there is none."""
    match = _NUMBERED.fullmatch(header.strip())
    return (match[1].strip(" _.-"), int(match[2])) if match else (header, 0)


@lru_cache(32_768)
def bare(header: str) -> str:
    """Return the letters and digits of a header without words that only say that it is about the supplier."""
    words = [
        word for word in _split(header) if word not in _ASIDE and not set(_meanings(word)) <= {"supplier", "filler"}
    ]
    return "".join(words)


def numbers_suppliers(header: str) -> bool:
    """Return whether a header may be that of the numbers of suppliers: Vendor, Supplier ID, LIFNR."""
    plain = plain_name(header)
    return plain == "lifnr" or any(len(word) >= _STEM and word in plain for word in _words("supplier"))


def is_place_name(column: str) -> bool:
    """Return whether a column is named by its place: ``column 3``."""
    return _PLACE.fullmatch(column) is not None


def _split(header: str) -> list[str]:
    return [plain for word in _WORD.findall(_CAMEL.sub(" ", header)) if (plain := plain_name(word))]


@cache
def _meanings(word: str) -> tuple[str, ...]:
    """Return what a word says, or the two halves of a compound."""
    for meaning in ("supplier", "name", "organisation", "description", "qualifier", "other", "filler"):
        if word in _words(meaning):
            return (meaning,)
    return next(_compound(word), ("unknown",))


def _compound(word: str) -> Iterator[tuple[str, ...]]:
    for place in range(1, len(word)):
        first, last = word[:place], word[place:]
        for one, other in _HALVES:
            heads = {first.removesuffix(link) for link in _LINKS} & _words(one)
            if (heads and last in _words(other)) or (first in _words(other) and last in _words(one)):
                yield one, other


@cache
def _words(meaning: str) -> frozenset[str]:
    text = files("vendorscreen.batch").joinpath("header_words.tsv").read_text(encoding="utf-8")
    rows = dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return frozenset(map(plain_name, rows[meaning].split("|")))
