"""Facts about parties, their owners, their contributions and where their goods come from."""

from typing import get_args

from vendorscreen.fact.listing_facts import MATCH
from vendorscreen.fact.node import Fact, Kind, Part, Scope
from vendorscreen.fact.things import PartyInRole
from vendorscreen.tender.links import OFFERING_ROLES
from vendorscreen.tender.model import Party, Tender
from vendorscreen.tender.vocabulary import Role

__all__ = ["PARTY", "PLACE"]

UNSTATED = "unstated"
"""Key of the share that no stated owner holds."""

MAJORITY = 0.5
_DEEPEST = 8


def _owned_share(seen: PartyInRole) -> dict[str, float] | None:
    return owned_share(seen.case.tender, seen.party)


def owned_share(tender: Tender, party: Party, depth: int = 0) -> dict[str, float] | None:
    """Return the share of a party each country's organisations own, and the share nobody stated an owner for.

    An owner counts for its country of establishment; where organisations of another country own more than half of it,
    it counts for that country too. ``None`` where no owners are stated.
    """
    if party.shareholders is None:
        return None
    shares: dict[str, float] = {}
    unstated = 1.0
    for owner in party.shareholders:
        holder = tender.party(owner.party)
        share = owner.share
        if share is None or holder is None or holder.country is None:
            continue
        unstated -= share
        behind = owned_share(tender, holder, depth + 1) if depth < _DEEPEST else None
        countries = {
            holder.country,
            *(code for code, held in (behind or {}).items() if held > MAJORITY and code != UNSTATED),
        }
        for code in countries:
            shares[code] = shares.get(code, 0.0) + share
    persons = sum(person.share or 0.0 for person in party.persons or ())
    shares[UNSTATED] = round(max(0.0, unstated - persons), 6)
    return {code: round(share, 6) for code, share in shares.items()}


def _persons_share(seen: PartyInRole) -> dict[str, float] | None:
    """Return the share natural persons of each nationality or residence own, and the share nobody stated one for."""
    if seen.party.persons is None:
        return None
    shares: dict[str, float] = {}
    unstated = 1.0 if seen.party.persons.members else 0.0
    for person in seen.party.persons:
        if person.share is None or (person.nationalities is None and person.residence is None):
            continue
        unstated -= person.share
        for code in {*(person.nationalities or ()), *([person.residence] if person.residence else [])}:
            shares[code] = shares.get(code, 0.0) + person.share
    organisations = sum(owner.share or 0.0 for owner in seen.party.shareholders or ())
    shares[UNSTATED] = round(max(0.0, unstated - organisations), 6)
    return shares


def _share_of_value(seen: PartyInRole) -> float | None:
    """Return the share of the contract value that a subcontractor accounts for: the largest of its subcontracts."""
    shares = [
        contract.share
        for bid in seen.case.tender.bids or ()
        if seen.lot is None or seen.lot in bid.lots
        for contract in bid.subcontracts or ()
        if contract.subcontractor == seen.party.id
    ]
    return None if not shares or None in shares else max(share for share in shares if share is not None)


def _origin_shares(seen: PartyInRole) -> dict[str, float] | None:
    """Return the share of the offered goods' value by country of origin; told apart only where there is one origin."""
    origins = seen.origins
    if origins is None or not origins.complete:
        return None
    codes = {place.country for place in origins}
    return {codes.pop(): 1.0, UNSTATED: 0.0} if len(codes) == 1 else {UNSTATED: 1.0}


def _uses_covered_equipment(seen: PartyInRole) -> bool | None:
    declared = seen.case.tender.declarations.covered_equipment or ()
    return next((use.uses for use in declared if use.party == seen.party.id), None)


PLACE = Scope.of(
    "place",
    "a country in a list of countries",
    (Fact(name="country", kind=Kind.COUNTRY, meaning="the country", read=lambda place: place.country),),
)

CONTRIBUTION = Scope.of(
    "contribution",
    "financial contributions from one third country that a party declares",
    (
        Fact(
            name="country",
            kind=Kind.COUNTRY,
            meaning="the country that gave",
            read=lambda given: given.thing.country,
            at=("country",),
        ),
        Fact(
            name="amount_in_eur",
            kind=Kind.NUMBER,
            unit="EUR",
            meaning="sum over the three years before",
            read=lambda given: given.euros,
            at=("amount",),
            question="How much did {party.name} receive, in euros?",
        ),
    ),
)

PARTY = Scope.of(
    "party",
    "a party of the tender in one of its roles, for one of its lots",
    (
        Fact(
            name="name",
            kind=Kind.TEXT,
            meaning="as stated",
            read=lambda seen: seen.party.name,
            at=("name",),
            question="What is the name of {party.id}?",
        ),
        Fact(name="id", kind=Kind.TEXT, meaning="the party's id in the tender", read=lambda seen: seen.party.id),
        Fact(
            name="role",
            kind=Kind.CHOICE,
            values=get_args(Role),
            meaning="what the party does in this tender",
            read=lambda seen: seen.role,
            at=("roles",),
            question="What is the role of {party.name} in this tender?",
        ),
        Fact(
            name="offers",
            kind=Kind.FLAG,
            meaning="the party tenders or has won",
            read=lambda seen: None if seen.role is None else seen.role in OFFERING_ROLES,
        ),
        Fact(
            name="lot",
            kind=Kind.TEXT,
            meaning="the lot, empty where none is stated",
            read=lambda seen: seen.lot or "",
        ),
        Fact(
            name="country",
            kind=Kind.COUNTRY,
            meaning="where the party is established, as stated; never inferred from its name or owners",
            read=lambda seen: seen.party.country,
            at=("address", "country"),
            question="In which country is {party.name} established?",
        ),
        Fact(
            name="owned_share",
            kind=Kind.SHARES,
            unit="0 to 1",
            meaning="share owned by organisations established in a country, directly or through majorities",
            read=_owned_share,
            at=("shareholders",),
            question="Who owns {party.name}, directly and indirectly: names, countries of establishment, shares?",
        ),
        Fact(
            name="persons_share",
            kind=Kind.SHARES,
            unit="0 to 1",
            meaning="share owned by natural persons of a nationality or residence",
            read=_persons_share,
            at=("beneficialOwners",),
            question="Which natural persons own {party.name}: nationalities, countries of residence, shares?",
        ),
        Fact(
            name="share_of_value",
            kind=Kind.NUMBER,
            unit="0 to 1",
            meaning="share of the contract value a subcontractor accounts for",
            read=_share_of_value,
            question="Which share of the contract value does {party.name} account for?",
        ),
        Fact(
            name="lots_value_in_eur",
            kind=Kind.NUMBER,
            unit="EUR",
            meaning="estimated value of all lots the party bids for",
            read=lambda seen: seen.lots_value,
            question="What is the value, in euros, of all lots {party.name} bids for?",
        ),
        Fact(
            name="origin_shares",
            kind=Kind.SHARES,
            unit="0 to 1",
            meaning="share of the value of the offered goods by country of origin",
            read=_origin_shares,
            question="Which share of the value of the goods {party.name} offers originates in which country?",
        ),
        Fact(
            name="uses_covered_equipment",
            kind=Kind.FLAG,
            meaning="the party declares that it uses covered telecommunications equipment (FAR 52.204-24)",
            read=_uses_covered_equipment,
            question="Does {party.name} use covered telecommunications equipment or services (FAR 52.204-24)?",
        ),
    ),
    (
        Part(
            name="match",
            plural="matches",
            many=True,
            scope=MATCH,
            meaning="ties to vendors",
            read=lambda seen: seen.matches,
        ),
        Part(
            name="contribution",
            plural="contributions",
            many=True,
            scope=CONTRIBUTION,
            meaning="declared foreign financial contributions",
            read=lambda seen: seen.contributions,
            question="Which contributions from third countries did {party.name} receive in the last three years?",
        ),
        Part(
            name="origin",
            plural="origins",
            many=True,
            scope=PLACE,
            meaning="countries of origin of the goods in the party's bids",
            read=lambda seen: seen.origins,
            question="From which countries do the goods that {party.name} offers originate?",
        ),
    ),
)
