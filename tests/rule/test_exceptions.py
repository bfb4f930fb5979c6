"""Exceptions stand behind the finding: what nobody showed does not lift it."""

from datetime import date
from pathlib import Path

import pytest

from vendorscreen.errors import RuleError
from vendorscreen.fact import Case
from vendorscreen.rule import Answer, Effect, Outcome, evaluate, read_rules
from vendorscreen.tender.tender import Buyer, Collection, Exemption, Party, Tender
from vendorscreen.watchlist import read_watchlists

ACT = Exemption(act="ban-waiver", document="Decision 4", date=date(2026, 1, 5), role="minister", party="x")

RULE = """
id: ban
title: A ban
subject: party
effect: {effect}
weight: 100
bound: {{buyer.country: {{equals: FR}}}}
rationale: For this test.
references: [{{title: T, url: "https://example.org", locator: art. 1, checked: 2026-01-01, read: {read}}}]
condition: {{party.country: {{equals: RU}}}}
unless:
  - act: ban-waiver
    words: the minister has waived it
message: "{{party.name}} is banned."
remediation: Look.
tests:
  - {{name: a, as_of: 2026-01-01, facts: {{buyer: {{country: FR}}, parties: [{{country: RU}}]}}, expect: finding}}
  - {{name: b, as_of: 2026-01-01, facts: {{buyer: {{country: FR}}, parties: [{{country: FR}}]}}, expect: clear}}
"""
LIFTED = """  - name: c
    as_of: 2026-01-01
    facts: {buyer: {country: FR}, parties: [{country: RU, exemptions: [{act: ban-waiver, shown: true}]}]}
    expect: lifted
"""


def rule(folder: Path, effect: str = "prohibits", read: str = "own_text", *, lifted: str = LIFTED) -> Path:
    (folder / "ban.yaml").write_text(RULE.format(effect=effect, read=read) + lifted, encoding="utf-8")
    return folder


def outcome(folder: Path, *exemptions: Exemption, stated: bool = True) -> Outcome:
    party = Party(id="x", name="X", roles=("tenderer",), country="RU")
    tender = Tender(
        source="t",
        buyer=Buyer(country="FR"),
        parties=Collection((party,)),
        exemptions=Collection(exemptions) if stated else None,
    )
    case = Case(tender, read_watchlists(Path(__file__).parents[2] / "watchlists"), (), date(2026, 6, 1))
    (one,) = evaluate(read_rules(rule(folder)).rules, case)
    return one


def test_an_exception_nobody_stated_leaves_the_finding_at_its_effect_and_is_asked_about(tmp_path: Path) -> None:
    found = outcome(tmp_path, stated=False)
    assert (found.answer, found.effect) == (Answer.FINDING, Effect.PROHIBITS)
    assert [one.words for one in found.open] == ["the minister has waived it"]
    assert "the minister has waived it" in found.missing[0].question


def test_an_exception_ruled_out_is_not_asked_about(tmp_path: Path) -> None:
    found = outcome(tmp_path)
    assert (found.answer, found.open, found.missing) == (Answer.FINDING, (), ())


def test_an_exception_with_document_date_and_role_lifts_the_finding_and_is_shown(tmp_path: Path) -> None:
    found = outcome(tmp_path, ACT)
    assert Answer.LIFTED is found.answer
    assert ACT is found.exemptions[0].thing.exemption


@pytest.mark.parametrize(
    "exemption",
    [
        Exemption(act="ban-waiver", document="Decision 4", date=date(2026, 1, 5), party="x"),
        Exemption(act="ban-waiver", document="Decision 4", role="minister", party="x"),
        Exemption(act="ban-waiver", date=date(2026, 1, 5), role="minister", party="x"),
    ],
)
def test_an_exception_without_document_date_or_role_lifts_nothing(tmp_path: Path, exemption: Exemption) -> None:
    found = outcome(tmp_path, exemption)
    assert (found.answer, len(found.open)) == (Answer.FINDING, 1)


@pytest.mark.parametrize(
    "exemption",
    [
        Exemption(act="other", document="D", date=date(2026, 1, 5), role="minister"),
        Exemption(act="ban-waiver", document="D", date=date(2026, 1, 5), role="minister", party="y"),
        Exemption(act="ban-waiver", document="D", date=date(2026, 6, 2), role="minister"),
        Exemption(act="ban-waiver", document="D", date=date(2026, 1, 5), role="minister", until=date(2026, 6, 1)),
        Exemption(act="ban-waiver", document="D", date=date(2026, 1, 5), role="minister", lot="2"),
    ],
)
def test_another_act_party_day_or_lot_lifts_nothing(tmp_path: Path, exemption: Exemption) -> None:
    assert Answer.FINDING is outcome(tmp_path, exemption).answer


def test_a_rule_with_an_exception_needs_a_test_in_which_it_lifts(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="at least one test that expects 'lifted'"):
        read_rules(rule(tmp_path, lifted=""))


def test_a_rule_requires_exclusion_only_where_its_law_was_read(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="read in its own text"):
        read_rules(rule(tmp_path, effect="requires_exclusion", read="secondary"))
    assert Effect.REQUIRES_EXCLUSION is read_rules(rule(tmp_path, effect="requires_exclusion")).rules[0].effect
