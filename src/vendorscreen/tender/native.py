"""The native tender file: an OCDS compiled release by hand, with ``suppliers`` and ``screening``.

It nests what a tender has side by side, and tells which lists are complete in one place; hence these shapes.
"""

from typing import Annotated, Any, ClassVar, Literal

from msgspec import Struct

from vendorscreen.document.field import FieldKind, Keys, Spread, Text, named
from vendorscreen.tender import vocabulary as word
from vendorscreen.tender.tender import (
    Award,
    Bid,
    Buyer,
    Collection,
    Contract,
    DataUse,
    Declarations,
    Exemption,
    Funding,
    Item,
    Lot,
    Party,
    Product,
    Site,
    Value,
)
from vendorscreen.tender.tender_field import Address, Cpv, FullDate, LegalBasis, Mention, PartyIds


class StatedBuyer(Buyer, frozen=True, kw_only=True, rename="camel"):
    """The buyer; its ``id`` only tells which party it is."""

    id: Text | None = None


class TenderPart(Struct, frozen=True, kw_only=True, rename="camel"):
    """What is bought, and how; ``cpv`` are the codes of the whole."""

    unread_keys: ClassVar = {
        "status": Text | None,
        "procurementMethodDetails": Text | None,
        "procuringEntity": Annotated[Mention, FieldKind(named, written=str | Mention)] | None,
        "deliveryAddresses": tuple[Address, ...] | None,
    }
    id: Text | None = None
    title: Text | None = None
    description: Text | None = None
    procurement_method: word.ProcurementMethod | None = None
    main_procurement_category: word.Category | None = None
    date_published: FullDate | None = None
    value: Value | None = None
    legal_basis: LegalBasis | None = None
    covered_by: Collection[Text] | None = None
    cpv: Cpv = None
    lots: Collection[Lot] | None = None
    items: Collection[Item] | None = None
    tenderers: PartyIds = ()


class Screening(Struct, frozen=True, kw_only=True, rename="camel"):
    """What no standard carries; ``incomplete`` names the lists that may lack members."""

    site: Site | None = None
    products: Collection[Product] | None = None
    funding: Collection[Funding] | None = None
    data: DataUse | None = None
    exemptions: Collection[Exemption] | None = None
    declarations: Declarations | None = None
    incomplete: tuple[word.Incomplete, ...] | None = None


_Details = Annotated[dict[str, Any], Keys("Bids", "All offers.", {"details": tuple[Bid, ...] | None})]


def _bids(stated: dict[str, Any] | None) -> Collection[Bid] | None:
    details = (stated or {}).get("details")
    return None if details is None else Collection(tuple(details))


class TenderFile(Struct, frozen=True, kw_only=True, rename="camel"):
    """A whole native tender file."""

    unread_keys: ClassVar = {"vendorscreen": Literal[1] | None, "language": Text | None}
    ocid: Text | None = None
    id: Text | None = None
    title: Text | None = None
    date: FullDate | None = None
    buyer: Annotated[StatedBuyer, FieldKind(named, written=str | StatedBuyer)] | None = None
    tender: TenderPart | None = None
    suppliers: tuple[Annotated[Party, FieldKind(named, written=str | Party)], ...] | None = None
    parties: tuple[Party, ...] | None = None
    bids: Annotated[Collection[Bid] | None, Spread({"bids": _Details | None}, _bids)] = None
    awards: Collection[Award] | None = None
    contracts: Collection[Contract] | None = None
    screening: Screening | None = None
