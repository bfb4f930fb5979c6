"""The EU procurement Directives, by any usual way of naming them."""

import re

__all__ = ["DIRECTIVES", "NO_DIRECTIVE", "directive"]

DIRECTIVES = {"2014/23": "2014/23/EU", "2014/24": "2014/24/EU", "2014/25": "2014/25/EU", "2009/81": "2009/81/EC"}
"""Year and number to the name of a Directive."""

NO_DIRECTIVE = "none"

_NAMED = re.compile(r"(?<![0-9])(2014/2[345]|2009/81)(?![0-9])")
_CELEX_OF_ONE = re.compile(r"[03](2014|2009)L00(2[345]|81)(?:-[0-9]{8})?", re.ASCII)
_CELEX = re.compile(r"[0-9][0-9]{4}[A-Z]{1,2}[0-9]{4}(?:-[0-9]{8})?", re.ASCII)
_OUTSIDE = frozenset({"below-threshold", "outside-directives"})


def directive(legal_basis: str | None) -> str | None:
    """Return which Directive a stated legal basis is, by CELEX number or by name ("Directive 2014/24/EU").

    ``NO_DIRECTIVE`` for another EU act by its CELEX number, and for the words "below-threshold" and
    "outside-directives"; ``None`` for anything else: a national law may transpose a Directive.
    """
    if legal_basis is None:
        return None
    text = legal_basis.strip()
    celex, named = _CELEX_OF_ONE.fullmatch(text.upper()), _NAMED.search(text)
    found = f"{celex[1]}/{celex[2]}" if celex else named[1] if named else ""
    if found in DIRECTIVES:
        return DIRECTIVES[found]
    return NO_DIRECTIVE if text.casefold() in _OUTSIDE or _CELEX.fullmatch(text.upper()) else None
