"""Scopes, their facts and parts, and the nodes that hold the values of one case.

A value is ``None`` when nobody stated it. A collection is ``None`` when nobody said whether it has members.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any

from msgspec import Struct, field

__all__ = ["Fact", "Node", "Nodes", "Path", "Prose", "Scope", "ScopePart", "ValueKind", "stated"]

Path = tuple[str | int, ...]


class ValueKind(Enum):
    """What a fact holds, and so what may be asked about it."""

    TEXT = "text"
    PROSE = "prose"
    CHOICE = "choice"
    CERTAINTY = "certainty"
    COUNTRY = "country"
    FLAG = "yes or no"
    DATE = "date"
    NUMBER = "number"
    SET = "set of words"
    CODES = "CPV codes"
    SHARES = "shares by country"


class Prose(Struct, frozen=True):
    """A text to search; not ``whole`` where what it describes in full was not stated."""

    text: str
    whole: bool = True

    def __str__(self) -> str:
        return self.text


class Fact(Struct, frozen=True, kw_only=True):
    """One documented value a rule may read.

    ``read`` takes the thing the scope is about. ``at`` is where the value stands below that thing in the source; empty
    where it is worked out. ``unknown_when`` says what leaves it unknown beside nobody stating it. ``question`` is what
    to ask then. ``reads_words`` is whether the value changes with the words of a party's name alone, its ties the same.
    """

    name: str
    kind: ValueKind
    meaning: str
    read: Callable[[Any], object]
    unit: str = ""
    values: tuple[str, ...] = ()
    at: Path = ()
    unknown_when: str = ""
    question: str = ""
    reads_words: bool = False


def stated(
    field: str,
    kind: ValueKind,
    meaning: str,
    question: str = "",
    *,
    at: str | None = None,
    unit: str = "",
    values: tuple[str, ...] = (),
) -> Fact:
    """Return the fact that reads a field as it stands in the source, and has the field's name.

    ``field`` is a dotted path from the thing the scope is about. ``at`` is the dotted path in the source, by default
    the same; empty for a field of an entry, which stands in no tender.
    """
    place = field if at is None else at
    return Fact(
        name=field.rpartition(".")[2],
        kind=kind,
        meaning=meaning,
        read=attrgetter(field),
        unit=unit,
        values=values,
        at=tuple(place.split(".")) if place else (),
        question=question,
    )


class ScopePart(Struct, frozen=True, kw_only=True):
    """Something inside a scope: one thing, or a collection (``many``) named in the singular."""

    name: str
    scope: "Scope"
    meaning: str
    read: Callable[[Any], Any]
    many: bool = False
    plural: str = ""
    question: str = ""


class Scope(Struct, frozen=True):
    """What facts are about: a tender, a party, a match."""

    name: str
    meaning: str
    facts: Mapping[str, Fact]
    parts: Mapping[str, ScopePart] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, meaning: str, facts: Iterable[Fact], parts: Iterable[ScopePart] = ()) -> "Scope":
        """Return the scope of these facts and parts."""
        return cls(name, meaning, {fact.name: fact for fact in facts}, {part.name: part for part in parts})


class Nodes(Struct, frozen=True):
    """The members of a collection; not ``complete`` when there may be more."""

    members: tuple["Node", ...]
    complete: bool = True

    def __iter__(self) -> Iterator["Node"]:
        return iter(self.members)


class Node:
    """The values of one thing, read when first asked for."""

    __slots__ = ("_parts", "_values", "at", "scope", "thing")

    def __init__(self, scope: Scope, thing: Any, at: Path = ()) -> None:
        self.scope = scope
        self.thing = thing
        self.at = at
        self._values: dict[str, object] = {}
        self._parts: dict[str, Node | Nodes | None] = {}

    @classmethod
    def stated(cls, scope: Scope, values: Mapping[str, object], parts: "Mapping[str, Node | Nodes | None]") -> "Node":
        """Return a node with given values; what is not given is unknown."""
        node = cls(scope, None)
        node._values = {name: values.get(name) for name in scope.facts}
        node._parts = {name: parts.get(name) for name in scope.parts}
        return node

    def value(self, name: str) -> object:
        """Return the value of a fact of this scope, ``None`` if unknown."""
        if name not in self._values:
            self._values[name] = self.scope.facts[name].read(self.thing)
        return self._values[name]

    def part(self, name: str) -> "Node | Nodes | None":
        """Return one thing inside, or a collection; ``None`` if unknown."""
        if name not in self._parts:
            part = self.scope.parts[name]
            self._parts[name] = _node_of(part, part.read(self.thing))
        return self._parts[name]

    def place(self, fact: Fact) -> Path:
        """Return the path in the source at which a fact of this node stands."""
        return (*self.at, *fact.at)


def _node_of(part: ScopePart, read: Any) -> Node | Nodes | None:
    if read is None:
        return None
    if not part.many:
        return Node(part.scope, read, getattr(read, "at", ()))
    members = tuple(Node(part.scope, thing, getattr(thing, "at", ())) for thing in read)
    return Nodes(members, getattr(read, "complete", True))
