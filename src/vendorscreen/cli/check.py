"""``vendorscreen check``: tenders in, reports out."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from vendorscreen.cli.chosen_edition import chosen_editions
from vendorscreen.cli.exit import Exit, worst
from vendorscreen.cli.format import ReportFormat, has_lines, report_format
from vendorscreen.cli.input import Inputs
from vendorscreen.cli.options import EditionOption, RulesOption, WatchlistsOption
from vendorscreen.cli.overwriting import refuse_overwriting
from vendorscreen.cli.terminal import complain, style, write_chunks
from vendorscreen.currency import refuse_odd_rates
from vendorscreen.document import suggestion
from vendorscreen.errors import UsageError
from vendorscreen.period import full_date
from vendorscreen.report import Report, render_text, summary_line
from vendorscreen.rule import Effect
from vendorscreen.screening import Screener

__all__ = ["check"]

_RATE = re.compile(r"([A-Za-z]{3})=([0-9]{1,9}(?:\.[0-9]{1,18})?|\.[0-9]{1,18})", re.ASCII)
"""A plain number: no sign, no power of ten, nothing that a locale could mean otherwise."""


FilesArgument = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="Tender files or notices; - is stdin.", show_default=False)
]
AsOfOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Date of the screening, YYYY-MM-DD. [default: the tender's, else today]"),
]
FormatOption = Annotated[
    ReportFormat | None,
    typer.Option(
        "--format", help="Text for people, JSON for programs, or one line per tender. [default: as -o ends, else text]"
    ),
]
TenderOption = Annotated[str | None, typer.Option(metavar="ID", help="Check only tenders with this id, ocid or place.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there: .txt, .json or .jsonl.")
]
RateOption = Annotated[
    list[str] | None,
    typer.Option(metavar="CUR=EUR", help="Euros per unit of a currency, such as PLN=0.23; repeat for more."),
]
ExplainOption = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Show how this rule came to each answer.")
]
FailOnOption = Annotated[
    str, typer.Option(metavar="EFFECT", help="Exit 1 from this effect on, 3 if it is only possible.")
]


def check(
    files: FilesArgument,
    as_of: AsOfOption = None,
    format_: FormatOption = None,
    tender: TenderOption = None,
    output: OutputOption = None,
    rules: RulesOption = None,
    watchlists: WatchlistsOption = None,
    edition: EditionOption = None,
    rate: RateOption = None,
    explain: ExplainOption = None,
    fail_on: FailOnOption = "requires_inquiry",
) -> None:
    """Screen tenders and say what was found, what is unknown, and what to ask.

    Files are native tender files (YAML, JSON) or notices: OCDS (JSON, JSON Lines), eForms and older TED (XML). A file
    may hold many; the reports of several files or tenders in JSON are one per line.

    Exit code: 1 if an established effect reaches --fail-on, else 3 if a possible one does, else 0; 2 for bad input.

    Examples:
      vendorscreen check tender.yaml

      vendorscreen check tender.yaml --as-of 2021-02-16 -o report.json

      vendorscreen check tenders/*.yaml --fail-on prohibits

      vendorscreen check notice.xml releases.jsonl --format summary
    """
    wanted_format = report_format(format_, output)
    if output is not None:
        refuse_overwriting(output, [*map(Path, files), *(rules or []), *(watchlists or [])], "-o")
    day, bar, rates = _day(as_of), _effect(fail_on), _rates(rate or [])
    screener = _screener(rules or [], watchlists or [], edition or [])
    wanted = _known_rules(screener, explain or [])
    inputs = Inputs(files, tender)
    exits: set[Exit] = set()
    told: set[str] = set()

    def reports() -> Iterator[Report]:
        for one in inputs.tenders():
            report = screener.check(one, day, rates=rates, explain=wanted)
            exits.add(_exit(report, bar))
            _warn(screener, report.as_of, told)
            yield report

    several = (len(files) > 1 and tender is None) or has_lines(output)
    write_chunks(_rendered(reports(), wanted_format, output, several=several), output)
    raise typer.Exit(worst(exits | inputs.exits))


def _warn(screener: Screener, as_of: date, told: set[str]) -> None:
    """Say once of each list why it is not simply screened."""
    for warning in screener.watchlist.warnings(as_of):
        if warning.list not in told:
            told.add(warning.list)
            complain(str(warning))


def _day(text: str | None) -> date | None:
    try:
        return full_date(text) if text is not None else None
    except ValueError as error:
        raise UsageError(f"--as-of: {error}") from None


def _effect(word: str) -> Effect:
    try:
        return Effect.of(word)
    except ValueError as error:
        raise UsageError(f"--fail-on: {error}") from None


def _rates(texts: list[str]) -> dict[str, Decimal]:
    rates: dict[str, Decimal] = {}
    for text in texts:
        match = _RATE.fullmatch(text)
        if match is None:
            raise UsageError(f"--rate: '{text}' is no rate, write a currency and its euros, such as PLN=0.23")
        currency = match[1].upper()
        if currency in rates:
            raise UsageError(f"--rate: {currency} is given twice, give each currency once")
        rates[currency] = Decimal(match[2])
    try:
        refuse_odd_rates(rates)
    except UsageError as error:
        raise UsageError(f"--rate: {error}") from None
    return rates


def _known_rules(screener: Screener, names: list[str]) -> list[str]:
    known = [rule.id for rule in screener.rules.rules]
    for name in names:
        if name not in known:
            raise UsageError(f"--explain: no rule has the id '{name}', {suggestion(name, known)}")
    return names


def _screener(rules: list[Path], watchlists: list[Path], editions: list[str]) -> Screener:
    return Screener.open(rules=rules, watchlists=watchlists, editions=chosen_editions(editions))


def _exit(report: Report, bar: Effect) -> Exit:
    if Effect.of(report.established) >= bar:
        return Exit.FOUND
    return Exit.OPEN if Effect.of(report.possible) >= bar else Exit.DONE


def _rendered(reports: Iterator[Report], format_: ReportFormat, output: Path | None, *, several: bool) -> Iterable[str]:
    """Yield reports as texts with a rule between, as lines, or as JSON.

    One report is whole JSON, several are JSON Lines, as is one where there could be ``several``.
    """
    if format_ is ReportFormat.SUMMARY:
        return map(summary_line, reports)
    if format_ is ReportFormat.JSON:
        return (report.to_json(indent=None) for report in reports) if several else _json(reports)
    decorate = style if output is None else lambda _, text: text
    texts = (render_text(report, decorate) for report in reports)
    return (f"\n{'=' * 80}\n\n{text}" if place else text for place, text in enumerate(texts))


def _json(reports: Iterator[Report]) -> Iterator[str]:
    first, second = next(reports, None), next(reports, None)
    if first is None:
        return
    if second is None:
        yield first.to_json()
        return
    for report in chain((first, second), reports):
        yield report.to_json(indent=None)
