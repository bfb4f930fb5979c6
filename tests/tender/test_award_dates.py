"""The dates looked up are those that going through all awards gives."""

from collections.abc import Iterable
from datetime import date
from itertools import product

from vendorscreen.tender.award_dates import AwardDates
from vendorscreen.tender.tender import Award, Collection, Contract, Tender

AWARDS = (
    Award(id="a", suppliers=("A",), lots=("1", "2"), date=date(2024, 1, 1)),
    Award(id="b", suppliers=("B", "A"), lots=("2",), date=date(2024, 3, 1)),
    Award(id="c", suppliers=("A",), date=date(2024, 2, 1)),
    Award(id="d", date=date(2023, 2, 1)),
    Award(id="a", suppliers=("C",), lots=("3",)),
    Award(suppliers=("D",)),
)
CONTRACTS = (
    Contract(award="a", signed=date(2024, 5, 1)),
    Contract(award="b", signed=date(2024, 4, 1)),
    Contract(award="b"),
    Contract(award="d", signed=date(2024, 6, 1)),
)


def latest(awards: Iterable[Award], contracts: tuple[Contract, ...]) -> tuple[date | None, date | None]:
    ids = {None, *(award.id for award in awards)}
    signed = [one.signed for one in contracts if one.award in ids and one.signed]
    return max((award.date for award in awards if award.date), default=None), max(signed, default=None)


def slowly(lot: str | None, supplier: str | None, contracts: tuple[Contract, ...]) -> tuple[date | None, date | None]:
    concerning = [one for one in AWARDS if supplier is None or not one.suppliers or supplier in one.suppliers]
    if lot is None:
        return latest(concerning, contracts)
    return latest(
        [*(one for one in AWARDS if lot in one.lots), *(one for one in concerning if not one.lots)], contracts
    )


def test_dates_of_every_lot_and_supplier_are_those_that_a_walk_through_all_awards_finds() -> None:
    for contracts in (CONTRACTS, (*CONTRACTS, Contract(signed=date(2024, 5, 15))), ()):
        dates = AwardDates(Tender(source="t", awards=Collection(AWARDS), contracts=Collection(contracts)))
        assert tuple(dates.overall()) == latest(AWARDS, contracts)
        for lot, supplier in product((None, "1", "2", "3", "4"), (None, "A", "B", "C", "D", "E")):
            assert tuple(dates.of(lot, supplier)) == slowly(lot, supplier, contracts)
