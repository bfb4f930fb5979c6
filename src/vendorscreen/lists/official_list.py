"""Official lists as facts: where they come from, how soon an edition is too old, and who must screen them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from vendorscreen.document.field import Country, Dates, Slug, Text, Url, When, Words
from vendorscreen.lists.readers import READERS
from vendorscreen.lists.table_map import TableMap
from vendorscreen.period import Period, full_date
from vendorscreen.vendor.vendor import Evidence, Gap, Jurisdiction, ListState, Programme, Source

__all__ = [
    "Container",
    "Coverage",
    "CoverageState",
    "EditionNotes",
    "ListWarning",
    "ListsFile",
    "MaxAge",
    "OfficialList",
    "OwnList",
    "Requirement",
    "coverage",
    "coverage_of",
    "curated_state",
    "warning_of",
]

CoverageState = Literal["screened", "stale", "incomplete", "missing", "no_reader"]
"""``stale``: the edition is older than the list allows; ``incomplete``: it lacks a part, or a newer one is damaged;
``no_reader``: the list cannot be read here yet."""


Level = Literal["international", "eu", "national", "regional", "local"]


class Requirement(Struct, frozen=True, kw_only=True):
    """Buyers who must screen a list, since when, on what basis; no countries or no levels means all."""

    countries: tuple[Country, ...] = ()
    levels: tuple[Level, ...] = ()
    period: Dates = Period()
    basis: Words
    evidence: Evidence
    sources: tuple[Source, ...]

    def flaw(self) -> str | None:
        """Return what a file says wrong of the requirement as a whole."""
        if not self.countries and not self.levels:
            return "write which buyers must screen it: countries, levels or both"
        return None if self.sources else "a requirement needs at least one source"

    def binds(self, country: str | None, level: str | None, as_of: date) -> bool:
        """Return whether a buyer must screen on that day; what is not stated about it does not free it."""
        if self.countries and country not in self.countries:
            return False
        if self.levels and level is not None and level not in self.levels:
            return False
        if self.levels and level is None and not self.countries:
            return False
        return self.period.started(as_of) is not False and self.period.ended(as_of) is not True


class Container(Struct, frozen=True, kw_only=True):
    """A list that holds all of another one, under these of its sources."""

    sources: Annotated[tuple[Text, ...], Meta(min_length=1)]
    list: Slug


MaxAge = Annotated[int, Meta(ge=1, le=3660)]
"""Days after which an edition is too old."""


class OfficialList(Struct, frozen=True, kw_only=True):
    """A list that somebody publishes; ``downloads`` are the addresses of its files, in the order of the readers.

    ``tables`` are the layouts of a list that is one table; it needs no reader of its own.
    """

    id: Slug
    title: Words
    publisher: Words
    jurisdiction: Jurisdiction
    url: Url
    downloads: tuple[Url, ...] = ()
    max_age_days: MaxAge
    programmes: tuple[Text, ...]
    tables: tuple[TableMap, ...] = ()
    contained_in: Container | None = None
    required: tuple[Requirement, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the list can be read here: by a reader of its own, or as a table."""
        return self.id in READERS or bool(self.tables)

    def flaw(self) -> str | None:
        """Return what a file says wrong of the list as a whole."""
        if self.tables and self.id in READERS:
            return f"'{self.id}' has a reader of its own, tables are not read"
        if self.tables and len(self.programmes) != 1:
            return f"a list with tables has one programme, found {len(self.programmes)}"
        return None


class ListsFile(Struct, frozen=True, kw_only=True):
    """The whole file watchlists/lists.yaml, with the day to which the curated vendors were kept."""

    edition: When
    lists: tuple[OfficialList, ...]


class OwnList(Struct, frozen=True):
    """What a user's own map describes: the list, and the programme that it is; nothing for an official list."""

    list: OfficialList | None = None
    programme: Programme | None = None


class EditionNotes(Struct, frozen=True):
    """What is told about an edition beside its vendors."""

    own: OwnList = OwnList()
    gaps: tuple[Gap, ...] = ()


class ListWarning(Struct, frozen=True):
    """Why a list that was screened does not count as simply screened."""

    list: str
    edition: str
    messages: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.list}, edition {self.edition}: screened, but {'; '.join(self.messages)}"


class Coverage(Struct, frozen=True, kw_only=True):
    """Whether a list that a buyer must screen was screened.

    ``age_days`` runs to the as-of date, from the edition or the later day on which the web still offered it.
    ``screened_in`` is the list that was screened in its place, one that contains it; ``gaps`` are what the edition
    lacks of it; ``command`` installs it.
    """

    list: str
    title: str
    state: CoverageState
    basis: str
    edition: str | None = None
    age_days: int | None = None
    max_age_days: int
    screened_in: str | None = None
    gaps: tuple[str, ...] = ()
    command: str | None = None


def curated_state(edition: date | None) -> ListState:
    """Return the curated vendors as a list, of the day to which they were kept."""
    return ListState(id="curated", title="Curated vendors", edition=str(edition) if edition else None, screened=True)


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
    """Return the state of one list, screened itself or in one that contains it: a whole one counts, then the younger.

    A list that should contain it and has no row of it does not count.
    """
    found, gaps = max(_holding(one, screened), key=lambda held: (not held[1], _current(held[0])), default=(None, ()))
    age = _age(found, as_of) if found else None
    readable = one.readable or (one.contained_in is not None and one.contained_in.list in READERS)
    state: CoverageState = "missing" if readable else "no_reader"
    if age is not None:
        state = "stale" if age > one.max_age_days else "incomplete" if gaps else "screened"
    return Coverage(
        list=one.id,
        title=one.title,
        state=state,
        basis=basis,
        edition=found.edition if found else None,
        age_days=age,
        max_age_days=one.max_age_days,
        screened_in=found.id if found and found.id != one.id else None,
        gaps=gaps,
        command=None if state in ("screened", "no_reader") else _command(one),
    )


def warning_of(state: ListState, one: OfficialList | None, as_of: date | None) -> ListWarning | None:
    """Return why an edition that was screened is not simply that; its age is told where ``as_of`` is given."""
    if state.edition is None:
        return None
    messages = [gap.message for gap in state.gaps]
    if one is not None and as_of is not None and (age := _age(state, as_of)) > one.max_age_days:
        messages.insert(0, f"too old ({age:,} days old, at most {one.max_age_days:,})")
    return ListWarning(state.id, state.edition, tuple(messages)) if messages else None


def _holding(one: OfficialList, screened: Mapping[str, ListState]) -> Iterator[tuple[ListState, tuple[str, ...]]]:
    """Yield the editions that hold a list, and what each lacks of it."""
    own = screened.get(one.id)
    if own and own.edition:
        yield own, tuple(gap.message for gap in own.gaps)
    within = one.contained_in
    container = screened.get(within.list) if within else None
    if within and container and container.edition:
        wanted = set(within.sources)
        gaps = [gap for gap in container.gaps if not gap.parts or wanted.intersection(gap.parts)]
        if not wanted <= {part for gap in gaps for part in gap.parts}:
            yield container, tuple(gap.message for gap in gaps)


def _age(state: ListState, as_of: date) -> int:
    return (as_of - _current(state)).days


def _current(state: ListState) -> date:
    """Return the last day on which an edition was known to be the publisher's."""
    return max(full_date(day) for day in (state.edition, state.confirmed) if day)


def _command(one: OfficialList) -> str:
    if not one.downloads and one.contained_in is not None:
        return f"vendorscreen watchlist update {one.contained_in.list}"
    return f"vendorscreen watchlist update {one.id}{'' if one.downloads else ' --from FILE'}"
