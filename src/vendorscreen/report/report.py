"""The report: a file note on one tender, for people and programs. Its JSON form is ``vendorscreen/report/1``."""

import re
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from vendorscreen.report.markdown import markdown
from vendorscreen.showing import html_table

__all__ = [
    "SCHEMA",
    "BuyerEntry",
    "EvidenceEntry",
    "Explanation",
    "Finding",
    "LaterEntry",
    "LiftedFinding",
    "ListEntry",
    "ListingEntry",
    "MatchEntry",
    "PartyResult",
    "ProceedingEntry",
    "Provenance",
    "ReferenceEntry",
    "Report",
    "ResponseEntry",
    "RuleMention",
    "ScorePart",
    "SourceEntry",
    "TenderEntry",
    "TraceEntry",
    "Unknown",
]

SCHEMA = "vendorscreen/report/1"

_UNSEEN = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and those that change how the text beside them is shown."""


class _Entry(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True, defer_build=True
    )


class BuyerEntry(_Entry):
    """The buyer, as stated."""

    name: str | None
    country: str | None
    level: str | None
    sector: str | None


class TenderEntry(_Entry):
    """Which tender was looked at; ``warnings`` say what of it could not be read, and who was not screened for it."""

    source: str
    id: str | None
    ocid: str | None
    title: str | None
    buyer: BuyerEntry
    warnings: list[str] = []


class PartyResult(_Entry):
    """The strongest effects for one party, in one role, for one lot; those of linked parties count."""

    party: str
    name: str | None
    lot: str | None
    role: str | None
    established: str
    possible: str


class MatchEntry(_Entry):
    """A party tied to a vendor; similarity from 0 to 1, information in bits."""

    party: str | None
    party_name: str | None
    vendor: str
    vendor_name: str
    relation: str
    basis: str
    similarity: float
    bits: float
    certainty: str
    listed_name: str
    statement: str
    speaks_for: list[str]
    speaks_against: list[str]


class SourceEntry(_Entry):
    """Where a statement can be read."""

    title: str
    url: str | None
    date: str | None


class ResponseEntry(_Entry):
    """What the vendor says."""

    text: str
    date: str | None
    sources: list[SourceEntry]


class ProceedingEntry(_Entry):
    """A step before a court or authority."""

    date: str
    body: str
    outcome: str
    reference: str | None


class ListingEntry(_Entry):
    """An entry a finding rests on, as known on the as-of date; an end that came later stands under ``later``."""

    id: str
    vendor: str
    kind: str
    programme: str | None
    programme_name: str | None
    listed_name: str
    authority: str
    jurisdiction: str
    start_date: str | None
    published: str | None
    published_inferred: bool
    end_date: str | None
    citation: str | None
    evidence: str
    summary: str
    caveat: str | None
    sources: list[SourceEntry]
    responses: list[ResponseEntry]
    proceedings: list[ProceedingEntry]
    list: str


class ReferenceEntry(_Entry):
    """Where the law or fact behind a rule stands, and how it was read."""

    title: str
    url: str
    locator: str
    checked: date
    read: str


class EvidenceEntry(_Entry):
    """A fact a finding rests on: what was asked, the value, and where it stands in the tender."""

    fact: str
    value: str
    place: str


class Finding(_Entry):
    """What a rule found for one subject; ``unless`` are the exceptions nobody ruled out, after the word "unless"."""

    rule: str
    title: str
    effect: str
    context: bool
    weight: int
    certainty: str | None
    subject: str
    party: str | None
    party_name: str | None
    role: str | None
    lot: str | None
    vendor: str | None
    listings: list[ListingEntry]
    message: str
    unless: list[str] = []
    remediation: str
    references: list[ReferenceEntry]
    evidence: list[EvidenceEntry]


class LiftedFinding(_Entry):
    """A finding that an exemption takes away: which rule, for whom, and what the buyer was shown."""

    rule: str
    title: str
    effect: str
    party: str | None
    party_name: str | None
    lot: str | None
    vendor: str | None
    message: str
    act: str
    document: str
    date: str
    role: str
    until: str | None


class ScorePart(_Entry):
    """What one rule and subject add to the score; ``points`` from 0 to 100 before they are combined."""

    rule: str
    party: str | None
    vendor: str | None
    weight: int
    certainty_factor: float
    points: float


class RuleMention(_Entry):
    """A rule that an unknown fact leaves open, with the effect it would have."""

    rule: str
    title: str
    effect: str
    party: str | None
    lot: str | None


class Unknown(_Entry):
    """A fact nobody stated, and the question to ask."""

    fact: str
    question: str
    rules: list[RuleMention]


class LaterEntry(_Entry):
    """Something that came after the as-of date; it has no part in the result."""

    vendor: str
    listing: str
    date: str
    authority: str
    jurisdiction: str
    what: str


class ListEntry(_Entry):
    """A list of vendors, its edition, and whether it was screened.

    ``coverage`` is set for lists this buyer must screen: ``screened``, ``stale``, ``incomplete``, ``missing`` or
    ``no_reader``; ``age_days`` runs to the as-of date, ``screened_in`` is another list that contains it, ``command``
    installs it. ``warnings`` say why a list that was screened is not simply that: too old, or not whole.
    """

    id: str
    title: str
    edition: str | None
    screened: bool
    coverage: str | None
    age_days: int | None
    max_age_days: int | None
    screened_in: str | None
    command: str | None
    warnings: list[str] = []


class TraceEntry(_Entry):
    """What was asked, the value that stood there and where, the answer (null is unknown), and its parts."""

    asked: str
    answer: bool | None
    value: str
    place: str | None
    parts: list["TraceEntry"]


class Explanation(_Entry):
    """How one rule came to its answer for one subject."""

    rule: str
    party: str | None
    role: str | None
    lot: str | None
    vendor: str | None
    answer: str
    trace: TraceEntry


class Provenance(_Entry):
    """What the result depends on; the same inputs give the same bytes."""

    version: str
    rules_digest: str
    watchlists_digest: str
    as_of: date
    match_threshold: float


class Report(_Entry):
    """The result of one screening. It decides nothing: a person does."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    established: str
    possible: str
    score: float
    as_of: date
    tender: TenderEntry
    results: list[PartyResult]
    matches: list[MatchEntry]
    findings: list[Finding]
    lifted: list[LiftedFinding] = []
    score_parts: list[ScorePart]
    unknown: list[Unknown]
    later: list[LaterEntry]
    lists: list[ListEntry]
    explanations: list[Explanation] = []
    provenance: Provenance

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain values, as its JSON holds them."""
        return self.model_dump(mode="json", by_alias=True)

    def to_markdown(self) -> str:
        """Return the report as Markdown, for tickets and notebooks."""
        return markdown(self)

    def __repr__(self) -> str:
        about = self.tender.title or self.tender.id or self.tender.source
        found = f"{self.established}, possible {self.possible}, {len(self.findings)} findings"
        return f"<Report on {about[:60]!r} as of {self.as_of}: {found}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        rows = [(one.effect.replace("_", " "), one.title, one.party_name or "", one.message) for one in self.findings]
        return html_table(repr(self)[1:-1], ("Effect", "Rule", "Party", "What"), rows)

    def to_json(self, indent: int | None = 2) -> str:
        """Return the report as JSON text: stable order, one line break at the end, control characters escaped."""
        text = self.model_dump_json(indent=indent, by_alias=True)
        return _UNSEEN.sub(lambda unseen: f"\\u{ord(unseen[0]):04x}", text) + "\n"
