"""Countries: any usual way of writing one, kept as ISO 3166-1 alpha-2.

Source: names and codes from the Unicode CLDR (Unicode License v3), written by scripts/build_countries.py. Kosovo is
kept under the user-assigned code XK.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files

__all__ = ["countries_agree", "country_code", "country_codes", "country_in_cell", "country_name"]

_SPECIAL = {"UK": "GB", "EL": "GR", "ENG": "GB", "SCT": "GB", "WLS": "GB", "NIR": "GB"}
"""Codes in use for countries beside ISO 3166-1: of the European Union, and of the parts of the United Kingdom."""

_SIGNS = {"A": "AT", "B": "BE", "D": "DE", "E": "ES", "F": "FR", "H": "HU", "I": "IT", "L": "LU", "N": "NO", "P": "PT",
          "S": "SE", "J": "JP"}  # fmt: skip
"""Distinguishing signs of vehicles in international traffic that German and Austrian systems keep as countries."""

_FORMAL = re.compile(
    r"(?:the\s+)?(?:(?:federal|federative|islamic|democratic|socialist|people'?s|arab|bolivarian|united|co-?operative)\s+)*"
    r"(?:republic|rep\.?|kingdom|state|commonwealth|federation|principality|grand\s+duchy|sultanate|union)\s+of\s+(?:the\s+)?|"
    r"r[ée]p[uú]bb?li(?:que|ca)\s+(?:f[ée]d[ée]rale\s+)?(?:de\s+la\s+|del\s+|della\s+|de\s+|di\s+|do\s+|da\s+|du\s+|d['’])|"
    r"(?:republik|republika|република|республика|республіка)\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[-–—/|:;,()\[\]=]+")
_RELATED = frozenset({"CN", "HK", "MO", "TW"})


def country_code(text: str) -> str | None:
    """Return the alpha-2 code of a country written as alpha-2, alpha-3 or a common name in some 35 languages.

    ``UK``, ``EL`` and the parts of the United Kingdom are read as GB, GR and GB. ``None`` where no country is named.
    """
    upper = text.strip().upper()
    upper = _SPECIAL.get(upper, upper)
    if upper in _names():
        return upper
    return _codes().get(plain_name(text))


def country_in_cell(text: str) -> str | None:
    """Return the alpha-2 code of the country a cell of countries states.

    Also as code and name (``DE - Germany``), as a formal name (``Republic of Bulgaria``) and as the sign of vehicles of
    one letter (``D``). ``None`` where no country is named, or two.
    """
    code = country_code(text) or _SIGNS.get(text.strip(" .-").upper())
    if code is not None:
        return code
    formal = _FORMAL.match(text.strip())
    if formal is not None:
        return country_code(text.strip()[formal.end() :])
    named = {country_code(part) for part in _BETWEEN.split(text) if part.strip()}
    return named.pop() if len(named) == 1 else None


def country_name(code: str) -> str:
    """Return the English name of an alpha-2 code, or the code itself where it is not known."""
    return _names().get(code, code)


def country_codes() -> frozenset[str]:
    """Return every known alpha-2 code."""
    return frozenset(_names())


def countries_agree(a: str | None, b: str | None) -> bool | None:
    """Return whether two alpha-2 codes may be one place of business.

    ``None`` if one is not stated, or if both are among China, Hong Kong, Macao and Taiwan: related, not equal.
    """
    if a is None or b is None:
        return None
    if a == b:
        return True
    return None if {a, b} <= _RELATED else False


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    text = files(__name__).joinpath("countries.tsv").read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines())


@cache
def _names() -> dict[str, str]:
    return {row[0]: row[2] for row in _rows()}


@cache
def _codes() -> dict[str, str]:
    return {name: row[0] for row in _rows() for name in row[3].split("|")}


def plain_name(name: str) -> str:
    """Return the letters and digits of a country's name in lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in decomposed if character.isalnum())
