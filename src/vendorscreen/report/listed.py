"""Listings as entries of reports, as known on one day."""

from collections.abc import Mapping, Sequence
from datetime import date

from vendorscreen.period import PartialDate
from vendorscreen.report.report import ListingEntry, ProceedingEntry, ResponseEntry, SourceEntry
from vendorscreen.vendor.vendor import Listing, Programme, Source

__all__ = ["listing_entry"]


def listing_entry(listing: Listing, programmes: Mapping[str, Programme], as_of: date) -> ListingEntry:
    """Return a listing as a report holds it: an end, answers and steps that came later are left out."""
    programme = programmes.get(listing.programme or "")
    end = listing.period.end
    return ListingEntry(
        id=listing.id,
        vendor=listing.vendor,
        kind=listing.kind,
        programme=listing.programme,
        programme_name=programme.name if programme else None,
        listed_name=listing.listed_name,
        authority=listing.authority,
        jurisdiction=listing.jurisdiction,
        start_date=_text(listing.period.start),
        published=_text(listing.published or listing.period.start),
        published_inferred=listing.published is None,
        end_date=_text(end) if end is not None and end.reached(as_of) else None,
        citation=listing.citation,
        evidence=listing.evidence,
        summary=listing.summary,
        caveat=listing.caveat_under(programme),
        sources=_sources(listing.sources),
        responses=[
            ResponseEntry(text=said.text, date=_text(said.date), sources=_sources(said.sources))
            for said in listing.responses
            if said.date is None or said.date.reached(as_of)
        ],
        proceedings=[
            ProceedingEntry(date=str(step.date), body=step.body, outcome=step.outcome, reference=step.reference)
            for step in listing.proceedings
            if step.date.reached(as_of)
        ],
        list=listing.list,
    )


def _sources(sources: Sequence[Source]) -> list[SourceEntry]:
    return [SourceEntry(title=source.title, url=source.url, date=_text(source.date)) for source in sources]


def _text(day: PartialDate | None) -> str | None:
    return None if day is None else str(day)
