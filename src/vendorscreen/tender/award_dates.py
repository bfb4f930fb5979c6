"""When a tender was awarded and its contracts signed: for a party in a lot, or in all."""

from collections.abc import Sequence
from datetime import date

from vendorscreen.tender.model import Award, Tender

__all__ = ["AwardDates"]


class AwardDates:
    """Looks up the latest date of award and of signature, ``None`` where none is stated."""

    def __init__(self, tender: Tender) -> None:
        self._awards = tuple(tender.awards or ())
        self._signed: dict[str | None, list[date]] = {}
        for contract in tender.contracts or ():
            if contract.signed:
                self._signed.setdefault(contract.award, []).append(contract.signed)
        self._of_lot: dict[str, list[Award]] = {}
        for award in self._awards:
            for lot in award.lots:
                self._of_lot.setdefault(lot, []).append(award)
        self._of_no_lot = [award for award in self._awards if not award.lots]

    def overall(self) -> tuple[date | None, date | None]:
        """Return the dates over all awards."""
        return self._latest(self._awards)

    def of(self, lot: str | None, supplier: str | None) -> tuple[date | None, date | None]:
        """Return the dates for a lot (``None``: not stated), and for a party that offers, if ``supplier`` names it.

        An award that names other suppliers does not concern the party; a lot's own award concerns everybody in it.
        """
        if lot is None:
            return self._latest(_concerning(supplier, self._awards))
        return self._latest([*self._of_lot.get(lot, ()), *_concerning(supplier, self._of_no_lot)])

    def _latest(self, awards: Sequence[Award]) -> tuple[date | None, date | None]:
        dates = [award.date for award in awards if award.date]
        signed = [day for key in {None, *(award.id for award in awards)} for day in self._signed.get(key, ())]
        return max(dates, default=None), max(signed, default=None)


def _concerning(supplier: str | None, awards: Sequence[Award]) -> list[Award]:
    return [award for award in awards if supplier is None or not award.suppliers or supplier in award.suppliers]
