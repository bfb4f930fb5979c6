"""The keys of the native tender file: an OCDS compiled release by hand, with ``suppliers`` and ``screening``."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from vendorscreen.document import CamelRecord, Text
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
    Share,
    named,
)


class NativeLot(CamelRecord):
    """A lot."""

    id: Text
    title: Text | None = None
    description: Text | None = None
    value: NativeValue | None = None


class NativeItem(CamelRecord):
    """An item."""

    id: Text | None = None
    related_lot: Text | None = None
    description: Text | None = None
    classification: NativeCpv | None = None
    additional_classifications: list[NativeCpv] | None = None
    quantity: Amount | None = None


class NativeLegalBasis(CamelRecord):
    """The law the procedure follows."""

    scheme: Text | None = None
    id: Text
    description: Text | None = None


class NativeTenderPart(CamelRecord):
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
    covered_by: list[Text] | None = None
    classification: NativeCpv | None = None
    additional_classifications: list[NativeCpv] | None = None
    lots: list[NativeLot] | None = None
    items: list[NativeItem] | None = None
    tenderers: list[Mention] | None = None
    procuring_entity: Mention | None = None
    delivery_addresses: list[NativeAddress] | None = None


class NativeSubcontract(CamelRecord):
    """A subcontract."""

    id: Text | None = None
    subcontractor: Mention
    main_contractors: list[Mention] | None = None
    share: Share | None = None
    value: NativeValue | None = None


class NativeSubcontracting(CamelRecord):
    """What a bid passes on."""

    subcontracts: list[NativeSubcontract] | None = None
    maximum_percentage: Share | None = None
    minimum_percentage: Share | None = None
    value: NativeValue | None = None
    description: Text | None = None


class NativeBid(CamelRecord):
    """One offer."""

    id: Text | None = None
    status: Text | None = None
    date: FullDate | None = None
    related_lots: list[Text] | None = None
    tenderers: list[Mention] | None = None
    value: NativeValue | None = None
    countries_of_origin: list[Country] | None = None
    has_subcontracting: bool | None = None
    subcontracting: NativeSubcontracting | None = None


class NativeBids(CamelRecord):
    """All offers."""

    details: list[NativeBid] | None = None


class NativeAward(CamelRecord):
    """A decision for suppliers."""

    id: Text | None = None
    title: Text | None = None
    description: Text | None = None
    status: Text | None = None
    date: FullDate | None = None
    value: NativeValue | None = None
    suppliers: list[Mention] | None = None
    related_lots: list[Text] | None = None
    related_bid: Text | None = None


class NativeContract(CamelRecord):
    """A signed contract."""

    id: Text | None = None
    award_id: Annotated[Text | None, Field(alias="awardID")] = None
    title: Text | None = None
    description: Text | None = None
    status: Text | None = None
    date_signed: FullDate | None = None
    value: NativeValue | None = None


class NativeSite(CamelRecord):
    """Where the purchase will be used."""

    kind: word.SiteKind | None = None
    sensitive: bool | None = None
    critical_infrastructure: list[word.Infrastructure] | None = None
    purposes: list[word.Purpose] | None = None


class NativeProduct(CamelRecord):
    """A product on offer."""

    brand: Text | None = None
    model: Text | None = None
    description: Text | None = None
    manufacturer: Mention | None = None
    country_of_origin: Country | None = None
    related_bids: list[Text] | None = None


class NativeFunding(CamelRecord):
    """One source of the money."""

    source: word.FundingSource | None = None
    programme: Text | None = None
    celex: Text | None = None
    country: Country | None = None
    tied: bool | None = None


class NativeData(CamelRecord):
    """What the purchase does with data."""

    personal: bool | None = None
    categories: list[word.DataCategory] | None = None
    storage: list[Country] | None = None
    remote_access: list[Country] | None = None
    networked: bool | None = None


class NativeEquipmentUse(CamelRecord):
    """A party's declaration on covered equipment."""

    party: Mention
    uses: bool


class NativeContribution(CamelRecord):
    """Financial contributions from one third country."""

    party: Mention
    country: Country
    amount: Amount
    currency: Currency | None = None


class NativeAgreementCover(CamelRecord):
    """The buyer's statement on an agreement."""

    party: Mention
    covered: bool


class NativeDeclarations(CamelRecord):
    """What bidders or the buyer declare."""

    derogations: list[word.Derogation] | None = None
    agreement_cover: list[NativeAgreementCover] | None = None
    covered_equipment: list[NativeEquipmentUse] | None = None
    foreign_contributions: list[NativeContribution] | None = None


class NativeScreening(CamelRecord):
    """What no standard carries; ``incomplete`` names the lists that may lack members."""

    site: NativeSite | None = None
    products: list[NativeProduct] | None = None
    funding: list[NativeFunding] | None = None
    data: NativeData | None = None
    declarations: NativeDeclarations | None = None
    incomplete: list[word.Incomplete] | None = None


class NativeTender(CamelRecord):
    """A whole native tender file."""

    vendorscreen: Literal[1] | None = None
    ocid: Text | None = None
    id: Text | None = None
    title: Text | None = None
    date: FullDate | None = None
    language: Text | None = None
    buyer: Annotated[NativeBuyer, BeforeValidator(named, json_schema_input_type=str | NativeBuyer)] | None = None
    tender: NativeTenderPart | None = None
    suppliers: list[Annotated[NativeParty, BeforeValidator(named, json_schema_input_type=str | NativeParty)]] | None = (
        None
    )
    parties: list[NativeParty] | None = None
    bids: NativeBids | None = None
    awards: list[NativeAward] | None = None
    contracts: list[NativeContract] | None = None
    screening: NativeScreening | None = None
