"""Official lists as facts: where they come from, how soon an edition is too old, and who must screen them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from vendorscreen.period import Period, full_date
from vendorscreen.watchlist.model import Evidence, ListState, Programme, Source
from vendorscreen.watchlist.official import READERS

__all__ = ["Coverage", "CoverageState", "OfficialList", "OwnList", "Requirement", "coverage"]

CoverageState = Literal["screened", "stale", "missing", "no_reader"]
"""``stale``: the edition is older than the list allows; ``no_reader``: the list cannot be read here yet."""


class Requirement(Struct, frozen=True, kw_only=True):
    """Buyers who must screen a list, and since when; no countries or no levels means all."""

    countries: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    period: Period = Period()
    basis: str
    evidence: Evidence
    sources: tuple[Source, ...] = ()

    def binds(self, country: str | None, level: str | None, as_of: date) -> bool:
        """Return whether a buyer must screen on that day; what is not stated about it does not free it."""
        if self.countries and country not in self.countries:
            return False
        if self.levels and level is not None and level not in self.levels:
            return False
        if self.levels and level is None and not self.countries:
            return False
        return self.period.started(as_of) is not False and self.period.ended(as_of) is not True


class OfficialList(Struct, frozen=True, kw_only=True):
    """A list that somebody publishes; ``downloads`` are the addresses of its files, in the order of the readers."""

    id: str
    title: str
    publisher: str
    jurisdiction: str
    url: str
    programmes: tuple[str, ...]
    max_age_days: int
    downloads: tuple[str, ...] = ()
    contained_in: str | None = None
    required: tuple[Requirement, ...] = ()


class OwnList(Struct, frozen=True):
    """What a user's own map describes: the list, and the programme that it is; nothing for an official list."""

    list: OfficialList | None = None
    programme: Programme | None = None


class Coverage(Struct, frozen=True, kw_only=True):
    """Whether a list that a buyer must screen was screened.

    ``age_days`` runs to the as-of date, from the edition or the later day on which the web still offered it.
    ``screened_in`` is the list that was screened in its place, one that contains it; ``command`` installs it.
    """

    list: str
    title: str
    state: CoverageState
    basis: str
    edition: str | None = None
    age_days: int | None = None
    max_age_days: int
    screened_in: str | None = None
    command: str | None = None


def coverage(
    lists: Iterable[OfficialList],
    screened: Mapping[str, ListState],
    country: str | None,
    level: str | None,
    as_of: date,
) -> tuple[Coverage, ...]:
    """Return the state of every list that a buyer must screen, in the order of the lists."""
    found = []
    for one in lists:
        requirement = next((rule for rule in one.required if rule.binds(country, level, as_of)), None)
        if requirement is not None:
            found.append(coverage_of(one, screened, as_of, requirement.basis))
    return tuple(found)


def coverage_of(one: OfficialList, screened: Mapping[str, ListState], as_of: date, basis: str = "") -> Coverage:
    """Return the state of one list, screened itself or in a list that contains it: the younger edition counts."""
    states = [screened.get(id_) for id_ in (one.id, one.contained_in) if id_]
    found = max((state for state in states if state and state.edition), key=_current, default=None)
    age = (as_of - _current(found)).days if found else None
    readable = one.id in READERS or one.contained_in in READERS
    state: CoverageState = "missing" if readable else "no_reader"
    if age is not None:
        state = "stale" if age > one.max_age_days else "screened"
    return Coverage(
        list=one.id,
        title=one.title,
        state=state,
        basis=basis,
        edition=found.edition if found else None,
        age_days=age,
        max_age_days=one.max_age_days,
        screened_in=found.id if found and found.id != one.id else None,
        command=None if state in ("screened", "no_reader") else _command(one),
    )


def _current(state: ListState) -> date:
    """Return the last day on which an edition was known to be the publisher's."""
    return max(full_date(day) for day in (state.edition, state.confirmed) if day)


def _command(one: OfficialList) -> str:
    name = one.id if one.downloads or one.contained_in is None else one.contained_in
    return f"vendorscreen watchlist update {name}{'' if one.downloads or one.contained_in else ' --from FILE'}"
