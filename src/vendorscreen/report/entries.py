"""Findings, questions, matches and listings as the report's entries, as known on the as-of date."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from vendorscreen.fact import Case, DatedMatch, PartyInRole
from vendorscreen.matching import Match
from vendorscreen.matching.match import Certainty
from vendorscreen.matching.statement import statement
from vendorscreen.period import PartialDate
from vendorscreen.report import report as model
from vendorscreen.report.listed import listing_entry
from vendorscreen.rule import Answer, Effect, Outcome
from vendorscreen.rule.answer import PARTY, Trace
from vendorscreen.tender.tender import Exemption, Party
from vendorscreen.vendor.vendor import Listing

__all__ = [
    "explanation_entries",
    "finding_entries",
    "later_entries",
    "lifted_entries",
    "match_entries",
    "score_parts",
    "unknown_entries",
]

_Mention = tuple[str, str, str, str | None, str | None]
"""A rule that misses a fact: its id, title and effect, and the party and lot it is asked about."""


def match_entries(case: Case) -> list[model.MatchEntry]:
    """Return the matches of a case, in the order of the tender."""
    return [_match(match, case.tender.party(match.party)) for match in case.matches]


def _match(match: Match, party: Party | None) -> model.MatchEntry:
    return model.MatchEntry(
        party=match.party,
        party_name=party.called if party else None,
        vendor=match.vendor.id,
        vendor_name=match.vendor.name,
        relation=match.relation,
        basis=match.basis,
        similarity=round(match.similarity, 4),
        bits=round(match.bits, 1),
        certainty=match.certainty.word,
        listed_name=match.listed_name,
        statement=statement(match, party or Party(id="")),
        speaks_for=list(match.speaks_for),
        speaks_against=list(match.speaks_against),
    )


def finding_entries(case: Case, outcomes: Sequence[Outcome]) -> list[model.Finding]:
    """Return the findings, strongest effect first, context last."""
    found = [outcome for outcome in outcomes if outcome.answer is Answer.FINDING]
    found.sort(key=lambda outcome: (outcome.rule.context, -outcome.effect, -outcome.rule.weight))
    return [finding for outcome in found for finding in _findings(case, outcome)]


def _findings(case: Case, outcome: Outcome) -> Iterator[model.Finding]:
    """Yield a finding once for each lot it holds for."""
    rule, seen, match = outcome.rule, _seen(outcome), _match_of(outcome)
    finding = model.Finding(
        rule=rule.id,
        title=rule.title,
        effect=outcome.effect.word,
        context=rule.context,
        weight=rule.weight,
        certainty=match.certainty.word if match else None,
        subject=rule.subject,
        party=seen.party.id if seen else None,
        party_name=seen.party.called if seen else None,
        role=seen.role if seen else None,
        lot=None,
        vendor=match.vendor.id if match else None,
        listings=[listing_entry(listing, case.watchlist.programmes, case.as_of) for listing in outcome.listings],
        message=outcome.message,
        unless=[one.words for one in outcome.open],
        remediation=rule.remediation,
        references=[
            model.ReferenceEntry(
                title=reference.title,
                url=reference.url,
                locator=reference.locator,
                checked=reference.checked,
                read=reference.read,
            )
            for reference in rule.references
        ],
        evidence=list(dict.fromkeys(_evidence(case, outcome.trace))),
    )
    yield from (finding.model_copy(update={"lot": lot}) for lot in _lots(seen))


def lifted_entries(outcomes: Sequence[Outcome]) -> list[model.LiftedFinding]:
    """Return the findings that an exemption takes away, with the exemption, the strongest effect first."""
    lifted = [outcome for outcome in outcomes if outcome.answer is Answer.LIFTED]
    return [
        _lifted(outcome, exemption.thing.exemption, lot)
        for outcome in sorted(lifted, key=lambda one: -one.effect)
        for exemption in outcome.exemptions
        for lot in _lots(_seen(outcome))
    ]


def _lifted(outcome: Outcome, exemption: Exemption, lot: str | None) -> model.LiftedFinding:
    seen, match = _seen(outcome), _match_of(outcome)
    return model.LiftedFinding(
        rule=outcome.rule.id,
        title=outcome.rule.title,
        effect=outcome.effect.word,
        party=seen.party.id if seen else None,
        party_name=seen.party.called if seen else None,
        lot=lot,
        vendor=match.vendor.id if match else None,
        message=outcome.message,
        act=exemption.act,
        document=exemption.document or "",
        date=str(exemption.date),
        role=exemption.role or "",
        until=str(exemption.until) if exemption.until else None,
    )


def _seen(outcome: Outcome) -> PartyInRole | None:
    return outcome.party.thing if outcome.party is not None else None


def _lots(seen: PartyInRole | None) -> tuple[str | None, ...]:
    return seen.lots if seen else (None,)


def _match_of(outcome: Outcome) -> Match | None:
    seen: DatedMatch | None = outcome.match.thing if outcome.match is not None else None
    return seen.match if seen else None


def _evidence(case: Case, trace: Trace, wanted: bool | None = True) -> Iterator[model.EvidenceEntry]:
    """Yield the leaves an answer rests on: true ones, and false ones under ``not`` and ``none``."""
    if trace.answer is wanted and trace.place:
        yield model.EvidenceEntry(fact=trace.asked, value=trace.value, place=case.locate(trace.place))
    below = trace.bearing(wanted)
    for part in trace.parts:
        if part.answer is below:
            yield from _evidence(case, part, below)


def explanation_entries(case: Case, outcomes: Sequence[Outcome], rules: Collection[str]) -> list[model.Explanation]:
    """Return how the named rules came to their answers, subject by subject."""
    return [
        model.Explanation(
            rule=outcome.rule.id,
            party=seen.party.id if seen else None,
            role=seen.role if seen else None,
            lot=lot,
            vendor=match.vendor.id if match else None,
            answer=outcome.answer.value,
            trace=_trace(case, outcome.trace),
        )
        for outcome in outcomes
        if outcome.rule.id in rules
        for seen, match in [(_seen(outcome), _match_of(outcome))]
        for lot in _lots(seen)
    ]


def _trace(case: Case, trace: Trace, member: str = "") -> model.TraceEntry:
    return model.TraceEntry(
        asked=f"{member}: {trace.asked}" if member else trace.asked,
        answer=trace.answer,
        value=trace.value,
        place=case.locate(trace.place) if trace.place else None,
        parts=[_trace(case, part, trace.each) for part in trace.parts],
    )


def unknown_entries(outcomes: Sequence[Outcome]) -> list[model.Unknown]:
    """Return each question once, with the first fact that needs it, the most consequential first."""
    rules: dict[str, dict[_Mention, Effect]] = {}
    facts: dict[str, str] = {}
    parties: dict[str, dict[str, None]] = {}
    for outcome in outcomes:
        if not outcome.missing:
            continue
        seen = _seen(outcome)
        party, rule = seen.party.id if seen else None, outcome.rule
        mentions = [(rule.id, rule.title, rule.effect.word, party, lot) for lot in _lots(seen)]
        for missing in outcome.missing:
            strength = Effect.NO_FINDING if outcome.rule.context else outcome.rule.effect
            key = missing.question
            facts.setdefault(key, missing.fact)
            rules.setdefault(key, {}).update(dict.fromkeys(mentions, strength))
            parties.setdefault(key, {}).update({missing.party: None} if missing.party else {})
    ordered = sorted(rules.items(), key=lambda item: (-max(item[1].values()), -len(item[1]), facts[item[0]], item[0]))
    return [
        model.Unknown(
            fact=facts[key],
            question=_asked_of(key, sorted(parties[key])),
            rules=[
                model.RuleMention(rule=rule, title=title, effect=effect, party=party, lot=lot)
                for rule, title, effect, party, lot in asking
            ],
        )
        for key, asking in ordered
    ]


def _asked_of(question: str, parties: list[str]) -> str:
    """Return a question with the name of the party it is about, or of each of several."""
    if len(parties) <= 1:
        return question.replace(PARTY, "".join(parties))
    return question.replace(PARTY, f"each of {', '.join(parties[:-1])} and {parties[-1]}")


def later_entries(case: Case) -> list[model.LaterEntry]:
    """Return what came after the as-of date for the matched vendors, in order of time."""
    entries = []
    for vendor in {match.vendor.id: match.vendor for match in case.matches}.values():
        for listing in vendor.listings:
            entries += [
                (when.first, _later_entry(listing, str(when), what)) for when, what in _later(listing, case.as_of)
            ]
    return [entry for _, entry in sorted(entries, key=lambda item: (item[0], item[1].listing))]


def _later_entry(listing: Listing, when: str, what: str) -> model.LaterEntry:
    return model.LaterEntry(
        vendor=listing.vendor,
        listing=listing.id,
        date=when,
        authority=listing.authority,
        jurisdiction=listing.jurisdiction,
        what=what,
    )


def _later(listing: Listing, as_of: date) -> Iterator[tuple[PartialDate, str]]:
    begins, ends = listing.later_clock, listing.period.end
    if listing.known(as_of) is False and begins is not None:
        yield begins, listing.summary
        return
    if ends is not None and not ends.reached(as_of):
        yield ends, f"End of: {listing.summary}"
    for step in listing.proceedings:
        if not step.date.reached(as_of):
            yield step.date, f"{step.body}: {step.outcome}"


def score_parts(outcomes: Sequence[Outcome]) -> list[model.ScorePart]:
    """Return what each rule and subject adds to the score: one part per rule, party and vendor, at its surest."""
    parts: dict[tuple[str, str | None, str | None], model.ScorePart] = {}
    for outcome in outcomes:
        if outcome.answer is not Answer.FINDING or outcome.rule.context or not outcome.rule.weight:
            continue
        seen, match = _seen(outcome), _match_of(outcome)
        factor = match.certainty.factor if match else Certainty.CONFIRMED.factor
        key = (outcome.rule.id, seen.party.id if seen else None, match.vendor.id if match else None)
        part = model.ScorePart(
            rule=key[0],
            party=key[1],
            vendor=key[2],
            weight=outcome.rule.weight,
            certainty_factor=factor,
            points=round(outcome.rule.weight * factor, 1),
        )
        parts[key] = max(part, parts.get(key, part), key=lambda one: one.points)
    return sorted(parts.values(), key=lambda one: (-one.points, one.rule, one.party or "", one.vendor or ""))
