"""The parts of a Tender as keys of a native tender file; what nobody stated has no key."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from vendorscreen.identifier import Identifier
from vendorscreen.tender.tender import (
    Award,
    Bid,
    Collection,
    Contract,
    DataUse,
    Declarations,
    Funding,
    Item,
    Lot,
    Party,
    Product,
    Site,
    Value,
)

__all__ = [
    "Keys",
    "award_keys",
    "bid_keys",
    "contract_keys",
    "data_keys",
    "declaration_keys",
    "each",
    "funding_keys",
    "identifier_keys",
    "item_keys",
    "lot_keys",
    "party_keys",
    "product_keys",
    "site_keys",
    "stated",
    "value_keys",
]

T = TypeVar("T")
Keys = dict[str, object]


def stated(**values: object) -> Keys:
    """Return the values that are stated; an empty mapping states nothing."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if value is not None and value != {}
    }


def each(values: Collection[T] | None, convert: Callable[[T], object]) -> list[object] | None:
    """Return every member converted, ``None`` where nobody stated any."""
    return None if values is None else [convert(value) for value in values]


def value_keys(value: Value | None) -> Keys | None:
    """Return an amount of money."""
    return None if value is None else stated(amount=value.amount, currency=value.currency)


def identifier_keys(identifiers: Sequence[Identifier]) -> Keys:
    """Return the registered numbers of an organisation: the first, and the others."""
    written = [stated(scheme=one.scheme, id=one.id, inferred=one.inferred or None) for one in identifiers]
    return stated(identifier=written[0] if written else None, additionalIdentifiers=written[1:] or None)


def lot_keys(lot: Lot) -> Keys:
    """Return a lot."""
    return stated(id=lot.id, title=lot.title, description=lot.description, value=value_keys(lot.value))


def item_keys(item: Item) -> Keys:
    """Return an item with all its CPV codes."""
    codes = [{"scheme": "CPV", "id": code} for code in item.cpv or ()]
    return stated(
        relatedLot=item.lot,
        description=item.description,
        classification=codes[0] if codes else None,
        additionalClassifications=codes[1:] or None,
    )


def party_keys(party: Party) -> Keys:
    """Return a party with its roles and owners."""
    return {
        **stated(id=party.id, name=party.name, roles=party.roles or None, withheld=party.withheld or None),
        **stated(address=stated(country=party.country)),
        **identifier_keys(party.identifiers),
        **stated(
            shareholders=each(
                party.shareholders,
                lambda owner: stated(shareholder={"id": owner.party}, shareholding=_share(owner.share)),
            ),
            beneficialOwners=each(
                party.persons,
                lambda person: stated(
                    name=person.name,
                    nationalities=person.nationalities,
                    country=person.residence,
                    share=_share(person.share),
                ),
            ),
        ),
    }


def _share(share: float | None) -> Decimal | None:
    return None if share is None else Decimal(repr(share))


def _references(ids: Sequence[str]) -> list[Keys] | None:
    return [{"id": id_} for id_ in ids] or None


def bid_keys(bid: Bid) -> Keys:
    """Return a bid; that work is passed on to nobody knows whom is ``hasSubcontracting`` alone."""
    subcontracts = bid.subcontracts
    named = None if subcontracts is None else len(subcontracts) > 0
    passed_on = each(
        subcontracts if named else None,
        lambda contract: stated(
            subcontractor={"id": contract.subcontractor},
            mainContractors=_references(contract.main_contractors),
            share=_share(contract.share),
        ),
    )
    return stated(
        id=bid.id,
        relatedLots=bid.lots or None,
        tenderers=_references(bid.tenderers),
        value=value_keys(bid.value),
        countriesOfOrigin=bid.origins,
        hasSubcontracting=None if subcontracts is None or named else not subcontracts.complete,
        subcontracting=stated(subcontracts=passed_on),
    )


def award_keys(award: Award) -> Keys:
    """Return an award."""
    return stated(
        id=award.id,
        date=award.date,
        value=value_keys(award.value),
        suppliers=_references(award.suppliers),
        relatedLots=award.lots or None,
    )


def contract_keys(contract: Contract) -> Keys:
    """Return a contract."""
    return stated(id=contract.id, awardID=contract.award, dateSigned=contract.signed, value=value_keys(contract.value))


def site_keys(site: Site) -> Keys:
    """Return where the purchase will be used."""
    return stated(
        kind=site.kind,
        sensitive=site.sensitive,
        criticalInfrastructure=site.critical_infrastructure,
        purposes=site.purposes,
    )


def product_keys(product: Product) -> Keys:
    """Return a product on offer."""
    return stated(
        brand=product.brand,
        model=product.model,
        description=product.description,
        manufacturer={"id": product.manufacturer} if product.manufacturer else None,
        countryOfOrigin=product.origin,
        relatedBids=product.bids or None,
    )


def funding_keys(funding: Funding) -> Keys:
    """Return one source of the money."""
    return stated(source=funding.source, programme=funding.programme, country=funding.country, tied=funding.tied)


def data_keys(data: DataUse) -> Keys:
    """Return what the purchase does with data."""
    return stated(
        personal=data.personal,
        categories=data.categories,
        storage=data.storage,
        remoteAccess=data.remote_access,
        networked=data.networked,
    )


def declaration_keys(declared: Declarations) -> Keys:
    """Return what bidders or the buyer declare."""
    cover, equipment = declared.agreement_cover, declared.covered_equipment
    contributions = declared.foreign_contributions
    return stated(
        derogations=declared.derogations,
        agreementCover=None
        if cover is None
        else [{"party": {"id": one.party}, "covered": one.covered} for one in cover],
        coveredEquipment=None
        if equipment is None
        else [{"party": {"id": use.party}, "uses": use.uses} for use in equipment],
        foreignContributions=None
        if contributions is None
        else [
            stated(
                party={"id": given.party},
                country=given.country,
                amount=given.value.amount,
                currency=given.value.currency,
            )
            for given in contributions
        ],
    )
