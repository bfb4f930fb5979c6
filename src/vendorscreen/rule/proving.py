"""Which parts of a rule its own tests prove necessary: forced to an answer, one of them must come out otherwise."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from vendorscreen.rule.answer import Condition, Result, Surroundings, Trace
from vendorscreen.rule.condition import All, Anyone, Leaf, Not, Quantified
from vendorscreen.rule.evaluation import evaluate_example
from vendorscreen.rule.model import Answer, Effect, Example, Rule

__all__ = ["unproven_leaves"]

Replacement = Callable[[bool], Condition]


class _Forced(Struct, frozen=True):
    """A condition with one answer, whatever is asked."""

    answer: bool
    uses: frozenset[str] = frozenset()

    def ask(self, _: Surroundings) -> Result:
        return Result(self.answer, Trace("forced", self.answer))


def unproven_leaves(rule: Rule) -> list[str]:
    """Return the leaves that can be forced true or false without any test of the rule coming out otherwise."""
    expected = [_answer(rule, example) for example in rule.examples]
    return [
        f"{leaf.path} {leaf.test}, forced {str(answer).lower()}"
        for leaf, changed in _with_leaves_forced(rule)
        for answer in (True, False)
        if _comes_out(changed(answer), expected)
    ]


def _with_leaves_forced(rule: Rule) -> Iterator[tuple[Leaf, Callable[[bool], Rule]]]:
    for leaf, change in _leaves(rule.bound):
        yield leaf, lambda answer, change=change: replace(rule, bound=change(answer))  # type: ignore[misc]
    for leaf, change in _leaves(rule.when):
        yield leaf, lambda answer, change=change: replace(rule, when=change(answer))  # type: ignore[misc]
    for leaf, change in _leaves(rule.condition):
        yield leaf, lambda answer, change=change: replace(rule, condition=change(answer))  # type: ignore[misc]


def _answer(rule: Rule, example: Example) -> tuple[Answer, Effect]:
    outcome = evaluate_example(rule, example)
    return outcome.answer, outcome.effect


def _comes_out(rule: Rule, expected: list[tuple[Answer, Effect]]) -> bool:
    """Return whether every test comes out as expected; stops at the first that does not."""
    return all(_answer(rule, example) == answer for example, answer in zip(rule.examples, expected, strict=True))


def _leaves(condition: Condition) -> Iterator[tuple[Leaf, Replacement]]:
    """Yield each leaf of a condition, with a way to put an answer in its place."""
    if isinstance(condition, Leaf):
        yield condition, _Forced
    elif isinstance(condition, All | Anyone):
        for place, part in enumerate(condition.parts):
            for leaf, change in _leaves(part):
                yield leaf, _in_parts(condition, place, change)
    elif isinstance(condition, Not):
        for leaf, change in _leaves(condition.part):
            yield leaf, _in_field(condition, "part", change)
    elif isinstance(condition, Quantified):
        for leaf, change in _leaves(condition.where):
            yield leaf, _in_field(condition, "where", change)


def _in_parts(whole: All | Anyone, place: int, change: Replacement) -> Replacement:
    return lambda answer: replace(whole, parts=(*whole.parts[:place], change(answer), *whole.parts[place + 1 :]))


def _in_field(whole: Not | Quantified, field: str, change: Replacement) -> Replacement:
    return lambda answer: replace(whole, **{field: change(answer)})
