"""Messages and questions with facts in braces: ``{party.name} is established in {party.country}``."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from vendorscreen.country import country_name
from vendorscreen.document import suggestion
from vendorscreen.fact import Fact, Node, Scope, ValueKind

__all__ = ["Template", "read_template"]

_BRACES = re.compile(r"\{([^{}]*)\}")

_MISSING = "(not stated)"


class Template(Struct, frozen=True):
    """Text with facts in it; every fact was checked when it was read."""

    text: str
    braces: tuple[str, ...] = ()

    @property
    def scopes(self) -> frozenset[str]:
        """Names of the scopes whose facts stand in the text."""
        return frozenset(path.partition(".")[0] for path in self.braces)

    def fill(self, node: Callable[[str], Node | None], *, keep: str = "", found: Iterable[Node] = ()) -> str:
        """Return the text with the values that ``node(scope)`` holds.

        ``keep`` is left as it stands. Facts of a scope among ``found`` are those of all its nodes, each value once.
        """
        if not self.braces or (keep and self.braces == (keep[1:-1],)):
            return self.text
        several: dict[str, list[Node]] = {}
        for one in found:
            several.setdefault(one.scope.name, []).append(one)

        def value(match: re.Match[str]) -> str:
            scope, _, name = match[1].partition(".")
            if match[0] == keep:
                return keep
            nodes = [one] if (one := node(scope)) is not None else several.get(scope, [])
            values = dict.fromkeys(shown(one.scope.facts[name], one.value(name)) for one in nodes)
            return ", ".join(values) or _MISSING

        return _BRACES.sub(value, self.text)


def read_template(text: str, scopes: Iterable[Scope]) -> Template:
    """Return the template.

    Raises:
        ValueError: a fact in braces is not known in these scopes.
    """
    known = {f"{scope.name}.{name}": fact for scope in scopes for name, fact in scope.facts.items()}
    wrong = [path for path in dict.fromkeys(_BRACES.findall(text)) if path not in known]
    if wrong:
        raise ValueError("; ".join(f"unknown fact '{path}' in braces, {suggestion(path, known)}" for path in wrong))
    if "{" in _BRACES.sub("", text) or "}" in _BRACES.sub("", text):
        raise ValueError("a brace is not closed, or not opened")
    return Template(" ".join(text.split()), tuple(dict.fromkeys(_BRACES.findall(text))))


def shown(fact: Fact, value: object) -> str:
    """Return a value as people read it."""
    if value is None:
        return _MISSING
    if fact.kind is ValueKind.FLAG:
        return "yes" if value else "no"
    if fact.kind is ValueKind.COUNTRY:
        return country_name(str(value))
    if fact.kind is ValueKind.CHOICE:
        return str(value).replace("_", " ")
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(str(one) for one in value) or "none"
    if isinstance(value, float):
        return f"{value:,.0f}" if value >= 1000 else f"{value:.2f}"
    return str(value)
