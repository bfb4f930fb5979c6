"""Vendor files, already validated, to Vendors."""

from collections.abc import Sequence

from msgspec.structs import replace

from vendorscreen.identifier import Identifier
from vendorscreen.period import Period
from vendorscreen.vendor.vendor import OPPOSITE, Listing, NameKind, Relation, Vendor, VendorName
from vendorscreen.vendor.vendor_file import Affiliate, RegisteredNumber, VendorFile

__all__ = ["vendors_of"]


def vendors_of(file: VendorFile, place: str) -> list[Vendor]:
    """Return the vendor of a file and a vendor for each of its affiliates, tied to it."""
    names = {file.id: file.name} | {affiliate.id: affiliate.name for affiliate in file.affiliates}
    listings = [_listing(listing, file.id, names) for listing in file.listings]
    vendor = Vendor(
        id=file.id,
        name=file.name,
        country=file.country,
        group=file.group,
        what=file.what,
        names=_names(file, listings),
        identifiers=_identifiers(file.identifiers),
        brands=file.brands,
        cpv=file.cpv,
        relations=file.relations,
        same_as=file.same_as,
        listings=tuple(listing for listing in listings if listing.vendor == file.id),
        false_friends=file.not_to_be_confused_with,
        not_listed=tuple(absent.programme for absent in file.not_listed),
        place=place,
    )
    return [vendor, *(_affiliate(affiliate, file, listings, place) for affiliate in file.affiliates)]


def _affiliate(affiliate: Affiliate, file: VendorFile, listings: list[Listing], place: str) -> Vendor:
    relation = Relation(
        kind=OPPOSITE[affiliate.kind],
        vendor=file.id,
        period=affiliate.period,
        share=affiliate.share,
        note=affiliate.note,
        evidence=affiliate.evidence,
        sources=affiliate.sources,
    )
    return Vendor(
        id=affiliate.id,
        name=affiliate.name,
        head=file.id,
        country=affiliate.country,
        what=affiliate.what or "",
        names=_names(affiliate, listings),
        identifiers=_identifiers(affiliate.identifiers),
        cpv=file.cpv,
        relations=(relation,),
        same_as=affiliate.same_as,
        listings=tuple(listing for listing in listings if listing.vendor == affiliate.id),
        false_friends=file.not_to_be_confused_with,
        place=place,
    )


def _identifiers(numbers: Sequence[RegisteredNumber]) -> tuple[Identifier, ...]:
    return tuple(Identifier.of(number.scheme, number.id) for number in numbers)


def _names(holder: VendorFile | Affiliate, listings: list[Listing]) -> tuple[VendorName, ...]:
    """Return the names of an organisation, each once: the first kind under which it stands."""
    listed = [
        text
        for listing in listings
        if listing.vendor == holder.id and listing.programme
        for text in (listing.listed_name, *listing.listed_aliases)
    ]
    kinds: list[tuple[NameKind, str, Period]] = [
        ("legal_name", holder.name, Period()),
        *(("alias", text, Period()) for text in holder.aliases),
        *(("previous_name", former.name, former.period) for former in holder.previous_names),
        *(("weak_alias", text, Period()) for text in holder.weak_aliases),
        *(("listed_name", text, Period()) for text in listed),
    ]
    names: dict[str, VendorName] = {}
    for kind, text, period in kinds:
        names.setdefault(text.casefold(), VendorName(text=text, kind=kind, period=period))
    return tuple(names.values())


def _listing(listing: Listing, vendor: str, names: dict[str, str]) -> Listing:
    """Return an entry with what its file leaves to say: whose it is, and the name where it prints no other."""
    owner = listing.vendor or vendor
    name = listing.listed_name or names.get(owner, owner)
    return replace(listing, id=f"{vendor}/{listing.id}", vendor=owner, listed_name=name)
