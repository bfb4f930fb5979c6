"""Mentions in a native file that lead nowhere."""

from collections.abc import Iterable

from vendorscreen.document import Document, suggestion
from vendorscreen.errors import Problem
from vendorscreen.tender.tender import Tender

__all__ = ["MOST_SUGGESTIONS", "dangling_references", "no_such"]

MOST_SUGGESTIONS = 20
"""Most wrong ids of a file for which the nearest known one is looked for, which takes long among many."""


def dangling_references(tender: Tender, document: Document) -> list[Problem]:
    """Return a problem for every lot, bid or award that is mentioned and nowhere described."""
    lots = {lot.id for lot in tender.lots or ()}
    bids = {bid.id for bid in tender.bids or () if bid.id}
    awards = {award.id for award in tender.awards or () if award.id}
    mentioned = [
        *(
            (lot, lots, (*bid.at, "relatedLots", place), "lot")
            for bid in tender.bids or ()
            for place, lot in enumerate(bid.lots)
        ),
        *(
            (lot, lots, (*award.at, "relatedLots", place), "lot")
            for award in tender.awards or ()
            for place, lot in enumerate(award.lots)
        ),
        *((item.lot, lots, (*item.at, "relatedLot"), "lot") for item in tender.items or () if item.lot),
        *((one.lot, lots, (*one.at, "lot"), "lot") for one in tender.exemptions or () if one.lot),
        *(
            (bid, bids, (*product.at, "relatedBids", place), "bid")
            for product in tender.products or ()
            for place, bid in enumerate(product.bids)
        ),
        *(
            (contract.award, awards, (*contract.at, "awardID"), "award")
            for contract in tender.contracts or ()
            if contract.award
        ),
    ]
    lost = [(id_, known, at, kind) for id_, known, at, kind in mentioned if id_ not in known]
    return [
        document.problem(at, no_such(kind, id_, known if place < MOST_SUGGESTIONS else None))
        for place, (id_, known, at, kind) in enumerate(lost)
    ]


def no_such(kind: str, id_: str, known: Iterable[str] | None) -> str:
    """Return the message on an id that nothing of a kind has, with the nearest that is known, if any are given."""
    return f"no {kind} has the id '{id_}'" + ("" if known is None else f", {suggestion(id_, known)}")
