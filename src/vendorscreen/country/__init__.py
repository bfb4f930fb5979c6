"""Countries: any usual way of writing one, kept as ISO 3166-1 alpha-2.

Source: names and codes from the Unicode CLDR (Unicode License v3), written by scripts/build_countries.py. Kosovo is
kept under the user-assigned code XK.
"""

import unicodedata
from functools import cache
from importlib.resources import files

__all__ = ["countries_agree", "country_code", "country_codes", "country_name"]

_SPECIAL = {"UK": "GB", "EL": "GR", "ENG": "GB", "SCT": "GB", "WLS": "GB", "NIR": "GB"}
"""Codes in use for countries beside ISO 3166-1: of the European Union, and of the parts of the United Kingdom."""

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
