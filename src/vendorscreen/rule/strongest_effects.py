"""The strongest effects of outcomes: what is established, and what open questions leave possible."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from vendorscreen.rule.rule import Answer, Effect, Outcome

__all__ = ["OpenRule", "established", "open_rules", "possible"]


class OpenRule(NamedTuple):
    """A rule, by its id, that misses facts, and the effect it could have."""

    effect: Effect
    rule: str
    facts: frozenset[str]


def established(outcomes: Iterable[Outcome]) -> Effect:
    """Return the strongest effect among findings that are not context."""
    found = (outcome.effect for outcome in outcomes if outcome.answer is Answer.FINDING and not outcome.rule.context)
    return max(found, default=Effect.NO_FINDING)


def open_rules(outcomes: Iterable[Outcome]) -> frozenset[OpenRule]:
    """Return the rules, but for context, that miss something, each with all that it misses."""
    facts: dict[tuple[Effect, str], set[str]] = defaultdict(set)
    for outcome in outcomes:
        if outcome.missing and not outcome.rule.context:
            facts[outcome.rule.effect, outcome.rule.id].update(missing.fact for missing in outcome.missing)
    return frozenset(OpenRule(effect, rule, frozenset(missed)) for (effect, rule), missed in facts.items())


def possible(found: Effect, rules: Iterable[OpenRule]) -> Effect:
    """Return the strongest effect that is established or that a rule leaves open."""
    return max([found, *(rule.effect for rule in rules)])
