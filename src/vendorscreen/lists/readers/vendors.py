"""Entries of an official list, and the programmes they stand under, to Vendors."""

import textwrap
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date

from vendorscreen.errors import ListError
from vendorscreen.lists.readers.entry import ListedEntry, ListedPeriod
from vendorscreen.name.comparable import comparable
from vendorscreen.name.weakness import is_acronym, says_little
from vendorscreen.period import PartialDate, Period
from vendorscreen.vendor.vendor import Listing, NameKind, Programme, Source, Vendor, VendorName

__all__ = ["listing_ids", "refuse_undescribed", "undated_listings", "vendors_of_list"]

LONGEST_PARTICULARS = 400
"""Characters of a list's own words that a summary quotes."""


def vendors_of_list(
    entries: Iterable[ListedEntry],
    *,
    list_id: str,
    title: str,
    url: str,
    edition: date,
    programmes: Mapping[str, Programme],
    first_seen: Mapping[str, date],
) -> list[Vendor]:
    """Return a vendor per entry, its listings dated as the list has them.

    A listing without a start is unknown before the first edition that held it (``first_seen``).

    Raises:
        ListError: an entry stands under a programme that is not described.
    """
    entries = list(entries)
    refuse_undescribed(entries, programmes)
    source = Source(title=f"{title}, edition of {edition}", url=url, date=PartialDate.of(edition))
    return [_vendor(entry, list_id, source, programmes, first_seen) for entry in entries]


def undated_listings(entries: Iterable[ListedEntry]) -> list[str]:
    """Return the ids of the listings that have no start."""
    return [id_ for entry in entries for id_, period in listing_ids(entry) if period.start is None]


def refuse_undescribed(entries: Iterable[ListedEntry], programmes: Container[str]) -> None:
    """Raise ListError where an entry stands under a programme that is not described."""
    for entry in entries:
        for period in entry.periods:
            if period.programme not in programmes:
                raise ListError(f"{entry.id}: no programme '{period.programme}' is described in programmes.yaml")


def listing_ids(entry: ListedEntry) -> Iterator[tuple[str, ListedPeriod]]:
    """Yield each period of an entry with an id that later editions give it too."""
    taken: dict[str, int] = {}
    for period in entry.periods:
        id_ = f"{entry.id}/{period.programme}" + (f"/{period.start}" if period.start else "")
        taken[id_] = taken.get(id_, 0) + 1
        yield id_ if taken[id_] == 1 else f"{id_}/{taken[id_]}", period


def _vendor(
    entry: ListedEntry,
    list_id: str,
    source: Source,
    programmes: Mapping[str, Programme],
    first_seen: Mapping[str, date],
) -> Vendor:
    names: dict[str, VendorName] = {}
    for kind, text in (("legal_name", entry.name), *entry.names, ("listed_name", entry.printed)):
        if text:
            names.setdefault(text, VendorName(text=text, kind=_weighed(kind, text, entry.name)))
    listings = [_listing(id_, period, entry, source, programmes, first_seen) for id_, period in listing_ids(entry)]
    return Vendor(
        id=entry.id,
        name=entry.name,
        country=entry.countries[0] if len(entry.countries) == 1 else None,
        countries=tuple(entry.countries),
        addresses=tuple(dict.fromkeys(entry.addresses)),
        subject_type=entry.subject_type,
        what=entry.what,
        names=tuple(names.values()),
        identifiers=tuple(dict.fromkeys(one for one in entry.identifiers if one.id)),  # "-" is a cell left empty
        listings=tuple(listings),
        list=list_id,
    )


def _weighed(kind: NameKind, text: str, primary: str) -> NameKind:
    """Return what a name counts as: an alias that tells too little is weak, unless its words are the primary name's."""
    little = kind == "alias" and (is_acronym(text) or says_little(text))
    return "weak_alias" if little and comparable(text).words != comparable(primary).words else kind


def _listing(
    id_: str,
    period: ListedPeriod,
    entry: ListedEntry,
    source: Source,
    programmes: Mapping[str, Programme],
    first_seen: Mapping[str, date],
) -> Listing:
    programme = programmes[period.programme]
    told = textwrap.shorten(period.particulars, LONGEST_PARTICULARS, placeholder=" …")
    return Listing(
        id=id_,
        vendor=entry.id,
        kind=programme.kind,
        listed_name=entry.printed,
        listed_aliases=period.aliases,
        authority=programme.authority,
        jurisdiction=programme.jurisdiction,
        programme=programme.id,
        summary=f"Named on the {programme.name}{': ' if told else ''}{told.rstrip('.')}.",
        caveat=period.caveat,
        period=Period(period.start, period.end),
        published=period.published,
        first_edition=first_seen.get(id_) if period.start is None else None,
        citation=period.citation,
        evidence="primary",
        sources=(source if period.url is None else Source(title=source.title, url=period.url, date=source.date),),
        printed=period.printed,
        list=entry.id.partition(":")[0],
    )
