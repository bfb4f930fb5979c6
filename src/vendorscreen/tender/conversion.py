"""A native tender file, a document of keys and values, to its Tender: shorthands resolved, references checked."""

from collections.abc import Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from vendorscreen.document import Document, validate
from vendorscreen.errors import Problem, TenderError
from vendorscreen.tender.dangling import dangling_references
from vendorscreen.tender.native import Screening, StatedBuyer, TenderFile, TenderPart
from vendorscreen.tender.registry import Registry
from vendorscreen.tender.tender import (
    Bid,
    Buyer,
    Collection,
    DataUse,
    Declarations,
    Item,
    Party,
    Site,
    Subcontract,
    Tender,
)

__all__ = ["native_tender"]

T = TypeVar("T")


def native_tender(document: Document) -> Tender:
    """Return the tender a document states.

    Raises:
        TenderError: with every problem of the document; then with every id that is lost or given twice.
    """
    if not isinstance(document.value, dict):
        message = "a tender file holds keys and values, such as 'title: ...' and 'suppliers: [...]'"
        raise TenderError([Problem(document.path, 1, 1, "", message)])
    file = validate(TenderFile, document, TenderError)
    part, screening = file.tender or TenderPart(), file.screening or Screening()
    incomplete = frozenset(screening.incomplete or ())
    registry = Registry(file, document)
    settled = registry.settled

    def whole(stated: Collection[T] | None, name: str, *at: str) -> Collection[T] | None:
        members = settled(stated, at or (name,))
        return None if members is None else Collection(members.members, name not in incomplete)

    declared = screening.declarations or Declarations()
    settled(part.tenderers, ("tender", "tenderers"))
    tender = Tender(
        source=document.path,
        date=file.date,
        ocid=file.ocid,
        id=part.id or file.id,
        title=part.title or file.title,
        description=part.description,
        buyer=_buyer(file),
        procurement_method=part.procurement_method,
        category=part.main_procurement_category,
        launched=part.date_published,
        value=part.value,
        legal_basis=part.legal_basis["id"] if part.legal_basis else None,
        covered_by=whole(part.covered_by, "coveredBy"),
        lots=whole(part.lots, "lots", "tender", "lots"),
        items=_items(part, whole(part.items, "items", "tender", "items")),
        bids=_bids(whole(file.bids, "bids", "bids", "details"), document, complete="subcontracts" not in incomplete),
        awards=whole(file.awards, "awards"),
        contracts=whole(file.contracts, "contracts"),
        site=screening.site or Site(),
        products=settled(screening.products, ("screening", "products")),
        funding=whole(screening.funding, "funding", "screening", "funding"),
        data=screening.data or DataUse(),
        declarations=settled(declared, declared.at),
        exemptions=declared.exemptions
        if screening.exemptions is None
        else settled(screening.exemptions, ("screening", "exemptions")),
        parties=registry.collected(complete="parties" not in incomplete),
        locate=document.locate,
    )
    problems = [*registry.problems, *dangling_references(tender, document)]
    if problems:
        raise TenderError(problems)
    return tender


def _buyer(file: TenderFile) -> Buyer:
    buyer = file.buyer or StatedBuyer()
    place, party = next(
        (
            (place, party)
            for place, party in enumerate(file.parties or ())
            if (buyer.id and party.id == buyer.id) or "buyer" in party.roles
        ),
        (None, Party()),
    )
    return Buyer(
        name=buyer.name or party.name,
        country=buyer.country or party.country,
        level=buyer.level,
        sector=buyer.sector,
        identifiers=(*buyer.identifiers, *party.identifiers),
        at=("parties", place) if file.buyer is None and place is not None else ("buyer",),
    )


def _items(part: TenderPart, items: Collection[Item] | None) -> Collection[Item] | None:
    """Return the items; codes of the whole tender are an item of their own, for they say what is bought too."""
    if part.cpv is None:
        return items
    whole = Item(cpv=part.cpv, at=("tender",))
    return Collection((whole, *(items or ())), complete=items is not None and items.complete)


def _bids(bids: Collection[Bid] | None, document: Document, *, complete: bool) -> Collection[Bid] | None:
    if bids is None:
        return None
    stated: Any = document.value
    bodies = stated["bids"]["details"] if bids.members else ()
    members = (_with_shares(bid, body, complete=complete) for bid, body in zip(bids, bodies, strict=True))
    return Collection(tuple(members), bids.complete)


def _with_shares(bid: Bid, stated: Mapping[str, Any], *, complete: bool) -> Bid:
    """Return a bid with the share of each subcontract, told from the values where it is not stated.

    A list of subcontracts may be incomplete, ``hasSubcontracting: false`` leaves no doubt.
    """
    if bid.subcontracts is None or (stated.get("subcontracting") or {}).get("subcontracts") is None:
        return bid
    subcontracts = tuple(_with_share(contract, bid) for contract in bid.subcontracts)
    return replace(bid, subcontracts=Collection(subcontracts, complete))


def _with_share(contract: Subcontract, bid: Bid) -> Subcontract:
    if contract.share is not None or contract.value is None or bid.value is None:
        return contract
    comparable = contract.value.currency == bid.value.currency and bid.value.amount > 0
    share = min(1.0, float(contract.value.amount / bid.value.amount)) if comparable else None
    return replace(contract, share=share)
