"""The one function that every engine runs: batches of a supplier list in, the same rows with answers out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

import pyarrow as pa

from vendorscreen.batch.answers import (
    FAILED,
    REASON,
    RESULT_FIELDS,
    SKIPPED,
    STATUS,
    RowAnswer,
    answers_of,
    result_schema,
    unanswered,
)
from vendorscreen.batch.cells import SAMPLED_ROWS
from vendorscreen.batch.columns import Given, SupplierColumns, find_columns
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.suppliers import LONGEST_NAME, Cells, Supplier, read_supplier
from vendorscreen.batch.values import values
from vendorscreen.batch.views import without_views
from vendorscreen.errors import UsageError
from vendorscreen.matching import match_found
from vendorscreen.matching.brand_index import holds_brand
from vendorscreen.name import MATCH_THRESHOLD, MINIMUM_SIMILARITY, NameMatch
from vendorscreen.name.person import NOT_SEARCHED, may_be_a_person
from vendorscreen.screening import Screener
from vendorscreen.screening.remembering import Remembered
from vendorscreen.screening.supplier import ROLE, buyer_of, supplier_tender
from vendorscreen.screening.supplier_effects import Key, SupplierEffects
from vendorscreen.showing import first_few
from vendorscreen.tender.tender import Buyer

__all__ = ["BatchScreener", "ScreeningOptions", "columns_of", "screen_batches"]


_MOST_REMEMBERED = 250_000
"""Suppliers without a match that are remembered at most; then they are forgotten, so memory stays bounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningOptions:
    """How a list is screened.

    Args:
        as_of: the day on which everything is seen.
        buyer_country: alpha-2 code of the buyer; rules that ask for it stay unknown without.
        buyer_level: the buyer's level of government, a word of ``Level``; likewise.
        buyer_sector: what the buyer does, a word of ``Sector``; likewise.
        at_least: lowest similarity of a name that is a match, from 0.5 to 1.
        all_candidates: one row per match instead of one with the best; the cells of the list are repeated.
        columns: columns by what they hold (``name``, ``country``, ``lei`` ...), before those found; several names are
            joined.
    """

    as_of: date
    buyer_country: str | None = None
    buyer_level: str | None = None
    buyer_sector: str | None = None
    at_least: float = MATCH_THRESHOLD
    all_candidates: bool = False
    columns: Given = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not MINIMUM_SIMILARITY <= self.at_least <= 1:
            raise UsageError(f"the lowest similarity lies between {MINIMUM_SIMILARITY} and 1, not {self.at_least}")
        self.buyer  # noqa: B018 - refuses what is not known

    @property
    def buyer(self) -> Buyer:
        """Who buys, as far as it is stated."""
        return buyer_of({"country": self.buyer_country, "level": self.buyer_level, "sector": self.buyer_sector})


def screen_batches(
    batches: Iterator[pa.RecordBatch], screener: Screener, options: ScreeningOptions
) -> Iterator[pa.RecordBatch]:
    """Return, for each batch of a supplier list, its rows, in order, with the columns of ``RESULT_FIELDS`` added.

    A batch has a column of names, text or integer columns with a country and identifiers where there are such, and any
    others, which are kept. A row whose ``screening_status`` is set already is kept with its ``screening_reason``,
    unscreened; a reason alone stands before that of the answer. Batches may be empty. The same rows give the same
    answers in whatever batches they come. Lists that rules for the buyer need, and that were not screened, are named in
    the metadata of the schema.

    Raises:
        UsageError: a batch has no column of names, or one of another type than text, or columns of an earlier result.
    """
    batches = map(without_views, batches)
    waiting, rows = [], 0
    while rows < SAMPLED_ROWS and (batch := next(batches, None)) is not None:
        waiting.append(batch)
        rows += batch.num_rows
    if not waiting:
        return
    screen = BatchScreener(screener, options, columns_of(waiting, options.columns))
    yield from map(screen, chain(waiting, batches))


def columns_of(batches: Sequence[pa.RecordBatch], given: Given) -> SupplierColumns:
    """Return the columns that are read, found by their headers and the first rows.

    Raises:
        UsageError: there is none of names, the name is doubtful, or ``given`` names what does not exist.
    """
    names = batches[0].schema.names
    sample = pa.Table.from_batches(batches).slice(0, SAMPLED_ROWS)
    cells = [
        [None if cell is None else str(cell) for chunk in column.chunks for cell in values(chunk)]
        for column in sample.columns
    ]
    columns = find_columns(names, given, cells)
    if columns is None:
        raise UsageError(f"no column holds names of suppliers; there are: {', '.join(first_few(names))}")
    return columns


class BatchScreener:
    """Screens batches of one list; what equal suppliers share is worked out once."""

    def __init__(self, screener: Screener, options: ScreeningOptions, columns: SupplierColumns) -> None:
        self._suppliers = _SupplierScreener(screener, options, columns)
        self._options = options
        self._columns = columns
        self._metadata = Origin.of(screener, options.as_of, options.buyer).metadata()

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return what ``screen_batches`` yields for a batch."""
        schema = result_schema(batch.schema, self._metadata)
        answers = self._suppliers.answers(_cells(batch, self._columns), _faults(batch))
        wanted = answers if self._options.all_candidates else [some[:1] for some in answers]
        kept = [batch.column(field.name) for field in schema if field not in RESULT_FIELDS]
        if any(len(some) != 1 for some in wanted):
            places = pa.array([place for place, some in enumerate(wanted) for _ in some], pa.int64())
            kept = [column.take(places) for column in kept]
        added = _added([one for some in wanted for one in some])
        return pa.RecordBatch.from_arrays([*kept, *added], schema=schema)


def _cells(batch: pa.RecordBatch, columns: SupplierColumns) -> list[Cells]:
    return list(zip(*(_texts(batch, name) for name in columns.read), strict=True))


def _texts(batch: pa.RecordBatch, name: str) -> list[str | None]:
    column = batch.column(name)
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = column.type
    if pa.types.is_list(kind) and (pa.types.is_string(kind.value_type) or pa.types.is_large_string(kind.value_type)):
        return [None if cell is None else ";".join(filter(None, cell)) for cell in column.to_pylist()]
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        if not (pa.types.is_integer(kind) or pa.types.is_null(kind) or pa.types.is_floating(kind)):
            raise UsageError(f"column '{name}' holds {kind}, text is needed")
        column = _whole(column, name).cast(pa.string())
    texts: list[str | None] = column.to_pylist()
    return texts


def _whole(column: pa.Array, name: str) -> pa.Array:
    """Return numbers as whole ones: frames hold these as fractions where cells are missing."""
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        raise UsageError(f"column '{name}' holds {column.type} that are not whole, text is needed") from None


def _faults(batch: pa.RecordBatch) -> Sequence[tuple[str | None, str | None]]:
    """Return status and reason of rows that are not to be screened."""
    if STATUS not in batch.schema.names:
        return [(None, None)] * batch.num_rows
    reasons = _texts(batch, REASON) if REASON in batch.schema.names else [None] * batch.num_rows
    statuses = _texts(batch, STATUS)
    if not {None, SKIPPED, FAILED}.issuperset(statuses):
        raise UsageError(f"'{STATUS}' may say {SKIPPED} or {FAILED} before screening; this list was screened before")
    return list(zip(statuses, reasons, strict=True))


def _added(answers: list[RowAnswer]) -> list[pa.Array]:
    """Return the added columns; equal answers are written once and taken often."""
    places: dict[int, int] = {}
    taken = pa.array([places.setdefault(id(answer), len(places)) for answer in answers], pa.int32())
    distinct = list({id(answer): answer for answer in answers}.values())
    values = zip(*distinct, strict=True) if distinct else [()] * len(RESULT_FIELDS)
    return [pa.array(cells, field.type).take(taken) for cells, field in zip(values, RESULT_FIELDS, strict=True)]


def _with_reason(answers: tuple[RowAnswer, ...], reason: str | None) -> tuple[RowAnswer, ...]:
    """Return answers with what is known of the row beforehand."""
    if reason is None:
        return answers
    return tuple(one._replace(reason="; ".join(filter(None, (reason, one.reason)))) for one in answers)


class _SupplierScreener:
    """Finds the answers to suppliers."""

    def __init__(self, screener: Screener, options: ScreeningOptions, columns: SupplierColumns) -> None:
        self._watchlist = screener.watchlist
        self._buyer = options.buyer
        self._effects = SupplierEffects(screener.watchlist, screener.rules, options.as_of)
        self._options = options
        self._unmatched = Remembered[tuple[Key, str | None], tuple[RowAnswer, ...]](_MOST_REMEMBERED)
        self._remembered: dict[Cells, tuple[RowAnswer, ...]] = {}
        self._columns = columns

    def answers(
        self, rows: list[Cells], faults: Sequence[tuple[str | None, str | None]]
    ) -> list[tuple[RowAnswer, ...]]:
        """Return the answers to each row; ``faults`` are status and reason of those not to be screened."""
        distinct = dict.fromkeys(cells for cells, (status, _) in zip(rows, faults, strict=True) if status is None)
        answers = {cells: self._remembered[cells] for cells in distinct if cells in self._remembered}
        new = self._distinct_answers({one: read_supplier(one, self._columns) for one in distinct if one not in answers})
        self._remember(new)
        answers |= new
        return [
            _with_reason(answers[cells], reason) if status is None else (unanswered(status, reason),)
            for cells, (status, reason) in zip(rows, faults, strict=True)
        ]

    def _distinct_answers(self, suppliers: dict[Cells, Supplier]) -> dict[Cells, tuple[RowAnswer, ...]]:
        found = self._found(dict.fromkeys(one.name for one in suppliers.values() if one.name))
        return {
            cells: self._answers(one, found.get(one.name, []))
            if one.name or one.identifiers
            else (unanswered(SKIPPED, one.reason),)
            for cells, one in suppliers.items()
        }

    def _remember(self, answers: dict[Cells, tuple[RowAnswer, ...]]) -> None:
        """Keep what is said of suppliers without a match, for lists repeat them, those of invoices above all."""
        if len(self._remembered) + len(answers) > _MOST_REMEMBERED:
            self._remembered.clear()
        for cells, some in answers.items():
            if some[0].vendor is None and sum(map(len, filter(None, cells))) <= LONGEST_NAME:
                self._remembered[cells] = some

    def _found(self, names: Iterable[str]) -> dict[str, list[NameMatch]]:
        distinct = list(names)
        hits = self._watchlist.search(distinct, at_least=self._options.at_least)
        return dict(zip(distinct, hits, strict=True))

    def _answers(self, supplier: Supplier, hits: list[NameMatch]) -> tuple[RowAnswer, ...]:
        day, buyer = self._options.as_of, self._buyer
        if self._may_match(supplier, hits):
            tender = supplier_tender(buyer, supplier.party())
            matches = match_found(tender, {ROLE: hits}, self._watchlist, day)
            if matches:
                return answers_of(supplier, matches, self._effects.of(tender, matches), day)

        if may_be_a_person(supplier.name):
            supplier = supplier._replace(reason="; ".join(filter(None, (supplier.reason, NOT_SEARCHED))))

        def unmatched() -> tuple[RowAnswer, ...]:
            return answers_of(supplier, (), self._effects.of(supplier_tender(buyer, supplier.party()), ()), day)

        return self._unmatched.of((self._effects.shared(supplier.party()), supplier.reason), unmatched)

    def _may_match(self, supplier: Supplier, hits: list[NameMatch]) -> bool:
        """Return whether the supplier has a like name, a brand's word or a known number; if not, nothing is built."""
        return (
            bool(hits)
            or holds_brand(supplier.name, self._watchlist)
            or any(map(self._watchlist.identified, supplier.identifiers))
        )
