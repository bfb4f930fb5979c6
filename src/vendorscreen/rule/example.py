"""The facts a rule's own test states, as a tree of nodes: what is not written is unknown, ``[]`` is none."""

from collections.abc import Callable

from vendorscreen.country import country_code
from vendorscreen.cpv import cpv_code
from vendorscreen.document import Document, suggestion
from vendorscreen.errors import Problem
from vendorscreen.fact import CASE, Fact, Node, Nodes, Scope, ScopePart, ValueKind
from vendorscreen.fact.node import Prose
from vendorscreen.fact.ownership import Shares
from vendorscreen.period import full_date
from vendorscreen.rule.operator import LARGEST

__all__ = ["ExampleReader"]

Path = tuple[str | int, ...]


class ExampleReader:
    """Reads the facts of a test; problems are added to ``problems``."""

    def __init__(self, document: Document, problems: list[Problem]) -> None:
        self.document = document
        self.problems = problems

    def read(self, raw: object, at: Path) -> Node:
        """Return the root node of a test."""
        return self._node(CASE, raw, at)

    def subject(self, root: Node, kind: str, at: Path) -> tuple[Node | None, Node | None]:
        """Return the party and the match that a test of a rule about ``kind`` states: exactly one of each needed."""
        party = self._only(root, "party", at) if kind in ("party", "match") else None
        match = self._only(party, "match", at) if party is not None and kind == "match" else None
        return party, match

    def _only(self, node: Node, name: str, at: Path) -> Node | None:
        members = node.part(name)
        if isinstance(members, Nodes) and len(members.members) == 1:
            return members.members[0]
        plural = node.scope.parts[name].plural
        self._wrong(at, f"a test of this rule states exactly one {name}, write {plural}: [{{...}}]")
        return None

    def _node(self, scope: Scope, raw: object, at: Path) -> Node:
        if not isinstance(raw, dict):
            self._wrong(at, f"write the facts of the {scope.name} as keys and values")
            return Node.stated(scope, {}, {})
        known = {**scope.facts, **{part.plural or name: part for name, part in scope.parts.items()}}
        values: dict[str, object] = {}
        parts: dict[str, Node | Nodes | None] = {}
        for key, value in raw.items():
            entry = known.get(str(key))
            if isinstance(entry, Fact):
                values[entry.name] = self._value(entry, value, (*at, key))
            elif isinstance(entry, ScopePart):
                parts[entry.name] = self._part(entry, value, (*at, key))
            else:
                self._wrong(
                    (*at, key), f"unknown fact '{key}' of the {scope.name}, {suggestion(str(key), known)}", key=True
                )
        for name, part in scope.parts.items():
            if not part.many:
                parts.setdefault(name, Node.stated(part.scope, {}, {}))
        return Node.stated(scope, values, parts)

    def _part(self, part: ScopePart, raw: object, at: Path) -> Node | Nodes | None:
        if not part.many:
            return self._node(part.scope, raw, at)
        complete = True
        if isinstance(raw, dict) and raw.keys() == {"open"}:
            raw, complete, at = raw["open"], False, (*at, "open")
        if not isinstance(raw, list):
            self._wrong(at, "write a list, or {open: [...]} where there may be more members")
            return None
        return Nodes(tuple(self._node(part.scope, member, (*at, n)) for n, member in enumerate(raw)), complete)

    def _value(self, fact: Fact, raw: object, at: Path) -> object:
        try:
            return _checked(fact, raw)
        except ValueError as error:
            self._wrong(at, str(error))
            return None

    def _wrong(self, at: Path, message: str, *, key: bool = False) -> None:
        self.problems.append(self.document.problem(at, message, key=key))


def _checked(fact: Fact, raw: object) -> object:
    if raw is None:
        return None
    read = _READERS.get(fact.kind)
    return _word(fact, raw) if read is None else read(fact, raw)


def _flag(_: Fact, raw: object) -> bool:
    if not isinstance(raw, bool):
        raise ValueError("write true or false")  # noqa: TRY004
    return raw


def _number(_: Fact, raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or abs(raw) > LARGEST:
        raise ValueError("write a number")
    return float(raw)


def _words(fact: Fact, raw: object) -> tuple[str, ...]:
    return tuple(_word(fact, value) for value in (raw if isinstance(raw, list) else [raw]))


def _shares(_: Fact, raw: object) -> Shares:
    wrong = "write countries and shares, such as {RU: 0.6, unstated: 0.4}"
    if not isinstance(raw, dict):
        raise ValueError(wrong)  # noqa: TRY004
    for code, share in raw.items():
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
            raise ValueError(wrong)
        if code != "unstated" and country_code(str(code)) != code:
            raise ValueError(f"'{code}' is no country, write its two letters (ISO 3166-1), such as FR")
    shares = {str(code): float(share) for code, share in raw.items()}
    return Shares.stated(
        {code: share for code, share in shares.items() if code != "unstated"}, shares.get("unstated", 0.0)
    )


def _word(fact: Fact, raw: object) -> str:
    text = getattr(raw, "text", raw)
    if not isinstance(text, str):
        raise ValueError("write a text")  # noqa: TRY004
    if fact.values and text not in fact.values:
        raise ValueError(f"'{text}' is no value of {fact.name}, {suggestion(text, fact.values)}")
    if fact.kind is ValueKind.COUNTRY and country_code(text) != text:
        raise ValueError(f"'{text}' is no country, write its two letters (ISO 3166-1), such as FR")
    return text


_READERS: dict[ValueKind, Callable[[Fact, object], object]] = {
    ValueKind.FLAG: _flag,
    ValueKind.NUMBER: _number,
    ValueKind.SHARES: _shares,
    ValueKind.DATE: lambda fact, raw: full_date(_word(fact, raw)),
    ValueKind.PROSE: lambda fact, raw: Prose(_word(fact, raw)),
    ValueKind.CODES: lambda fact, raw: tuple(map(cpv_code, _words(fact, raw))),
    ValueKind.SET: _words,
}
