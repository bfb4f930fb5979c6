"""Conditions as files write them to conditions that can be asked; everything wrong is found at once, with its place."""

from collections.abc import Mapping

from msgspec import Struct

from vendorscreen.document import Document, suggestion
from vendorscreen.errors import Problem
from vendorscreen.fact import CASE, Fact, Scope, ScopePart
from vendorscreen.rule.answer import Condition
from vendorscreen.rule.condition import ROOT, All, Anyone, Leaf, Not
from vendorscreen.rule.message import Template, read_template
from vendorscreen.rule.operator import Vocabulary, read_test
from vendorscreen.rule.quantified import Quantified, Quantifier

__all__ = ["ConditionParser", "subject_scopes"]

Path = tuple[str | int, ...]

_QUANTIFIERS: dict[str, Quantifier] = {"some": "some", "every": "every", "none": "none", "count": "count"}
_DEEPEST = 12
"""Deepest nesting of a condition."""

_MOST_QUANTIFIERS = 3
"""Quantifiers inside each other: the cost of a rule grows with the product of their collections."""


def subject_scopes(subject: str) -> dict[str, Scope]:
    """Return the scopes that dotted names may start at, for a rule about such a subject."""
    scopes = {name: part.scope for name, part in CASE.parts.items() if not part.many}
    if subject in ("party", "match"):
        scopes["party"] = CASE.parts["party"].scope
    if subject == "match":
        scopes["match"] = scopes["party"].parts["match"].scope
    return scopes


class ConditionParser(Struct, frozen=True):
    """Reads the conditions of one rule; problems are added to ``problems``."""

    document: Document
    named: Mapping[str, Scope]
    vocabulary: Vocabulary
    questions: Mapping[str, str]
    problems: list[Problem]
    asked: set[str]
    """Facts and collections that the conditions read so far are about, ``scope.name``."""

    def read(self, raw: object, at: Path) -> Condition:
        """Return the condition at a path of the document; a placeholder where it is wrong."""
        return self._mapping(raw, at, CASE, ())

    def _mapping(self, raw: object, at: Path, here: Scope, around: tuple[Scope, ...]) -> Condition:
        if not isinstance(raw, dict):
            return self._wrong(
                at, "write a condition: a fact with its test, or all, any, not, some, every, none, count"
            )
        if len(around) > _DEEPEST:
            return self._wrong(at, f"nested deeper than {_DEEPEST} levels")
        parts = [self._entry(str(key), value, (*at, key), here, around) for key, value in raw.items()]
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _entry(self, key: str, value: object, at: Path, here: Scope, around: tuple[Scope, ...]) -> Condition:
        if key in ("all", "any"):
            if not isinstance(value, list) or not value:
                return self._wrong(at, f"{key} takes a list of conditions")
            parts = tuple(self._mapping(part, (*at, n), here, (*around, here)) for n, part in enumerate(value))
            for n, part in enumerate(parts):
                if any(_settles(part, other, key) for other in parts[:n]):
                    self._wrong((*at, n), f"unreachable: a condition above it in '{key}' decides it already")
            return All(parts) if key == "all" else Anyone(parts)
        if key == "not":
            return Not(self._mapping(value, at, here, (*around, here)))
        word, _, path = key.partition(" ")
        if word in _QUANTIFIERS:
            if sum(str(step).partition(" ")[0] in _QUANTIFIERS for step in at) > _MOST_QUANTIFIERS:
                return self._wrong(at, f"more than {_MOST_QUANTIFIERS} quantifiers inside each other", key=True)
            return self._quantified(word, path.strip(), value, at, here, around)
        return self._leaf(key, value, at, here, around)

    def _leaf(self, path: str, value: object, at: Path, here: Scope, around: tuple[Scope, ...]) -> Condition:
        anchor, scope, name = self._resolve(path, here)
        fact = scope.facts.get(name) if scope else None
        if scope is None or fact is None:
            if scope is not None and name in scope.parts:
                return self._wrong(at, f"'{path}' is a collection, write 'some {path}: ...'", key=True)
            return self._wrong(at, self._unknown("fact", path, self._facts(here)), key=True)
        try:
            test = read_test(fact, value, self.vocabulary)
        except ValueError as error:
            return self._wrong(at, str(error))
        return Leaf(anchor, fact, test, self._question(scope, fact, here, around, at))

    def _quantified(
        self, word: str, path: str, value: object, at: Path, here: Scope, around: tuple[Scope, ...]
    ) -> Condition:
        anchor, scope, name = self._resolve(path, here)
        part = scope.parts.get(name) if scope else None
        if scope is None or part is None or not part.many:
            return self._wrong(at, self._unknown("collection", path, self._collections(here)), key=True)
        least = most = None
        where, where_at = value, at
        if word == "count":
            bounds = self._bounds(value, at)
            if bounds is None or not isinstance(value, dict):
                return Not(All(()))
            least, most = bounds
            where, where_at = value.get("where", {}), (*at, "where")
        inner = self._mapping(where, where_at, part.scope, (*around, here))
        question = self._question(scope, part, here, around, at)
        return Quantified(_QUANTIFIERS[word], anchor, part, inner, question, least, most)

    def _bounds(self, value: object, at: Path) -> tuple[int | None, int | None] | None:
        wrong = "count takes at_least or at_most with a whole number, and where with a condition"
        if not isinstance(value, dict) or not value.keys() <= {"where", "at_least", "at_most"}:
            self._wrong(at, wrong)
            return None
        numbers = [value.get("at_least"), value.get("at_most")]
        if numbers == [None, None] or any(isinstance(n, bool) or not isinstance(n, int | None) for n in numbers):
            self._wrong(at, wrong)
            return None
        least, most = (None if number is None else int(number) for number in numbers)
        if (least is not None and least < 1) or (most is not None and most < (least or 0)):
            self._wrong(at, "this count always or never holds: at_least starts at 1, at_most is no less than at_least")
            return None
        return least, most

    def _resolve(self, path: str, here: Scope) -> tuple[str, Scope | None, str]:
        anchor, dot, name = path.partition(".")
        if not dot:
            return (ROOT if here is CASE else ""), here, path
        return anchor, self.named.get(anchor), name

    def _unknown(self, what: str, path: str, known: list[str]) -> str:
        anchor, dot, _ = path.partition(".")
        if dot and anchor in ("party", "match") and anchor not in self.named:
            whole = "some party: ..." if anchor == "party" else "some party: {some match: ...}"
            return f"there is no one {anchor} here: write '{whole}', or make it the subject (not in bound)"
        return f"unknown {what} '{path}', {suggestion(path, known)}"

    def _facts(self, here: Scope) -> list[str]:
        return [*here.facts, *(f"{anchor}.{name}" for anchor, scope in self.named.items() for name in scope.facts)]

    def _collections(self, here: Scope) -> list[str]:
        dotted = [
            f"{anchor}.{name}"
            for anchor, scope in self.named.items()
            for name, part in scope.parts.items()
            if part.many
        ]
        return [name for name, part in here.parts.items() if part.many] + dotted

    def _question(
        self, scope: Scope, asked: Fact | ScopePart, here: Scope, around: tuple[Scope, ...], at: Path
    ) -> Template:
        """Return the rule's own question for a fact, else the fact's."""
        path = f"{scope.name}.{asked.name}"
        self.asked.add(path)
        known = [*self.named.values(), *around, here, scope]
        try:
            return read_template(self.questions.get(path, asked.question or f"What is {path}?"), known)
        except ValueError:
            self._wrong(
                ("questions", path) if path in self.questions else at, f"the question for {path} names an unknown fact"
            )
            return Template("")

    def _wrong(self, at: Path, message: str, *, key: bool = False) -> Condition:
        self.problems.append(self.document.problem(at, message, key=key))
        return Not(All(()))


def _settles(part: Condition, other: Condition, word: str) -> bool:
    """Return whether a condition can add nothing to one beside it: the same, its opposite, another single value."""
    if part == Not(All(())):  # stands for a condition that is wrong
        return False
    if part in (other, Not(other)) or other == Not(part):
        return True
    if word == "any" or not isinstance(part, Leaf) or not isinstance(other, Leaf):
        return False
    same = (part.anchor, part.fact) == (other.anchor, other.fact)
    return same and part.test.operator == other.test.operator == "equals"
