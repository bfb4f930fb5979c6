"""Lists that a whole run lacks: the same for every row, so named once, in the metadata of the result's schema."""

from collections.abc import Sequence
from datetime import date

import msgspec
import pyarrow as pa

from vendorscreen.batch.suppliers import supplier_tender
from vendorscreen.fact import Case
from vendorscreen.rule import evaluate
from vendorscreen.rule.coverage import NotScreened, not_screened
from vendorscreen.screening import Screener

__all__ = ["METADATA", "lists_not_screened", "not_screened_in", "not_screened_metadata"]

METADATA = b"vendorscreen.not_screened"
"""Under which key the metadata of a schema tell the lists, as a JSON list of ``list``, ``message``, ``possible``."""


def lists_not_screened(screener: Screener, as_of: date, buyer_country: str | None) -> tuple[NotScreened, ...]:
    """Return the lists without which rules leave something open for every supplier."""
    case = Case(supplier_tender(buyer_country), screener.watchlist, (), as_of)
    return not_screened(evaluate(screener.rules.rules, case))


def not_screened_metadata(lists: Sequence[NotScreened]) -> dict[bytes, bytes] | None:
    """Return the metadata of a schema that name lists; none where there are none."""
    return {METADATA: msgspec.json.encode(lists)} if lists else None


def not_screened_in(schema: pa.Schema) -> tuple[NotScreened, ...]:
    """Return the lists that the metadata of a result's schema name, also one read from Parquet."""
    told = (schema.metadata or {}).get(METADATA, b"[]")
    return msgspec.json.decode(told, type=tuple[NotScreened, ...])
