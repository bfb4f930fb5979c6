"""What rules say of suppliers is remembered only by what they read."""

from dataclasses import replace
from pathlib import Path

from tests.batch.conftest import DAY
from vendorscreen.batch.suppliers import Supplier
from vendorscreen.matching import Certainty, Match, match_tender
from vendorscreen.rule import read_rules
from vendorscreen.screening import Screener
from vendorscreen.screening.supplier import supplier_tender
from vendorscreen.screening.supplier_effects import Effects, SupplierEffects, _tie
from vendorscreen.tender.tender import Buyer

SUPPLIER = Supplier("ZTE Romania SRL", "RO")

RULE = """\
id: {id}
title: {id}
subject: {subject}
effect: signals
weight: 1
rationale: None.
condition: {condition}
message: "{{party.name}}"
remediation: None.
tests:
  - name: finding
    as_of: 2026-01-01
    facts: {{parties: [{finding}]}}
    expect: finding
  - name: clear
    as_of: 2026-01-01
    facts: {{parties: [{clear}]}}
    expect: clear
"""


def _matches(screener: Screener, supplier: Supplier) -> tuple[Match, ...]:
    return tuple(match_tender(supplier_tender(Buyer(country="DE"), supplier.party()), screener.watchlist, DAY))


def _said(effects: SupplierEffects, supplier: Supplier, *matches: Match, buyer: str | None = "DE") -> Effects:
    return effects.of(supplier_tender(Buyer(country=buyer), supplier.party()), matches)


def _rules(folder: Path, text: str, **words: str) -> Path:
    (folder / f"{words['id']}.yaml").write_text(text.format(**words))
    return folder


def test_suppliers_of_one_country_without_a_match_share_one_answer(screener: Screener) -> None:
    effects = SupplierEffects(screener.watchlist, screener.rules, DAY)

    first = _said(effects, SUPPLIER)

    assert _said(effects, SUPPLIER._replace(name="Another Name")) is first


def test_a_rule_that_reads_names_is_asked_about_every_name(screener: Screener, tmp_path: Path) -> None:
    folder = _rules(
        tmp_path,
        RULE,
        id="named-so",
        subject="party",
        condition='{party.name: {equals: "Bad Ltd"}}',
        finding='{name: "Bad Ltd"}',
        clear='{name: "Good Ltd"}',
    )
    effects = SupplierEffects(screener.watchlist, read_rules(folder), DAY)

    answers = [_said(effects, SUPPLIER._replace(name=name)).rules for name in ("Good Ltd", "Bad Ltd", "Good Ltd")]

    assert answers == [(), ("named-so",), ()]


def test_a_rule_that_counts_matches_sees_them_all(screener: Screener, tmp_path: Path) -> None:
    folder = _rules(
        tmp_path,
        RULE,
        id="tied-twice",
        subject="party",
        condition="{count party.match: {at_least: 2}}",
        finding="{matches: [{}, {}]}",
        clear="{matches: [{}]}",
    )
    strict = Screener(screener.watchlist, read_rules(folder))
    supplier = SUPPLIER._replace(name="Nuctech Warsaw Company Limited", country="PL")
    matches = _matches(strict, supplier)
    assert len(matches) > 1

    assert _said(SupplierEffects(strict.watchlist, strict.rules, DAY), supplier, *matches, buyer="PL").rules == (
        "tied-twice",
    )


def test_ties_of_another_certainty_are_told_apart(screener: Screener) -> None:
    (match, *_) = _matches(screener, SUPPLIER)

    assert _tie(match) != _tie(replace(match, certainty=match.certainty + 1))  # type: ignore[arg-type]


def test_what_vendors_share_is_what_is_said_of_each_alone(screener: Screener) -> None:
    shared = SupplierEffects(screener.watchlist, screener.rules, DAY)
    (match, *_) = _matches(screener, SUPPLIER)
    matches = [
        replace(match, vendor=vendor, itself=vendor, relation=relation, certainty=certainty)
        for vendor in screener.watchlist.vendors.values()
        for relation, certainty in (("same", Certainty.CONFIRMED), ("affiliate", Certainty.POSSIBLE))
    ]

    said = [_said(shared, SUPPLIER, one) for one in matches]

    assert said == [_said(SupplierEffects(screener.watchlist, screener.rules, DAY), SUPPLIER, one) for one in matches]
    assert len(set(map(id, said))) > 1
