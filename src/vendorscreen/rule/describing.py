"""Conditions in words, one line each, for people."""

from collections.abc import Iterator

from vendorscreen.rule.answer import Condition, Trace
from vendorscreen.rule.condition import All, Anyone, Leaf, Not, Quantified

__all__ = ["condition_lines", "deciding"]


def condition_lines(condition: Condition, indent: str = "") -> Iterator[str]:
    """Yield the lines of a condition, each part below its whole."""
    if isinstance(condition, Leaf):
        yield f"{indent}- {condition.path} {condition.test}"
    elif isinstance(condition, All | Anyone):
        if isinstance(condition, All) and not condition.parts:
            yield f"{indent}- always"
            return
        yield f"{indent}- {'all' if isinstance(condition, All) else 'any'} of:"
        for part in condition.parts:
            yield from condition_lines(part, f"{indent}  ")
    elif isinstance(condition, Not):
        yield f"{indent}- not:"
        yield from condition_lines(condition.part, f"{indent}  ")
    elif isinstance(condition, Quantified):
        yield f"{indent}- {condition.asked} with:"
        yield from condition_lines(condition.where, f"{indent}  ")


def deciding(trace: Trace) -> Iterator[str]:
    """Yield what an answer rests on, each with the value that stood there."""
    below = [part for part in trace.parts if _bears(trace, part)]
    if not below:
        yield f"{trace.asked} ({trace.value or 'not stated'})"
    for part in below:
        yield from deciding(part)


def _bears(whole: Trace, part: Trace) -> bool:
    turned = whole.asked == "not" or whole.asked.startswith("none ")
    wanted = whole.answer if not turned or whole.answer is None else not whole.answer
    return part.answer is wanted
