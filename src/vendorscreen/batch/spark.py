"""Supplier lists as Spark DataFrames: every Python worker runs the same function on Arrow batches."""

import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import DataFrame
from pyspark.sql.types import ArrayType, DataType, DoubleType, IntegerType, StringType, StructField, StructType

from vendorscreen.batch.answers import POSSIBLE, RESULT_FIELDS
from vendorscreen.batch.bundle import open_bundle
from vendorscreen.batch.cells import SAMPLED_ROWS
from vendorscreen.batch.columns import find_columns
from vendorscreen.batch.origin import Origin
from vendorscreen.batch.row_screening import BatchScreener, ScreeningOptions
from vendorscreen.errors import UsageError
from vendorscreen.screening import Screener

__all__ = ["screen"]

_TYPES: dict[pa.DataType, DataType] = {
    pa.string(): StringType(),
    pa.int32(): IntegerType(),
    pa.float64(): DoubleType(),
    pa.list_(pa.string()): ArrayType(StringType()),
}


def screen(suppliers: DataFrame, bundle: Path | str, options: ScreeningOptions) -> DataFrame:
    """Return the rows of a list with the columns of ``RESULT_FIELDS`` added; lazy, like all of Spark.

    The first rows are read at once: their cells decide which columns count. Day, version, editions and the lists that
    rules for the buyer need, and that were not screened, are told in the metadata of ``POSSIBLE``.

    Args:
        suppliers: the list; its columns are found or given as for files.
        bundle: a folder of ``write_bundle``. It is sent to the executors where there is a Spark context; where there is
            none (Spark Connect), it must lie where every node sees it under the same path.
        options: how the list is screened.

    Raises:
        UsageError: no column holds names, columns of an earlier screening are there, or the bundle cannot be used.
    """
    folder = Path(bundle).resolve()
    screener = open_bundle(folder)
    first = suppliers.head(SAMPLED_ROWS)
    cells = [
        [None if row[place] is None else str(row[place]) for row in first] for place in range(len(suppliers.columns))
    ]
    columns = find_columns(suppliers.columns, options.columns, cells)
    if columns is None:
        raise UsageError(f"no column holds names of suppliers; there are: {', '.join(suppliers.columns)}")
    origin = Origin.of(screener, options.as_of, options.buyer).metadata()
    told = {POSSIBLE: {key.decode(): value.decode() for key, value in origin.items()}}  # a frame has metadata by column
    added = [StructField(one.name, _TYPES[one.type], metadata=told.get(one.name)) for one in RESULT_FIELDS]
    taken = [field.name for field in added if field.name in suppliers.columns]
    if taken:
        raise UsageError(f"the list has columns of an earlier screening, drop them first: {', '.join(taken)}")
    name = f"vendorscreen-{screener.watchlist.digest[:16]}-{screener.rules.digest[:16]}"
    if _is_classic(suppliers):
        suppliers.sparkSession.sparkContext.addArchive(f"{_archived(folder, name)}#{name}")

    def answered(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return map(BatchScreener(_opened(name, str(folder)), options, columns), batches)

    return suppliers.mapInArrow(answered, StructType([*suppliers.schema.fields, *added]))


@cache
def _opened(name: str, folder: str) -> Screener:
    """Return the screener, opened once per Python worker: from what was sent, else from where all nodes see it."""
    sent = Path(SparkFiles.get(name))
    return open_bundle(sent if sent.is_dir() else Path(folder))


@cache
def _archived(folder: Path, name: str) -> str:
    """Return an archive of a folder, which stays as long as this process: executors may ask for it at any time."""
    return shutil.make_archive(str(Path(_scratch().name) / name), "zip", folder)


@cache
def _scratch() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="vendorscreen-")


def _is_classic(suppliers: DataFrame) -> bool:
    return not type(suppliers).__module__.startswith("pyspark.sql.connect")
