"""What of a tender's parties cannot be searched: numbers that are wrong, and natural persons."""

from collections.abc import Iterator
from dataclasses import replace

from vendorscreen.errors import Problem
from vendorscreen.name.person import NOT_SEARCHED, may_be_a_person
from vendorscreen.tender.links import only_buys
from vendorscreen.tender.tender import Tender

__all__ = ["with_unsearched"]


def with_unsearched(tender: Tender) -> Tender:
    """Return the tender with warnings: wrong numbers, unknown schemes, parties that may be persons."""
    told = dict(_unsearched(tender))
    if not told:
        return tender
    added = (Problem(place, 0, 0, "", message) for message, place in told.items())
    return replace(tender, warnings=(*tender.warnings, *added))


def _unsearched(tender: Tender) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, and where, of the parties that are screened."""
    for party in tender.parties:
        if not only_buys(party.roles):
            place = tender.locate(party.at) or tender.source
            yield from ((number.fault, place) for number in party.identifiers if number.fault)
            if party.name and may_be_a_person(party.name):
                yield f"{party.name}: {NOT_SEARCHED}", place
