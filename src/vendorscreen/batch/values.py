"""Cells of columns of any type, as Python values that every format can write."""

from collections.abc import Callable

import pyarrow as pa

from vendorscreen.errors import UsageError

__all__ = ["values", "with_leaves"]

_UNFIT = (pa.ArrowException, ValueError, OverflowError, TypeError, LookupError)
"""What pyarrow raises for cells that have no Python value: a nanosecond, the year 10000, an unknown time zone."""


def values(column: pa.Array) -> list[object]:
    """Return the cells of a column; where Python cannot hold a time in it, its times are texts.

    Whether pandas is installed, whose times hold nanoseconds, makes no difference.

    Raises:
        UsageError: cells of this type cannot be read.
    """
    for leaves in ((_in_microseconds,), (_in_words,), (_without_zone, _in_words)):
        cells = column
        try:
            for leaf in leaves:
                kind = with_leaves(cells.type, leaf)
                cells = cells if kind == cells.type else cells.cast(kind)
            return list(cells.to_pylist())
        except _UNFIT:
            continue
    raise UsageError(f"a column holds {column.type}, which cannot be written; leave it out")


def with_leaves(kind: pa.DataType, leaf: Callable[[pa.DataType], pa.DataType]) -> pa.DataType:
    """Return a type with the types within it replaced."""
    if pa.types.is_struct(kind):
        return pa.struct([field.with_type(with_leaves(field.type, leaf)) for field in kind.fields])
    if pa.types.is_map(kind):
        return pa.map_(with_leaves(kind.key_type, leaf), with_leaves(kind.item_type, leaf))
    if pa.types.is_list(kind):
        return pa.list_(kind.value_field.with_type(with_leaves(kind.value_type, leaf)))
    if pa.types.is_large_list(kind):
        return pa.large_list(kind.value_field.with_type(with_leaves(kind.value_type, leaf)))
    if pa.types.is_fixed_size_list(kind):
        return pa.list_(kind.value_field.with_type(with_leaves(kind.value_type, leaf)), kind.list_size)
    return leaf(kind)


def _in_microseconds(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        return pa.timestamp("us", kind.tz)
    if pa.types.is_duration(kind) and kind.unit == "ns":
        return pa.duration("us")
    return pa.time64("us") if pa.types.is_time64(kind) else kind


def _in_words(kind: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_temporal(kind) else kind


def _without_zone(kind: pa.DataType) -> pa.DataType:
    return pa.timestamp(kind.unit) if pa.types.is_timestamp(kind) else kind
