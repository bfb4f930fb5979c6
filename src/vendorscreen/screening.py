"""A tender against a watchlist and rules: composes the steps, has no logic of its own."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path

from vendorscreen import __version__
from vendorscreen.currency import refuse_odd_rates
from vendorscreen.fact import Case
from vendorscreen.fact.case_bounds import refuse_beyond_bounds
from vendorscreen.lists.store import kept_documents
from vendorscreen.matching import match_tender
from vendorscreen.period import full_date
from vendorscreen.report import Report, build_report
from vendorscreen.rule import Rules, evaluate, read_rules
from vendorscreen.tender import Tender
from vendorscreen.watchlist import Watchlist, installed_watchlist

__all__ = ["Screener", "shipped_folder"]


def shipped_folder(name: str) -> Path:
    """Return the folder ``rules`` or ``watchlists`` that comes with vendorscreen, installed or in a checkout."""
    installed = Path(str(files("vendorscreen"))) / "_shipped" / name
    return installed if installed.is_dir() else Path(__file__).parent.parent.parent / name


class Screener:
    """Checks tenders; build it once, use it for many."""

    def __init__(self, watchlist: Watchlist, rules: Rules) -> None:
        self.watchlist = watchlist
        self.rules = rules

    @classmethod
    @cache
    def default(cls) -> "Screener":
        """Return the screener with the vendor files and rules that come with vendorscreen, and the installed lists."""
        rules = read_rules(shipped_folder("rules"), kept=kept_documents(), tests=False)
        return cls(installed_watchlist(shipped_folder("watchlists")), rules)

    def check(
        self,
        tender: Tender,
        as_of: date | str | None = None,
        *,
        rates: Mapping[str, Decimal] | None = None,
        explain: Collection[str] = (),
    ) -> Report:
        """Return the report on a tender, as of a date: the one given, else the tender's, else today.

        Args:
            tender: what is screened.
            as_of: the day on which everything is seen, a date or ``YYYY-MM-DD``.
            rates: euros per unit of other currencies, for rules with a value in euros.
            explain: ids of rules whose every answer is explained in the report.

        Raises:
            TenderError: the tender is too large to be screened within seconds.
            UsageError: a rate names no currency, or is no positive number.
        """
        refuse_odd_rates(rates or {})
        day = full_date(as_of) if isinstance(as_of, str) else as_of or tender.date or date.today()  # noqa: DTZ011 - the buyer's own calendar day
        case = Case(tender, self.watchlist, tuple(match_tender(tender, self.watchlist, day)), day, rates or {})
        refuse_beyond_bounds(case)
        return build_report(case, evaluate(self.rules.rules, case), self.rules, __version__, explain)
