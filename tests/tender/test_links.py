"""Who stands behind whom."""

from vendorscreen.tender import parse_tender
from vendorscreen.tender.links import linked_tenderers, lots_by_role

TWO_BIDS = b"""
parties:
- {id: A, name: A, roles: [tenderer], shareholders: [{shareholder: {id: O}, shareholding: 1.0}]}
- {id: B, name: B, roles: [tenderer]}
- {id: O, name: O, shareholders: [{shareholder: {id: OO}, shareholding: 1.0}]}
- {id: OO, name: OO}
- {id: M, name: M, roles: [manufacturer]}
- {id: S, name: S, roles: [subcontractor]}
- {id: N, name: N, roles: [manufacturer]}
tender: {lots: [{id: L1}, {id: L2}]}
bids:
  details:
  - {id: T1, tenderers: [{id: A}], relatedLots: [L1]}
  - {id: T2, tenderers: [{id: B}], relatedLots: [L2], subcontracting: {subcontracts: [{subcontractor: {id: S}}]}}
screening:
  products:
  - {brand: X, manufacturer: {id: M}, relatedBids: [T2]}
  - {brand: Y, manufacturer: {id: N}}
"""


def test_makers_owners_and_subcontractors_are_linked_to_their_tenderers() -> None:
    assert linked_tenderers(parse_tender(TWO_BIDS, "t")) == {
        "A": ("A",),
        "B": ("B",),
        "O": ("A",),
        "OO": ("A",),
        "M": ("B",),
        "S": ("B",),
        "N": (),
    }


def test_a_product_without_a_bid_belongs_to_the_only_tenderer() -> None:
    text = b"suppliers: [A]\nscreening: {products: [{brand: X, manufacturer: {name: M}}]}"
    tender = parse_tender(text, "t")
    assert linked_tenderers(tender)["product-1/manufacturer"] == ("supplier-1",)


def test_owners_who_own_each_other_end_the_search() -> None:
    text = b"""
parties:
- {id: A, roles: [tenderer], shareholders: [{shareholder: {id: B}}]}
- {id: B, shareholders: [{shareholder: {id: A}}]}
"""
    assert linked_tenderers(parse_tender(text, "t")) == {"A": ("A",), "B": ("A",)}


def test_a_party_has_its_lots_by_role() -> None:
    lots = lots_by_role(parse_tender(TWO_BIDS, "t"))
    assert lots["A", "tenderer"] == ("L1",)
    assert lots["B", "tenderer"] == ("L2",)
    assert lots["S", "subcontractor"] == ("L2",)
    assert lots["M", "manufacturer"] == ("L2",)
    assert not [role for party, role in lots if party == "N"]
