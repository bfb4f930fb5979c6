"""Which columns of a supplier list hold the name, the country and the registered numbers: headers and cells decide."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from vendorscreen.batch.cells import filled, hold_countries, hold_no_names, hold_numbers
from vendorscreen.batch.headers import bare
from vendorscreen.batch.naming import named
from vendorscreen.country import plain_name
from vendorscreen.document import suggestion
from vendorscreen.errors import UsageError

__all__ = ["Given", "SupplierColumns", "find_columns", "meanings"]

NAME, COUNTRY = "name", "COUNTRY"

Given = Mapping[str, str | Sequence[str]]
"""Columns by what they hold; several hold the parts of one name. An empty one says that there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierColumns:
    """The columns of a supplier list that are read; all others are kept as they are.

    ``names`` hold the parts of one name, in this order. ``identifiers`` are columns with what they hold: a scheme of
    org-id.guide, ``LEI``, ``VAT``, ``REGISTER`` (scheme told by country and shape of the number), or ``IDENTIFIERS`` (a
    list of ``scheme:number``). ``notes`` say which columns were left aside, and why.
    """

    names: tuple[str, ...]
    country: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        names = " and ".join(f"'{name}'" for name in self.names) + (" joined" if len(self.names) > 1 else "")
        chosen = [
            f"name from {names}" if names else "no name",
            f"country from '{self.country}'" if self.country else "no country",
        ]
        chosen += [f"{scheme} from '{column}'" for column, scheme in self.identifiers]
        return ", ".join(chosen)

    @property
    def read(self) -> tuple[str, ...]:
        """The columns that are read, in the order names, country, identifiers."""
        return (*self.names, *([self.country] if self.country else []), *(column for column, _ in self.identifiers))


def meanings() -> tuple[str, ...]:
    """Return what a column may hold: ``name``, ``country``, ``lei``, ``vat`` and so on, as callers write it."""
    return (NAME, *(meaning.lower() for meaning in _usual_names()))


def find_columns(
    columns: Sequence[str], given: Given | None = None, cells: Sequence[Sequence[str | None]] = ()
) -> SupplierColumns | None:
    """Return the columns that are read; ``None`` if no header is like the name of a supplier.

    Where no other column may hold names, or the caller says that none does, those of registered numbers suffice.

    Args:
        columns: the names of all columns.
        given: columns by meaning (``name``, ``country``, ``lei`` ...), going before those found; an empty column says
            that no column has this meaning.
        cells: some cells of each column, in their order; without them headers decide alone.

    Raises:
        UsageError: ``given`` names a meaning or a column that does not exist.
        DoubtfulNameError: several columns may be the name, or none of those like it holds names.
    """
    wanted = {meaning: _several(chosen) for meaning, chosen in (given or {}).items()}
    _check(columns, wanted)
    held = [filled(some) for some in cells] or [[] for _ in columns]
    notes: list[str] = []
    places = _places(columns)
    found = {
        meaning: wanted[key][0] if (key := meaning.lower()) in wanted else _usual(meaning, columns, places, held, notes)
        for meaning in _usual_names()
    }
    names = wanted.get(NAME)
    if names is None:
        names, left = named(columns, held, cells)
        notes = [*left, *notes]
    country = found.pop(COUNTRY) or None
    identifiers = tuple((column, scheme) for scheme, column in found.items() if column)
    if not any(names):
        others = [some for column, some in zip(columns, held, strict=True) if column not in (country, *found.values())]
        if not identifiers or not (NAME in wanted or all(map(hold_no_names, others))):
            return None
        names, notes = (), ["warning: no column holds names, only numbers are screened", *notes]
    return SupplierColumns(names=tuple(names), country=country, identifiers=identifiers, notes=tuple(notes))


def _several(chosen: str | Sequence[str]) -> tuple[str, ...]:
    return (chosen,) if isinstance(chosen, str) else tuple(chosen)


def _check(columns: Iterable[str], given: Mapping[str, tuple[str, ...]]) -> None:
    known = list(columns)
    for meaning, chosen in given.items():
        if meaning not in meanings():
            raise UsageError(f"'{meaning}' is nothing a column can hold, {suggestion(meaning, meanings())}")
        if meaning != NAME and len(chosen) > 1:
            raise UsageError(f"only a name can stand in several columns, not '{meaning}'")
        for column in chosen:
            if column and column not in known:
                raise UsageError(f"there is no column '{column}', {suggestion(column, known)}")


def _usual(
    meaning: str, columns: Sequence[str], places: Mapping[str, int], held: Sequence[list[str]], notes: list[str]
) -> str:
    """Return the first column of a usual name whose cells fit, else nothing; those that do not are noted."""
    for place in dict.fromkeys(places[name] for name in _usual_names()[meaning] if name in places):
        if hold_countries(held[place]) if meaning == COUNTRY else hold_numbers(held[place], meaning):
            return columns[place]
        what = "countries" if meaning == COUNTRY else f"numbers ({meaning})"
        notes.append(f"column '{columns[place]}' not read: its cells are no {what}")
    return ""


def _places(columns: Sequence[str]) -> dict[str, int]:
    """Return the first column of each name, in plain letters; one that says more goes behind one that does not."""
    places: dict[str, int] = {}
    for place, column in enumerate(columns):
        places.setdefault(plain_name(column), place)
    for place, column in enumerate(columns):
        places.setdefault(bare(column), place)
    return places


@cache
def _usual_names() -> dict[str, tuple[str, ...]]:
    text = files("vendorscreen.batch").joinpath("usual_columns.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {meaning: tuple(plain_name(name) for name in names.split("|")) for meaning, names in rows}
