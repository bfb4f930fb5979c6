"""The report as text for people, at most 80 columns wide."""

import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from vendorscreen.report.report import (
    Finding,
    ListEntry,
    ListingEntry,
    MatchEntry,
    PartyResult,
    Report,
    TraceEntry,
    Unknown,
)
from vendorscreen.showing import shown

__all__ = ["Style", "render_text"]

WIDTH = 80

_RELATIONS = {"same": "itself", "affiliate": "affiliate of", "owned": "owned by", "brand": "offers a brand of"}

Ties = Mapping[tuple[str | None, str | None], MatchEntry]
"""The first match of each party and vendor."""

Style = Callable[[str, str], str]
"""Decorates a text: takes what it is ("heading", or an effect) and the text, returns what to print."""


def _plain(_: str, text: str) -> str:
    return text


def render_text(report: Report, style: Style = _plain) -> str:
    """Return the report as text; nothing in it can move a terminal's cursor."""
    blocks = [
        _head(report, style),
        _warnings(report, style),
        _parties(report, style),
        _findings(report, style, context=False),
        _lifted(report, style),
        _findings(report, style, context=True),
        _unknown(report, style),
        _later(report, style),
        _explanations(report, style),
        _lists(report, style),
    ]
    return "\n\n".join("\n".join(block) for block in map(list, blocks) if block) + "\n"


def _wrapped(text: str, indent: str = "", hang: str | None = None) -> Iterator[str]:
    further = indent if hang is None else hang
    yield from textwrap.wrap(
        shown(text), WIDTH, initial_indent=indent, subsequent_indent=further, break_on_hyphens=False
    )


def _words(effect: str) -> str:
    return effect.replace("_", " ")


def _head(report: Report, style: Style) -> Iterator[str]:
    tender, buyer = report.tender, report.tender.buyer
    title = tender.title or tender.id or tender.ocid or tender.source
    yield style("heading", next(_wrapped(title), ""))
    yield from list(_wrapped(title))[1:]
    known = [part for part in (buyer.name, buyer.country, buyer.level, buyer.sector) if part]
    yield from _wrapped(f"Buyer: {', '.join(known) or 'not stated'}")
    yield f"As of: {report.as_of}"
    yield ""
    yield f"Established: {style(report.established, _words(report.established))}"
    yield f"Possible:    {style(report.possible, _words(report.possible))}"
    yield f"Score:       {report.score:.0f} of 100 (triage, no award criterion)"


def _warnings(report: Report, style: Style) -> Iterator[str]:
    if report.tender.warnings:
        yield style("heading", "Could not be read")
    for warning in report.tender.warnings:
        yield from _wrapped(f"- {warning}", "", "  ")


def _parties(report: Report, style: Style) -> Iterator[str]:
    if not report.results and not report.matches:
        return
    yield style("heading", "Who takes part")
    statements: dict[str | None, dict[str, MatchEntry]] = defaultdict(dict)
    for match in report.matches:
        statements[match.party][match.statement] = match
    for (party, name), results in groupby(report.results, lambda result: (result.party, result.name)):
        yield from _roles(name or party, results)
        for match in statements.get(party, {}).values():
            yield from _tie(match)
    for match in statements.get(None, {}).values():
        yield from _tie(match)


def _tie(match: MatchEntry) -> Iterator[str]:
    """Yield how a party is tied to a vendor, and what speaks against it."""
    yield from _wrapped(f"{match.statement} [{match.relation}, {match.certainty}]", "    ")
    if match.speaks_against:
        yield from _wrapped(f"Against it: {'; '.join(match.speaks_against)}.", "    ")


def _roles(name: str, results: Iterable[PartyResult]) -> Iterator[str]:
    """Yield a line for each role of a party; lots with the same effects share one."""
    lots: dict[tuple[str | None, str, str], list[str]] = defaultdict(list)
    for result in results:
        lots[result.role, result.established, result.possible] += [result.lot] if result.lot else []
    for (role, established, possible), some in lots.items():
        effects = _words(established) + ("" if possible == established else f"; possible: {_words(possible)}")
        told = "" if not some else f", lot{'s' if len(some) > 1 else ''} {', '.join(some)}"
        yield from _wrapped(f"- {name} ({role or 'role not stated'}{told}): {effects}", "", "  ")


def _findings(report: Report, style: Style, *, context: bool) -> Iterator[str]:
    found = [finding for finding in report.findings if finding.context == context]
    if not found:
        if not context:
            yield style("heading", "Findings")
            yield "None. That is no clearance: see what is unknown and what was not screened."
        return
    yield style("heading", "Context (known, without weight)" if context else "Findings")
    merged: dict[tuple[str, str, tuple[str, ...]], list[Finding]] = {}
    for finding in found:
        listings = tuple(listing.id for listing in finding.listings)
        merged.setdefault((finding.rule, finding.message, listings), []).append(finding)
    told: dict[str, int] = {}
    ties: Ties = {(match.party, match.vendor): match for match in reversed(report.matches)}
    for number, same in enumerate(merged.values(), 1):
        yield from _finding(ties, number, same, told, style)


def _finding(ties: Ties, number: int, same: list[Finding], told: dict[str, int], style: Style) -> Iterator[str]:
    finding, context = same[0], same[0].context
    effect = "" if context else f"{style(finding.effect, _words(finding.effect).upper())}: "
    yield f"{number}. {effect}{finding.title} [{finding.rule}]"
    yield from _wrapped(_short(ties, finding), "   ")
    if finding.unless:
        yield from _wrapped(f"Unless {', or '.join(finding.unless)}.", "   ")
    for listing in finding.listings:
        first = told.setdefault(listing.id, number)
        yield from (
            _listing(listing) if first == number else _wrapped(f"- {_named(listing)}: see {first}", "   ", "     ")
        )
    lots = [one.lot for one in same if one.lot]
    if lots:
        yield from _wrapped(f"Lots: {', '.join(dict.fromkeys(lots))}", "   ")
    if not context:
        yield from _wrapped(f"To do: {finding.remediation}", "   ", "          ")
        for reference in finding.references:
            locator = f", {reference.locator}" if reference.locator else ""
            yield from _wrapped(
                f"See: {reference.title}{locator} ({reference.read.replace('_', ' ')})", "   ", "        "
            )


def _short(ties: Ties, finding: Finding) -> str:
    """Return the message with the sentence on the tie, printed once above, shortened to who is tied to whom."""
    match = ties.get((finding.party, finding.vendor))
    if match is None:
        return finding.message
    vendor = "" if match.party_name == match.vendor_name else f"{_RELATIONS[match.relation]} {match.vendor_name}, "
    tie = f"{match.party_name or 'The product'} ({vendor}{match.certainty}):"
    return finding.message.replace(match.statement, tie)


def _lifted(report: Report, style: Style) -> Iterator[str]:
    """Yield the findings that an exemption takes away, with what was shown to the buyer."""
    if not report.lifted:
        return
    yield style("heading", "Lifted by an exemption")
    for one in report.lifted:
        lot = f", lot {one.lot}" if one.lot else ""
        until = f", until {one.until}" if one.until else ""
        yield from _wrapped(f"- {one.title} ({_words(one.effect)}){lot}: {one.message}", "", "  ")
        yield from _wrapped(f"Shown: {one.act}, {one.document} of {one.date}, by {one.role}{until}", "  ", "    ")


def _named(listing: ListingEntry) -> str:
    if listing.programme_name:
        return f"{listing.programme_name}, '{listing.listed_name}'"
    return f"{listing.kind.replace('_', ' ')}, {listing.authority} ({listing.jurisdiction})"


def _listing(listing: ListingEntry) -> Iterator[str]:
    citation = f"; {listing.citation}" if listing.citation else ""
    yield from _wrapped(f"- {_named(listing)}, {_dates(listing)}{citation}", "   ", "     ")
    yield from _wrapped(listing.summary, "     ")
    if listing.caveat:
        yield from _wrapped(f"Not established: {listing.caveat}", "     ")
    for response in listing.responses:
        yield from _wrapped(f"The vendor says: {response.text}", "     ")
    for step in listing.proceedings:
        reference = f" ({step.reference})" if step.reference else ""
        yield from _wrapped(f"{step.date}, {step.body}: {step.outcome}{reference}", "     ")
    sources = "; ".join(f"{source.title}{f', {source.date}' if source.date else ''}" for source in listing.sources)
    yield from _wrapped(f"Source ({listing.evidence}): {sources}", "     ")


def _dates(listing: ListingEntry) -> str:
    since = listing.start_date or "start not known"
    published = f", published {listing.published}" if listing.published != listing.start_date else ""
    ended = f", ended {listing.end_date}" if listing.end_date else ""
    return f"{since}{published}{ended}"


def _unknown(report: Report, style: Style) -> Iterator[str]:
    if not report.unknown:
        return
    yield style("heading", "Not stated: what to ask")
    for number, unknown in enumerate(report.unknown, 1):
        yield from _question(number, unknown)


def _question(number: int, unknown: Unknown) -> Iterator[str]:
    yield from _wrapped(f"{number}. {unknown.question}", "", "   ")
    rules = {rule.rule: rule.effect for rule in unknown.rules}
    opened = ", ".join(f"{rule} ({_words(effect)})" for rule, effect in rules.items())
    yield from _wrapped(f"Open: {opened}", "   ", "         ")


def _later(report: Report, style: Style) -> Iterator[str]:
    if not report.later:
        return
    yield style("heading", f"Later (after {report.as_of}, no part of the result)")
    for entry in report.later:
        yield from _wrapped(f"- {entry.date}, {entry.authority} ({entry.jurisdiction}): {entry.what}", "", "  ")


def _explanations(report: Report, style: Style) -> Iterator[str]:
    if not report.explanations:
        return
    yield style("heading", "Why")
    for one in report.explanations:
        about = ", ".join(part for part in (one.party, one.role, one.lot and f"lot {one.lot}", one.vendor) if part)
        yield from _wrapped(f"{one.rule} ({about or 'the tender'}): {one.answer}")
        yield from _traced(one.trace, "  ")


def _traced(trace: TraceEntry, indent: str) -> Iterator[str]:
    answer = {True: "yes", False: "no", None: "unknown"}[trace.answer]
    value = f" [{trace.value}]" if trace.value else ""
    place = f", {trace.place}" if trace.place and trace.value else ""
    yield from _wrapped(f"{answer}: {trace.asked}{value}{place}", indent, f"{indent}  ")
    for part in trace.parts:
        yield from _traced(part, f"{indent}  ")


def _lists(report: Report, style: Style) -> Iterator[str]:
    yield style("heading", "Lists")
    for one in report.lists:
        if one.screened:
            but = f", but {'; '.join(one.warnings)}" if one.warnings else ""
            yield from _wrapped(f"- screened{but}: {one.title}, edition {one.edition}", "", "  ")
    for one in report.lists:
        if one.coverage not in (None, "screened"):
            yield from _wrapped(f"- {_gap(one)}", "", "  ")
    absent = [one.id for one in report.lists if not one.screened and one.coverage is None and one.command]
    if absent:
        yield from _wrapped(f"- not installed, not required of this buyer: {', '.join(absent)}", "", "  ")


def _gap(one: ListEntry) -> str:
    """Return what is wrong with a list that this buyer must screen, and the command that mends it."""
    if one.coverage == "missing":
        return f"this buyer must screen: {one.title} ({one.id}), not installed; run: {one.command}"
    if one.coverage == "stale":
        age = f"{one.age_days} days old, at most {one.max_age_days} are allowed"
        return f"this buyer must screen: {one.title} ({one.id}), {age}; run: {one.command}"
    if one.coverage == "incomplete":
        return f"this buyer must screen: {one.title} ({one.id}), but {'; '.join(one.warnings)}; run: {one.command}"
    return f"this buyer must screen: {one.title} ({one.id}), which cannot be read here yet; look it up"
