"""Facts about ties between parties and vendors."""

from typing import get_args

from vendorscreen.fact.case import DatedMatch
from vendorscreen.fact.listing_facts import LISTING
from vendorscreen.fact.node import Fact, Scope, ScopePart, ValueKind
from vendorscreen.matching.match import Basis, Certainty, MatchRelation
from vendorscreen.matching.statement import identity_question, statement

__all__ = ["MATCH"]


def _home_state_funding(seen: DatedMatch) -> bool | None:
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


MATCH = Scope.of(
    "match",
    "a party tied to a vendor of the watchlist",
    (
        Fact(
            name="certainty",
            kind=ValueKind.CERTAINTY,
            values=tuple(level.word for level in Certainty),
            meaning="how surely the match holds",
            read=lambda seen: seen.match.certainty.word,
            question="{match.identity_question}",
        ),
        Fact(
            name="relation",
            kind=ValueKind.CHOICE,
            values=get_args(MatchRelation),
            meaning="same, affiliate, owned, or brand",
            read=lambda seen: seen.match.relation,
        ),
        Fact(
            name="basis",
            kind=ValueKind.CHOICE,
            values=get_args(Basis),
            meaning="on what the match rests",
            read=lambda seen: seen.match.basis,
        ),
        Fact(
            name="similarity",
            kind=ValueKind.NUMBER,
            unit="0 to 1",
            meaning="of the names",
            read=lambda seen: seen.match.similarity,
            reads_words=True,
        ),
        Fact(
            name="weak",
            kind=ValueKind.FLAG,
            meaning="the match rests on an acronym, a place or a trade word alone; it establishes nothing",
            read=lambda seen: seen.match.weak,
        ),
        Fact(
            name="share",
            kind=ValueKind.NUMBER,
            unit="0 to 1",
            meaning="share of the party that the vendor owns, as the tender states it",
            read=lambda seen: seen.match.share,
            question="Which share of {party.name} does {match.vendor} own, directly and indirectly?",
        ),
        Fact(
            name="funded_by_home_state",
            kind=ValueKind.FLAG,
            meaning="a loan or grant for the purchase comes from the vendor's home state",
            unknown_when="a source of money, or its state, is not stated",
            read=_home_state_funding,
            question="Who pays for the purchase: own money, grants, loans, and of which state?",
        ),
        Fact(
            name="former",
            kind=ValueKind.FLAG,
            meaning="a tie between party and vendor is over on the as-of date; a former one without dates counts too",
            read=lambda seen: seen.match.former,
        ),
        Fact(
            name="vendor_id",
            kind=ValueKind.TEXT,
            meaning="the id of the vendor's file, for laws that name vendors",
            read=lambda seen: seen.match.vendor.id,
        ),
        Fact(name="vendor", kind=ValueKind.TEXT, meaning="the vendor's name", read=lambda seen: seen.match.vendor.name),
        Fact(
            name="vendor_country",
            kind=ValueKind.COUNTRY,
            meaning="country of the vendor",
            read=lambda seen: seen.match.vendor.country,
            question="In which country is {match.vendor} established?",
        ),
        Fact(
            name="identity_question",
            kind=ValueKind.TEXT,
            meaning="what to ask so that the tie between party and vendor is sure",
            read=lambda seen: identity_question(seen.match, seen.party.party),
            reads_words=True,
        ),
        Fact(
            name="statement",
            kind=ValueKind.TEXT,
            meaning="one sentence on how the party and the vendor are tied",
            read=lambda seen: statement(seen.match, seen.party.party),
            reads_words=True,
        ),
    ),
    (
        ScopePart(
            name="listing",
            plural="listings",
            many=True,
            scope=LISTING,
            meaning="entries about the vendor",
            read=lambda seen: seen.listings,
        ),
    ),
)
