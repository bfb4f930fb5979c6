"""A native tender file, already validated, to the one Tender: shorthands resolved, references checked."""

from collections.abc import Sequence

from vendorscreen.document import Document
from vendorscreen.errors import TenderError
from vendorscreen.tender import native, native_party
from vendorscreen.tender.dangling import dangling_references
from vendorscreen.tender.registry import Registry, collection, country_of, identifiers_of
from vendorscreen.tender.tender import (
    AgreementCover,
    Award,
    Bid,
    Buyer,
    Collection,
    Contract,
    Contribution,
    DataUse,
    Declarations,
    EquipmentUse,
    Funding,
    Item,
    Lot,
    Path,
    Product,
    Site,
    Subcontract,
    Tender,
    Value,
)

__all__ = ["tender_of"]


def tender_of(file: native.NativeTender, document: Document) -> Tender:
    """Return the tender a valid native file states.

    Raises:
        TenderError: a reference leads nowhere, or an id is given twice.
    """
    part = file.tender or native.NativeTenderPart()
    screening = file.screening or native.NativeScreening()
    incomplete = frozenset(screening.incomplete or ())
    registry = Registry(file, document)
    registry.mentions(part.tenderers, ("tender", "tenderers"), "tenderer")
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
        value=_value(part.value),
        legal_basis=part.legal_basis.id if part.legal_basis else None,
        covered_by=collection(part.covered_by, lambda regime, _: regime, complete="coveredBy" not in incomplete),
        lots=collection(part.lots, _lot, complete="lots" not in incomplete),
        items=_items(part, complete="items" not in incomplete),
        bids=_bids(file, registry, incomplete),
        awards=collection(
            file.awards,
            lambda award, place: _award(award, ("awards", place), registry),
            complete="awards" not in incomplete,
        ),
        contracts=collection(file.contracts, _contract, complete="contracts" not in incomplete),
        site=_site(screening.site),
        products=collection(screening.products, lambda product, place: _product(product, place, registry)),
        funding=collection(screening.funding, _funding, complete="funding" not in incomplete),
        data=_data(screening.data),
        declarations=_declarations(screening.declarations, registry),
        parties=registry.collected(complete="parties" not in incomplete),
        locate=document.locate,
    )
    problems = [*registry.problems, *dangling_references(tender, document)]
    if problems:
        raise TenderError(problems)
    return tender


def _buyer(file: native.NativeTender) -> Buyer:
    buyer = file.buyer or native_party.NativeBuyer()
    parties = list(enumerate(file.parties or []))
    place, party = next(
        (
            (place, party)
            for place, party in parties
            if (buyer.id and party.id == buyer.id) or "buyer" in (party.roles or [])
        ),
        (None, native_party.NativeParty()),
    )
    return Buyer(
        name=buyer.name or party.name,
        country=country_of(buyer) or country_of(party),
        level=buyer.level,
        sector=buyer.sector,
        identifiers=(*identifiers_of(buyer), *identifiers_of(party)),
        at=("parties", place) if file.buyer is None and place is not None else ("buyer",),
    )


def _value(value: native_party.NativeValue | None) -> Value | None:
    return None if value is None else Value(value.amount, value.currency)


def _lot(lot: native.NativeLot, place: int) -> Lot:
    at = ("tender", "lots", place)
    return Lot(id=lot.id, title=lot.title, description=lot.description, value=_value(lot.value), at=at)


def _items(part: native.NativeTenderPart, *, complete: bool) -> Collection[Item] | None:
    """Return the items; codes of the whole tender are an item of their own, for they say what is bought too."""
    whole = _codes(part.classification, part.additional_classifications)
    if part.items is None and whole is None:
        return None
    items = [] if whole is None else [Item(cpv=whole, at=("tender",))]
    for place, item in enumerate(part.items or []):
        codes = _codes(item.classification, item.additional_classifications)
        items.append(Item(description=item.description, cpv=codes, lot=item.related_lot, at=("tender", "items", place)))
    return Collection(tuple(items), complete=complete and part.items is not None)


def _codes(
    main: native_party.NativeCpv | None, further: Sequence[native_party.NativeCpv] | None
) -> tuple[str, ...] | None:
    codes = [code.id for code in (main, *(further or [])) if code]
    return tuple(dict.fromkeys(codes)) or None


def _bids(file: native.NativeTender, registry: Registry, incomplete: frozenset[str]) -> Collection[Bid] | None:
    open_subcontracts = "subcontracts" in incomplete
    return collection(
        file.bids.details if file.bids else None,
        lambda bid, place: _bid(bid, ("bids", "details", place), registry, complete=not open_subcontracts),
        complete="bids" not in incomplete,
    )


def _bid(bid: native.NativeBid, at: Path, registry: Registry, *, complete: bool) -> Bid:
    return Bid(
        id=bid.id,
        tenderers=registry.mentions(bid.tenderers, (*at, "tenderers"), "tenderer"),
        lots=bid.related_lots or (),
        value=_value(bid.value),
        origins=bid.countries_of_origin,
        subcontracts=_subcontracts(bid, (*at, "subcontracting", "subcontracts"), registry, complete=complete),
        at=at,
    )


def _subcontracts(
    bid: native.NativeBid, at: Path, registry: Registry, *, complete: bool
) -> Collection[Subcontract] | None:
    """Return the stated subcontracts; that there are some, which nobody named, is an open collection without any."""
    if bid.subcontracting is None or bid.subcontracting.subcontracts is None:
        return None if bid.has_subcontracting is None else Collection((), complete=not bid.has_subcontracting)
    return collection(
        bid.subcontracting.subcontracts,
        lambda contract, place: Subcontract(
            subcontractor=registry.mention(contract.subcontractor, (*at, place, "subcontractor"), "subcontractor"),
            main_contractors=registry.mentions(contract.main_contractors, (*at, place, "mainContractors"), None),
            share=_subcontract_share(contract, bid),
            at=(*at, place),
        ),
        complete=complete,
    )


def _subcontract_share(contract: native.NativeSubcontract, bid: native.NativeBid) -> float | None:
    if contract.share is not None or contract.value is None or bid.value is None:
        return contract.share
    comparable = contract.value.currency == bid.value.currency and bid.value.amount > 0
    return min(1.0, float(contract.value.amount / bid.value.amount)) if comparable else None


def _award(award: native.NativeAward, at: Path, registry: Registry) -> Award:
    suppliers = registry.mentions(award.suppliers, (*at, "suppliers"), "supplier")
    lots = award.related_lots or ()
    return Award(id=award.id, suppliers=suppliers, lots=lots, date=award.date, value=_value(award.value), at=at)


def _contract(contract: native.NativeContract, place: int) -> Contract:
    signed, value = contract.date_signed, _value(contract.value)
    return Contract(id=contract.id, award=contract.award_id, signed=signed, value=value, at=("contracts", place))


def _site(site: native.NativeSite | None) -> Site:
    if site is None:
        return Site()
    return Site(
        kind=site.kind,
        sensitive=site.sensitive,
        critical_infrastructure=site.critical_infrastructure,
        purposes=site.purposes,
    )


def _product(product: native.NativeProduct, place: int, registry: Registry) -> Product:
    at = ("screening", "products", place)
    maker = product.manufacturer
    return Product(
        brand=product.brand,
        model=product.model,
        description=product.description,
        manufacturer=registry.mention(maker, (*at, "manufacturer"), "manufacturer") if maker else None,
        bids=product.related_bids or (),
        origin=product.country_of_origin,
        at=at,
    )


def _funding(funding: native.NativeFunding, place: int) -> Funding:
    programme = funding.programme or funding.celex
    at = ("screening", "funding", place)
    return Funding(source=funding.source, programme=programme, country=funding.country, tied=funding.tied, at=at)


def _data(data: native.NativeData | None) -> DataUse:
    if data is None:
        return DataUse()
    return DataUse(
        personal=data.personal,
        categories=data.categories,
        storage=data.storage,
        remote_access=data.remote_access,
        networked=data.networked,
    )


def _declarations(declared: native.NativeDeclarations | None, registry: Registry) -> Declarations:
    if declared is None:
        return Declarations()
    at: Path = Declarations().at
    cover = collection(
        declared.agreement_cover,
        lambda given, place: AgreementCover(
            party=registry.mention(given.party, (*at, "agreementCover", place, "party"), None),
            covered=given.covered,
            at=(*at, "agreementCover", place),
        ),
    )
    uses = collection(
        declared.covered_equipment,
        lambda use, place: EquipmentUse(
            party=registry.mention(use.party, (*at, "coveredEquipment", place, "party"), None),
            uses=use.uses,
            at=(*at, "coveredEquipment", place),
        ),
    )
    contributions = collection(
        declared.foreign_contributions,
        lambda given, place: Contribution(
            party=registry.mention(given.party, (*at, "foreignContributions", place, "party"), None),
            country=given.country,
            value=Value(given.amount, given.currency),
            at=(*at, "foreignContributions", place),
        ),
    )
    return Declarations(
        derogations=declared.derogations,
        agreement_cover=None if cover is None else cover.members,
        covered_equipment=None if uses is None else uses.members,
        foreign_contributions=None if contributions is None else contributions.members,
    )
