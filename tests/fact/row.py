"""A row for each fact: what states it, what is read then, and what leaves it unknown."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from vendorscreen.fact import CASE, Case, Node
from vendorscreen.matching import match_tender
from vendorscreen.screening import shipped_folder
from vendorscreen.tender import parse_tender
from vendorscreen.watchlist import Watchlist, read_watchlists

DAY = date(2026, 11, 21)


class Row(NamedTuple):
    """A fact as ``scope.fact``, with the text of a tender, or a node, that states it and one that leaves it unknown.

    Without ``unstated`` the fact always has a value.
    """

    fact: str
    stated: str | Node
    value: object
    unstated: str | Node | None = None

    def read(self) -> tuple[object, object]:
        """Return the value where the fact is stated and where it is not."""
        scope, _, name = self.fact.partition(".")
        return tuple(  # type: ignore[return-value]
            None if given is None else (given if isinstance(given, Node) else first(scope, given)).value(name)
            for given in (self.stated, self.unstated)
        )


@cache
def shipped() -> Watchlist:
    return read_watchlists(shipped_folder("watchlists"))


def first(scope: str, text: str) -> Node:
    """Return the first node of a scope in the case of a tender; a zloty is worth 0.25 euros."""
    tender = parse_tender(text.encode(), "t.yaml")
    case = Case(tender, shipped(), tuple(match_tender(tender, shipped(), DAY)), DAY, {"PLN": Decimal("0.25")})
    nodes = [Node(CASE, case)]
    for node in nodes:  # grows while it is walked
        if node.scope.name == scope:
            return node
        for name in node.scope.parts:
            part = node.part(name)
            nodes += [part] if isinstance(part, Node) else list(part or ())
    raise AssertionError(f"no {scope} in the case")
