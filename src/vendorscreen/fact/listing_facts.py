"""Facts about listings and matches."""

from datetime import date
from typing import get_args

from vendorscreen.fact.node import Fact, Kind, Part, Scope
from vendorscreen.fact.things import ListingSeen, MatchSeen
from vendorscreen.matching.match import Basis, Certainty, Match, MatchRelation
from vendorscreen.matching.statement import identity_question, statement
from vendorscreen.name import MATCH_THRESHOLD, compare_names
from vendorscreen.watchlist.model import Evidence, ListingKind, Reach

__all__ = ["LISTING", "MATCH"]

CONTEXT_KINDS = frozenset({"context", "investigation", "commercial_termination"})
"""Kinds that never carry weight: complaints, inquiries, inspections, journalism, private terminations."""


def _active(seen: ListingSeen) -> bool | None:
    return seen.listing.active(seen.case.as_of)


def _start_date(seen: ListingSeen) -> date | None:
    """Return the day a listing takes effect; ``None`` where only its month or year is known."""
    start = seen.listing.period.start
    return start.first if start is not None and start.first == start.last else None


def _days_in_force(seen: ListingSeen) -> int | None:
    start = _start_date(seen)
    return None if start is None else max(0, (seen.case.as_of - start).days)


def _by_this_buyer(seen: ListingSeen) -> bool | None:
    """Return whether the entry is about a purchase of the very buyer of this tender."""
    theirs, ours = seen.listing, seen.case.tender.buyer
    if theirs.buyer is None:
        return False
    if ours.country and theirs.buyer_country and ours.country != theirs.buyer_country:
        return False
    if ours.name is None:
        return None
    return compare_names(ours.name, theirs.buyer).similarity >= MATCH_THRESHOLD


def _reaches(seen: ListingSeen) -> bool | None:
    """Return whether the programme's reach takes in the party as it is tied to the listed vendor."""
    if seen.match.match.relation == "same":
        return True
    programme = seen.case.watchlist.programmes.get(seen.listing.programme or "")
    answers = {_reached(reach, seen) for reach in programme.reach} if programme else set()
    return True if True in answers else None if None in answers else False


def _reached(reach: Reach, seen: ListingSeen) -> bool | None:
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


def _owned(reach: Reach, seen: ListingSeen) -> bool | None:
    match = seen.match.match
    share = match.share if match.relation == "owned" else None
    if share is None or reach.threshold is None:
        return None
    enough = share >= reach.threshold if reach.inclusive else share > reach.threshold
    return enough or (None if reach.aggregated else False)


def _home_state_funding(seen: MatchSeen) -> bool | None:
    """Return whether a loan or grant comes from the vendor's home state; the buyer's own state does not count."""
    home, tender = seen.match.vendor.country, seen.party.case.tender
    funding = tender.funding
    if home is not None and home == tender.buyer.country:
        return False
    if home is None or funding is None:
        return None
    given = [one for one in funding if one.source in ("loan", "grant", None)]
    answers = {None if one.country is None else one.country == home for one in given}
    return True if True in answers else None if None in answers else False


def _owners_share(seen: ListingSeen) -> float | None:
    """Return the share of the party that owners listed under this programme hold together."""
    owned = [match for match in seen.match.party.case.matches if match.party == seen.match.match.party and match.owner]
    shares = {match.owner: match.share for match in owned if _listed(match, seen)}
    return None if not shares or None in shares.values() else sum(share for share in shares.values() if share)


def _listed(match: Match, seen: ListingSeen) -> bool:
    same = (listing for listing in match.vendor.listings if listing.programme == seen.listing.programme)
    return any(listing.kind == seen.listing.kind and listing.active(seen.case.as_of) for listing in same)


LISTING = Scope.of(
    "listing",
    "one entry about a matched vendor: a period on a list, or a dated event",
    (
        Fact(
            name="kind",
            kind=Kind.CHOICE,
            values=get_args(ListingKind),
            meaning="what the entry is",
            read=lambda seen: seen.listing.kind,
        ),
        Fact(
            name="programme",
            kind=Kind.TEXT,
            meaning="id of the list or instrument",
            read=lambda seen: seen.listing.programme or "",
        ),
        Fact(
            name="jurisdiction",
            kind=Kind.TEXT,
            meaning="whose entry it is: a country, EU, UN, WB",
            read=lambda seen: seen.listing.jurisdiction,
        ),
        Fact(
            name="listed_name",
            kind=Kind.TEXT,
            meaning="the name as printed",
            read=lambda seen: seen.listing.listed_name,
        ),
        Fact(
            name="start_date",
            kind=Kind.DATE,
            meaning="day on which the entry takes effect, or of the event",
            read=_start_date,
            unknown_when="only the month or year is known",
            question="On which day did this take effect: {listing.summary}",
        ),
        Fact(
            name="days_in_force",
            kind=Kind.NUMBER,
            unit="days",
            meaning="days from the start date to the as-of date",
            read=_days_in_force,
            unknown_when="the start date is unknown",
            question="On which day did this take effect: {listing.summary}",
        ),
        Fact(
            name="active",
            kind=Kind.FLAG,
            meaning="effective and published by the as-of date, and not ended",
            unknown_when="its dates are not known well enough",
            read=_active,
            question="On which day was '{listing.summary}' made known, and does it still hold?",
        ),
        Fact(
            name="reaches",
            kind=Kind.FLAG,
            meaning="the programme reaches the party: the listed vendor, or one tied to it as the programme says",
            unknown_when="shares or control are not stated, or the tie may have ended",
            read=_reaches,
            question="How is {party.name} tied to {match.vendor}: by which shares, under whose control?",
        ),
        Fact(
            name="owners_share",
            kind=Kind.NUMBER,
            unit="0 to 1",
            meaning="share of the party that owners listed under the same programme hold together, as stated",
            unknown_when="a share is not stated",
            read=_owners_share,
            question="Which shares of {party.name} do listed firms hold, directly and indirectly?",
        ),
        Fact(
            name="evidence",
            kind=Kind.CHOICE,
            values=get_args(Evidence),
            meaning="primary: instrument or official page read; secondary: press or another list; unverified",
            read=lambda seen: seen.listing.evidence,
        ),
        Fact(
            name="is_context",
            kind=Kind.FLAG,
            meaning="of a kind without weight: complaint, inquiry, inspection, journalism, private termination",
            read=lambda seen: seen.listing.kind in CONTEXT_KINDS,
        ),
        Fact(
            name="by_this_buyer",
            kind=Kind.FLAG,
            meaning="the entry is about a purchase of this tender's own buyer",
            unknown_when="the buyer is not named",
            read=_by_this_buyer,
            question="Who is the buyer?",
        ),
        Fact(
            name="summary",
            kind=Kind.TEXT,
            meaning="what happened, in one or two sentences",
            read=lambda seen: seen.listing.summary,
        ),
    ),
)

MATCH = Scope.of(
    "match",
    "a party tied to a vendor of the watchlist",
    (
        Fact(
            name="certainty",
            kind=Kind.CERTAINTY,
            values=tuple(level.word for level in Certainty),
            meaning="how surely the match holds",
            read=lambda seen: seen.match.certainty.word,
            question="{match.identity_question}",
        ),
        Fact(
            name="relation",
            kind=Kind.CHOICE,
            values=get_args(MatchRelation),
            meaning="same, affiliate, owned, or brand",
            read=lambda seen: seen.match.relation,
        ),
        Fact(
            name="basis",
            kind=Kind.CHOICE,
            values=get_args(Basis),
            meaning="on what the match rests",
            read=lambda seen: seen.match.basis,
        ),
        Fact(
            name="similarity",
            kind=Kind.NUMBER,
            unit="0 to 1",
            meaning="of the names",
            read=lambda seen: seen.match.similarity,
        ),
        Fact(
            name="share",
            kind=Kind.NUMBER,
            unit="0 to 1",
            meaning="share of the party that the vendor owns, as the tender states it",
            read=lambda seen: seen.match.share,
            question="Which share of {party.name} does {match.vendor} own, directly and indirectly?",
        ),
        Fact(
            name="funded_by_home_state",
            kind=Kind.FLAG,
            meaning="a loan or grant for the purchase comes from the vendor's home state",
            unknown_when="a source of money, or its state, is not stated",
            read=_home_state_funding,
            question="Who pays for the purchase: own money, grants, loans, and of which state?",
        ),
        Fact(
            name="former",
            kind=Kind.FLAG,
            meaning="a tie between party and vendor has ended by the as-of date",
            unknown_when="the dates of the tie are not known",
            read=lambda seen: seen.match.former,
            question="Does the tie between {party.name} and {match.vendor} still hold?",
        ),
        Fact(
            name="vendor_id",
            kind=Kind.TEXT,
            meaning="the id of the vendor's file, for laws that name vendors",
            read=lambda seen: seen.match.vendor.id,
        ),
        Fact(name="vendor", kind=Kind.TEXT, meaning="the vendor's name", read=lambda seen: seen.match.vendor.name),
        Fact(
            name="vendor_country",
            kind=Kind.COUNTRY,
            meaning="country of the vendor",
            read=lambda seen: seen.match.vendor.country,
            question="In which country is {match.vendor} established?",
        ),
        Fact(
            name="identity_question",
            kind=Kind.TEXT,
            meaning="what to ask so that the tie between party and vendor is sure",
            read=lambda seen: identity_question(seen.match, seen.party.party),
        ),
        Fact(
            name="statement",
            kind=Kind.TEXT,
            meaning="one sentence on how the party and the vendor are tied",
            read=lambda seen: statement(seen.match, seen.party.party),
        ),
    ),
    (
        Part(
            name="listing",
            plural="listings",
            many=True,
            scope=LISTING,
            meaning="entries about the vendor",
            read=lambda seen: seen.listings,
        ),
    ),
)
