"""The EU procurement Directives, by any usual way of naming them."""

import re

__all__ = ["under_directives"]

_NAMED = re.compile(r"(?<![0-9])(?:2014/2[345]|2009/81)(?![0-9])")
_CELEX_OF_ONE = re.compile(r"[03]2014L002[345](?:-[0-9]{8})?|[03]2009L0081(?:-[0-9]{8})?", re.ASCII)
_CELEX = re.compile(r"[0-9][0-9]{4}[A-Z]{1,2}[0-9]{4}(?:-[0-9]{8})?", re.ASCII)
_OUTSIDE = frozenset({"below-threshold", "outside-directives"})


def under_directives(legal_basis: str | None) -> bool | None:
    """Return whether a stated legal basis is Directive 2014/23, 2014/24, 2014/25 or 2009/81.

    ``True`` for one of them, by CELEX number or by name ("Directive 2014/24/EU"); ``False`` for another EU act by its
    CELEX number, and for the words "below-threshold" and "outside-directives"; ``None`` for anything else: a national
    law may transpose a Directive.
    """
    if legal_basis is None:
        return None
    text = legal_basis.strip()
    if _CELEX_OF_ONE.fullmatch(text.upper()) or _NAMED.search(text):
        return True
    return False if text.casefold() in _OUTSIDE or _CELEX.fullmatch(text.upper()) else None
