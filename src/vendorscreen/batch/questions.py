"""All that rules ask of a case, and the answers: cases with equal answers have equal outcomes, but for their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from vendorscreen.fact import CASE, Fact, Node, Nodes, Part
from vendorscreen.rule import Rule
from vendorscreen.rule.answer import Condition
from vendorscreen.rule.condition import All, Anyone, Leaf, Not, Quantified

__all__ = ["Answers", "Questions"]

Answers = tuple[object, ...]

_PARTY = CASE.parts["party"]
_MATCH = _PARTY.scope.parts["match"]


class Questions:
    """What some rules ask, by the thing of which they ask it: tests of facts, and collections to be gone through."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        asked = [
            one
            for rule in rules
            for condition in (rule.bound, rule.when, rule.condition)
            for one in _asked(condition, CASE.name)
        ]
        self._leaves: dict[str, list[Leaf]] = defaultdict(list)
        self._parts: dict[str, dict[str, None]] = defaultdict(dict)
        self._parts[CASE.name] = dict.fromkeys(part.name for part in CASE.parts.values() if not part.many)
        self._parts[CASE.name][_PARTY.name] = self._parts[_PARTY.scope.name][_MATCH.name] = None  # subjects of rules
        for scope, one in asked:
            if isinstance(one, Quantified):
                self._parts[scope][one.part.name] = None
            elif not any((one.fact, one.test) == (leaf.fact, leaf.test) for leaf in self._leaves[scope]):
                self._leaves[scope].append(one)
        self.facts: list[Fact] = [one.fact for _, one in asked if isinstance(one, Leaf)]
        self.collections: list[Part] = [one.part for _, one in asked if isinstance(one, Quantified)]

    def answers(self, node: Node, day: date) -> Answers:
        """Return the answers about a thing and all in it that is asked about; ``node`` is that of the case."""
        scope = node.scope.name
        certainty = node.value("certainty") if node.scope is _MATCH.scope else None  # what prohibits needs it confirmed
        tests = [_answer(leaf, node.value(leaf.fact.name), day) for leaf in self._leaves.get(scope, ())]
        inside = [self._inside(node.part(name), day) for name in self._parts.get(scope, ())]
        return (certainty, *tests, *inside)

    def _inside(self, part: Node | Nodes | None, day: date) -> Answers | None:
        if part is None:
            return None
        if isinstance(part, Node):
            return self.answers(part, day)
        return (part.complete, *(self.answers(member, day) for member in part))


def _asked(condition: Condition, here: str) -> Iterator[tuple[str, Leaf | Quantified]]:
    """Yield what a condition asks, each with the scope it asks it of; ``here`` is that of its bare names."""
    if isinstance(condition, All | Anyone):
        for part in condition.parts:
            yield from _asked(part, here)
    elif isinstance(condition, Not):
        yield from _asked(condition.part, here)
    elif isinstance(condition, Quantified):
        yield condition.anchor or here, condition
        yield from _asked(condition.where, condition.part.scope.name)
    elif isinstance(condition, Leaf):
        yield condition.anchor or here, condition


def _answer(leaf: Leaf, value: object, day: date) -> bool | None:
    """Return what the leaf itself answers to a value; unknown where there is none, unless that is the question."""
    return None if value is None and leaf.test.operator != "stated" else leaf.test(value, day)
