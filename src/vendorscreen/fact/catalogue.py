"""The vocabulary as a table: every scope with its facts and parts, once."""

from collections.abc import Iterator

from vendorscreen.fact.case_facts import CASE
from vendorscreen.fact.node import Scope

__all__ = ["all_scopes"]


def all_scopes() -> Iterator[Scope]:
    """Yield every scope, the case first, each before its parts."""
    scopes = [CASE]
    for scope in scopes:  # grows while it is walked
        yield scope
        for part in scope.parts.values():
            if part.scope not in scopes:
                scopes.append(part.scope)
