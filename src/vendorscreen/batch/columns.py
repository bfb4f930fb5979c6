"""Which columns of a supplier list hold the name, the country and the registered numbers of a supplier."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from vendorscreen.country import plain_name
from vendorscreen.document import suggestion
from vendorscreen.errors import UsageError

__all__ = ["SupplierColumns", "find_columns", "meanings"]

NAME, COUNTRY = "name", "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierColumns:
    """The columns of a supplier list that are read; all others are kept as they are.

    ``identifiers`` are columns with what they hold: a scheme of org-id.guide, ``LEI``, ``VAT``, ``REGISTER`` (scheme
    told by country and shape of the number), or ``IDENTIFIERS`` (a list of ``scheme:number``).
    """

    name: str
    country: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        chosen = [f"name from '{self.name}'", f"country from '{self.country}'" if self.country else "no country"]
        chosen += [f"{scheme} from '{column}'" for column, scheme in self.identifiers]
        return ", ".join(chosen)

    @property
    def read(self) -> tuple[str, ...]:
        """The columns that are read, in the order name, country, identifiers."""
        return (self.name, *([self.country] if self.country else []), *(column for column, _ in self.identifiers))


def meanings() -> tuple[str, ...]:
    """Return what a column may hold: ``name``, ``country``, ``lei``, ``vat`` and so on, as callers write it."""
    return tuple(meaning.lower() for meaning in _usual_names())


def find_columns(columns: Sequence[str], given: Mapping[str, str] | None = None) -> SupplierColumns | None:
    """Return the columns that are read, found by their usual names in many languages; ``None`` if none holds names.

    Args:
        columns: the names of all columns.
        given: columns by meaning (``name``, ``country``, ``lei`` ...), going before the usual names; an empty column
            says that no column has this meaning.

    Raises:
        UsageError: ``given`` names a meaning or a column that does not exist.
    """
    wanted = dict(given or {})
    _check(columns, wanted)
    chosen = {
        meaning: wanted[meaning.lower()] if meaning.lower() in wanted else _usual(columns, names)
        for meaning, names in _usual_names().items()
    }
    if not chosen[NAME]:
        return None
    schemes = [meaning for meaning in chosen if meaning not in (NAME, COUNTRY)]
    return SupplierColumns(
        name=chosen[NAME],
        country=chosen[COUNTRY] or None,
        identifiers=tuple((chosen[scheme], scheme) for scheme in schemes if chosen[scheme]),
    )


def _check(columns: Iterable[str], given: Mapping[str, str]) -> None:
    known = list(columns)
    for meaning, column in given.items():
        if meaning not in meanings():
            raise UsageError(f"'{meaning}' is nothing a column can hold, {suggestion(meaning, meanings())}")
        if column and column not in known:
            raise UsageError(f"there is no column '{column}', {suggestion(column, known)}")


def _usual(columns: Iterable[str], names: Sequence[str]) -> str:
    plain: dict[str, str] = {}
    for column in columns:
        plain.setdefault(plain_name(column), column)
    return next((plain[name] for name in names if name in plain), "")


@cache
def _usual_names() -> dict[str, tuple[str, ...]]:
    text = files("vendorscreen.batch").joinpath("usual_columns.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {meaning: tuple(plain_name(name) for name in names.split("|")) for meaning, names in rows}
