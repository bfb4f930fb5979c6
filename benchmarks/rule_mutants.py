"""How many small mistakes in the rules do the rules' own tests notice?

Each mutant changes one thing in one rule file: an operator, a quantifier, a bound, a date in force, a word, a group, a
word of a list, a branch of the CPV, a part left out, the clock, the effect; or it takes a country out of a group (each
fifth is tried). A mutant is caught when the file no longer loads or a test of a rule comes out otherwise.

    python benchmarks/rule_mutants.py            # all rules
    python benchmarks/rule_mutants.py --show     # also the mutants that survive
"""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

from msgspec.structs import replace

from vendorscreen.document import parse_document, read_document
from vendorscreen.errors import RuleError
from vendorscreen.rule import failing_examples, read_rules
from vendorscreen.rule.operator import Vocabulary
from vendorscreen.rule.rule_folders import RuleReader

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

EFFECTS = ["signals", "suggests_inquiry", "requires_inquiry", "requires_condition", "permits_exclusion", "prohibits"]
CLOCKS = ["as_of", "launch", "award", "signature"]
EVERY = 5
"""Of the members of country groups, each fifth is changed."""

Mutant = tuple[str, Any]


def mutants(rule: dict[str, Any]) -> Iterator[Mutant]:
    """Yield each mutant of a rule, with a word on what was changed."""
    for part in ("bound", "when", "condition"):
        if rule.get(part) is not None:
            for what, changed in of_condition(rule[part], part):
                yield what, {**rule, part: changed}
    for part in ("bound", "when", "in_force"):
        if rule.get(part):
            yield f"{part} left out", {key: value for key, value in rule.items() if key != part}
    for what, period in of_periods(rule.get("in_force", [])):
        yield what, {**rule, "in_force": period}
    yield "effect", {**rule, "effect": following(rule["effect"], EFFECTS)}
    if rule.get("clock", "as_of") != "as_of":
        yield "clock", {**rule, "clock": following(rule["clock"], CLOCKS)}


def following(word: str, words: list[str]) -> str:
    """Return the word after a word; after the last, the first."""
    return words[(words.index(word) + 1) % len(words)]


def of_periods(periods: list[dict[str, Any]]) -> Iterator[Mutant]:
    """Yield periods with one day moved, or one turned certain."""
    for place, period in enumerate(periods):
        for key in ("from", "to"):
            for days in (-1, 1) if key in period else ():
                day = date.fromisoformat(period[key]) + timedelta(days=days)
                yield f"in_force[{place}].{key} moved to {day}", replaced(periods, place, {**period, key: f"{day}"})
        if "certain" in period:
            yield f"in_force[{place}] certain", replaced(periods, place, {**period, "certain": True})


def replaced(items: list[Any], place: int, item: Any) -> list[Any]:
    """Return a list with another item at a place."""
    return [*items[:place], item, *items[place + 1 :]]


def of_condition(node: Any, at: str) -> Iterator[Mutant]:
    """Yield each mutant of a condition."""
    if isinstance(node, dict):
        for key, value in node.items():
            for what, changed in of_entry(key, value, f"{at}.{key}"):
                yield (
                    what,
                    {name: one for old in node for name, one in (changed if old == key else {old: node[old]}).items()},
                )
            if len(node) > 1:
                yield f"{at}.{key} left out", {other: one for other, one in node.items() if other != key}
    elif isinstance(node, list):
        for place, part in enumerate(node):
            for what, changed in of_condition(part, f"{at}[{place}]"):
                yield what, replaced(node, place, changed)
            if len(node) > 1:
                yield f"{at}[{place}] left out", [*node[:place], *node[place + 1 :]]


def of_entry(key: str, value: Any, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the mutants of one key of a condition and of what stands behind it, as what stands in its place."""
    word, _, path = key.partition(" ")
    alone = word in ("all", "any") and len(value) == 1
    if word in OTHER and not alone:
        yield f"{at} to {OTHER[word]}", {f"{OTHER[word]} {path}".strip(): value}
    if word == "not":
        yield f"{at} without not", value
    changes = of_condition(value, at) if isinstance(value, dict) or word in ("all", "any") else of_value(word, value)
    for what, changed in changes:
        yield what if what.startswith(at) else f"{at} {what}", {key: changed}


def of_value(word: str, value: Any) -> Iterator[Mutant]:
    """Yield the mutants of what an operator compares with."""
    if isinstance(value, bool):
        yield "turned", not value
    elif isinstance(value, int | float):
        yield from ((f"times {factor}", value * factor) for factor in (0.999, 1.001))
    elif value in CERTAINTIES:
        yield f"to {following(value, CERTAINTIES)}", following(value, CERTAINTIES)
    elif isinstance(value, str) and value in OTHERS:
        yield f"to {OTHERS[value]}", OTHERS[value]
    elif isinstance(value, list):
        for place, member in enumerate(value):
            if len(value) > 1:
                yield f"without {member}", [*value[:place], *value[place + 1 :]]
            if word == "under":
                yield from ((f"{member} to {one}", replaced(value, place, one)) for one in branches(member))


def branches(code: str) -> list[str]:
    """Return the branch of the CPV above one, and one below it."""
    return [*([code[:-1]] if len(code) > 2 else []), *([f"{code}9"] if len(code) < 8 else [])]


OTHERS = {"eu": "gpa-parties", "eea": "eu", "prc": "eu", "compelled-access": "eu", "CN": "RU", "RU": "BY", "US": "CA"}
OTHERS |= {
    "GB": "IE",
    "CA": "US",
    "CZ": "SK",
    "national": "local",
    "same": "affiliate",
    "owned": "same",
    "brand": "same",
}
OTHERS |= {"defence": "police", "eu-agreement-partners": "eu", "gdpr-adequate": "eu"}
"""What a single country, group or word is changed to."""


def of_groups(vocabulary: Vocabulary) -> Iterator[tuple[str, Vocabulary]]:
    """Yield vocabularies with one country, of each fifth, left out of a group."""
    members = [(group, place) for group in vocabulary.groups.values() for place in range(len(group.members))]
    for group, place in members[::EVERY]:
        fewer = replace(group, members=(*group.members[:place], *group.members[place + 1 :]))
        groups = {**vocabulary.groups, group.id: fewer}
        yield f"{group.id} without {group.members[place][0]}", replace(vocabulary, groups=groups)


def survives(raw: Any, place: str, vocabulary: Vocabulary) -> bool:
    """Return whether a rule loads and all its tests hold."""
    document = parse_document(json.dumps(raw).encode(), place)
    try:
        return not failing_examples(RuleReader(document, vocabulary).rule())
    except RuleError:
        return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print the mutants that survive")
    args = parser.parse_args()
    rules = read_rules(RULES)
    raw = {rule.place: read_document(Path(rule.place)).value for rule in rules.rules}
    results = [
        (f"{Path(place).stem}: {what}", survives(mutant, place, rules.vocabulary))
        for place, rule in raw.items()
        for what, mutant in mutants(cast("dict[str, Any]", rule))
    ]
    results += [
        (what, all(survives(rule, place, vocabulary) for place, rule in raw.items()))
        for what, vocabulary in of_groups(rules.vocabulary)
    ]
    if args.show:
        print("".join(f"survived: {what}\n" for what, survived in results if survived), end="")
    caught = sum(not survived for _, survived in results)
    print(f"{caught} of {len(results)} mutants caught ({caught / len(results):.1%}), {len(rules.rules)} rules")
    return 0


if __name__ == "__main__":
    sys.exit(main())
