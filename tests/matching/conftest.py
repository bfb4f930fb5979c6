"""The shipped watchlist, and matching one supplier against it."""

from collections.abc import Callable
from datetime import date

import pytest

from vendorscreen.identifier import Identifier
from vendorscreen.matching import Match, match_tender
from vendorscreen.screening import shipped_folder
from vendorscreen.tender.tender import Collection, Party, Tender
from vendorscreen.watchlist import Watchlist, read_watchlists

DAY = date(2026, 11, 21)

Screened = Callable[..., dict[str, Match]]


@pytest.fixture(scope="session")
def watchlist() -> Watchlist:
    return read_watchlists(shipped_folder("watchlists"))


@pytest.fixture(scope="session")
def screened(watchlist: Watchlist) -> Screened:
    """Match one party, by default a tenderer; the answer is by vendor."""

    def screen(
        name: str, country: str | None = None, *, role: str = "tenderer", day: date = DAY, **more: object
    ) -> dict[str, Match]:
        identifiers = tuple(Identifier.of(scheme, number) for scheme, number in more.pop("identifiers", ()))  # type: ignore[attr-defined]
        party = Party(id="P", name=name, country=country, roles=(role,), identifiers=identifiers)
        tender = Tender(source="test", parties=Collection((party,)), **more)  # type: ignore[arg-type]
        return {match.vendor.id: match for match in match_tender(tender, watchlist, day)}

    return screen
