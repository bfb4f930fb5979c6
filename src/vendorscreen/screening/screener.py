"""The screener: tenders and suppliers against a watchlist and rules. It composes the steps, has no logic of its own."""

import logging
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from vendorscreen import __version__
from vendorscreen.currency import refuse_odd_rates
from vendorscreen.errors import UsageError
from vendorscreen.fact import Case
from vendorscreen.fact.case_bounds import refuse_beyond_bounds
from vendorscreen.matching import match_tender
from vendorscreen.name import MATCH_THRESHOLD, MINIMUM_SIMILARITY
from vendorscreen.period import day_of
from vendorscreen.report import Report, build_report
from vendorscreen.rule import Rules, evaluate
from vendorscreen.rule.coverage import NotScreened, not_screened
from vendorscreen.screening.remembering import Remembered
from vendorscreen.screening.source import ScreenerSource
from vendorscreen.screening.supplier import (
    BuyerStated,
    Identified,
    Screening,
    buyer_of,
    supplier_party,
    supplier_tender,
)
from vendorscreen.screening.supplier_effects import SupplierEffects
from vendorscreen.tender.stated import TenderStated, stated_tender
from vendorscreen.tender.tender import Buyer
from vendorscreen.watchlist import Watchlist

__all__ = ["Screener"]

_LOG = logging.getLogger("vendorscreen")

_MOST_BUYERS = 64
"""Buyers and days whose suppliers' effects are remembered."""

FolderPath = Path | str
Stamp = frozenset[tuple[str, int]]
AsOf = date | str | None


class Screener:
    """Checks tenders and screens suppliers; build it once, use it for many, from any thread.

    ``Screener.open()`` or ``Screener.default()`` makes one from the files of this machine. The same screener gives the
    same answers until ``reload`` is called.
    """

    def __init__(
        self, watchlist: Watchlist, rules: Rules, *, source: ScreenerSource | None = None, stamp: Stamp = frozenset()
    ) -> None:
        self._engine = _Engine(watchlist, rules, stamp)
        self._source = source

    @classmethod
    def open(
        cls,
        *,
        rules: FolderPath | Sequence[FolderPath] | None = None,
        watchlists: FolderPath | Sequence[FolderPath] | None = None,
        lists: Sequence[str] | None = None,
        editions: Mapping[str, str] | None = None,
        home: FolderPath | None = None,
    ) -> "Screener":
        """Return a screener with our rules and vendor files, yours beside them, and the installed lists.

        Args:
            rules: folders of rule files beside ours.
            watchlists: folders of vendor files beside ours.
            lists: ids of the installed lists that are screened; all where it is ``None``, none where it is empty.
            editions: the edition to use of a list, by its id; the newest good one where none is named.
            home: where lists are installed; the user's own folder where it is ``None``.

        Raises:
            RuleError, WatchlistError: files are wrong, or a folder is missing.
            ListError: a list or an edition is not there, or cannot be read.
        """
        source = ScreenerSource(
            rules=_paths(rules),
            watchlists=_paths(watchlists),
            editions=tuple(sorted((editions or {}).items())),
            lists=None if lists is None else tuple(lists),
            home=None if home is None else Path(home),
        )
        return cls.of(source)

    @classmethod
    def of(cls, source: ScreenerSource, *, joint: bool = False) -> "Screener":
        """Return the screener of a source; ``joint`` makes one index of all names, for many suppliers."""
        engine = _Engine.of(source, joint=joint)
        return cls(engine.watchlist, engine.rules, source=source, stamp=engine.stamp)

    @classmethod
    @cache
    def default(cls) -> "Screener":
        """Return the screener with what comes with vendorscreen and the installed lists; one for the whole process."""
        return cls.open()

    @property
    def watchlist(self) -> Watchlist:
        """The vendors that are looked among."""
        return self._engine.watchlist

    @property
    def rules(self) -> Rules:
        """The rules that are asked."""
        return self._engine.rules

    def is_current(self) -> bool:
        """Return whether nothing was installed, removed or edited since this was opened; takes some 0.1 ms.

        A screener made from a watchlist and rules in memory is always current.
        """
        return self._source is None or self._source.stamp() == self._engine.stamp

    def reload(self) -> "Screener":
        """Read lists, vendor files and rules again, and return the same screener; calls that run finish on the old.

        Raises:
            RuleError, WatchlistError, ListError: as ``open``; the screener then goes on with what it had.
        """
        if self._source is not None:
            self._engine = _Engine.of(self._source, joint=self.watchlist.joint is not None)
            _LOG.info("lists and rules read again: %s", self.watchlist.digest)
        return self

    def check(
        self,
        tender: TenderStated,
        as_of: AsOf = None,
        *,
        rates: Mapping[str, Decimal] | None = None,
        explain: Collection[str] = (),
    ) -> Report:
        """Return the report on a tender, as of a date: the one given, else the tender's, else today.

        Args:
            tender: what is screened: a ``Tender``, a mapping with the keys of a tender file or an OCDS release, a
                pydantic model of that shape, or the path of a file with one tender.
            as_of: the day on which everything is seen: a date, a datetime (its own calendar day) or ``YYYY-MM-DD``.
            rates: euros per unit of other currencies, for rules with a value in euros.
            explain: ids of rules whose every answer is explained in the report.

        Raises:
            TenderError: the tender is wrong, or too large to be screened within seconds.
            DocumentError: the file cannot be read.
            UsageError: ``as_of`` is no day; a rate names no currency, or is no positive number.
        """
        refuse_odd_rates(rates or {})
        given, stated, engine = day_of(as_of), stated_tender(tender), self._engine
        day = given or stated.date or date.today()  # noqa: DTZ011 - the buyer's own calendar day
        case = Case(stated, engine.watchlist, tuple(match_tender(stated, engine.watchlist, day)), day, rates or {})
        refuse_beyond_bounds(case)
        report = build_report(case, evaluate(engine.rules.rules, case), engine.rules, __version__, explain)
        _LOG.debug("checked %s as of %s: %s", stated.source, day, report.established)
        return report

    def check_many(self, tenders: Iterable[TenderStated], as_of: AsOf = None) -> Iterator[Report]:
        """Yield the report on each tender, in their order; the next is read when it is asked for.

        Raises:
            TenderError, DocumentError, UsageError: as ``check``.
        """
        return (self.check(tender, as_of) for tender in tenders)

    def screen(
        self,
        name: str | None = None,
        *,
        country: str | None = None,
        identifiers: Iterable[Identified] = (),
        buyer: BuyerStated = None,
        as_of: AsOf = None,
        at_least: float = MATCH_THRESHOLD,
    ) -> Screening:
        """Return who is behind a supplier's name or number, what is known of them, and what that means for a buyer.

        Args:
            name: the supplier's name as written; may be missing where a number is given.
            country: where it is established: two letters, or a name of the country.
            identifiers: its numbers: ``"SCHEME:NUMBER"``, ``{"scheme": ..., "id": ...}`` or ``Identifier``.
            buyer: who buys: a country, or a mapping of ``country``, ``level`` and ``sector``. Without, rules that ask
                for the buyer leave their effects open.
            as_of: the day on which everything is seen, as in ``check``; today where it is ``None``.
            at_least: lowest similarity of a name that is a match, from 0.5 to 1.

        Raises:
            UsageError: there is neither name nor number, or one of the values cannot be read.
        """
        if not MINIMUM_SIMILARITY <= at_least <= 1:
            raise UsageError(f"at_least: lies between {MINIMUM_SIMILARITY} and 1, not {at_least}")
        day = day_of(as_of) or date.today()  # noqa: DTZ011 - the buyer's own calendar day
        bought, engine = buyer_of(buyer), self._engine
        tender = supplier_tender(bought, supplier_party(name, country, identifiers))
        matches = tuple(match_tender(tender, engine.watchlist, day, at_least=at_least))
        effects = engine.effects(bought, day).of(tender, matches)
        programmes = engine.watchlist.programmes
        return Screening.of(tender, matches, day, effects, engine.lacking(bought, day), programmes)

    def screen_many(
        self,
        suppliers: Iterable[str | Mapping[str, object]],
        *,
        buyer: BuyerStated = None,
        as_of: AsOf = None,
        at_least: float = MATCH_THRESHOLD,
    ) -> Iterator[Screening]:
        """Yield the screening of each supplier, in their order: names, or mappings of what ``screen`` takes of one.

        Raises:
            UsageError: as ``screen``; a mapping has another key than ``name``, ``country`` and ``identifiers``.
        """
        for place, supplier in enumerate(suppliers):
            one: Mapping[str, object] = {"name": supplier} if isinstance(supplier, str) else supplier
            unknown = sorted(set(one) - {"name", "country", "identifiers"})
            if unknown:
                raise UsageError(f"suppliers[{place}]: unknown key '{unknown[0]}', known: name, country, identifiers")
            yield self.screen(**one, buyer=buyer, as_of=as_of, at_least=at_least)  # type: ignore[arg-type]


class _Engine:
    """A watchlist and rules that belong together, with what is remembered of them; replaced as a whole."""

    def __init__(self, watchlist: Watchlist, rules: Rules, stamp: Stamp) -> None:
        self.watchlist = watchlist
        self.rules = rules
        self.stamp = stamp
        self._effects = Remembered[tuple[Buyer, date], SupplierEffects](_MOST_BUYERS)
        self._lacking = Remembered[tuple[Buyer, date], tuple[NotScreened, ...]](_MOST_BUYERS)

    @classmethod
    def of(cls, source: ScreenerSource, *, joint: bool) -> "_Engine":
        """Return what is read from a source."""
        stamp = source.stamp()  # before the files are read: what changes meanwhile is seen as a change
        return cls(source.watchlist(joint=joint), source.read_rules(), stamp)

    def effects(self, buyer: Buyer, day: date) -> SupplierEffects:
        """Return what asks the rules about the suppliers of a buyer on a day."""
        return self._effects.of((buyer, day), lambda: SupplierEffects(self.watchlist, self.rules, day))

    def lacking(self, buyer: Buyer, day: date) -> tuple[NotScreened, ...]:
        """Return the lists that rules for a buyer need, and that were not screened, the most consequential first."""

        def asked() -> tuple[NotScreened, ...]:
            case = Case(supplier_tender(buyer), self.watchlist, (), day)
            return not_screened(evaluate(self.rules.rules, case))

        return self._lacking.of((buyer, day), asked)


def _paths(folders: FolderPath | Sequence[FolderPath] | None) -> tuple[Path, ...]:
    if folders is None:
        return ()
    return tuple(map(Path, [folders] if isinstance(folders, str | os.PathLike) else folders))
