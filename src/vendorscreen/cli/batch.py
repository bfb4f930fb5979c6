"""``vendorscreen batch``: a supplier list of any size in, the same list with answers out."""

import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vendorscreen.cli.chosen_edition import chosen_editions
from vendorscreen.cli.options import EditionOption, RulesOption, WatchlistsOption
from vendorscreen.country import country_code
from vendorscreen.errors import UsageError
from vendorscreen.file.encoding import given_encoding
from vendorscreen.name import MATCH_THRESHOLD
from vendorscreen.period import full_date

__all__ = ["batch"]


class Only(StrEnum):
    """Which rows of a list come out."""

    MATCHES = "matches"


def batch(
    suppliers: Annotated[
        str, typer.Argument(metavar="SUPPLIERS", help="CSV, XLSX, JSON Lines or Parquet; - is stdin.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Result: .csv, .xlsx, .jsonl or .parquet.")
    ],
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHAT=COLUMN", help="Column that holds name, country, lei, vat ...; parts of a name: repeat."
        ),
    ] = None,
    sheet: Annotated[str | None, typer.Option(metavar="NAME", help="Sheet of a workbook. [default: found]")] = None,
    delimiter: Annotated[
        str | None, typer.Option(metavar="SIGN", help="Of a CSV result; tab for tabs. [default: that of the list]")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of text that is no UTF-8, such as cp1251. [default: judged]")
    ] = None,
    buyer_country: Annotated[
        str | None, typer.Option(metavar="CC", help="The buyer's country, for rules that bind some buyers.")
    ] = None,
    buyer_level: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help="international, eu, national, regional or local, for such rules."),
    ] = None,
    buyer_sector: Annotated[
        str | None, typer.Option(metavar="SECTOR", help="What the buyer does, such as airports or defence.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Date of the screening, YYYY-MM-DD. [default: today]")
    ] = None,
    at_least: Annotated[
        float, typer.Option(metavar="0.5..1", help="Lowest similarity of a name that is a match.")
    ] = MATCH_THRESHOLD,
    only: Annotated[Only | None, typer.Option(help="Leave rows without a match out.")] = None,
    all_candidates: Annotated[bool, typer.Option("--all-candidates", help="One row per match, not the best.")] = False,
    sample: Annotated[int | None, typer.Option(metavar="N", min=1, help="Only N rows, spread over the list.")] = None,
    workers: Annotated[int | None, typer.Option(metavar="N", min=1, max=256, help="[default: one per core]")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was stopped.")] = False,
    summary: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the summary there, as JSON.")] = None,
    rules: RulesOption = None,
    watchlists: WatchlistsOption = None,
    edition: EditionOption = None,
) -> None:
    """Screen a list of suppliers: every row stays, in its order, with columns added.

    The columns of names, countries and registered numbers are found by their headers and cells, or given; in doubt the
    candidates are named. NAME1, NAME2 are joined. Columns of a list without header are given as 'column 2', fields
    within objects as supplier.name. Rules about parties and matches are asked; nothing is assumed about the purchase.
    Needs the extra 'batch'.

    Lists that rules for the buyer need and that were not screened are named once: on stderr, in the summary, and in the
    metadata of Parquet and XLSX.

    Exit code: 0 when every row is answered or skipped with a reason, 3 if some failed, 2 for bad input, 130 if stopped;
    neither effects nor lists not screened change it.

    Examples:
      vendorscreen batch suppliers.xlsx -o screened.xlsx --buyer-country LT

      vendorscreen batch vendors.csv -o matches.csv --only matches --column name=LIFNAM --column name=LIFNAM2

      vendorscreen batch invoices.parquet -o screened.parquet --workers 8 --resume
    """
    try:
        from vendorscreen.batch import ScreenerSource, ScreeningOptions
        from vendorscreen.cli.supplier_run import SupplierRun
    except ImportError as error:
        raise UsageError(f"this needs an extra: pip install 'vendorscreen[batch]' ({error})") from None
    options = ScreeningOptions(
        as_of=_day(as_of),
        buyer_country=_country(buyer_country),
        buyer_level=buyer_level,
        buyer_sector=buyer_sector,
        at_least=at_least,
        all_candidates=all_candidates,
        columns=_columns(column or []),
    )
    source = ScreenerSource(
        rules=tuple(path.absolute() for path in rules or ()),
        watchlists=tuple(path.absolute() for path in watchlists or ()),
        editions=tuple(chosen_editions(edition or []).items()),
    )
    run = SupplierRun(
        suppliers=suppliers,
        output=output,
        sheet=sheet,
        delimiter=_delimiter(delimiter),
        encoding=given_encoding(encoding) if encoding else None,
        options=options,
        source=source,
        workers=workers or _cores(),
        resume=resume,
        sample=sample,
        only_matches=only is Only.MATCHES,
        summary=summary,
    )
    raise typer.Exit(run.execute())


def _cores() -> int:
    """Return how many cores this process may use; not every system says."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _day(text: str | None) -> date:
    try:
        return full_date(text) if text is not None else date.today()  # noqa: DTZ011 - the buyer's own calendar day
    except ValueError as error:
        raise UsageError(f"--as-of: {error}") from None


def _country(text: str | None) -> str | None:
    code = None if text is None else country_code(text)
    if text is not None and code is None:
        raise UsageError(f"--buyer-country: no country is called '{text}'")
    return code


def _delimiter(text: str | None) -> str | None:
    sign = "\t" if text == "tab" else text
    if sign is not None and (len(sign) != 1 or not sign.isascii() or sign.isalnum() or sign in "\"'\r\n\\"):
        raise UsageError(f"--delimiter: one sign such as ; or tab, not '{text}'")
    return sign


def _columns(texts: list[str]) -> dict[str, tuple[str, ...]]:
    pairs = [text.partition("=") for text in texts]
    for what, sign, column in pairs:
        if not (what and sign):
            raise UsageError(f"--column: write what it holds and its name, such as name=LIFNAM, not '{what}{column}'")
    given: dict[str, tuple[str, ...]] = {}
    for what, _, column in pairs:
        meaning = what.strip().lower()
        given[meaning] = (*given.get(meaning, ()), column)
    return given
