"""The vocabulary as a table: every scope with its facts and parts, once."""

from collections.abc import Iterator

from vendorscreen.fact.node import Scope
from vendorscreen.fact.tender_facts import CASE

__all__ = ["all_scopes"]


def all_scopes() -> Iterator[Scope]:
    """Yield every scope, the case first, each before its parts."""
    scopes = [CASE]
    for scope in scopes:  # grows while it is walked
        yield scope
        scopes += [part.scope for part in scope.parts.values() if part.scope not in scopes]
