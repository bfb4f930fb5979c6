"""Three-valued answers with their trace, what was missing, and the surroundings in which a condition is asked."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Protocol

from msgspec import Struct, field

from vendorscreen.fact import Fact, Node
from vendorscreen.fact.node import Path
from vendorscreen.rule.message import Template, shown

__all__ = ["PARTY", "Condition", "Missing", "Result", "Surroundings", "Trace", "TraceKind"]

PARTY = "{party.name}"
"""Where the name of a party stands in a question that is asked about each of several."""

SUBJECT = frozenset({"party", "match", ""})
"""Scopes whose nodes differ from subject to subject; the empty one is the innermost."""


class Missing(Struct, frozen=True):
    """A fact nobody stated, by its path in rules, and the question to ask.

    Questions that differ only in the name of a party are asked once, for all of them: ``question`` holds ``PARTY`` in
    its place, ``party`` the name.
    """

    fact: str
    question: str
    party: str | None = None

    @classmethod
    def of(cls, fact: str, question: Template, around: "Surroundings") -> "Missing":
        """Return what is missing in these surroundings."""
        text = question.fill(around.node, keep=PARTY)
        party = around.node("party") if PARTY in text else None
        name = str(party.value("name") or party.value("id") or "the party") if party is not None else None
        return cls(fact, text, name)


TraceKind = Literal["leaf", "all", "any", "not", "some", "every", "none", "count", "rule", "stage", "lists"]
"""What was asked: a fact, a word of a condition, a whole rule, one of its stages, or the lists it needs."""


class Trace(Struct, frozen=True):
    """What was asked and the answer, with the fact and the node it was asked of, else a note.

    ``each`` says, of a question about the members of a collection, what the parts are: one trace per member.
    """

    kind: TraceKind
    asked: str
    answer: bool | None
    note: str = ""
    fact: Fact | None = None
    node: Node | None = None
    parts: tuple["Trace", ...] = ()
    each: str = ""

    def bearing(self, answer: bool | None) -> bool | None:
        """Return the answer a part must have to bear on ``answer`` of the whole: the opposite below a negation."""
        return not answer if answer is not None and self.kind in ("not", "none") else answer

    @property
    def value(self) -> str:
        """What stood there, for people."""
        if self.fact is None:
            return self.note
        return shown(self.fact, None if self.node is None else self.node.value(self.fact.name))

    @property
    def place(self) -> Path | None:
        """Where it stood in the source; ``None`` where no fact was read."""
        return None if self.fact is None or self.node is None else self.node.place(self.fact)


class Result(Struct, frozen=True):
    """An answer with its trace, what was missing, and the members of collections that made it true.

    Where the answer is true, ``missing`` holds what further members of a collection would need to count too.
    """

    answer: bool | None
    trace: Trace
    missing: tuple[Missing, ...] = ()
    witnesses: tuple[Node, ...] = ()


class Surroundings(Struct, frozen=True):
    """The nodes dotted names start at, the innermost node bare names belong to, and the as-of date.

    A dotted name starts at the tender or the subject, also inside a collection of the same kind. ``known`` keeps the
    results of conditions that are the same for every subject of a rule.
    """

    named: Mapping[str, Node]
    here: Node
    day: date
    known: dict[int, Result] = field(default_factory=dict)

    def node(self, name: str) -> Node | None:
        """Return the node a dotted name starts at; in questions the innermost node goes by the name of its scope."""
        return self.named.get(name) or (self.here if self.here.scope.name == name else None)

    def ask(self, condition: "Condition") -> Result:
        """Return the result of a condition, asked once where it does not depend on the subject."""
        if not SUBJECT.isdisjoint(condition.uses):
            return condition.ask(self)
        key = id(condition)
        if key not in self.known:
            self.known[key] = condition.ask(self)
        return self.known[key]

    def about(self, subject: Iterable[Node | None]) -> "Surroundings":
        """Return the surroundings of a rule's subject: its nodes go by the names of their scopes."""
        named = {**self.named, **{node.scope.name: node for node in subject if node is not None}}
        return Surroundings(named, self.here, self.day, self.known)

    def inside(self, member: Node) -> "Surroundings":
        """Return the surroundings of a member of a collection; questions may still speak of the node it belongs to."""
        return Surroundings({self.here.scope.name: self.here, **self.named}, member, self.day, self.known)


class Condition(Protocol):
    """Something that can be asked."""

    @property
    def asked(self) -> str:
        """What is asked, in words, without its parts."""

    @property
    def parts(self) -> "tuple[Condition, ...]":
        """The conditions it is made of."""

    def of_parts(self, parts: "tuple[Condition, ...]") -> "Condition":
        """Return the same made of other parts."""

    @property
    def uses(self) -> frozenset[str]:
        """Names of the scopes on whose nodes the result depends; empty for the innermost one."""

    def ask(self, around: Surroundings) -> Result:
        """Return the answer in these surroundings."""
