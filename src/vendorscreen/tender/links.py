"""Who in a tender stands behind whom: makers, owners and subcontractors linked to tenderers, and parties to lots."""

from vendorscreen.tender.model import Party, Product, Tender

__all__ = ["OFFERING_ROLES", "linked_tenderers", "lots_of", "offering_parties", "product_tenderers"]

OFFERING_ROLES = frozenset({"tenderer", "leadTenderer", "supplier"})
"""Roles of those who offer or won."""


def offering_parties(tender: Tender) -> tuple[Party, ...]:
    """Return the tenderers and suppliers."""
    return tuple(party for party in tender.parties if OFFERING_ROLES.intersection(party.roles))


def product_tenderers(tender: Tender, product: Product) -> tuple[str, ...]:
    """Return who offers a product: the tenderers of its bids, else the only tenderer there is."""
    if product.bids:
        bids = [bid for bid in tender.bids or () if bid.id in product.bids]
        return tuple(dict.fromkeys(tenderer for bid in bids for tenderer in bid.tenderers))
    offering = offering_parties(tender)
    return (offering[0].id,) if len(offering) == 1 else ()


def linked_tenderers(tender: Tender) -> dict[str, tuple[str, ...]]:
    """Return for each party the tenderers it is linked to by product, subcontract or shareholding, in order.

    A tenderer is linked to itself. A party linked to none has an empty tuple.
    """
    behind: dict[str, list[str]] = {party.id: [] for party in tender.parties}
    for product in tender.products or ():
        if product.manufacturer in behind:
            behind[product.manufacturer] += product_tenderers(tender, product)
    for bid in tender.bids or ():
        for subcontract in bid.subcontracts or ():
            behind.get(subcontract.subcontractor, []).extend(subcontract.main_contractors or bid.tenderers)
    for party in tender.parties:
        for owner in party.shareholders or ():
            behind.get(owner.party, []).append(party.id)
    offering = {party.id for party in offering_parties(tender)}
    return {party: _reached(party, behind, offering) for party in behind}


def _reached(party: str, behind: dict[str, list[str]], offering: set[str]) -> tuple[str, ...]:
    seen = [party]
    for one in seen:  # grows while it is walked
        seen += [other for other in dict.fromkeys(behind.get(one, ())) if other not in seen]
    return tuple(one for one in seen if one in offering)


def lots_of(tender: Tender, party: Party, role: str) -> tuple[str, ...]:
    """Return the lots in which a party has a role; empty where none is stated."""
    lots: list[str] = []
    for bid in tender.bids or ():
        subcontractors = [contract.subcontractor for contract in bid.subcontracts or ()]
        if (role in OFFERING_ROLES and party.id in bid.tenderers) or (
            role == "subcontractor" and party.id in subcontractors
        ):
            lots += bid.lots
    for award in tender.awards or ():
        if role in OFFERING_ROLES and party.id in award.suppliers:
            lots += award.lots
    if role == "manufacturer":
        bids = {bid for product in tender.products or () if product.manufacturer == party.id for bid in product.bids}
        lots += [lot for bid in tender.bids or () if bid.id in bids for lot in bid.lots]
    return tuple(dict.fromkeys(lots))
