"""What a Parquet file holds, read in a process of its own: no cell goes out that the rest cannot take."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from vendorscreen.batch.cells import SAMPLED_ROWS
from vendorscreen.batch.passing import encode_batch
from vendorscreen.batch.reading.table import CHUNK_CHARACTERS, CHUNK_ROWS, MOST_COLUMNS
from vendorscreen.errors import DocumentError
from vendorscreen.file.rows import LONGEST_CELL

__all__ = ["Look", "Nested", "look", "rows"]

MOST_GROWTH, _FREE_GROWTH = 100, 1 << 28
"""How many times the size of a file its cells may take written out, and bytes that are free for any file."""

_MOST_BYTES = 1 << 30
"""Bytes one column of a row group may unpack to."""

_AT_ONCE = 1 << 26
"""Bytes of rows that are unpacked at once."""

_ROW_BYTES = 64
"""Bytes an answer takes at least, whatever its row holds."""

_BUFFER = 1 << 20
_LONGEST_WORDS = 200
_KEPT_EXTENSIONS = ("arrow.uuid", "arrow.json")


class Nested(msgspec.Struct, frozen=True):
    """A field within structs: the names and the places of what leads to it."""

    names: tuple[str, ...]
    places: tuple[int, ...]


class Look(msgspec.Struct, frozen=True):
    """What is in a file; ``repaired`` are places of columns in which text is no UTF-8 everywhere."""

    rows: int
    names: tuple[str, ...]
    nested: tuple[Nested, ...]
    repaired: tuple[int, ...]


def look(path: Path) -> Iterator[bytes]:
    """Yield, once all of a file has been read, a Look, and its first rows: all columns, then all fields within them.

    Raises:
        DocumentError: it is damaged, holds more than can be held or written, or columns have no readable names.
    """
    file = _File(path)
    repaired: set[int] = set()
    grown, number = 0, 1
    first: list[pa.Array] = []
    for columns in file.batches(repaired):
        _check_cells(file.names, columns)
        number += len(columns[0])
        grown += sum(map(_characters, columns)) + _ROW_BYTES * len(columns[0])
        if grown > _FREE_GROWTH + MOST_GROWTH * path.stat().st_size:
            raise DocumentError.at(
                str(path), f"its cells take more than {MOST_GROWTH} times its size written out, up to row {number:,}"
            )
        first = first or next(_small(_by_place(columns).slice(0, SAMPLED_ROWS))).columns
    yield msgspec.msgpack.encode(Look(file.rows, file.names, file.nested, tuple(sorted(repaired))))
    yield encode_batch(_plain_batch(file.nested_too(first or file.none, file.nested)))


def rows(path: Path, within: Sequence[Nested]) -> Iterator[bytes]:
    """Yield all rows of a file that was looked at, in batches whose texts are not too long together.

    Raises:
        DocumentError: it is damaged.
    """
    file = _File(path)
    for columns in file.batches(set()):
        for part in _small(_by_place(columns)):
            yield encode_batch(_plain_batch(file.nested_too(part.columns, within)))


class _File:
    """An open file; ``nested`` are the fields within structs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with pq.ParquetFile(path) as file:
                schema, metadata = file.schema_arrow, file.metadata
            self.names = tuple(schema.names)
            self.nested = tuple(one for place, field in enumerate(schema) for one in _nested(field, place))
        except MemoryError:
            raise
        except UnicodeDecodeError:
            raise self._refused("the name of a column is no UTF-8") from None
        except (pa.ArrowException, OSError) as error:
            raise self._refused(f"this is no Parquet file that can be read ({_first_line(error)})") from None
        if len(schema) > MOST_COLUMNS:
            raise self._refused(f"{len(schema):,} columns, more than {MOST_COLUMNS:,} are not read; drop some")
        if not len(schema):
            raise self._refused("there is no column")
        self.rows = max(0, metadata.num_rows)
        self._at_once = max(1, min(CHUNK_ROWS, _AT_ONCE * self.rows // max(1, self._unpacked(metadata))))
        self._texts = [field.name for field in schema if _is_text(field.type)]
        self.none = [pa.array([], field.type) for field in schema]

    def batches(self, repaired: set[int]) -> Iterator[list[pa.Array]]:
        """Yield the columns of some rows at a time; those in which text was no UTF-8 are added to ``repaired``."""
        number = 1
        try:
            with pq.ParquetFile(self._path, read_dictionary=self._texts, pre_buffer=False, buffer_size=_BUFFER) as file:
                for batch in file.iter_batches(self._at_once, use_threads=False):
                    yield [self._whole(place, column, repaired) for place, column in enumerate(batch.columns)]
                    number += batch.num_rows
        except MemoryError:
            raise
        except (pa.ArrowException, OSError) as error:
            raise self._refused(f"row {number} cannot be read ({_first_line(error)})") from None

    def nested_too(self, columns: Sequence[pa.Array], within: Sequence[Nested]) -> list[pa.Array]:
        """Return columns, and the values of fields within them; nothing where a struct is."""
        return [*columns, *(pc.struct_field(columns[one.places[0]], list(one.places[1:])) for one in within)]

    def _whole(self, place: int, column: pa.Array, repaired: set[int]) -> pa.Array:
        try:
            column.validate(full=True)
        except pa.ArrowInvalid:
            if not _is_text(column.type):
                raise self._refused(f"column '{self.names[place]}' holds text that is no UTF-8, or damage") from None
            repaired.add(place)
            return _repaired(column)
        return column

    def _unpacked(self, metadata: pq.FileMetaData) -> int:
        unpacked = 0
        for group in range(metadata.num_row_groups):
            columns = metadata.row_group(group)
            for place in range(metadata.num_columns):
                size = columns.column(place).total_uncompressed_size
                unpacked += max(0, size)
                if size > _MOST_BYTES:
                    raise self._refused(
                        f"column '{columns.column(place).path_in_schema}' of row group {group} unpacks to more than "
                        f"{_MOST_BYTES:,} bytes; write the file with smaller row groups"
                    )
        return unpacked

    def _refused(self, message: str) -> DocumentError:
        return DocumentError.at(str(self._path), message)


def _nested(field: pa.Field, *places: int, above: tuple[str, ...] = ()) -> Iterator[Nested]:
    names = (*above, field.name)
    if pa.types.is_struct(field.type):
        for place, inner in enumerate(field.type.fields):
            yield from _nested(inner, *places, place, above=names)
    elif above:
        yield Nested(names, places)


def _is_text(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        return _is_text(kind.value_type)
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _repaired(column: pa.Array) -> pa.Array:
    """Return text in which what is no UTF-8 is U+FFFD."""
    if isinstance(column, pa.DictionaryArray):
        return pa.DictionaryArray.from_arrays(column.indices, _repaired(column.dictionary))
    kind = pa.large_binary() if pa.types.is_large_string(column.type) else pa.binary()
    texts = [None if cell is None else cell.decode("utf-8", "replace") for cell in column.cast(kind).to_pylist()]
    return pa.array(texts, pa.string())


def _check_cells(names: Sequence[str], columns: Sequence[pa.Array]) -> None:
    for name, column in zip(names, columns, strict=True):
        texts = column.dictionary if isinstance(column, pa.DictionaryArray) else column
        if _is_text(texts.type) and (pc.max(pc.binary_length(texts)).as_py() or 0) > LONGEST_CELL:
            raise DocumentError.at("", f"column '{name}' holds a text of more than {LONGEST_CELL:,} bytes")


def _plain_batch(columns: Sequence[pa.Array]) -> pa.RecordBatch:
    """Return columns, called by their places, with text and dictionaries as plain values."""
    plain = [column.cast(kind) if (kind := _plain(column.type)) != column.type else column for column in columns]
    return _by_place(plain)


def _by_place(columns: Sequence[pa.Array]) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(list(columns), names=list(map(str, range(len(columns)))))


def _plain(kind: pa.DataType) -> pa.DataType:
    if _is_text(kind):
        return pa.string()
    if isinstance(kind, pa.BaseExtensionType) and kind.extension_name not in _KEPT_EXTENSIONS:
        return kind.storage_type
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _small(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Yield the rows in parts whose text, written out, does not fill the memory: repeated text is stored once."""
    if batch.num_rows > 1 and sum(map(_characters, batch.columns)) > CHUNK_CHARACTERS:
        half = batch.num_rows // 2
        yield from _small(batch.slice(0, half))
        yield from _small(batch.slice(half))
    else:
        yield batch


def _characters(column: pa.Array) -> int:
    """Return the bytes that the cells of a column take, each written out."""
    if not isinstance(column, pa.DictionaryArray):
        return int(column.nbytes)
    if not _is_text(column.type):
        return 0
    lengths = pc.binary_length(column.dictionary).cast(pa.int64())
    return pc.sum(lengths.take(column.indices)).as_py() or 0


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:_LONGEST_WORDS]
