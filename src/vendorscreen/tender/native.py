"""The keys of the native tender file: an OCDS compiled release by hand, with ``suppliers`` and ``screening``."""

from typing import Annotated, Literal

from msgspec import Struct
from msgspec import field as spelt

from vendorscreen.document.field import FieldKind, Share, Text, named
from vendorscreen.tender import vocabulary as word
from vendorscreen.tender.native_party import (
    Amount,
    Country,
    Currency,
    FullDate,
    Mention,
    NativeAddress,
    NativeBuyer,
    NativeCpv,
    NativeParty,
    NativeValue,
)


class NativeLot(Struct, frozen=True, kw_only=True, rename="camel"):
    """A lot."""

    id: Text
    title: Text | None = None
    description: Text | None = None
    value: NativeValue | None = None


class NativeItem(Struct, frozen=True, kw_only=True, rename="camel"):
    """An item."""

    id: Text | None = None
    related_lot: Text | None = None
    description: Text | None = None
    classification: NativeCpv | None = None
    additional_classifications: tuple[NativeCpv, ...] | None = None
    quantity: Amount | None = None


class NativeLegalBasis(Struct, frozen=True, kw_only=True, rename="camel"):
    """The law the procedure follows."""

    scheme: Text | None = None
    id: Text
    description: Text | None = None


class NativeTenderPart(Struct, frozen=True, kw_only=True, rename="camel"):
    """What is bought, and how."""

    id: Text | None = None
    title: Text | None = None
    description: Text | None = None
    status: Text | None = None
    procurement_method: word.ProcurementMethod | None = None
    procurement_method_details: Text | None = None
    main_procurement_category: word.Category | None = None
    date_published: FullDate | None = None
    value: NativeValue | None = None
    legal_basis: NativeLegalBasis | None = None
    covered_by: tuple[Text, ...] | None = None
    classification: NativeCpv | None = None
    additional_classifications: tuple[NativeCpv, ...] | None = None
    lots: tuple[NativeLot, ...] | None = None
    items: tuple[NativeItem, ...] | None = None
    tenderers: tuple[Mention, ...] | None = None
    procuring_entity: Mention | None = None
    delivery_addresses: tuple[NativeAddress, ...] | None = None


class NativeSubcontract(Struct, frozen=True, kw_only=True, rename="camel"):
    """A subcontract."""

    id: Text | None = None
    subcontractor: Mention
    main_contractors: tuple[Mention, ...] | None = None
    share: Share | None = None
    value: NativeValue | None = None


class NativeSubcontracting(Struct, frozen=True, kw_only=True, rename="camel"):
    """What a bid passes on."""

    subcontracts: tuple[NativeSubcontract, ...] | None = None
    maximum_percentage: Share | None = None
    minimum_percentage: Share | None = None
    value: NativeValue | None = None
    description: Text | None = None


class NativeBid(Struct, frozen=True, kw_only=True, rename="camel"):
    """One offer."""

    id: Text | None = None
    status: Text | None = None
    date: FullDate | None = None
    related_lots: tuple[Text, ...] | None = None
    tenderers: tuple[Mention, ...] | None = None
    value: NativeValue | None = None
    countries_of_origin: tuple[Country, ...] | None = None
    has_subcontracting: bool | None = None
    subcontracting: NativeSubcontracting | None = None


class NativeBids(Struct, frozen=True, kw_only=True, rename="camel"):
    """All offers."""

    details: tuple[NativeBid, ...] | None = None


class NativeAward(Struct, frozen=True, kw_only=True, rename="camel"):
    """A decision for suppliers."""

    id: Text | None = None
    title: Text | None = None
    description: Text | None = None
    status: Text | None = None
    date: FullDate | None = None
    value: NativeValue | None = None
    suppliers: tuple[Mention, ...] | None = None
    related_lots: tuple[Text, ...] | None = None
    related_bid: Text | None = None


class NativeContract(Struct, frozen=True, kw_only=True, rename="camel"):
    """A signed contract."""

    id: Text | None = None
    award_id: Text | None = spelt(name="awardID", default=None)
    title: Text | None = None
    description: Text | None = None
    status: Text | None = None
    date_signed: FullDate | None = None
    value: NativeValue | None = None


class NativeSite(Struct, frozen=True, kw_only=True, rename="camel"):
    """Where the purchase will be used."""

    kind: word.SiteKind | None = None
    sensitive: bool | None = None
    critical_infrastructure: tuple[word.Infrastructure, ...] | None = None
    purposes: tuple[word.Purpose, ...] | None = None


class NativeProduct(Struct, frozen=True, kw_only=True, rename="camel"):
    """A product on offer."""

    brand: Text | None = None
    model: Text | None = None
    description: Text | None = None
    manufacturer: Mention | None = None
    country_of_origin: Country | None = None
    related_bids: tuple[Text, ...] | None = None


class NativeFunding(Struct, frozen=True, kw_only=True, rename="camel"):
    """One source of the money."""

    source: word.FundingSource | None = None
    programme: Text | None = None
    celex: Text | None = None
    country: Country | None = None
    tied: bool | None = None


class NativeData(Struct, frozen=True, kw_only=True, rename="camel"):
    """What the purchase does with data."""

    personal: bool | None = None
    categories: tuple[word.DataCategory, ...] | None = None
    storage: tuple[Country, ...] | None = None
    remote_access: tuple[Country, ...] | None = None
    networked: bool | None = None


class NativeEquipmentUse(Struct, frozen=True, kw_only=True, rename="camel"):
    """A party's declaration on covered equipment."""

    party: Mention
    uses: bool


class NativeContribution(Struct, frozen=True, kw_only=True, rename="camel"):
    """Financial contributions from one third country."""

    party: Mention
    country: Country
    amount: Amount
    currency: Currency | None = None


class NativeAgreementCover(Struct, frozen=True, kw_only=True, rename="camel"):
    """The buyer's statement on an agreement."""

    party: Mention
    covered: bool


class NativeDeclarations(Struct, frozen=True, kw_only=True, rename="camel"):
    """What bidders or the buyer declare."""

    derogations: tuple[word.Derogation, ...] | None = None
    agreement_cover: tuple[NativeAgreementCover, ...] | None = None
    covered_equipment: tuple[NativeEquipmentUse, ...] | None = None
    foreign_contributions: tuple[NativeContribution, ...] | None = None


class NativeScreening(Struct, frozen=True, kw_only=True, rename="camel"):
    """What no standard carries; ``incomplete`` names the lists that may lack members."""

    site: NativeSite | None = None
    products: tuple[NativeProduct, ...] | None = None
    funding: tuple[NativeFunding, ...] | None = None
    data: NativeData | None = None
    declarations: NativeDeclarations | None = None
    incomplete: tuple[word.Incomplete, ...] | None = None


class NativeTender(Struct, frozen=True, kw_only=True, rename="camel"):
    """A whole native tender file."""

    vendorscreen: Literal[1] | None = None
    ocid: Text | None = None
    id: Text | None = None
    title: Text | None = None
    date: FullDate | None = None
    language: Text | None = None
    buyer: Annotated[NativeBuyer, FieldKind(named, written=str | NativeBuyer)] | None = None
    tender: NativeTenderPart | None = None
    suppliers: tuple[Annotated[NativeParty, FieldKind(named, written=str | NativeParty)], ...] | None = None
    parties: tuple[NativeParty, ...] | None = None
    bids: NativeBids | None = None
    awards: tuple[NativeAward, ...] | None = None
    contracts: tuple[NativeContract, ...] | None = None
    screening: NativeScreening | None = None
