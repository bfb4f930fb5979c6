"""How many small mistakes in the rules do the rules' own tests notice?

Each mutant changes one thing in one rule file: an operator, a quantifier, a bound, a date in force, a word of a list, a
branch of the CPV, a part left out, the effect. A mutant is caught when the file no longer loads or a test of the rule
comes out otherwise.

    python benchmarks/rule_mutants.py            # all rules
    python benchmarks/rule_mutants.py --show     # also the mutants that survive
"""

import argparse
import copy
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from vendorscreen.document import parse_document, read_document
from vendorscreen.errors import RuleError
from vendorscreen.rule import failing_examples, read_rules
from vendorscreen.rule.reading import RuleReader

RULES = Path(__file__).parent.parent / "rules"
OTHER = {
    "at_least": "more_than",
    "at_most": "less_than",
    "more_than": "at_least",
    "less_than": "at_most",
    "before": "after",
    "after": "before",
    "all": "any",
    "any": "all",
    "some": "every",
    "every": "some",
    "none": "some",
}
CERTAINTIES = ["possible", "probable", "strong", "confirmed"]

Mutant = tuple[str, Any]


def mutants(rule: dict[str, Any]) -> Iterator[Mutant]:
    """Yield each mutant of a rule, with a word on what was changed."""
    for part in ("bound", "condition"):
        if rule.get(part) is not None:
            for what, changed in of_condition(rule[part], part):
                yield what, {**rule, part: changed}
    for place, period in enumerate(rule.get("in_force", [])):
        for key in ("from", "to"):
            if key in period:
                for days in (-1, 1):
                    moved = copy.deepcopy(rule)
                    day = date.fromisoformat(period[key]) + timedelta(days=days)
                    moved["in_force"][place][key] = day.isoformat()
                    yield f"in_force[{place}].{key} moved to {day}", moved
    if rule.get("in_force"):
        yield "in_force left out", {key: value for key, value in rule.items() if key != "in_force"}
    if rule.get("bound") is not None:
        yield "bound left out", {key: value for key, value in rule.items() if key != "bound"}


def of_condition(node: Any, at: str) -> Iterator[Mutant]:
    """Yield each mutant of a condition."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from of_entry(node, key, value, f"{at}.{key}")
            if len(node) > 1:
                yield f"{at}.{key} left out", {other: one for other, one in node.items() if other != key}
    elif isinstance(node, list):
        for place, part in enumerate(node):
            for what, changed in of_condition(part, f"{at}[{place}]"):
                yield what, [*node[:place], changed, *node[place + 1 :]]
            if len(node) > 1:
                yield f"{at}[{place}] left out", [*node[:place], *node[place + 1 :]]


def of_entry(node: dict[str, Any], key: str, value: Any, at: str) -> Iterator[Mutant]:
    """Yield the mutants of one key of a condition and of what stands behind it."""
    word, _, path = key.partition(" ")
    if word in OTHER:
        renamed = f"{OTHER[word]} {path}".strip()
        if (
            word in ("all", "any") and (not isinstance(value, list) or len(value) > 1)
        ) or word not in ("all", "any"):
            yield f"{at} to {renamed}", {renamed if one == key else one: old for one, old in node.items()}
    if word == "not":
        yield f"{at} without not", value
    if word in ("at_least", "at_most", "more_than", "less_than", "equals") and isinstance(value, int | float):
        if isinstance(value, bool):
            yield f"{at} turned", {**node, key: not value}
        else:
            for factor in (0.999, 1.001):
                yield f"{at} times {factor}", {**node, key: value * factor}
    elif word == "at_least" and value in CERTAINTIES:
        other = CERTAINTIES[(CERTAINTIES.index(value) + 1) % 4]
        yield f"{at} to {other}", {**node, key: other}
    elif word in ("in", "within", "under", "includes", "from") and isinstance(value, list):
        for place, member in enumerate(value):
            if len(value) > 1:
                yield f"{at} without {member}", {**node, key: [*value[:place], *value[place + 1 :]]}
            if word == "under":
                longer = [*value[:place], f"{member}9", *value[place + 1 :]] if len(member) < 8 else value
                yield f"{at} {member} to {member}9", {**node, key: longer}
    else:
        for what, changed in of_condition(value, at):
            yield what, {**node, key: changed}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the mutants that survive")
    args = parser.parse_args()
    rules = read_rules(RULES)
    caught = total = 0
    for rule in rules.rules:
        raw = read_document(Path(rule.place)).value
        assert isinstance(raw, dict)
        for what, mutant in mutants(raw):
            total += 1
            document = parse_document(json.dumps(mutant).encode(), rule.place)
            try:
                survived = not failing_examples(RuleReader(document, rules.vocabulary).rule())
            except RuleError:
                survived = False
            caught += not survived
            if survived and args.show:
                print(f"survived: {rule.id}: {what}")
    print(f"{caught} of {total} mutants caught ({caught / total:.1%}), {len(rules.rules)} rules")
    return 0


if __name__ == "__main__":
    sys.exit(main())
