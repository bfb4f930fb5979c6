"""When a tender was awarded and its contracts signed: for a party in a lot, or in all."""

from datetime import date
from typing import NamedTuple

from vendorscreen.tender.tender import Award, Tender

__all__ = ["AwardDates"]


class _Dates(NamedTuple):
    """The latest date of award and of signature."""

    award: date | None = None
    signed: date | None = None

    def or_later(self, other: "_Dates") -> "_Dates":
        return _Dates(_later(self.award, other.award), _later(self.signed, other.signed))


_NO_DATES = _Dates()


class _Latest:
    """The latest dates of some awards: of all, of those that name no supplier, and of those that name each."""

    def __init__(self) -> None:
        self.all = self._naming_nobody = _NO_DATES
        self._naming: dict[str, _Dates] = {}

    def add(self, award: Award, dates: _Dates) -> None:
        self.all = self.all.or_later(dates)
        if not award.suppliers:
            self._naming_nobody = self._naming_nobody.or_later(dates)
        for supplier in award.suppliers:
            self._naming[supplier] = self._naming.get(supplier, _NO_DATES).or_later(dates)

    def concerning(self, supplier: str | None) -> _Dates:
        if supplier is None:
            return self.all
        return self._naming_nobody.or_later(self._naming.get(supplier, _NO_DATES))


class AwardDates:
    """Looks up the latest date of award and of signature, ``None`` where none is stated."""

    def __init__(self, tender: Tender) -> None:
        signed: dict[str | None, date | None] = {}
        for contract in tender.contracts or ():
            signed[contract.award] = _later(contract.signed, signed.get(contract.award))
        self._of_no_award = _Dates(signed=signed.get(None))
        self._of_any_lot, self._of_no_lot = _Latest(), _Latest()
        self._of_lot: dict[str, _Dates] = {}
        for award in tender.awards or ():
            dates = _Dates(award.date, signed.get(award.id))
            self._of_any_lot.add(award, dates)
            if not award.lots:
                self._of_no_lot.add(award, dates)
            for lot in award.lots:
                self._of_lot[lot] = self._of_lot.get(lot, _NO_DATES).or_later(dates)

    def overall(self) -> tuple[date | None, date | None]:
        """Return the dates over all awards."""
        return self._of_any_lot.all.or_later(self._of_no_award)

    def of(self, lot: str | None, supplier: str | None) -> tuple[date | None, date | None]:
        """Return the dates for a lot (``None``: not stated), and for a party that offers, if ``supplier`` names it.

        An award that names other suppliers does not concern the party; a lot's own award concerns everybody in it.
        """
        if lot is None:
            return self._of_any_lot.concerning(supplier).or_later(self._of_no_award)
        own = self._of_lot.get(lot, _NO_DATES).or_later(self._of_no_lot.concerning(supplier))
        return own.or_later(self._of_no_award)


def _later(one: date | None, other: date | None) -> date | None:
    return other if one is None else one if other is None else max(one, other)
