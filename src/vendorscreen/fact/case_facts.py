"""The scope of the whole case: what every rule can start from."""

from vendorscreen.fact.list_facts import LIST
from vendorscreen.fact.node import Part, Scope
from vendorscreen.fact.party_facts import PARTY
from vendorscreen.fact.product_facts import PRODUCT, all_products
from vendorscreen.fact.tender_facts import BID, BUYER, ITEM, LOT, TENDER
from vendorscreen.fact.things import Case
from vendorscreen.fact.use_facts import DATA, DECLARATIONS, FUNDING, SITE
from vendorscreen.watchlist.lists import Coverage

__all__ = ["CASE"]


def _lists(case: Case) -> tuple[Coverage, ...] | None:
    """Return the lists that the buyer must screen; unknown where its country is."""
    buyer = case.tender.buyer
    return case.watchlist.coverage(buyer.country, buyer.level, case.as_of) if buyer.country else None


CASE = Scope.of(
    "case",
    "everything known about one tender on one date",
    (),
    (
        Part(name="tender", scope=TENDER, meaning=TENDER.meaning, read=lambda case: case),
        Part(name="buyer", scope=BUYER, meaning=BUYER.meaning, read=lambda case: case.tender.buyer),
        Part(name="site", scope=SITE, meaning=SITE.meaning, read=lambda case: case.tender.site),
        Part(name="data", scope=DATA, meaning=DATA.meaning, read=lambda case: case.tender.data),
        Part(
            name="declarations",
            scope=DECLARATIONS,
            meaning=DECLARATIONS.meaning,
            read=lambda case: case.tender.declarations,
        ),
        Part(
            name="item",
            plural="items",
            many=True,
            scope=ITEM,
            meaning="what is bought",
            read=lambda case: case.tender.items,
            question="What is bought (CPV codes)?",
        ),
        Part(
            name="lot",
            plural="lots",
            many=True,
            scope=LOT,
            meaning="parts of the purchase",
            read=lambda case: case.lots(),
            question="Is the purchase divided into lots?",
        ),
        Part(
            name="bid",
            plural="bids",
            many=True,
            scope=BID,
            meaning="the offers",
            read=lambda case: case.bids(),
            question="Which offers were made, at which prices?",
        ),
        Part(
            name="product",
            plural="products",
            many=True,
            scope=PRODUCT,
            meaning="the products on offer",
            read=lambda case: all_products(case.tender),
            question="Which products are offered, under which brands?",
        ),
        Part(
            name="funding",
            plural="fundings",
            many=True,
            scope=FUNDING,
            meaning="sources of the money",
            read=lambda case: case.tender.funding,
            question="Who pays for the purchase: own money, grants, loans, and of which state?",
        ),
        Part(
            name="party",
            plural="parties",
            many=True,
            scope=PARTY,
            meaning="the parties in their roles",
            read=lambda case: case.parties,
            question="Who takes part?",
        ),
        Part(
            name="list",
            plural="lists",
            many=True,
            scope=LIST,
            meaning="the lists that the buyer must screen",
            read=_lists,
            question="In which country, and of which level, is the buyer?",
        ),
    ),
)
