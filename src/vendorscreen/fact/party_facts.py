"""Facts about parties, their owners, their contributions and where their goods come from."""

from typing import get_args

from msgspec.structs import replace

from vendorscreen.fact.case import PartyInRole
from vendorscreen.fact.exemption_facts import EXEMPTION, exemptions_on
from vendorscreen.fact.match_facts import MATCH
from vendorscreen.fact.node import Fact, Scope, ScopePart, ValueKind, stated
from vendorscreen.fact.owner_facts import OWNER, owners_of
from vendorscreen.fact.ownership import Shares, persons_shares
from vendorscreen.fact.product_facts import PRODUCT, products_of
from vendorscreen.tender.links import OFFERING_ROLES
from vendorscreen.tender.vocabulary import Role

__all__ = ["PARTY", "PLACE"]


def _origin_shares(seen: PartyInRole) -> Shares | None:
    """Return the share of the offered goods' value by country of origin; unstated where there are several."""
    origins = seen.origins
    if origins is None or not origins.complete:
        return None
    codes = {place.country for place in origins}
    return Shares.stated({codes.pop(): 1.0}, 0.0) if len(codes) == 1 else Shares((), 1.0)


def _largest_owners(seen: PartyInRole) -> Shares | None:
    shares = seen.case.shares[seen.party.id]
    return None if shares is None else replace(shares, added=False)


def _offers_own_goods(seen: PartyInRole) -> bool | None:
    """Return whether the party makes what it offers; ``None`` where no maker is stated for a product it offers."""
    makers = [product.manufacturer for product in seen.case.products_of.get(seen.party.id, ())]
    if seen.party.id in makers:
        return True
    return None if not makers or None in makers else False


def _agreement_cover(seen: PartyInRole) -> bool | None:
    return seen.case.covered.get(seen.party.id)


def _uses_covered_equipment(seen: PartyInRole) -> bool | None:
    return seen.case.uses_covered_equipment.get(seen.party.id)


PLACE = Scope.of(
    "place",
    "a country in a list of countries",
    (Fact(name="country", kind=ValueKind.COUNTRY, meaning="the country", read=lambda place: place.country),),
)

CONTRIBUTION = Scope.of(
    "contribution",
    "financial contributions from one third country that a party declares",
    (
        stated("country", ValueKind.COUNTRY, "the country that gave"),
        Fact(
            name="amount_in_eur",
            kind=ValueKind.NUMBER,
            unit="EUR",
            meaning="sum over the three years before",
            unknown_when="an amount is not stated, or in a currency without a rate",
            read=lambda given: given.euros,
            at=("amount",),
            question="How much did {party.name} receive, in euros?",
        ),
    ),
)

PARTY = Scope.of(
    "party",
    "a party of the tender in one of its roles, for all lots in which the same is stated of it",
    (
        Fact(
            name="name",
            kind=ValueKind.TEXT,
            meaning="as stated; its number where no name is",
            read=lambda seen: seen.party.called,
            at=("name",),
            question="What is the name of {party.id}?",
            reads_words=True,
        ),
        Fact(name="id", kind=ValueKind.TEXT, meaning="the party's id in the tender", read=lambda seen: seen.party.id),
        stated(
            "role",
            ValueKind.CHOICE,
            "what the party does in this tender",
            "What is the role of {party.name} in this tender?",
            at="roles",
            values=get_args(Role),
        ),
        Fact(
            name="offers",
            kind=ValueKind.FLAG,
            meaning="the party tenders or has won",
            read=lambda seen: None if seen.role is None else seen.role in OFFERING_ROLES,
        ),
        Fact(
            name="lots",
            kind=ValueKind.SET,
            meaning="ids of the lots in which the party has the role, empty where no lot is stated",
            read=lambda seen: tuple(lot for lot in seen.lots if lot),
        ),
        stated(
            "party.country",
            ValueKind.COUNTRY,
            "where the party is established, as stated; never inferred from its name or owners",
            "In which country is {party.name} established?",
            at="address.country",
        ),
        Fact(
            name="owned_share",
            kind=ValueKind.SHARES,
            unit="0 to 1",
            meaning="share owned by organisations established in a country, directly or through majorities",
            unknown_when="the answer depends on ownership that is not stated",
            read=lambda seen: seen.case.shares[seen.party.id],
            at=("shareholders",),
            question="Who owns {party.name}, directly and indirectly: names, countries of establishment, shares?",
        ),
        Fact(
            name="single_owner_share",
            kind=ValueKind.SHARES,
            unit="0 to 1",
            meaning="largest share that one organisation established in a country, or owned mostly from there, holds",
            unknown_when="the answer depends on ownership that is not stated",
            read=_largest_owners,
            at=("shareholders",),
            question="Who owns {party.name}, directly and indirectly: names, countries of establishment, shares?",
        ),
        Fact(
            name="persons_share",
            kind=ValueKind.SHARES,
            unit="0 to 1",
            meaning="share owned by natural persons of a nationality or residence",
            unknown_when="the answer depends on ownership that is not stated",
            read=lambda seen: persons_shares(seen.party),
            at=("beneficialOwners",),
            question="Which natural persons own {party.name}: nationalities, countries of residence, shares?",
        ),
        Fact(
            name="share_of_value",
            kind=ValueKind.NUMBER,
            unit="0 to 1",
            meaning="share of the contract value a subcontractor accounts for",
            unknown_when="a subcontract states no share",
            read=lambda seen: seen.share_of_value,
            question="Which share of the contract value does {party.name} account for?",
        ),
        Fact(
            name="lots_value_in_eur",
            kind=ValueKind.NUMBER,
            unit="EUR",
            meaning="estimated value of all lots the party bids for",
            unknown_when="a lot it bids for, or its value, is not stated",
            read=lambda seen: seen.lots_value,
            question="What is the value, in euros, of all lots {party.name} bids for?",
        ),
        Fact(
            name="origin_shares",
            kind=ValueKind.SHARES,
            unit="0 to 1",
            meaning="share of the value of the offered goods by country of origin",
            unknown_when="origins are several, or not all stated",
            read=_origin_shares,
            question="Which share of the value of the goods {party.name} offers originates in which country?",
        ),
        Fact(
            name="offers_own_goods",
            kind=ValueKind.FLAG,
            meaning="the party is the stated maker of a product it offers",
            unknown_when="a product it offers has no stated maker",
            read=_offers_own_goods,
            question="Who makes the goods that {party.name} offers, and under which brands?",
        ),
        Fact(
            name="agreement_cover",
            kind=ValueKind.FLAG,
            meaning="the buyer states that an agreement on procurement covers this operator in this procedure",
            read=_agreement_cover,
            question="Does an agreement on procurement cover {party.name} in this procedure?",
        ),
        Fact(
            name="uses_covered_equipment",
            kind=ValueKind.FLAG,
            meaning="the party declares that it uses covered telecommunications equipment (FAR 52.204-24)",
            read=_uses_covered_equipment,
            question="Does {party.name} use covered telecommunications equipment or services (FAR 52.204-24)?",
        ),
    ),
    (
        ScopePart(
            name="owner",
            plural="owners",
            many=True,
            scope=OWNER,
            meaning="organisations stated to own it directly",
            read=owners_of,
            question="Who owns {party.name}, directly and indirectly: names, countries of establishment, shares?",
        ),
        ScopePart(
            name="product",
            plural="products",
            many=True,
            scope=PRODUCT,
            meaning="products it offers",
            read=products_of,
            question="Which products does {party.name} offer, under which brands?",
        ),
        ScopePart(
            name="exemption",
            plural="exemptions",
            many=True,
            scope=EXEMPTION,
            meaning="acts of authorities, or proof the buyer accepted, that concern it",
            read=lambda seen: exemptions_on(seen.case.tender.exemptions, seen.case.as_of, seen.party.id, seen.lots),
            question="Which derogations, authorisations, waivers or licences were granted to {party.name}?",
        ),
        ScopePart(
            name="match",
            plural="matches",
            many=True,
            scope=MATCH,
            meaning="ties to vendors",
            read=lambda seen: seen.matches,
        ),
        ScopePart(
            name="contribution",
            plural="contributions",
            many=True,
            scope=CONTRIBUTION,
            meaning="declared foreign financial contributions",
            read=lambda seen: seen.contributions,
            question="Which contributions from third countries did {party.name} receive in the last three years?",
        ),
        ScopePart(
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
