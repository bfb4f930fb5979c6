"""Facts about the tender, its buyer, lots, items and bids, and the scope of the whole case."""

from typing import get_args

from vendorscreen.fact.node import Fact, Kind, Part, Prose, Scope
from vendorscreen.fact.party_facts import PARTY
from vendorscreen.fact.things import Valued
from vendorscreen.fact.use_facts import DATA, DECLARATIONS, FUNDING, SITE
from vendorscreen.tender import vocabulary as word
from vendorscreen.tender.directive import under_directives
from vendorscreen.tender.model import Tender

__all__ = ["CASE"]

SECURITY_EQUIPMENT = ("3512", "3854", "3858")
"""Branches of the CPV for scanners and security equipment, which notices also file under codes of medical devices."""


def _text(tender: Tender) -> Prose | None:
    parts = [tender.title, tender.description]
    parts += [text for lot in tender.lots or () for text in (lot.title, lot.description)]
    parts += [item.description for item in tender.items or ()]
    parts += [product.description for product in tender.products or ()]
    text = "\n".join(part for part in parts if part)
    described = tender.description is not None or any(lot.description for lot in tender.lots or ())
    return Prose(text, whole=described) if text else None


def _buys_medical_devices(tender: Tender) -> bool | None:
    if tender.items is None:
        return None
    codes = [code for item in tender.items for code in item.cpv or ()]
    known = tender.items.complete and all(item.cpv is not None for item in tender.items)
    if not any(code.startswith("331") for code in codes):
        return False if known else None
    return None if any(code.startswith(SECURITY_EQUIPMENT) for code in codes) else True


BUYER = Scope.of(
    "buyer",
    "who buys",
    (
        Fact(
            name="name",
            kind=Kind.TEXT,
            meaning="as stated",
            read=lambda buyer: buyer.name,
            at=("name",),
            question="Who is the buyer?",
        ),
        Fact(
            name="country",
            kind=Kind.COUNTRY,
            meaning="the buyer's country",
            read=lambda buyer: buyer.country,
            at=("country",),
            question="In which country is the buyer?",
        ),
        Fact(
            name="level",
            kind=Kind.CHOICE,
            values=get_args(word.Level),
            meaning="level of government; eu is an institution of the European Union",
            read=lambda buyer: buyer.level,
            at=("level",),
            question="Is the buyer a national, regional or local body?",
        ),
        Fact(
            name="sector",
            kind=Kind.CHOICE,
            values=get_args(word.Sector),
            meaning="what the buyer does",
            read=lambda buyer: buyer.sector,
            at=("sector",),
            question="In which sector does the buyer work?",
        ),
    ),
)

TENDER = Scope.of(
    "tender",
    "what is bought, and how",
    (
        Fact(
            name="title",
            kind=Kind.TEXT,
            meaning="as stated",
            read=lambda case: case.tender.title,
            at=("tender", "title"),
            question="What is the title of the tender?",
        ),
        Fact(
            name="text",
            kind=Kind.PROSE,
            meaning="title, description, lots, items and products, as stated",
            read=lambda case: _text(case.tender),
            at=("tender",),
            question="What does the specification ask for?",
        ),
        Fact(
            name="buys_medical_devices",
            kind=Kind.FLAG,
            meaning="codes 331 of the CPV; unknown where codes of security equipment stand beside them",
            read=lambda case: _buys_medical_devices(case.tender),
            at=("tender", "items"),
            question="Does the tender buy medical devices (CPV 331)?",
        ),
        Fact(
            name="procurement_method",
            kind=Kind.CHOICE,
            values=get_args(word.ProcurementMethod),
            meaning="OCDS method",
            read=lambda case: case.tender.procurement_method,
            at=("tender", "procurementMethod"),
            question="Is the procedure open, selective, limited or direct?",
        ),
        Fact(
            name="category",
            kind=Kind.CHOICE,
            values=get_args(word.Category),
            meaning="OCDS main procurement category",
            read=lambda case: case.tender.category,
            at=("tender", "mainProcurementCategory"),
            question="Does the tender buy goods, works or services?",
        ),
        Fact(
            name="value_in_eur",
            kind=Kind.NUMBER,
            unit="EUR",
            meaning="estimated value net of VAT, in euros, or with a rate the user gives",
            read=lambda case: case.euros(case.tender.value),
            at=("tender", "value"),
            question="What is the estimated value in euros, net of VAT?",
        ),
        Fact(
            name="under_directives",
            kind=Kind.FLAG,
            meaning="the contract is in the scope of an EU procurement Directive, by its stated legal basis",
            read=lambda case: under_directives(case.tender.legal_basis),
            at=("tender", "legalBasis"),
            question="Is the contract in the scope of an EU procurement Directive?",
        ),
        Fact(
            name="legal_basis",
            kind=Kind.TEXT,
            meaning="CELEX number, or another name, of the law the procedure follows",
            read=lambda case: case.tender.legal_basis,
            at=("tender", "legalBasis"),
            question="Which law does the procedure follow?",
        ),
        Fact(
            name="covered_by",
            kind=Kind.SET,
            meaning="agreements and regimes that cover the procedure (OCDS coveredBy: GPA, EU-FSR ...)",
            read=lambda case: case.tender.covered_by,
            at=("tender", "coveredBy"),
            question="Which agreements cover the procedure (for example the GPA)?",
        ),
        Fact(
            name="launched",
            kind=Kind.DATE,
            meaning="day on which the procedure was launched",
            read=lambda case: case.tender.launched,
            at=("tender", "datePublished"),
            question="When was the procedure launched?",
        ),
    ),
)


ITEM = Scope.of(
    "item",
    "something to be bought",
    (
        Fact(
            name="cpv",
            kind=Kind.CODES,
            meaning="its CPV codes, eight digits each",
            read=lambda item: item.cpv,
            at=("classification", "id"),
            question="What is bought (CPV codes)?",
        ),
        Fact(
            name="lot", kind=Kind.TEXT, meaning="the lot, empty where none is stated", read=lambda item: item.lot or ""
        ),
    ),
)

LOT = Scope.of(
    "lot",
    "a part of the purchase",
    (
        Fact(name="id", kind=Kind.TEXT, meaning="its id", read=lambda lot: lot.thing.id),
        Fact(
            name="value_in_eur",
            kind=Kind.NUMBER,
            unit="EUR",
            meaning="estimated value of the lot",
            read=lambda lot: lot.euros,
            at=("value",),
            question="What is the value of the lot in euros?",
        ),
    ),
)


def _share_of_estimate(bid: Valued) -> float | None:
    """Return the price of a bid as a share of the estimated value."""
    price, estimate = bid.euros, bid.case.euros(bid.case.tender.value)
    return None if price is None or not estimate else price / estimate


BID = Scope.of(
    "bid",
    "one offer",
    (
        Fact(
            name="value_in_eur",
            kind=Kind.NUMBER,
            unit="EUR",
            meaning="price of the offer",
            read=lambda bid: bid.euros,
            at=("value",),
            question="What is the price of each offer in euros?",
        ),
        Fact(
            name="share_of_estimate",
            kind=Kind.NUMBER,
            unit="1 is the estimate",
            meaning="price as a share of the tender's estimated value; no law sets a bound",
            read=_share_of_estimate,
            at=("value",),
            question="What are the price of each offer and the estimated value?",
        ),
    ),
)


CASE = Scope.of(
    "case",
    "everything known about one tender on one date",
    (),
    (
        Part(name="tender", scope=TENDER, meaning=TENDER.meaning, read=lambda case: case),
        Part(name="buyer", scope=BUYER, meaning=BUYER.meaning, read=lambda case: case.tender.buyer),
        Part(name="site", scope=SITE, meaning=SITE.meaning, read=lambda case: case.tender.site),
        Part(name="data", scope=DATA, meaning=DATA.meaning, read=lambda case: case.tender.data),
        Part(
            name="declarations",
            scope=DECLARATIONS,
            meaning=DECLARATIONS.meaning,
            read=lambda case: case.tender.declarations,
        ),
        Part(
            name="item",
            plural="items",
            many=True,
            scope=ITEM,
            meaning="what is bought",
            read=lambda case: case.tender.items,
            question="What is bought (CPV codes)?",
        ),
        Part(
            name="lot",
            plural="lots",
            many=True,
            scope=LOT,
            meaning="parts of the purchase",
            read=lambda case: case.lots(),
            question="Is the purchase divided into lots?",
        ),
        Part(
            name="bid",
            plural="bids",
            many=True,
            scope=BID,
            meaning="the offers",
            read=lambda case: case.bids(),
            question="Which offers were made, at which prices?",
        ),
        Part(
            name="funding",
            plural="fundings",
            many=True,
            scope=FUNDING,
            meaning="sources of the money",
            read=lambda case: case.tender.funding,
            question="Who pays for the purchase: own money, grants, loans, and of which state?",
        ),
        Part(
            name="party",
            plural="parties",
            many=True,
            scope=PARTY,
            meaning="the parties in their roles",
            read=lambda case: case.parties(),
            question="Who takes part?",
        ),
    ),
)
