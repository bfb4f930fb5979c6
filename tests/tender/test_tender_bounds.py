"""How large a tender may be, and that few bytes cannot spell out a great many links."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from vendorscreen.errors import TenderError
from vendorscreen.tender import parse_tender
from vendorscreen.tender.tender_bounds import MOST_LINKS

Parts = Mapping[str, Any]
MANY = 1 + int(MOST_LINKS**0.5)


def refusal(parts: Parts) -> str:
    with pytest.raises(TenderError) as caught:
        parse_tender(json.dumps({"title": "T", **parts}).encode(), "t")
    return str(caught.value)


def crowd(count: int) -> list[Parts]:
    return [{"id": f"{n}", "name": f"Firm {n}", "roles": ["tenderer"]} for n in range(count)]


def test_more_lots_than_any_purchase_has_are_refused() -> None:
    message = refusal({"tender": {"lots": [{"id": f"{n}"} for n in range(20_001)]}})
    assert message == "t: lots: one tender may have at most 20,000 lots, split it"


def test_one_bid_of_many_in_many_lots_is_refused() -> None:
    bid = {"tenderers": [{"id": f"{n}"} for n in range(MANY)], "relatedLots": [f"{n}" for n in range(MANY)]}
    message = refusal(
        {
            "parties": crowd(MANY),
            "tender": {"lots": [{"id": f"{n}"} for n in range(MANY)]},
            "bids": {"details": [bid]},
        }
    )
    assert (
        message
        == "t: one tender may have at most 50,000 links between parties, lots, bids, products and owners, split it"
    )


def test_owners_of_owners_without_end_are_refused() -> None:
    owned = [{**party, "shareholders": [{"shareholder": {"id": f"{n}"}}]} for n, party in enumerate(crowd(400), -1)]
    owned[0]["shareholders"] = []
    assert "at most 50,000 links" in refusal({"parties": owned})


def test_products_of_one_bid_of_many_are_refused() -> None:
    bid = {"id": "b", "tenderers": [{"id": f"{n}"} for n in range(MANY)]}
    products = [{"brand": f"{n}", "relatedBids": ["b"]} for n in range(MANY)]
    parts = {"parties": crowd(MANY), "bids": {"details": [bid]}, "screening": {"products": products}}
    assert "at most 50,000 links" in refusal(parts)


def test_the_nearest_id_is_told_of_the_first_wrong_ones_only() -> None:
    bids = [{"tenderers": [{"id": f"absent-{n}"}]} for n in range(30)]
    lines = refusal({"parties": crowd(2), "bids": {"details": bids}}).splitlines()
    assert [line.endswith("known: 0, 1") for line in lines].count(True) == 20
    assert len(lines) == 30
