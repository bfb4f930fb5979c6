"""Facts about the entries of a matched vendor."""

from datetime import date

import pytest
from msgspec.structs import replace

from tests.fact.row import Row, first
from vendorscreen.fact.listing_facts import LISTING
from vendorscreen.fact.node import Node
from vendorscreen.period import PartialDate, Period
from vendorscreen.vendor.vendor import BoundBuyer, Listing, Source

TENDER = 'suppliers: [{name: "Hangzhou Hikvision Digital Technology Co., Ltd.", country: CN}]\n'
OWNED = """
parties:
- {id: A, name: Seller, roles: [tenderer], shareholders: [{shareholder: {id: O}, shareholding: 0.4}]}
- {id: O, name: "Hangzhou Hikvision Digital Technology Co., Ltd.", address: {country: CN}}
"""
ENTRY = Listing(
    id="x/1",
    kind="export_control",
    programme="US-BIS-EL",
    listed_name="Hikvision",
    authority="BIS",
    jurisdiction="US",
    summary="Named.",
    evidence="primary",
    sources=(Source(title="Rule"),),
    period=Period(PartialDate.of(date(2026, 11, 1))),
)


def entry(text: str = TENDER, **changes: object) -> Node:
    """Return the entry, with changes, as one of the vendor that the first party of a tender is tied to."""
    return Node(LISTING, replace(first("listing", text).thing, listing=replace(ENTRY, **changes)))


STATED = entry()
BUYER = entry(TENDER + "buyer: {name: Town}", buyer=BoundBuyer(name="Town"))

ROWS = [
    Row("listing.kind", STATED, "export_control"),
    Row("listing.programme", STATED, "US-BIS-EL"),
    Row("listing.authority", STATED, "BIS"),
    Row("listing.jurisdiction", STATED, "US"),
    Row("listing.listed_name", STATED, "Hikvision"),
    Row("listing.start_date", STATED, date(2026, 11, 1), entry(period=Period())),
    Row("listing.days_in_force", STATED, 20, entry(period=Period())),
    Row("listing.active", STATED, True, entry(period=Period())),
    Row("listing.reaches", STATED, True, entry(OWNED)),
    Row("listing.owners_share", entry(OWNED), 0.4, STATED),
    Row("listing.evidence", STATED, "primary"),
    Row("listing.is_context", STATED, False),
    Row("listing.by_this_buyer", BUYER, True, entry(buyer=BoundBuyer(name="Town"))),
    Row("listing.summary", STATED, "Named."),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
