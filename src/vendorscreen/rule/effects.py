"""The strongest effects of outcomes: what is established, and what open questions leave possible."""

from collections.abc import Iterable
from typing import NamedTuple

from vendorscreen.rule.model import Answer, Effect, Outcome

__all__ = ["OpenQuestion", "established", "open_questions", "possible"]


class OpenQuestion(NamedTuple):
    """A fact that a rule, by its id, misses, and the effect the rule could have."""

    effect: Effect
    rule: str
    fact: str


def established(outcomes: Iterable[Outcome]) -> Effect:
    """Return the strongest effect among findings that are not context."""
    found = (outcome.effect for outcome in outcomes if outcome.answer is Answer.FINDING and not outcome.rule.context)
    return max(found, default=Effect.NO_FINDING)


def open_questions(outcomes: Iterable[Outcome]) -> frozenset[OpenQuestion]:
    """Return what rules that are not context miss."""
    return frozenset(
        OpenQuestion(outcome.rule.effect, outcome.rule.id, missing.fact)
        for outcome in outcomes
        if not outcome.rule.context
        for missing in outcome.missing
    )


def possible(found: Effect, questions: Iterable[OpenQuestion]) -> Effect:
    """Return the strongest effect that is established or that a question leaves open."""
    return max([found, *(question.effect for question in questions)])
