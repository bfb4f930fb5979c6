"""Facts about parties, what they received and where their goods come from."""

import pytest

from tests.fact.row import Row
from vendorscreen.fact.ownership import Shares, Stake

PARTY = "parties: [{id: A, name: Seller, roles: [tenderer]}]\n"
OWNED = """
parties:
- {id: A, roles: [tenderer], shareholders: [{shareholder: {id: O}, shareholding: 1.0}]}
- {id: O, name: Holding, address: {country: CH}, shareholders: []}
"""
BID = PARTY + "tender: {lots: [{id: L}]}\nbids: {details: [{id: T, tenderers: [{id: A}], relatedLots: [L]}]}\n"
LOT = BID.replace("id: L", "id: L, value: {amount: 5, currency: EUR}")
ORIGINS = "bids: {details: [{tenderers: [{id: A}], countriesOfOrigin: [CN]}]}"
SUBCONTRACT = """
parties: [{id: B, roles: [subcontractor]}]
bids: {details: [{tenderers: [{name: Seller}], subcontracting: {subcontracts: [{subcontractor: {id: B}, share: 0.2}]}}]}
"""
GAVE = PARTY + "screening: {declarations: {foreignContributions: [{party: {id: A}, country: CN, amount: 7}]}}"
OWN_GOODS = BID + "screening: {products: [{model: X, manufacturer: {id: A}, relatedBids: [T]}]}"

ROWS = [
    Row("place.country", PARTY + ORIGINS, "CN"),
    Row("contribution.country", GAVE, "CN"),
    Row("contribution.amount_in_eur", GAVE.replace("7", "7, currency: EUR"), 7.0, GAVE),
    Row("party.name", PARTY, "Seller"),
    Row("party.id", PARTY, "A"),
    Row("party.role", PARTY, "tenderer"),
    Row("party.offers", PARTY, True),
    Row("party.lots", LOT, ("L",)),
    Row("party.country", "suppliers: [{name: Seller, country: FR}]", "FR", PARTY),
    Row("party.owned_share", OWNED, Shares((Stake(1.0, frozenset({"CH"})),)), PARTY),
    Row("party.single_owner_share", OWNED, Shares((Stake(1.0, frozenset({"CH"})),), added=False), PARTY),
    Row(
        "party.persons_share",
        "parties: [{id: A, roles: [tenderer], beneficialOwners: [{nationalities: [RU], share: 1.0, country: RU}]}]",
        Shares((Stake(1.0, frozenset({"RU"})),)),
        PARTY,
    ),
    Row("party.share_of_value", SUBCONTRACT, 0.2, PARTY),
    Row("party.lots_value_in_eur", LOT, 5.0, BID),
    Row("party.origin_shares", PARTY + ORIGINS, Shares.stated({"CN": 1.0}, 0.0), PARTY),
    Row("party.offers_own_goods", OWN_GOODS, True, PARTY),
    Row(
        "party.agreement_cover",
        PARTY + "screening: {declarations: {agreementCover: [{party: {id: A}, covered: true}]}}",
        True,
        PARTY,
    ),
    Row(
        "party.uses_covered_equipment",
        PARTY + "screening: {declarations: {coveredEquipment: [{party: {id: A}, uses: false}]}}",
        False,
        PARTY,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
