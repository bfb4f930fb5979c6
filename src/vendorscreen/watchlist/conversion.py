"""Vendor and programme files, already validated, to Vendors and Programmes."""

from collections.abc import Sequence

from vendorscreen.identifier import Identifier
from vendorscreen.period import Period
from vendorscreen.watchlist import vendor_file as entry
from vendorscreen.watchlist.lists import Container, OfficialList, Requirement
from vendorscreen.watchlist.lists_file import ListEntry
from vendorscreen.watchlist.model import (
    OPPOSITE,
    Brand,
    FalseFriend,
    Listing,
    NameKind,
    Proceeding,
    Programme,
    Reach,
    Relation,
    RelationKind,
    Response,
    Source,
    Vendor,
    VendorName,
)

__all__ = ["official_list_of", "programme_of", "vendors_of"]


def vendors_of(file: entry.VendorFile, place: str) -> list[Vendor]:
    """Return the vendor of a file and a vendor for each of its affiliates, tied to it."""
    names = {file.id: file.name} | {affiliate.id: affiliate.name for affiliate in file.affiliates}
    listings = [_listing(listing, file.id, names) for listing in file.listings]
    vendor = Vendor(
        id=file.id,
        name=file.name,
        country=file.country,
        group=file.group,
        what=file.what,
        names=_names(file.name, file.aliases, file.weak_aliases, file.previous_names, file.id, listings),
        identifiers=tuple(Identifier.of(number.scheme, number.id) for number in file.identifiers),
        brands=tuple(_brand(brand) for brand in file.brands),
        cpv=tuple(file.cpv),
        relations=tuple(_relation(relation, relation.kind, relation.vendor) for relation in file.relations),
        same_as=tuple(file.same_as),
        listings=tuple(listing for listing in listings if listing.vendor == file.id),
        false_friends=tuple(_false_friend(friend) for friend in file.not_to_be_confused_with),
        not_listed=tuple(absent.programme for absent in file.not_listed),
        place=place,
    )
    return [vendor, *(_affiliate(affiliate, file, listings, place) for affiliate in file.affiliates)]


def programme_of(programme: entry.ProgrammeEntry) -> Programme:
    """Return a programme."""
    return Programme(
        id=programme.id,
        name=programme.name,
        authority=programme.authority,
        jurisdiction=programme.jurisdiction,
        kind=programme.kind,
        legal_basis=programme.legal_basis,
        meaning=programme.meaning,
        reach=tuple(_reach(reach) for reach in programme.reach),
        url=programme.url,
        evidence=programme.evidence,
        sources=_sources(programme.sources),
    )


def official_list_of(one: ListEntry) -> OfficialList:
    """Return an official list."""
    within = one.contained_in
    return OfficialList(
        id=one.id,
        title=one.title,
        publisher=one.publisher,
        jurisdiction=one.jurisdiction,
        url=one.url,
        downloads=tuple(one.downloads),
        max_age_days=one.max_age_days,
        programmes=tuple(one.programmes),
        contained_in=Container(within.list, tuple(within.sources)) if within else None,
        required=tuple(
            Requirement(
                countries=tuple(rule.countries),
                levels=tuple(rule.levels),
                period=Period(rule.start_date, rule.end_date),
                basis=rule.basis,
                evidence=rule.evidence,
                sources=_sources(rule.sources),
            )
            for rule in one.required
        ),
    )


def _affiliate(affiliate: entry.AffiliateEntry, file: entry.VendorFile, listings: list[Listing], place: str) -> Vendor:
    own = tuple(listing for listing in listings if listing.vendor == affiliate.id)
    weak, previous = affiliate.weak_aliases, affiliate.previous_names
    return Vendor(
        id=affiliate.id,
        name=affiliate.name,
        head=file.id,
        country=affiliate.country,
        what=affiliate.what or "",
        names=_names(affiliate.name, affiliate.aliases, weak, previous, affiliate.id, listings),
        identifiers=tuple(Identifier.of(number.scheme, number.id) for number in affiliate.identifiers),
        cpv=tuple(file.cpv),
        relations=(_relation(affiliate, OPPOSITE[affiliate.kind], file.id),),
        same_as=tuple(affiliate.same_as),
        listings=own,
        false_friends=tuple(_false_friend(friend) for friend in file.not_to_be_confused_with),
        place=place,
    )


def _names(
    name: str,
    aliases: Sequence[str],
    weak: Sequence[str],
    previous: Sequence[entry.PreviousNameEntry],
    vendor: str,
    listings: list[Listing],
) -> tuple[VendorName, ...]:
    listed = [
        (text, listing)
        for listing in listings
        if listing.vendor == vendor and listing.programme
        for text in _printed(listing)
    ]
    kinds: list[tuple[NameKind, str, Period]] = [
        ("legal_name", name, Period()),
        *(("alias", text, Period()) for text in aliases),
        *(("previous_name", former.name, Period(former.start_date, former.end_date)) for former in previous),
        *(("weak_alias", text, Period()) for text in weak),
        *(("listed_name", text, Period()) for text, _ in listed),
    ]
    names: dict[str, VendorName] = {}
    for kind, text, period in kinds:
        names.setdefault(text.casefold(), VendorName(text=text, kind=kind, period=period))
    return tuple(names.values())


def _printed(listing: Listing) -> list[str]:
    return [listing.listed_name, *listing.listed_aliases]


def _listing(listing: entry.ListingEntry, vendor: str, names: dict[str, str]) -> Listing:
    owner = listing.of or vendor
    return Listing(
        id=f"{vendor}/{listing.id}",
        vendor=owner,
        kind=listing.kind,
        listed_name=listing.listed_name or names.get(owner, owner),
        listed_aliases=tuple(listing.listed_aliases),
        authority=listing.authority,
        jurisdiction=listing.jurisdiction,
        programme=listing.programme,
        summary=listing.summary,
        caveat=listing.caveat,
        period=Period(listing.start_date, listing.end_date),
        published=listing.published,
        citation=listing.citation,
        evidence=listing.evidence,
        sources=_sources(listing.sources),
        buyer=listing.buyer.name if listing.buyer else None,
        buyer_country=listing.buyer.country if listing.buyer else None,
        responses=tuple(
            Response(text=said.text, date=said.date, sources=_sources(said.sources)) for said in listing.responses
        ),
        proceedings=tuple(
            Proceeding(
                date=step.date,
                body=step.body,
                outcome=step.outcome,
                reference=step.reference,
                sources=_sources(step.sources),
            )
            for step in listing.proceedings
        ),
    )


def _relation(relation: entry.RelationEntry | entry.AffiliateEntry, kind: RelationKind, vendor: str) -> Relation:
    return Relation(
        kind=kind,
        vendor=vendor,
        period=Period(relation.start_date, relation.end_date),
        share=relation.share,
        note=relation.note,
        evidence=relation.evidence,
        sources=_sources(relation.sources),
    )


def _brand(brand: entry.BrandEntry) -> Brand:
    cpv, sources = tuple(brand.cpv), _sources(brand.sources)
    return Brand(name=brand.name, cpv=cpv, products=brand.products, evidence=brand.evidence, sources=sources)


def _false_friend(friend: entry.FalseFriendEntry) -> FalseFriend:
    return FalseFriend(name=friend.name, what=friend.what, country=friend.country, invented=friend.invented)


def _reach(reach: entry.ReachEntry) -> Reach:
    return Reach(
        kind=reach.kind,
        threshold=reach.at_least if reach.at_least is not None else reach.more_than,
        inclusive=reach.more_than is None,
        aggregated=reach.aggregated,
        period=Period(reach.start_date, reach.end_date),
        certain=reach.certain,
        note=reach.note,
    )


def _sources(sources: Sequence[entry.SourceEntry]) -> tuple[Source, ...]:
    return tuple(Source(title=source.title, url=source.url, date=source.date) for source in sources)
