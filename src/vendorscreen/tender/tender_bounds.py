"""How large a tender may be: bounds far above every real one, so that each that is read is screened within seconds."""

from collections.abc import Iterator

from vendorscreen.errors import TenderError
from vendorscreen.tender.links import behind_whom
from vendorscreen.tender.tender import Tender

__all__ = ["MOST_LINKS", "MOST_PARTIES", "refuse_beyond_bounds", "too_many"]

MOST_PARTIES = 3_000
"""Most organisations of one tender; the largest real one at hand has 35."""

MOST_LINKS = 50_000
"""Most pairs of who stands with whom in one tender: party and lot, maker and tenderer, owner and owned ..."""

_MOST = {
    "parties": MOST_PARTIES,
    "lots": 20_000,
    "items": 20_000,
    "bids": 10_000,
    "awards": 10_000,
    "contracts": 10_000,
    "products": 5_000,
    "funding": 5_000,
}
"""Most parts of a kind; the largest real tender at hand has 189 items, 188 lots and 13 bids."""

_CALLED = {"parties": "organisations", "funding": "sources of money"}


def refuse_beyond_bounds(tender: Tender) -> None:
    """Refuse a tender that is too large to be screened within seconds.

    Raises:
        TenderError: with the bound.
    """
    for kind, most in _MOST.items():
        if len(getattr(tender, kind) or ()) > most:
            raise too_many(tender.source, kind, _CALLED.get(kind, kind), most)
    declared = tender.declarations
    counts = (len(declared.foreign_contributions or ()), len(declared.agreement_cover or ()))
    if max(*counts, len(declared.covered_equipment or ())) > MOST_PARTIES:
        raise too_many(tender.source, "declarations", "declarations of a kind", MOST_PARTIES)
    left = MOST_LINKS
    for links in _links(tender):
        left -= links
        if left < 0:
            raise too_many(tender.source, "", "links between parties, lots, bids, products and owners", MOST_LINKS)


def too_many(source: str, field: str, what: str, most: int) -> TenderError:
    """Return the error of a tender with more of something than ``most``."""
    where = f"{field}: " if field else ""
    return TenderError.at(source, f"{where}one tender may have at most {most:,} {what}, split it")


def _links(tender: Tender) -> Iterator[int]:
    """Yield how many pairs each part of the tender makes; one by one, for a small file can spell out a great many."""
    tenderers_of: dict[str | None, int] = {}
    for bid in tender.bids or ():
        tenderers_of[bid.id] = len(bid.tenderers)
        passed_on = bid.subcontracts or ()
        yield (len(bid.tenderers) + len(passed_on)) * max(1, len(bid.lots))
        yield from (len(one.main_contractors or bid.tenderers) for one in passed_on)
    for award in tender.awards or ():
        yield len(award.suppliers) * max(1, len(award.lots)) + len(award.lots)
    for product in tender.products or ():
        yield from (tenderers_of.get(bid, 0) for bid in product.bids)
    for party in tender.parties:
        yield len(party.shareholders or ()) + len(party.persons or ())
    yield from _steps(tender)


def _steps(tender: Tender) -> Iterator[int]:
    """Yield a one for each tie that is followed from each party to whoever stands behind it."""
    behind = behind_whom(tender)
    for party in behind:
        seen, order = {party}, [party]
        for one in order:  # grows while it is walked
            further = behind.get(one, ())
            yield len(further)
            new = [other for other in further if other not in seen]
            seen.update(new)
            order += new
