"""Facts about the tender, its buyer, lots, items and bids."""

from datetime import date

import pytest

from tests.fact.row import Row
from vendorscreen.fact.node import Prose
from vendorscreen.tender.tender import Collection

NOTHING = "title: T"
LOTS = "tender: {lots: [{id: L}]}"
BIDS = "parties: [{id: A, roles: [tenderer]}]\nbids: {details: [{tenderers: [{id: A}]}]}"

ROWS = [
    Row("buyer.name", "buyer: {name: Town}", "Town", "buyer: {country: FR}"),
    Row("buyer.country", "buyer: {country: FR}", "FR", "buyer: {name: Town}"),
    Row("buyer.level", "buyer: {level: local}", "local", "buyer: {name: Town}"),
    Row("buyer.sector", "buyer: {sector: police}", "police", "buyer: {name: Town}"),
    Row("tender.title", "tender: {title: Cameras}", "Cameras", "tender: {id: X}"),
    Row("tender.text", "tender: {title: Cameras}", Prose("Cameras", whole=False), "tender: {id: X}"),
    Row(
        "tender.buys_medical_devices",
        'tender: {items: [{classification: {scheme: CPV, id: "33100000"}}]}',
        True,
        NOTHING,
    ),
    Row("tender.procurement_method", "tender: {procurementMethod: open}", "open", NOTHING),
    Row("tender.category", "tender: {mainProcurementCategory: works}", "works", NOTHING),
    Row(
        "tender.value_in_eur",
        "tender: {value: {amount: 1000, currency: PLN}}",
        250.0,
        "tender: {value: {amount: 1000, currency: USD}}",
    ),
    Row(
        "tender.under_directives",
        "tender: {legalBasis: {scheme: CELEX, id: 32014L0024}}",
        True,
        "tender: {legalBasis: {id: Some Act}}",
    ),
    Row(
        "tender.directive",
        "tender: {legalBasis: {scheme: CELEX, id: 32014L0024}}",
        "2014/24/EU",
        "tender: {legalBasis: {id: Some Act}}",
    ),
    Row("tender.legal_basis", "tender: {legalBasis: {scheme: CELEX, id: 32014L0024}}", "32014L0024", NOTHING),
    Row("tender.covered_by", "tender: {coveredBy: [GPA]}", Collection(("GPA",)), NOTHING),
    Row("tender.launched", "tender: {datePublished: 2026-11-01}", date(2026, 11, 1), NOTHING),
    Row("tender.days_since_launch", "tender: {datePublished: 2026-11-01}", 20, NOTHING),
    Row(
        "item.cpv",
        'tender: {items: [{classification: {scheme: CPV, id: "32323500-8"}}]}',
        ("32323500",),
        "tender: {items: [{id: X}]}",
    ),
    Row("item.lot", "tender: {lots: [{id: L}], items: [{id: X, relatedLot: L}]}", "L"),
    Row("lot.id", LOTS, "L"),
    Row("lot.value_in_eur", "tender: {lots: [{id: L, value: {amount: 5, currency: EUR}}]}", 5.0, LOTS),
    Row("bid.value_in_eur", "bids: {details: [{value: {amount: 5, currency: EUR}}]}", 5.0, BIDS),
    Row(
        "bid.share_of_estimate",
        """
tender: {value: {amount: 10, currency: EUR}}
bids: {details: [{value: {amount: 5, currency: EUR}}]}
""",
        0.5,
        BIDS,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
