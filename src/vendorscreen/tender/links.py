"""Who in a tender stands behind whom: makers, owners and subcontractors linked to tenderers, and parties to lots."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from vendorscreen.tender.tender import Party, Product, Tender

__all__ = [
    "OFFERING_ROLES",
    "behind_whom",
    "linked_tenderers",
    "lots_by_role",
    "offering_parties",
    "only_buys",
    "product_tenderers",
]

_BUYING_ROLES = frozenset({"buyer", "procuringEntity", "centralPurchasingBody", "reviewBody", "enquirer", "payer"})
"""Roles of those who are not screened: who has no other neither offers nor supplies."""

OFFERING_ROLES = frozenset({"tenderer", "leadTenderer", "supplier"})
"""Roles of those who offer or won."""


def only_buys(roles: Collection[str]) -> bool:
    """Return whether there are roles and all are those of buyers: such a party is not screened."""
    return bool(roles) and _BUYING_ROLES.issuperset(roles)


def offering_parties(tender: Tender) -> tuple[Party, ...]:
    """Return the tenderers and suppliers."""
    return tuple(party for party in tender.parties if OFFERING_ROLES.intersection(party.roles))


def product_tenderers(tender: Tender) -> list[tuple[Product, tuple[str, ...]]]:
    """Return each product with who offers it: the tenderers of its bids, else the only tenderer there is."""
    offering = offering_parties(tender)
    only = (offering[0].id,) if len(offering) == 1 else ()
    by_bid = {bid.id: bid.tenderers for bid in tender.bids or ()}

    @cache
    def tenderers(bids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for bid in bids for one in by_bid.get(bid, ())))

    return [(product, tenderers(product.bids) if product.bids else only) for product in tender.products or ()]


def linked_tenderers(tender: Tender) -> dict[str, tuple[str, ...]]:
    """Return for each party the tenderers it is linked to by product, subcontract or shareholding, in order.

    A tenderer is linked to itself. A party linked to none has an empty tuple.
    """
    behind = behind_whom(tender)
    offering = {party.id for party in offering_parties(tender)}
    return {party: _reached(party, behind, offering) for party in behind}


def behind_whom(tender: Tender) -> dict[str, dict[str, None]]:
    """Return for each party those it stands behind at one step: whom it makes products for, serves, or owns."""
    behind: dict[str, dict[str, None]] = {party.id: {} for party in tender.parties}
    for product, tenderers in product_tenderers(tender):
        if product.manufacturer in behind:
            behind[product.manufacturer].update(dict.fromkeys(tenderers))
    for bid in tender.bids or ():
        for subcontract in bid.subcontracts or ():
            served = subcontract.main_contractors or bid.tenderers
            behind.get(subcontract.subcontractor, {}).update(dict.fromkeys(served))
    for party in tender.parties:
        for owner in party.shareholders or ():
            behind.get(owner.party, {})[party.id] = None
    return behind


def _reached(party: str, behind: Mapping[str, Iterable[str]], offering: set[str]) -> tuple[str, ...]:
    seen, order = {party}, [party]
    for one in order:  # grows while it is walked
        further = [other for other in behind.get(one, ()) if other not in seen]
        seen.update(further)
        order += further
    return tuple(one for one in order if one in offering)


def lots_by_role(tender: Tender) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the lots in which a party has a role, by party and role; a pair for which none is stated is left out."""
    lots: dict[tuple[str, str], dict[str, None]] = {}

    def add(party: str, roles: Iterable[str], some: Iterable[str]) -> None:
        for role in roles:
            lots.setdefault((party, role), {}).update(dict.fromkeys(some))

    lots_of_bid = {bid.id: bid.lots for bid in tender.bids or () if bid.id is not None}
    for bid in tender.bids or ():
        for tenderer in bid.tenderers:
            add(tenderer, OFFERING_ROLES, bid.lots)
        for subcontract in bid.subcontracts or ():
            add(subcontract.subcontractor, ("subcontractor",), bid.lots)
    for award in tender.awards or ():
        for supplier in award.suppliers:
            add(supplier, OFFERING_ROLES, award.lots)
    for product in tender.products or ():
        for bid_id in product.bids if product.manufacturer else ():
            add(product.manufacturer or "", ("manufacturer",), lots_of_bid.get(bid_id, ()))
    return {key: tuple(some) for key, some in lots.items() if some}
