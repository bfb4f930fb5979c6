"""Writing small rule files for tests."""

import json
from pathlib import Path

from vendorscreen.document import parse_document
from vendorscreen.errors import RuleError
from vendorscreen.fact import CASE, Node, Nodes
from vendorscreen.rule import Rules, read_rules
from vendorscreen.rule.example import ExampleReader

REFERENCE = {
    "title": "Law",
    "url": "https://law.example",
    "locator": "art. 1",
    "checked": "2026-11-21",
    "read": "own_text",
}


def rule(**changes: object) -> dict[str, object]:
    """A whole rule about one party, with changes."""
    whole: dict[str, object] = {
        "id": "example",
        "title": "Example",
        "subject": "party",
        "effect": "signals",
        "weight": 10,
        "rationale": "Because.",
        "references": [REFERENCE],
        "condition": {"party.country": {"equals": "FR"}},
        "message": "{party.name} is in {party.country}.",
        "remediation": "Ask.",
        "tests": [
            {"name": "yes", "as_of": "2026-11-21", "facts": {"parties": [{"country": "FR"}]}, "expect": "finding"},
            {"name": "no", "as_of": "2026-11-21", "facts": {"parties": [{"country": "DE"}]}, "expect": "clear"},
        ],
    }
    return {key: value for key, value in (whole | changes).items() if value is not None}


def write(folder: Path, *rules: dict[str, object]) -> Path:
    """Write each rule into a file named after its id."""
    for number, one in enumerate(rules):
        path = folder / f"theme{number}" / f"{one.get('id', 'nameless')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(one, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def read(folder: Path, *rules: dict[str, object]) -> Rules:
    """Write rules and read them."""
    return read_rules(write(folder, *rules))


def problems(folder: Path, *rules: dict[str, object]) -> list[str]:
    """Return what is wrong with rules, without the folder."""
    try:
        read(folder, *rules)
    except RuleError as error:
        return [str(problem).replace(f"{folder}/", "") for problem in error.problems]
    return []


def facts(values: dict[str, object]) -> Node:
    """Return the root node of stated facts."""
    document = parse_document(b"x: 1", "facts")
    wrong: list[object] = []
    node = ExampleReader(document, wrong).read(values, ())  # type: ignore[arg-type]
    assert not wrong, wrong
    return node


def only_party(root: Node) -> Node:
    """Return the only party of stated facts."""
    members = root.part("party")
    assert isinstance(members, Nodes)
    return members.members[0]


__all__ = ["CASE", "REFERENCE", "facts", "only_party", "problems", "read", "rule", "write"]
