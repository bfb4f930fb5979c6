"""What the rules said of a case, put together as a Report."""

import math
from collections.abc import Collection, Sequence

from vendorscreen.fact import Case
from vendorscreen.name import MATCH_THRESHOLD
from vendorscreen.report.effects import established, party_results, possible
from vendorscreen.report.entries import (
    explanation_entries,
    finding_entries,
    later_entries,
    match_entries,
    score_parts,
    unknown_entries,
)
from vendorscreen.report.model import BuyerEntry, ListEntry, Provenance, Report, ScorePart, TenderEntry
from vendorscreen.rule import Outcome, Rules

__all__ = ["build_report"]


def build_report(
    case: Case, outcomes: Sequence[Outcome], rules: Rules, version: str, explain: Collection[str] = ()
) -> Report:
    """Return the report on a case; ``explain`` names rules whose every answer is explained.

    The score is ``100 * (1 - product(1 - weight/100 * certainty))``, from 0 to 100: triage, no award criterion.
    """
    tender, watchlist = case.tender, case.watchlist
    parts = score_parts(outcomes)
    return Report(
        established=established(outcomes).word,
        possible=possible(outcomes).word,
        score=_score(parts),
        as_of=case.as_of,
        tender=TenderEntry(
            source=tender.source,
            id=tender.id,
            ocid=tender.ocid,
            title=tender.title,
            buyer=BuyerEntry(
                name=tender.buyer.name,
                country=tender.buyer.country,
                level=tender.buyer.level,
                sector=tender.buyer.sector,
            ),
        ),
        results=party_results(case, outcomes),
        matches=match_entries(case),
        findings=finding_entries(case, outcomes),
        score_parts=parts,
        unknown=unknown_entries(outcomes),
        later=later_entries(case),
        lists=[
            ListEntry(id=one.id, title=one.title, edition=one.edition, screened=one.screened) for one in watchlist.lists
        ],
        explanations=explanation_entries(case, outcomes, explain),
        provenance=Provenance(
            version=version,
            rules_digest=rules.digest,
            watchlists_digest=watchlist.digest,
            as_of=case.as_of,
            match_threshold=MATCH_THRESHOLD,
        ),
    )


def _score(parts: list[ScorePart]) -> float:
    left = math.prod(1 - part.weight / 100 * part.certainty_factor for part in parts)
    return round(100 * (1 - left), 1)
