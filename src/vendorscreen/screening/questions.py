"""All that rules ask of a case, and the answers: cases with equal answers have equal outcomes, but for their words."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from vendorscreen.fact import CASE, Node, Nodes
from vendorscreen.rule import Rule
from vendorscreen.rule.condition import Leaf
from vendorscreen.rule.quantified import Quantified
from vendorscreen.rule.tree import walk

__all__ = ["Answers", "Questions"]

Answers = tuple[object, ...]

_PARTY = CASE.parts["party"]
_MATCH = _PARTY.scope.parts["match"]
_SUBJECTS = ((CASE.name, _PARTY.name), (_PARTY.scope.name, _MATCH.name))
"""Collections of what rules are about, each with the scope it belongs to."""


class Questions:
    """What some rules ask, by the thing of which they ask it: tests of facts, and collections to be gone through.

    ``reads_words`` is whether a test reads the words of a supplier's name, ``reads_subjects`` whether a condition goes
    through all parties or matches.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        asked = [one for rule in rules for condition in rule.conditions for one in walk(condition)]
        gone_through = [(one.anchor or here, one.part.name) for here, one in asked if isinstance(one, Quantified)]
        self.reads_words = any(one.fact.reads_words for _, one in asked if isinstance(one, Leaf))
        self.reads_subjects = not set(gone_through).isdisjoint(_SUBJECTS)
        self._leaves: dict[str, list[Leaf]] = defaultdict(list)
        for here, one in asked:
            if isinstance(one, Leaf):
                leaves = self._leaves[one.anchor or here]
                if not any((one.fact, one.test) == (leaf.fact, leaf.test) for leaf in leaves):
                    leaves.append(one)
        self._parts: dict[str, dict[str, None]] = defaultdict(dict)
        single = [(CASE.name, part.name) for part in CASE.parts.values() if not part.many]
        for scope, name in (*single, *_SUBJECTS, *gone_through):
            self._parts[scope][name] = None

    def answers(self, node: Node, day: date) -> Answers:
        """Return the answers about a thing and all in it that is asked about; ``node`` is that of the case."""
        scope = node.scope.name
        weight = [node.value(name) for name in ("certainty", "weak") if node.scope is _MATCH.scope]  # of each finding
        tests = [leaf.answer(node, day) for leaf in self._leaves.get(scope, ())]
        inside = [self._inside(node.part(name), day) for name in self._parts.get(scope, ())]
        return (*weight, *tests, *inside)

    def _inside(self, part: Node | Nodes | None, day: date) -> Answers | None:
        if part is None:
            return None
        if isinstance(part, Node):
            return self.answers(part, day)
        return (part.complete, *(self.answers(member, day) for member in part))
