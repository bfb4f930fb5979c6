"""Conditions and answers in words, one line each, for people."""

from collections.abc import Iterator

from vendorscreen.rule.answer import Condition, Trace
from vendorscreen.rule.condition import All, Anyone, Not
from vendorscreen.rule.quantified import Quantified

__all__ = ["condition_lines", "deciding"]

_BEFORE_PARTS: dict[type, str] = {All: " of:", Anyone: " of:", Not: ":", Quantified: " with:"}


def condition_lines(condition: Condition, indent: str = "") -> Iterator[str]:
    """Yield the lines of a condition, each part below its whole."""
    asked = "always" if condition == All(()) else f"{condition.asked}{_BEFORE_PARTS.get(type(condition), '')}"
    yield f"{indent}- {asked}"
    for part in condition.parts:
        yield from condition_lines(part, f"{indent}  ")


def deciding(trace: Trace) -> Iterator[str]:
    """Yield what an answer rests on, each with the value that stood there."""
    wanted = trace.bearing(trace.answer)
    below = [part for part in trace.parts if part.answer is wanted]
    if not below:
        yield f"{trace.asked} ({trace.value or 'not stated'})"
    for part in below:
        yield from deciding(part)
