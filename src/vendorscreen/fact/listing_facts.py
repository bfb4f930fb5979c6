"""Facts about the entries of a matched vendor."""

from datetime import date
from typing import get_args

from vendorscreen.fact.case import DatedListing
from vendorscreen.fact.node import Fact, Scope, ValueKind, stated
from vendorscreen.matching.match import Match
from vendorscreen.name import MATCH_THRESHOLD, compare_names
from vendorscreen.vendor.vendor import Evidence, ListingKind, Reach

__all__ = ["LISTING"]

CONTEXT_KINDS = frozenset({"context", "investigation", "commercial_termination"})
"""Kinds that never carry weight: complaints, inquiries, inspections, journalism, private terminations."""


def _active(seen: DatedListing) -> bool | None:
    return seen.listing.active(seen.case.as_of)


def _start_date(seen: DatedListing) -> date | None:
    """Return the day a listing takes effect; ``None`` where only its month or year is known."""
    start = seen.listing.period.start
    return start.first if start is not None and start.first == start.last else None


def _days_in_force(seen: DatedListing) -> int | None:
    start = _start_date(seen)
    return None if start is None else max(0, (seen.case.as_of - start).days)


def _by_this_buyer(seen: DatedListing) -> bool | None:
    """Return whether the entry is about a purchase of the very buyer of this tender."""
    theirs, ours = seen.listing, seen.case.tender.buyer
    if theirs.buyer is None:
        return False
    if ours.country and theirs.buyer.country and ours.country != theirs.buyer.country:
        return False
    if ours.name is None:
        return None
    return compare_names(ours.name, theirs.buyer.name).similarity >= MATCH_THRESHOLD


def _reaches(seen: DatedListing) -> bool | None:
    """Return whether the programme's reach takes in the party as it is tied to the listed vendor."""
    if seen.match.match.relation == "same":
        return True
    programme = seen.case.watchlist.programmes.get(seen.listing.programme or "")
    answers = {_reached(reach, seen) for reach in programme.reach} if programme else set()
    return True if True in answers else None if None in answers else False


def _reached(reach: Reach, seen: DatedListing) -> bool | None:
    match, holds = seen.match.match, reach.period.holds(seen.case.as_of) if reach.period.start else True
    if reach.kind == "named" or holds is False:
        return False
    if reach.kind in ("affiliates", "product"):
        answer = None if match.former or match.basis == "brand_word" else True
    elif reach.kind == "owned":
        answer = _owned(reach, seen)
    else:
        answer = None
    return None if answer and (not reach.certain or holds is None) else answer


def _owned(reach: Reach, seen: DatedListing) -> bool | None:
    match = seen.match.match
    share = match.share if match.relation == "owned" else None
    enough = None if share is None else reach.holds(share)
    return enough or (None if enough is None or reach.aggregated else False)


def _owners_share(seen: DatedListing) -> float | None:
    """Return the share of the party that owners listed under this programme hold together."""
    owned = [match for match in seen.match.party.case.matches if match.party == seen.match.match.party and match.owner]
    shares = {match.owner: match.share for match in owned if _listed(match, seen)}
    return None if not shares or None in shares.values() else sum(share for share in shares.values() if share)


def _listed(match: Match, seen: DatedListing) -> bool:
    same = (listing for listing in match.vendor.listings if listing.programme == seen.listing.programme)
    return any(listing.kind == seen.listing.kind and listing.active(seen.case.as_of) for listing in same)


LISTING = Scope.of(
    "listing",
    "one entry about a matched vendor: a period on a list, or a dated event",
    (
        stated("listing.kind", ValueKind.CHOICE, "what the entry is", at="", values=get_args(ListingKind)),
        Fact(
            name="programme",
            kind=ValueKind.TEXT,
            meaning="id of the list or instrument",
            read=lambda seen: seen.listing.programme or "",
        ),
        stated("listing.authority", ValueKind.TEXT, "who made the entry", at=""),
        stated("listing.jurisdiction", ValueKind.TEXT, "whose entry it is: a country, EU, UN, WB", at=""),
        stated("listing.listed_name", ValueKind.TEXT, "the name as printed", at=""),
        Fact(
            name="start_date",
            kind=ValueKind.DATE,
            meaning="day on which the entry takes effect, or of the event",
            read=_start_date,
            unknown_when="only the month or year is known",
            question="On which day did this take effect: {listing.summary}",
        ),
        Fact(
            name="days_in_force",
            kind=ValueKind.NUMBER,
            unit="days",
            meaning="days from the start date to the as-of date",
            read=_days_in_force,
            unknown_when="the start date is unknown",
            question="On which day did this take effect: {listing.summary}",
        ),
        Fact(
            name="active",
            kind=ValueKind.FLAG,
            meaning="effective and published by the as-of date, and not ended",
            unknown_when="its dates are not known well enough",
            read=_active,
            question="On which day was '{listing.summary}' made known, and does it still hold?",
        ),
        Fact(
            name="reaches",
            kind=ValueKind.FLAG,
            meaning="the programme reaches the party: the listed vendor, or one tied to it as the programme says",
            unknown_when="shares or control are not stated, or the tie may have ended",
            read=_reaches,
            question="How is {party.name} tied to {match.vendor}: by which shares, under whose control?",
        ),
        Fact(
            name="owners_share",
            kind=ValueKind.NUMBER,
            unit="0 to 1",
            meaning="share of the party that owners listed under the same programme hold together, as stated",
            unknown_when="a share is not stated",
            read=_owners_share,
            question="Which shares of {party.name} do listed firms hold, directly and indirectly?",
        ),
        stated(
            "listing.evidence",
            ValueKind.CHOICE,
            "primary: instrument or official page read; secondary: press or another list; unverified",
            at="",
            values=get_args(Evidence),
        ),
        Fact(
            name="is_context",
            kind=ValueKind.FLAG,
            meaning="of a kind without weight: complaint, inquiry, inspection, journalism, private termination",
            read=lambda seen: seen.listing.kind in CONTEXT_KINDS,
        ),
        Fact(
            name="by_this_buyer",
            kind=ValueKind.FLAG,
            meaning="the entry is about a purchase of this tender's own buyer",
            unknown_when="the buyer is not named",
            read=_by_this_buyer,
            question="Who is the buyer?",
        ),
        stated("listing.summary", ValueKind.TEXT, "what happened, in one or two sentences", at=""),
    ),
)
