"""Delimited text: UTF-8, every text in quotes, formulas made harmless; delimiter and mark as the list has them."""

import codecs
from typing import BinaryIO, Self

import pyarrow as pa
import pyarrow.csv as pacsv

from vendorscreen.batch.writing.cell_text import harmless_parts, text_column

__all__ = ["CsvWriter"]


class CsvWriter:
    """Writes answers as delimited text; a cell that nobody filled is empty and without quotes.

    ``marked`` says whether it begins with a byte-order mark, by which spreadsheets know UTF-8.
    """

    def __init__(self, file: BinaryIO, schema: pa.Schema, delimiter: str = ",", *, marked: bool = False) -> None:
        names = harmless_parts(pa.array(schema.names, pa.string())).to_pylist()
        self._schema = pa.schema([(name, _kind(field.type)) for name, field in zip(names, schema, strict=True)])
        if marked:
            file.write(codecs.BOM_UTF8)
        self._writer = pacsv.CSVWriter(file, self._schema, write_options=pacsv.WriteOptions(delimiter=delimiter))

    def write(self, batch: pa.RecordBatch) -> None:
        """Write rows."""
        columns = [
            column
            if field.type == column.type and not pa.types.is_string(field.type)
            else harmless_parts(text_column(column))
            for column, field in zip(batch.columns, self._schema, strict=True)
        ]
        self._writer.write(pa.RecordBatch.from_arrays(columns, schema=self._schema))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()


def _kind(kind: pa.DataType) -> pa.DataType:
    return kind if pa.types.is_integer(kind) or pa.types.is_floating(kind) else pa.string()
