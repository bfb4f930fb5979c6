"""Texts as Polars hands them over, in views; pyarrow can do little with these, so they become ordinary ones."""

import pyarrow as pa

from vendorscreen.batch.values import with_leaves

__all__ = ["schema_without_views", "without_views"]


def schema_without_views(schema: pa.Schema) -> pa.Schema:
    """Return a schema with ordinary texts."""
    return pa.schema([field.with_type(with_leaves(field.type, _ordinary)) for field in schema], schema.metadata)


def without_views(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return a batch with ordinary texts."""
    schema = schema_without_views(batch.schema)
    if schema == batch.schema:
        return batch
    columns = [_cast(column, field.type) for column, field in zip(batch.columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _cast(column: pa.Array, kind: pa.DataType) -> pa.Array:
    if kind == column.type:
        return column
    if pa.types.is_dictionary(kind):
        return pa.DictionaryArray.from_arrays(column.indices, column.dictionary.cast(kind.value_type))
    return column.cast(kind)


def _ordinary(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_dictionary(kind):
        return pa.dictionary(kind.index_type, _ordinary(kind.value_type), kind.ordered)
    if pa.types.is_binary_view(kind):
        return pa.large_binary()
    return pa.large_string() if pa.types.is_string_view(kind) else kind
