"""Messages and questions with facts in braces: ``{party.name} is established in {party.country}``."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vendorscreen.country import country_name
from vendorscreen.document import suggestion
from vendorscreen.fact import Fact, Kind, Node, Scope

__all__ = ["Template", "read_template"]

_BRACES = re.compile(r"\{([^{}]*)\}")

_MISSING = "(not stated)"


@dataclass(frozen=True, slots=True)
class Template:
    """Text with facts in it; every fact was checked when it was read."""

    text: str

    def fill(self, node: Callable[[str], Node | None]) -> str:
        """Return the text with the values that ``node(scope)`` holds."""
        return _BRACES.sub(lambda match: _value(match[1], node), self.text)


def read_template(text: str, scopes: Iterable[Scope]) -> Template:
    """Return the template.

    Raises:
        ValueError: a fact in braces is not known in these scopes.
    """
    known = {f"{scope.name}.{name}": fact for scope in scopes for name, fact in scope.facts.items()}
    for path in _BRACES.findall(text):
        if path not in known:
            raise ValueError(f"unknown fact '{path}' in braces, {suggestion(path, known)}")
    return Template(" ".join(text.split()))


def _value(path: str, node: Callable[[str], Node | None]) -> str:
    scope, _, name = path.partition(".")
    found = node(scope)
    return _MISSING if found is None else shown(found.scope.facts[name], found.value(name))


def shown(fact: Fact, value: object) -> str:
    """Return a value as people read it."""
    if value is None:
        return _MISSING
    if fact.kind is Kind.FLAG:
        return "yes" if value else "no"
    if fact.kind is Kind.COUNTRY:
        return country_name(str(value))
    if fact.kind is Kind.SHARES and isinstance(value, dict):
        return ", ".join(f"{country_name(code)} {share:.0%}" for code, share in value.items()) or "none"
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(str(one) for one in value) or "none"
    if isinstance(value, float):
        return f"{value:,.0f}" if value >= 1000 else f"{value:.2f}"
    return str(value)
