"""``vendorscreen match``: who is behind a name."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from io import BufferedReader
from typing import Annotated, cast

import typer

from vendorscreen.cli.chosen_edition import chosen_editions
from vendorscreen.cli.format import Format
from vendorscreen.cli.options import EditionOption, WatchlistsOption
from vendorscreen.cli.streams import ReaderGoneError
from vendorscreen.cli.terminal import complain, style, write
from vendorscreen.country import country_code
from vendorscreen.errors import UsageError
from vendorscreen.file.encoding import decoded
from vendorscreen.identifier import Identifier
from vendorscreen.matching import Match, match_tender
from vendorscreen.matching.statement import statement
from vendorscreen.name import MATCH_THRESHOLD, MINIMUM_SIMILARITY, clean_alerts_per_thousand
from vendorscreen.name.folding import LONGEST_NAME
from vendorscreen.name.person import NOT_SEARCHED, may_be_a_person
from vendorscreen.period import full_date
from vendorscreen.report.matched import match_entry
from vendorscreen.screening import Screener
from vendorscreen.showing import first_few, shown
from vendorscreen.tender.tender import Collection, Party, Tender
from vendorscreen.vendor import Programme
from vendorscreen.watchlist import Watchlist

__all__ = ["match"]

AT_ONCE = 256
"""Names from a pipe that are looked up together."""

MOST_LISTINGS = 5
"""Listings of a vendor that are shown as text."""

LONGEST_LINE = 1 << 16
"""Bytes of a line from a pipe that are read."""


def match(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME...", help="Names; without any, or --id, one per line of stdin."),
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CC", help="Country of the names, such as DE, Germany or Deutschland.")
    ] = None,
    id_: Annotated[
        list[str] | None,
        typer.Option("--id", metavar="SCHEME:ID", help="Number, such as LEI:..., also without a name; repeat."),
    ] = None,
    at_least: Annotated[
        float, typer.Option(min=MINIMUM_SIMILARITY, max=1.0, help="Lowest similarity of names.")
    ] = MATCH_THRESHOLD,
    limit: Annotated[int, typer.Option(min=1, help="How many vendors to show per name.")] = 5,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="Show the entries that count on that day. [default: today]")
    ] = None,
    watchlists: WatchlistsOption = None,
    edition: EditionOption = None,
    format_: Annotated[
        Format, typer.Option("--format", help="Text for people, or JSON Lines for programs.")
    ] = Format.TEXT,
) -> None:
    """Show which vendors may be behind a name, what they are listed for, and how the names agree word by word.

    Examples:
      vendorscreen match "Hangzhou Hikvision Digital Technology" --country CN

      vendorscreen match "Nuctech Warsaw" --format json

      vendorscreen match --id USCC:914403001922038216

      cut -f1 suppliers.tsv | vendorscreen match --format json
    """
    code = _country(country)
    identifiers = tuple(_identifier(text) for text in id_ or [])
    for fault in first_few([number.fault for number in identifiers if number.fault]):
        complain(f"warning: --id: {fault}")
    day = _day(as_of)
    watchlist = Screener.open(watchlists=watchlists, editions=chosen_editions(edition or [])).watchlist
    for warning in watchlist.warnings(day if as_of else None):
        complain(str(warning))
    with suppress(ReaderGoneError):  # whoever reads names one by one may stop at any; no exit code says what was found
        for some in _batches(names or ([""] if identifiers else None)):
            parties = tuple(
                Party(id=str(n), name=name.strip() or None, country=code, identifiers=identifiers, roles=("tenderer",))
                for n, name in enumerate(some)
            )
            for party, matches in _matches(parties, watchlist, day, at_least):
                best, named = matches[:limit], watchlist.programmes
                write(_text(party, best, named) if format_ is Format.TEXT else _line(party, best, named), None)


def _day(text: str | None) -> date:
    try:
        return full_date(text) if text is not None else date.today()  # noqa: DTZ011 - the buyer's own calendar day
    except ValueError as error:
        raise UsageError(f"--as-of: {error}") from None


def _matches(
    parties: tuple[Party, ...], watchlist: Watchlist, day: date, at_least: float
) -> Iterator[tuple[Party, list[Match]]]:
    """Yield each party with its matches, surest first."""
    found: dict[str | None, list[Match]] = {party.id: [] for party in parties}
    tender = Tender(source="match", parties=Collection(parties))
    for one in match_tender(tender, watchlist, day, at_least=at_least):
        found[one.party].append(one)
    for party in parties:
        yield party, found[party.id]


def _batches(names: list[str] | None) -> Iterator[list[str]]:
    """Yield names to look up together: all arguments, or lines as they come."""
    if names:
        yield names
        return
    for lines in _lines():
        text, encoding = decoded(b"\n".join(lines))
        if encoding.refused:
            raise UsageError(f"stdin: line {encoding.line}: {encoding.refused}")
        if encoding.told:
            complain(f"stdin: line {encoding.line}: {encoding.told}")
        named = [name for line in text.split("\n") if (name := line.strip("\ufeff \t\r\n"))]
        for start in range(0, len(named), AT_ONCE):
            yield named[start : start + AT_ONCE]


def _lines() -> Iterator[list[bytes]]:
    """Yield the lines of stdin, together those that have come, without waiting for more."""
    rest = b""
    source = cast("BufferedReader", sys.stdin.buffer)
    while block := source.read1(LONGEST_LINE):
        *whole, rest = (rest + block).split(b"\n")
        rest = rest[:LONGEST_LINE]
        yield whole
    yield [rest]


def _country(text: str | None) -> str | None:
    if text is None:
        return None
    code = country_code(text)
    if code is None:
        raise UsageError(f"--country: '{text}' is no country, write its two letters (ISO 3166-1), such as FR")
    return code


def _identifier(text: str) -> Identifier:
    scheme, colon, number = text.partition(":")
    if not colon or not scheme or not number:
        raise UsageError(f"--id: '{text}' is no identifier, write scheme and number, such as PL-KRS:0000123456")
    return Identifier.of(scheme, number)


def _text(party: Party, matches: list[Match], programmes: Mapping[str, Programme]) -> str:
    lines = [style("heading", shown((party.called or "")[:LONGEST_NAME]))]
    if not matches:
        lines.append(f"  no vendor with {'a like name' if party.name else 'this number'}")
    if not matches and may_be_a_person(party.name or ""):
        lines.append(f"  {NOT_SEARCHED}")
    for number, one in enumerate(matches, 1):
        lines.append(f"  {number}. {one.vendor.name} [{one.vendor.id}]: {one.relation}, {one.certainty.word}")
        lines.append(f"     {statement(one, party)}")
        lines += [f"     {line}" for line in _listings(one, programmes)]
        lines += [f"     {line}" for line in _words(one)] if party.name else []
        lines += [f"     + {words}" for words in one.speaks_for]
        lines += [f"     - {words}" for words in one.speaks_against]
    return "\n".join([lines[0], *map(shown, lines[1:])]) + "\n"


def _listings(match: Match, programmes: Mapping[str, Programme]) -> list[str]:
    """Return a line for each of the strongest listings that count on the day, or may."""
    lines = []
    for one in match.listings[:MOST_LISTINGS]:
        programme = programmes.get(one.programme or "")
        since = f"since {one.period.start}" if one.period.start else "start not known"
        doubt = "" if one.active(match.as_of or date.max) else ", not known whether it counts"
        cited = f"; {one.citation}" if one.citation else ""
        what = programme.name if programme else f"{one.authority} ({one.jurisdiction})"
        lines.append(f"* {one.kind.replace('_', ' ')}: {what}, {since}{doubt}{cited} [{one.list}]")
    further = len(match.listings) - MOST_LISTINGS
    if further > 0:
        lines.append(f"* and {further} more: vendorscreen watchlist show {match.vendor.id}")
    return lines or ["* no entry counts on this day"]


def _words(match: Match) -> list[str]:
    clean = _clean(match.similarity)
    return [
        *str(match.comparison).splitlines(),
        f"{clean} of 1,000 clean firms are at least as similar to a listed name",
    ]


def _line(party: Party, matches: list[Match], programmes: Mapping[str, Programme]) -> str:
    found = [match_entry(one, party, programmes) for one in matches]
    return json.dumps({"name": party.name, "matches": found}, ensure_ascii=True) + "\n"


def _clean(similarity: float) -> str:
    if similarity < MINIMUM_SIMILARITY:
        return "more than 200"
    return f"{clean_alerts_per_thousand(similarity):g}"
