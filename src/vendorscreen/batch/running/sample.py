"""A part of the rows, spread evenly over a list, the same each time."""

import heapq
from collections.abc import Iterator

import pyarrow as pa

from vendorscreen.batch.answers import ROW
from vendorscreen.batch.reading import Chunk, SupplierTable

__all__ = ["sampled"]

_GOLDEN = 0x9E3779B97F4A7C15
"""2**64 divided by the golden ratio: multiples of it, modulo 2**64, spread evenly (Knuth, TAOCP 3, 6.4)."""


def sampled(table: SupplierTable, count: int) -> Iterator[Chunk]:
    """Yield ``count`` rows of a list, or all where there are fewer, in their order."""
    rows = (row for chunk in table.chunks() for row in chunk.batch.column(ROW).to_pylist())
    wanted = frozenset(heapq.nsmallest(count, rows, key=lambda row: row * _GOLDEN % 2**64))
    for chunk in table.chunks():
        inside = [row in wanted for row in chunk.batch.column(ROW).to_pylist()]
        if any(inside):
            yield Chunk(chunk.batch.filter(pa.array(inside)), chunk.read)
