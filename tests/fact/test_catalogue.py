"""The vocabulary: every fact is documented, and reads what a tender states."""

from datetime import date

import pytest

from vendorscreen.fact import CASE, Case, Node, Nodes, Scope
from vendorscreen.fact.catalogue import all_scopes
from vendorscreen.matching import match_tender
from vendorscreen.screening import shipped_folder
from vendorscreen.tender import parse_tender
from vendorscreen.watchlist import Watchlist, read_watchlists

DAY = date(2026, 11, 21)
TENDER = b"""
vendorscreen: 1
buyer: {name: Town, country: FR, level: local}
parties:
- {id: A, name: Seller SA, address: {country: FR}, roles: [tenderer],
   shareholders: [{shareholder: {id: O}, shareholding: 0.4}]}
- {id: B, name: Other SA, roles: [tenderer]}
- {id: O, name: Holding AG, address: {country: CH}}
- {id: M, name: Hangzhou Hikvision Digital Technology, address: {country: CN}, roles: [manufacturer]}
bids: {details: [{id: T1, tenderers: [{id: A}]}, {id: T2, tenderers: [{id: B}]}]}
screening:
  products:
  - {brand: Hikvision, model: X1, manufacturer: {id: M}, relatedBids: [T1]}
"""


@pytest.fixture(scope="module")
def watchlist() -> Watchlist:
    return read_watchlists(shipped_folder("watchlists"))


def root(watchlist: Watchlist, text: bytes = TENDER) -> Node:
    tender = parse_tender(text, "t.yaml")
    matches = tuple(match_tender(tender, watchlist, DAY))
    return Node(CASE, Case(tender, watchlist, matches, DAY))


def members(node: Node, part: str) -> list[Node]:
    nodes = node.part(part)
    assert isinstance(nodes, Nodes)
    return list(nodes)


def party(node: Node, name: str) -> Node:
    return next(one for one in members(node, "party") if one.value("id") == name)


def test_every_scope_is_yielded_once() -> None:
    names = [scope.name for scope in all_scopes()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("scope", list(all_scopes()), ids=lambda scope: scope.name)
def test_every_fact_says_what_it_means(scope: Scope) -> None:
    for fact in scope.facts.values():
        assert fact.meaning
        assert fact.question or not fact.unknown_when, fact.name
        assert not fact.meaning.endswith(".")


def test_every_fact_can_be_read_of_a_tender_that_states_little(watchlist: Watchlist) -> None:
    todo = [root(watchlist, b"suppliers: [Huawei Technologies]")]
    for node in todo:  # grows while it is walked
        for name in node.scope.facts:
            node.value(name)
        for name in node.scope.parts:
            part = node.part(name)
            todo += [part] if isinstance(part, Node) else list(part or ())
    assert {"case", "party", "match", "listing"} <= {node.scope.name for node in todo}


def test_products_have_a_maker_and_belong_to_who_offers_them(watchlist: Watchlist) -> None:
    case = root(watchlist)
    (product,) = members(case, "product")
    assert [product.value(name) for name in product.scope.facts] == ["Hikvision", "X1", "CN", None]
    assert [node.value("model") for node in members(party(case, "A"), "product")] == ["X1"]
    assert members(party(case, "B"), "product") == []


def test_owners_have_country_and_share(watchlist: Watchlist) -> None:
    case = root(watchlist)
    (owner,) = members(party(case, "A"), "owner")
    assert [owner.value(name) for name in ("name", "country", "share")] == ["Holding AG", "CH", 0.4]
    assert party(case, "B").part("owner") is None


def test_a_listing_says_since_when_it_holds(watchlist: Watchlist) -> None:
    matches = members(party(root(watchlist), "M"), "match")
    match = next(node for node in matches if node.value("vendor_id") == "hikvision")
    entity_list = next(node for node in members(match, "listing") if node.value("programme") == "US-BIS-EL")
    assert entity_list.value("start_date") == date(2019, 10, 9)
    assert entity_list.value("days_in_force") == (DAY - date(2019, 10, 9)).days


def test_lists_to_screen_have_a_state(watchlist: Watchlist) -> None:
    states = {node.value("id"): node.value("state") for node in members(root(watchlist), "list")}
    assert states["eu-fsf"] == "missing"
    assert root(watchlist, b"suppliers: [A]").part("list") is None
