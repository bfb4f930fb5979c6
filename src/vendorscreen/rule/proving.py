"""Which parts of a rule its own tests prove necessary: forced to an answer, one of them must come out otherwise."""

from msgspec.structs import replace

from vendorscreen.rule.condition import All, Leaf, Not
from vendorscreen.rule.evaluation import evaluate_example
from vendorscreen.rule.operator import Test
from vendorscreen.rule.rule import Answer, Effect, Example, Rule
from vendorscreen.rule.tree import replaced, walk

__all__ = ["unproven_leaves"]


def unproven_leaves(rule: Rule) -> list[str]:
    """Return the leaves that can be forced true or false without any test of the rule coming out otherwise."""
    expected = [_answer(rule, example) for example in rule.examples]
    exceptions = [
        f"unless {rule.unless[n].act}, forced {str(answer).lower()}"
        for n in range(len(rule.lifts))
        for answer, always in ((True, All(())), (False, Not(All(()))))
        if _comes_out(replace(rule, lifts=(*rule.lifts[:n], always, *rule.lifts[n + 1 :])), expected)
    ]
    return exceptions + [
        f"{leaf.asked}, forced {str(answer).lower()}"
        for condition in rule.conditions
        for _, leaf in walk(condition)
        if isinstance(leaf, Leaf)
        for answer in (True, False)
        if _comes_out(_forced(rule, leaf, answer), expected)
    ]


def _forced(rule: Rule, leaf: Leaf, answer: bool) -> Rule:
    """Return the rule with one answer of a leaf, whatever is stated or not."""
    forced = replace(leaf, test=Test("stated", answer, lambda _, wanted, __: wanted))
    bound, when, condition = (replaced(whole, leaf, forced) for whole in rule.conditions)
    return replace(rule, bound=bound, when=when, condition=condition)


def _answer(rule: Rule, example: Example) -> tuple[Answer, Effect]:
    outcome = evaluate_example(rule, example)
    return outcome.answer, outcome.effect


def _comes_out(rule: Rule, expected: list[tuple[Answer, Effect]]) -> bool:
    """Return whether every test comes out as expected; stops at the first that does not."""
    return all(_answer(rule, example) == answer for example, answer in zip(rule.examples, expected, strict=True))
