"""What the rules said of a case, put together as a Report."""

import math
from collections.abc import Collection, Sequence

from vendorscreen.fact import Case
from vendorscreen.lists.official_list import coverage_of
from vendorscreen.name import MATCH_THRESHOLD
from vendorscreen.report.entries import (
    explanation_entries,
    finding_entries,
    later_entries,
    lifted_entries,
    match_entries,
    score_parts,
    unknown_entries,
)
from vendorscreen.report.party_results import party_results
from vendorscreen.report.report import BuyerEntry, ListEntry, Provenance, Report, ScorePart, TenderEntry
from vendorscreen.rule import Outcome, Rules
from vendorscreen.rule.strongest_effects import established, open_rules, possible

__all__ = ["build_report"]


def build_report(
    case: Case, outcomes: Sequence[Outcome], rules: Rules, version: str, explain: Collection[str] = ()
) -> Report:
    """Return the report on a case; ``explain`` names rules whose every answer is explained.

    The score is ``100 * (1 - product(1 - weight/100 * certainty))``, from 0 to 100: triage, no award criterion.
    """
    tender, watchlist = case.tender, case.watchlist
    parts, found = score_parts(outcomes), established(outcomes)
    return Report(
        established=found.word,
        possible=possible(found, open_rules(outcomes)).word,
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
            warnings=[str(warning) for warning in tender.warnings],
        ),
        results=party_results(case, outcomes),
        matches=match_entries(case),
        findings=finding_entries(case, outcomes),
        lifted=lifted_entries(outcomes),
        score_parts=parts,
        unknown=unknown_entries(outcomes),
        later=later_entries(case),
        lists=_list_entries(case),
        explanations=explanation_entries(case, outcomes, explain),
        provenance=Provenance(
            version=version,
            rules_digest=rules.digest,
            watchlists_digest=watchlist.digest,
            as_of=case.as_of,
            match_threshold=MATCH_THRESHOLD,
        ),
    )


def _list_entries(case: Case) -> list[ListEntry]:
    buyer, watchlist = case.tender.buyer, case.watchlist
    states = {one.id: one for one in watchlist.lists}
    warnings = {one.list: one.messages for one in watchlist.warnings(case.as_of)}
    found = {one.id: coverage_of(one, states, case.as_of) for one in watchlist.official}
    needed = {one.list for one in watchlist.coverage(buyer.country, buyer.level, case.as_of)}
    return [
        ListEntry(
            id=state.id,
            title=state.title,
            edition=state.edition,
            screened=state.screened,
            coverage=found[state.id].state if state.id in needed else None,
            age_days=found[state.id].age_days if state.id in found else None,
            max_age_days=found[state.id].max_age_days if state.id in found else None,
            screened_in=found[state.id].screened_in if state.id in found else None,
            command=found[state.id].command if state.id in found else None,
            warnings=list(warnings.get(state.id, found[state.id].gaps if state.id in found else ())),
        )
        for state in watchlist.lists
    ]


def _score(parts: list[ScorePart]) -> float:
    left = math.prod(1 - part.weight / 100 * part.certainty_factor for part in parts)
    return round(100 * (1 - left), 1)
