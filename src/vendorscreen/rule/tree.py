"""Conditions as a tree: what one is made of, and the same with another part."""

from collections.abc import Iterator

from vendorscreen.rule.answer import Condition
from vendorscreen.rule.condition import ROOT
from vendorscreen.rule.quantified import Quantified

__all__ = ["replaced", "walk"]


def walk(condition: Condition, here: str = ROOT) -> Iterator[tuple[str, Condition]]:
    """Yield a condition and all it is made of, each with the scope that its bare names belong to."""
    yield here, condition
    inside = condition.part.scope.name if isinstance(condition, Quantified) else here
    for part in condition.parts:
        yield from walk(part, inside)


def replaced(condition: Condition, part: Condition, other: Condition) -> Condition:
    """Return a condition with another in the place of one of those it is made of, which must be the very same."""
    if condition is part:
        return other
    return condition.of_parts(tuple(replaced(one, part, other) for one in condition.parts))
