"""Write what the documentation takes from the code: rule catalogue, facts, command reference, schemas, API.

python scripts/write_docs.py          # write
python scripts/write_docs.py --check  # exit 1 if something would change
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from api_page import api_page

from vendorscreen.cli.main import application
from vendorscreen.fact.catalogue import all_scopes
from vendorscreen.rule import Rule, read_rules
from vendorscreen.rule.describing import condition_lines
from vendorscreen.rule.operator import OPERATORS
from vendorscreen.rule.schema import SCHEMAS
from vendorscreen.vendor.vendor import Reach
from vendorscreen.watchlist.vendor_folders import read_vendor_folders

ROOT = Path(__file__).parent.parent


def main() -> int:
    wanted = {ROOT / "docs" / name: text for name, text in pages()}
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not what the code says, run: make docs")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8")
        print("wrote", path.relative_to(ROOT))
    return 0


def pages() -> Iterator[tuple[str, str]]:
    yield "rules.md", "\n".join(rules_page())
    yield "facts.md", "\n".join(facts_page())
    yield "cli.md", "\n".join(cli_page())
    yield "api.md", "\n".join(api_page())
    yield "programmes.md", "\n".join(programmes_page())
    for name, schema in SCHEMAS.items():
        yield f"schema/{name}.schema.json", json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def rules_page() -> Iterator[str]:
    rules = read_rules(ROOT / "rules").rules
    yield "# Rules\n"
    yield "Written from the rule files by `make docs`. A rule says what an entry or a fact means for *this* buyer.\n"
    yield "| Rule | Effect | What |\n| --- | --- | --- |"
    for rule in rules:
        yield f"| [{rule.id}](#{rule.id}) | {rule.effect.word} | {rule.title} |"
    for rule in rules:
        yield from rule_section(rule)


def rule_section(rule: Rule) -> Iterator[str]:
    periods = [
        f"{one.start} to {one.end or 'now'}{'' if one.certain else ', not certain'}"
        + (f" ({one.note})" if one.note else "")
        for one in rule.in_force
    ]
    context = ", context only" if rule.context else ""
    yield f"\n## {rule.id}\n"
    yield f"**{rule.title}.** {rule.rationale}\n"
    yield f"- Effect: `{rule.effect.word}`, weight {rule.weight}{context}; about each {rule.subject}"
    yield f"- In force: {'; '.join(periods) or 'always'} (held against the {rule.clock.replace('_', '-')} date)"
    yield "- Bound:\n"
    yield from (f"    {line}" for line in condition_lines(rule.bound))
    yield "\n- When:\n"
    yield from (f"    {line}" for line in condition_lines(rule.when))
    yield "\n- Condition:\n"
    yield from (f"    {line}" for line in condition_lines(rule.condition))
    yield f"\n- What to do: {rule.remediation}"
    for one in rule.references:
        yield f"- Source: [{one.title}]({one.url}), {one.locator} ({one.read.replace('_', ' ')}, {one.checked})"
    yield f"- Tests in the rule: {len(rule.examples)}"


def facts_page() -> Iterator[str]:
    yield "# Facts\n"
    yield "Written from the code by `make docs`. What a condition may read; a fact nobody stated is unknown.\n"
    for scope in all_scopes():
        yield f"\n## {scope.name}\n\n{scope.meaning[:1].upper()}{scope.meaning[1:]}.\n"
        if scope.facts:
            yield "| Fact | Kind | Unit | Meaning | Read from | Unknown when | Asked then |"
            yield "| --- | --- | --- | --- | --- | --- | --- |"
            for fact in scope.facts.values():
                values = f"; one of: {', '.join(fact.values)}" if fact.values else ""
                told = f"`{'.'.join(map(str, fact.at))}`" if fact.at else "worked out"
                cells = (f"`{fact.name}`", fact.kind.value, fact.unit, fact.meaning + values, told)
                yield f"| {' | '.join((*cells, fact.unknown_when or 'not stated', fact.question))} |"
        if scope.parts:
            yield "\n| Part | | Holds | Meaning |\n| --- | --- | --- | --- |"
            for name, part in scope.parts.items():
                held, below = "collection" if part.many else "one", part.scope.name
                yield f"| `{name}` | {held} | [{below}](#{below}) | {part.meaning} |"
    yield "\n## Operators\n\n| Operator | Kinds | Holds when |\n| --- | --- | --- |"
    for name, operator in OPERATORS.items():
        yield f"| `{name}` | {', '.join(sorted(kind.value for kind in operator.kinds))} | {operator.meaning} |"
    bounds = "`from` with `more_than`, `at_least`, `less_than` or `at_most`"
    yield f"| {bounds} | shares by country | the share these countries or groups hold compares so with the bound |"
    yield ""


def programmes_page() -> Iterator[str]:
    folders = read_vendor_folders([ROOT / "watchlists"])
    yield "# Programmes\n"
    yield "Written from `watchlists/programmes.yaml` by `make docs`. The lists and instruments under which vendors"
    yield "stand. What a listing means for *your* purchase depends on you: the rules say it.\n"
    yield "| Id | Programme | Kind | Whose | What it means for a buyer | Reach |\n| --- | --- | --- | --- | --- | --- |"
    for one in sorted(folders.programmes, key=lambda one: one.id):
        reach = "<br>".join(reach_words(reach) for reach in one.reach) or "none"
        meaning = " ".join(filter(None, (one.meaning, one.caveat)))
        whose = f"{one.authority} ({one.jurisdiction})"
        cells = (f"`{one.id}`", f"{one.name}<br>{one.legal_basis}", f"`{one.kind}`", whose)
        yield f"| {' | '.join((*cells, meaning, reach))} |"
    yield ""


def reach_words(reach: Reach) -> str:
    """Return how far a programme reaches, and when, in words."""
    bounds = (("at least", reach.at_least), ("more than", reach.more_than))
    share = "".join(f" {words} {bound:.0%}" for words, bound in bounds if bound is not None)
    added = ", shares added up" if reach.aggregated else ""
    dates = f", {reach.period}" if reach.period.start or reach.period.end else ""
    doubt, note = "" if reach.certain else ", not certain", f": {reach.note}" if reach.note else ""
    return f"{reach.kind}{share}{added}{dates}{doubt}{note}"


def commands(command: Any, name: str = "") -> Iterator[str]:
    """Yield the names of all commands, each group before its members."""
    yield name
    for member, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{name} {member}".strip())


def cli_page() -> Iterator[str]:
    yield "# Command reference\n"
    yield "Written from the command's own help by `make docs`.\n"
    environment = {**os.environ, "COLUMNS": "90", "TERM": "dumb", "NO_COLOR": "1"}
    for command in commands(typer.main.get_command(application())):
        call = [str(Path(sys.executable).parent / "vendorscreen"), *command.split(), "--help"]
        text = subprocess.run(call, capture_output=True, text=True, env=environment, check=True).stdout
        lines = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
        yield f"## vendorscreen {command}".rstrip() + f"\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    sys.exit(main())
