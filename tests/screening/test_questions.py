"""Cases are told apart by what rules ask of them, and by nothing else."""

from dataclasses import replace as replaced

from msgspec.structs import replace

from tests.batch.conftest import DAY
from vendorscreen.batch.suppliers import Supplier
from vendorscreen.fact import CASE, Case, Node
from vendorscreen.matching import Certainty, Match, match_tender
from vendorscreen.screening import Screener
from vendorscreen.screening.questions import Answers, Questions
from vendorscreen.screening.supplier import supplier_tender
from vendorscreen.tender.tender import Buyer

SUPPLIER = Supplier("ZTE Corporation", "CN")


def _match(screener: Screener) -> Match:
    return match_tender(supplier_tender(Buyer(country="DE"), SUPPLIER.party()), screener.watchlist, DAY)[0]


def _answers(screener: Screener, match: Match) -> Answers:
    case = Case(supplier_tender(Buyer(country="DE"), SUPPLIER.party()), screener.watchlist, (match,), DAY)
    rules = [rule for rule in screener.rules.rules if rule.subject == "match"]
    return Questions(rules).answers(Node(CASE, case), DAY)


def test_a_vendor_of_another_name_and_summary_gives_the_same_answers(screener: Screener) -> None:
    match = _match(screener)
    listings = tuple(replace(listing, summary="Another.") for listing in match.vendor.listings)
    other = replaced(match, vendor=replace(match.vendor, name="Another", listings=listings))

    assert _answers(screener, match) == _answers(screener, other)


def test_a_listing_of_another_kind_gives_other_answers(screener: Screener) -> None:
    match = _match(screener)
    listings = tuple(replace(listing, kind="award") for listing in match.vendor.listings)
    other = replaced(match, vendor=replace(match.vendor, listings=listings))

    assert _answers(screener, match) != _answers(screener, other)


def test_a_vendor_without_listings_gives_other_answers(screener: Screener) -> None:
    match = _match(screener)
    other = replaced(match, vendor=replace(match.vendor, listings=()))

    assert _answers(screener, match) != _answers(screener, other)


def test_whether_a_match_is_confirmed_is_asked_even_where_no_condition_asks(screener: Screener) -> None:
    match = _match(screener)
    case = Case(supplier_tender(Buyer(country="DE"), SUPPLIER.party()), screener.watchlist, (match,), DAY)
    other = Case(case.tender, screener.watchlist, (replaced(match, certainty=Certainty.POSSIBLE),), DAY)

    nothing = Questions(())

    assert match.certainty is not Certainty.POSSIBLE
    assert nothing.answers(Node(CASE, case), DAY) != nothing.answers(Node(CASE, other), DAY)
