"""Facts about the tender, its buyer, lots, items and bids."""

from typing import get_args

from vendorscreen.fact.case import Case, Valued
from vendorscreen.fact.node import Fact, Prose, Scope, ValueKind, stated
from vendorscreen.tender import vocabulary as word
from vendorscreen.tender.directive import DIRECTIVES, NO_DIRECTIVE, directive
from vendorscreen.tender.tender import Tender

__all__ = ["BID", "BUYER", "ITEM", "LOT", "TENDER"]

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


def _under_directives(tender: Tender) -> bool | None:
    named = directive(tender.legal_basis)
    return None if named is None else named != NO_DIRECTIVE


def _days_since_launch(case: Case) -> int | None:
    launched = case.tender.launched
    return None if launched is None else (case.as_of - launched).days


BUYER = Scope.of(
    "buyer",
    "who buys",
    (
        stated("name", ValueKind.TEXT, "as stated", "Who is the buyer?"),
        stated("country", ValueKind.COUNTRY, "the buyer's country", "In which country is the buyer?"),
        stated(
            "level",
            ValueKind.CHOICE,
            "level of government; eu is an institution of the European Union",
            "Is the buyer a national, regional or local body?",
            values=get_args(word.Level),
        ),
        stated(
            "sector",
            ValueKind.CHOICE,
            "what the buyer does",
            "In which sector does the buyer work?",
            values=get_args(word.Sector),
        ),
    ),
)

TENDER = Scope.of(
    "tender",
    "what is bought, and how",
    (
        stated("tender.title", ValueKind.TEXT, "as stated", "What is the title of the tender?"),
        Fact(
            name="text",
            kind=ValueKind.PROSE,
            meaning="title, description, lots, items and products, as stated",
            unknown_when='no text is stated; a lexicon\'s "not found" also without description or known language',
            read=lambda case: _text(case.tender),
            at=("tender",),
            question="What does the specification ask for?",
        ),
        Fact(
            name="buys_medical_devices",
            kind=ValueKind.FLAG,
            meaning="codes 331 of the CPV; unknown where codes of security equipment stand beside them",
            read=lambda case: _buys_medical_devices(case.tender),
            at=("tender", "items"),
            question="Does the tender buy medical devices (CPV 331)?",
        ),
        stated(
            "tender.procurement_method",
            ValueKind.CHOICE,
            "OCDS method",
            "Is the procedure open, selective, limited or direct?",
            at="tender.procurementMethod",
            values=get_args(word.ProcurementMethod),
        ),
        stated(
            "tender.category",
            ValueKind.CHOICE,
            "OCDS main procurement category",
            "Does the tender buy goods, works or services?",
            at="tender.mainProcurementCategory",
            values=get_args(word.Category),
        ),
        Fact(
            name="value_in_eur",
            kind=ValueKind.NUMBER,
            unit="EUR",
            meaning="estimated value net of VAT, in euros, or with a rate the user gives",
            unknown_when="the value is in another currency and no rate is given",
            read=lambda case: case.euros(case.tender.value),
            at=("tender", "value"),
            question="What is the estimated value in euros, net of VAT?",
        ),
        Fact(
            name="under_directives",
            kind=ValueKind.FLAG,
            meaning="the contract is in the scope of an EU procurement Directive, by its stated legal basis",
            unknown_when="the legal basis is not recognised",
            read=lambda case: _under_directives(case.tender),
            at=("tender", "legalBasis"),
            question="Is the contract in the scope of an EU procurement Directive?",
        ),
        Fact(
            name="directive",
            kind=ValueKind.CHOICE,
            values=(*DIRECTIVES.values(), NO_DIRECTIVE),
            meaning="the EU procurement Directive that the stated legal basis names",
            unknown_when="the legal basis is not recognised",
            read=lambda case: directive(case.tender.legal_basis),
            at=("tender", "legalBasis"),
            question="Which EU procurement Directive does the procedure follow, if any?",
        ),
        stated(
            "tender.legal_basis",
            ValueKind.TEXT,
            "CELEX number, or another name, of the law the procedure follows",
            "Which law does the procedure follow?",
            at="tender.legalBasis",
        ),
        stated(
            "tender.covered_by",
            ValueKind.SET,
            "agreements and regimes that cover the procedure (OCDS coveredBy: GPA, EU-FSR ...)",
            "Which agreements cover the procedure (for example the GPA)?",
            at="tender.coveredBy",
        ),
        stated(
            "tender.launched",
            ValueKind.DATE,
            "day on which the procedure was launched",
            "When was the procedure launched?",
            at="tender.datePublished",
        ),
        Fact(
            name="days_since_launch",
            kind=ValueKind.NUMBER,
            unit="days",
            meaning="days from the launch of the procedure to the as-of date",
            read=_days_since_launch,
            question="When was the procedure launched?",
        ),
    ),
)


ITEM = Scope.of(
    "item",
    "something to be bought",
    (
        stated(
            "cpv",
            ValueKind.CODES,
            "its CPV codes, eight digits each",
            "What is bought (CPV codes)?",
            at="classification.id",
        ),
        Fact(
            name="lot",
            kind=ValueKind.TEXT,
            meaning="the lot, empty where it is not stated",
            read=lambda item: item.lot or "",
        ),
    ),
)

LOT = Scope.of(
    "lot",
    "a part of the purchase",
    (
        Fact(name="id", kind=ValueKind.TEXT, meaning="its id", read=lambda lot: lot.thing.id),
        Fact(
            name="value_in_eur",
            kind=ValueKind.NUMBER,
            unit="EUR",
            meaning="estimated value of the lot",
            unknown_when="the value is in another currency and no rate is given",
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
            kind=ValueKind.NUMBER,
            unit="EUR",
            meaning="price of the offer",
            unknown_when="the price is in another currency and no rate is given",
            read=lambda bid: bid.euros,
            at=("value",),
            question="What is the price of each offer in euros?",
        ),
        Fact(
            name="share_of_estimate",
            kind=ValueKind.NUMBER,
            unit="1 is the estimate",
            meaning="price as a share of the tender's estimated value; no law sets a bound",
            unknown_when="price or estimate is unknown in euros",
            read=_share_of_estimate,
            at=("value",),
            question="What are the price of each offer and the estimated value?",
        ),
    ),
)
