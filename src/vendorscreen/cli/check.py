"""``vendorscreen check``: tenders in, reports out."""

import sys
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated

import typer

from vendorscreen.cli.exit import Exit, worst
from vendorscreen.cli.format import Format
from vendorscreen.cli.terminal import complain, style, write
from vendorscreen.document import suggestion
from vendorscreen.errors import InputError, UsageError
from vendorscreen.period import full_date
from vendorscreen.report import Report, render_text
from vendorscreen.rule import Effect, read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.tender import Tender, parse_tender, read_tender
from vendorscreen.watchlist import read_watchlists

__all__ = ["check"]


def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Tender files; - reads one from stdin.")],
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Date of the screening, YYYY-MM-DD. [default: the tender's, else today]"),
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="Text for people or JSON for programs.")] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report there.")
    ] = None,
    rules: Annotated[list[Path] | None, typer.Option(metavar="DIR", help="Use these rules beside ours.")] = None,
    watchlists: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="Use these vendor files beside ours.")
    ] = None,
    rate: Annotated[
        list[str] | None,
        typer.Option(metavar="CUR=EUR", help="Euros per unit of a currency, such as PLN=0.23; repeat for more."),
    ] = None,
    explain: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Show how this rule came to each answer.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="EFFECT", help="Exit 1 from this effect on, 3 if it is only possible.")
    ] = "requires_inquiry",
) -> None:
    """Screen tenders and say what was found, what is unknown, and what to ask.

    Exit code: 1 if an established effect reaches --fail-on, else 3 if a possible one does, else 0; 2 for bad input.

    Examples:
      vendorscreen check tender.yaml

      vendorscreen check tender.yaml --as-of 2021-02-16 --format json -o report.json

      vendorscreen check tenders/*.yaml --fail-on prohibits
    """
    day, bar, rates = _day(as_of), _effect(fail_on), _rates(rate or [])
    screener = _screener(rules or [], watchlists or [])
    wanted = _known_rules(screener, explain or [])
    reports: list[Report] = []
    exits: list[Exit] = []
    for name in files:
        try:
            report = screener.check(_tender(name), day, rates=rates, explain=wanted)
        except InputError as error:
            complain(str(error))
            exits.append(Exit.BAD_INPUT)
            continue
        reports.append(report)
        exits.append(_exit(report, bar))
    if reports:
        write(_rendered(reports, format_, output), output)
    raise typer.Exit(worst(exits))


def _day(text: str | None) -> date | None:
    try:
        return full_date(text) if text else None
    except ValueError as error:
        raise UsageError(f"--as-of: {error}") from None


def _effect(word: str) -> Effect:
    try:
        return Effect.of(word)
    except ValueError as error:
        raise UsageError(f"--fail-on: {error}") from None


def _rates(texts: list[str]) -> dict[str, Decimal]:
    rates = {}
    for text in texts:
        currency, _, number = text.partition("=")
        try:
            rates[currency.upper()] = Decimal(number)
        except InvalidOperation:
            raise UsageError(f"--rate: '{text}' is no rate, write a currency and its euros, such as PLN=0.23") from None
    return rates


def _known_rules(screener: Screener, names: list[str]) -> list[str]:
    known = [rule.id for rule in screener.rules.rules]
    for name in names:
        if name not in known:
            raise UsageError(f"--explain: no rule has the id '{name}', {suggestion(name, known)}")
    return names


def _screener(rules: list[Path], watchlists: list[Path]) -> Screener:
    if not rules and not watchlists:
        return Screener.default()
    return Screener(
        read_watchlists(shipped_folder("watchlists"), *watchlists), read_rules(shipped_folder("rules"), *rules)
    )


def _tender(name: str) -> Tender:
    return parse_tender(sys.stdin.buffer.read(), "<stdin>") if name == "-" else read_tender(name)


def _exit(report: Report, bar: Effect) -> Exit:
    if Effect.of(report.established) >= bar:
        return Exit.FOUND
    return Exit.OPEN if Effect.of(report.possible) >= bar else Exit.DONE


def _rendered(reports: list[Report], format_: Format, output: Path | None) -> str:
    """Return one report as text or JSON; several as texts with a rule between, or as JSON Lines."""
    if format_ is Format.TEXT:
        decorate = style if output is None else lambda _, text: text
        return f"\n{'=' * 80}\n\n".join(render_text(report, decorate) for report in reports)
    if len(reports) == 1:
        return reports[0].to_json()
    return "".join(report.to_json(indent=None) for report in reports)
