"""``vendorscreen rules``: what rules there are, what they may read, and whether they hold."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vendorscreen.cli.exit import Exit
from vendorscreen.cli.format import Format
from vendorscreen.cli.options import named_folder
from vendorscreen.cli.terminal import style, write
from vendorscreen.document import suggestion
from vendorscreen.errors import UsageError
from vendorscreen.fact.catalogue import all_scopes
from vendorscreen.rule import Example, Outcome, Rule, Rules, failing_examples, read_rules
from vendorscreen.rule.describing import condition_lines, deciding
from vendorscreen.rule.operator import OPERATORS
from vendorscreen.rule.proving import unproven_leaves
from vendorscreen.rule.schema import SCHEMAS
from vendorscreen.screening import shipped_folder
from vendorscreen.showing import shown, shown_json

__all__ = ["rules"]

rules = typer.Typer(help="List, show, test and validate rules; the facts they may read; schemas for editors.")

Folders = Annotated[
    list[Path] | None,
    typer.Argument(metavar="DIR...", parser=named_folder, help="Rules beside ours.", show_default=False),
]
FormatOption = Annotated[Format, typer.Option("--format", help="Text for people or JSON for programs.")]


@rules.command("list")
def list_rules(folders: Folders = None, format_: FormatOption = Format.TEXT) -> None:
    """List the rules with their effects.

    Example: vendorscreen rules list
    """
    found = _read(folders).rules
    if format_ is Format.JSON:
        entries = [
            {"id": one.id, "title": one.title, "subject": one.subject, "effect": one.effect.word} for one in found
        ]
        write(shown_json(json.dumps(entries, indent=2, ensure_ascii=False)) + "\n", None)
        return
    width = max(len(one.id) for one in found)
    write("".join(f"{one.id:{width}}  {one.effect.word:18}  {shown(one.title)}\n" for one in found), None)


@rules.command()
def show(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The id of a rule.")], folders: Folders = None
) -> None:
    """Show one rule whole: whom it binds, when, on which condition, and why.

    Example: vendorscreen rules show eu-833-5k
    """
    known = {one.id: one for one in _read(folders).rules}
    if rule not in known:
        raise UsageError(f"no rule has the id '{rule}', {suggestion(rule, known)}")
    title, *page = map(shown, _page(known[rule]))
    write("\n".join((style("heading", title), *page)) + "\n", None)


@rules.command("test")
def run_tests(folders: Folders = None) -> None:
    """Run the tests that stand in the rules, and say which parts no test proves. Exit 1 if a test fails.

    Example: vendorscreen rules test my-rules/
    """
    found = _read(folders).rules
    lines, failed = [], 0
    for rule in found:
        for example, outcome in failing_examples(rule):
            failed += 1
            lines.append(f"{rule.place}: {example.name}: {_difference(example, outcome)}")
        lines += [f"{rule.place}: no test fails when {leaf}" for leaf in unproven_leaves(rule)]
    lines.append(f"{len(found)} rules, {sum(len(rule.examples) for rule in found)} tests, {failed} failed")
    write("\n".join(map(shown, lines)) + "\n", None)
    raise typer.Exit(Exit.FOUND if failed else Exit.DONE)


@rules.command()
def validate(folders: Folders = None) -> None:
    """Read all rules, lexicons and country groups and say what is wrong with them. Exit 2 if anything is.

    Example: vendorscreen rules validate my-rules/
    """
    found = _read(folders)
    words = found.vocabulary
    told = f"rules {len(found.rules)}, country groups {len(words.groups)}, lexicons {len(words.lexicons)}"
    write(f"Well formed: {told}\n", None)


@rules.command()
def facts(format_: FormatOption = Format.TEXT) -> None:
    """List the facts a condition may read, with kind, unit and meaning, and the operators.

    Example: vendorscreen rules facts
    """
    if format_ is Format.JSON:
        entries = [
            {
                "scope": scope.name,
                "fact": fact.name,
                "kind": fact.kind.value,
                "unit": fact.unit,
                "meaning": fact.meaning,
                "values": list(fact.values),
                "read_from": ".".join(map(str, fact.at)) or None,
                "unknown_when": fact.unknown_when or "not stated",
                "question": fact.question,
            }
            for scope in all_scopes()
            for fact in scope.facts.values()
        ]
        write(shown_json(json.dumps(entries, indent=2, ensure_ascii=False)) + "\n", None)
        return
    write("\n".join(_vocabulary()) + "\n", None)


@rules.command()
def schema(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"One of: {', '.join(SCHEMAS)}.")],
) -> None:
    """Print the JSON Schema of a file, for editors.

    Example: vendorscreen rules schema rule > rule.schema.json
    """
    if kind not in SCHEMAS:
        raise UsageError(f"'{kind}' has no schema, {suggestion(kind, SCHEMAS)}")
    write(json.dumps(SCHEMAS[kind](), indent=2, ensure_ascii=False) + "\n", None)


def _read(folders: list[Path] | None) -> Rules:
    return read_rules(shipped_folder("rules"), *(folders or []))


def _difference(example: Example, outcome: Outcome) -> str:
    """Return what a failing test expected and got, with the parts of the rule that decided."""
    if outcome.answer is example.expect:
        return f"expected the effect {example.effect.word if example.effect else ''}, got {outcome.effect.word}"
    why = "; ".join(deciding(outcome.trace)) or "nothing was asked"
    return f"expected {example.expect.value}, got {outcome.answer.value}: {why}"


def _page(rule: Rule) -> list[str]:
    periods = [f"{one.start} to {one.end or 'now'}{'' if one.certain else ' (not certain)'}" for one in rule.in_force]
    return [
        f"{rule.id}: {rule.title}",
        f"Effect: {rule.effect.word}, weight {rule.weight}{', context' if rule.context else ''}",
        f"About: each {rule.subject}",
        f"In force: {'; '.join(periods) or 'always'} (clock: {rule.clock})",
        "",
        rule.rationale,
        "",
        "Bound:",
        *condition_lines(rule.bound, "  "),
        "When:",
        *condition_lines(rule.when, "  "),
        "Condition:",
        *condition_lines(rule.condition, "  "),
        "",
        f"Message: {rule.message.text}",
        f"To do: {rule.remediation}",
        *(
            f"See: {one.title}, {one.locator} ({one.url}), {one.read.replace('_', ' ')} {one.checked}"
            for one in rule.references
        ),
        f"Tests: {len(rule.examples)}",
        f"File: {rule.place}",
    ]


def _vocabulary() -> list[str]:
    lines = []
    for scope in all_scopes():
        lines += ["", style("heading", f"{scope.name}: {scope.meaning}")]
        for fact in scope.facts.values():
            unit = f", {fact.unit}" if fact.unit else ""
            lines.append(f"  {fact.name} ({fact.kind.value}{unit}): {fact.meaning}")
            if fact.values:
                lines.append(f"    values: {', '.join(fact.values)}")
        lines += [f"  {'some ' if part.many else ''}{name}: {part.meaning}" for name, part in scope.parts.items()]
    lines += ["", style("heading", "operators")]
    lines += [
        f"  {name}: {one.meaning} (for {', '.join(sorted(kind.value for kind in one.kinds))})"
        for name, one in OPERATORS.items()
    ]
    lines.append("  from, with more_than, at_least, less_than or at_most: the share that countries or groups hold")
    return lines[1:]
