"""The report as Markdown, for tickets: what was found, for whom, and what to ask."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vendorscreen.showing import shown

if TYPE_CHECKING:
    from vendorscreen.report.report import Finding, Report

__all__ = ["markdown"]

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~@!])")
_LINK = re.compile(r"https?://[^\s<>()]+")


def markdown(report: "Report") -> str:
    """Return the report as Markdown; names and texts of others can form no mark, tag or link."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: "Report") -> Iterator[str]:
    tender = report.tender
    yield f"# {_text(tender.title or tender.id or tender.source)}\n"
    buyer = ", ".join(filter(None, (tender.buyer.name, tender.buyer.country))) or "not stated"
    yield f"Buyer: {_text(buyer)}. As of {report.as_of}.\n"
    yield f"**Established: {_words(report.established)}. Possible: {_words(report.possible)}.**\n"
    if report.results:
        yield "| Party | Role | Lot | Established | Possible |\n| --- | --- | --- | --- | --- |"
        for one in report.results:
            cells = (
                one.name or one.party,
                one.role or "",
                one.lot or "",
                _words(one.established),
                _words(one.possible),
            )
            yield f"| {' | '.join(map(_text, cells))} |"
        yield ""
    for title, context in (("Findings", False), ("Context", True)):
        found = [one for one in report.findings if one.context == context]
        if found:
            yield f"## {title}\n"
        for finding in found:
            yield from _finding(finding)
    if report.unknown:
        yield "## What to ask\n"
        yield from (f"- {_text(one.question)}" for one in report.unknown)
        yield ""
    yield "## Lists\n"
    yield from (f"- {_text(one.title)}, edition {one.edition}" for one in report.lists if one.screened)
    yield from (
        f"- **not screened:** {_text(one.title)}" for one in report.lists if one.coverage not in (None, "screened")
    )


def _finding(finding: "Finding") -> Iterator[str]:
    yield f"- **{_words(finding.effect)}**: {_text(finding.message)}"
    for listing in finding.listings:
        since = f", since {listing.start_date}" if listing.start_date else ""
        cited = f" ({_text(listing.citation)})" if listing.citation else ""
        yield f"    - {_text(listing.programme_name or listing.authority)}{since}{cited}: {_text(listing.summary)}"
    if finding.unless:
        yield f"    - Unless {_text(', or '.join(finding.unless))}."
    yield f"    - To do: {_text(finding.remediation)}"
    for reference in finding.references:
        link = f" <{reference.url}>" if _LINK.fullmatch(reference.url) else ""
        yield f"    - Law: {_text(reference.title)}, {_text(reference.locator)}{link}"
    yield ""


def _words(effect: str) -> str:
    return effect.replace("_", " ")


def _text(text: str) -> str:
    """Return a text in one line in which no sign means anything to Markdown."""
    return _SIGNS.sub(r"\\\1", shown(" ".join(text.split())))
