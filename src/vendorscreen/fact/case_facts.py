"""The scope of the whole case: what every rule can start from."""

from vendorscreen.fact.case import Case
from vendorscreen.fact.exemption_facts import EXEMPTION, exemptions_on
from vendorscreen.fact.list_facts import LIST
from vendorscreen.fact.node import Scope, ScopePart
from vendorscreen.fact.party_facts import PARTY
from vendorscreen.fact.product_facts import PRODUCT, all_products
from vendorscreen.fact.tender_facts import BID, BUYER, ITEM, LOT, TENDER
from vendorscreen.fact.use_facts import DATA, FUNDING, SITE
from vendorscreen.lists.official_list import Coverage

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
        ScopePart(name="tender", scope=TENDER, meaning=TENDER.meaning, read=lambda case: case),
        ScopePart(name="buyer", scope=BUYER, meaning=BUYER.meaning, read=lambda case: case.tender.buyer),
        ScopePart(name="site", scope=SITE, meaning=SITE.meaning, read=lambda case: case.tender.site),
        ScopePart(name="data", scope=DATA, meaning=DATA.meaning, read=lambda case: case.tender.data),
        ScopePart(
            name="exemption",
            plural="exemptions",
            many=True,
            scope=EXEMPTION,
            meaning="acts of authorities, or proof the buyer accepted, that concern every party",
            read=lambda case: exemptions_on(case.tender.exemptions, case.as_of),
            question="Which derogations, authorisations, waivers or licences were granted?",
        ),
        ScopePart(
            name="item",
            plural="items",
            many=True,
            scope=ITEM,
            meaning="what is bought",
            read=lambda case: case.tender.items,
            question="What is bought (CPV codes)?",
        ),
        ScopePart(
            name="lot",
            plural="lots",
            many=True,
            scope=LOT,
            meaning="parts of the purchase",
            read=lambda case: case.lots(),
            question="Is the purchase divided into lots?",
        ),
        ScopePart(
            name="bid",
            plural="bids",
            many=True,
            scope=BID,
            meaning="the offers",
            read=lambda case: case.bids(),
            question="Which offers were made, at which prices?",
        ),
        ScopePart(
            name="product",
            plural="products",
            many=True,
            scope=PRODUCT,
            meaning="the products on offer",
            read=lambda case: all_products(case.tender),
            question="Which products are offered, under which brands?",
        ),
        ScopePart(
            name="funding",
            plural="fundings",
            many=True,
            scope=FUNDING,
            meaning="sources of the money",
            read=lambda case: case.tender.funding,
            question="Who pays for the purchase: own money, grants, loans, and of which state?",
        ),
        ScopePart(
            name="party",
            plural="parties",
            many=True,
            scope=PARTY,
            meaning="the parties in their roles",
            read=lambda case: case.parties,
            question="Who takes part?",
        ),
        ScopePart(
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
