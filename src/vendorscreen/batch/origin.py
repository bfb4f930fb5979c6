"""What a whole result rests on, the same for every row, so told once: day, version, lists with editions and ages."""

from collections.abc import Sequence
from datetime import date

import msgspec
import pyarrow as pa
from msgspec import Struct

from vendorscreen import __version__
from vendorscreen.fact import Case
from vendorscreen.lists.official_list import ListWarning
from vendorscreen.rule import evaluate
from vendorscreen.rule.coverage import NotScreened, not_screened
from vendorscreen.screening import Screener
from vendorscreen.screening.supplier import supplier_tender
from vendorscreen.tender.tender import Buyer
from vendorscreen.vendor.vendor import ListState

__all__ = ["METADATA", "NOT_SCREENED", "Origin"]

METADATA = b"vendorscreen.origin"
"""Under which key the metadata of a schema hold the origin, as JSON, without the lists that were not screened."""

NOT_SCREENED = b"vendorscreen.not_screened"
"""Under which key they tell those, as a JSON list of ``list``, ``message``, ``possible``; missing where none are."""


class Origin(Struct, frozen=True, kw_only=True):
    """The day everything is seen on, the version, the lists screened, and those that rules for the buyer lack.

    ``warnings`` are of lists that were screened, but are too old or not whole.
    """

    vendorscreen: str
    as_of: date
    lists: tuple[ListState, ...] = ()
    not_screened: tuple[NotScreened, ...] = ()
    warnings: tuple[ListWarning, ...] = ()

    @classmethod
    def of(cls, screener: Screener, as_of: date, buyer: Buyer) -> "Origin":
        """Return the origin of a result; lists lack without which rules leave something open for every supplier."""
        case = Case(supplier_tender(buyer), screener.watchlist, (), as_of)
        return cls(
            vendorscreen=__version__,
            as_of=as_of,
            lists=tuple(one for one in screener.watchlist.lists if one.screened),
            not_screened=not_screened(evaluate(screener.rules.rules, case)),
            warnings=screener.watchlist.warnings(as_of),
        )

    @classmethod
    def told_in(cls, schema: pa.Schema) -> "Origin | None":
        """Return the origin that the metadata of a result's schema hold, also one read from Parquet."""
        told = schema.metadata or {}
        if METADATA not in told:
            return None
        lacking = msgspec.json.decode(told.get(NOT_SCREENED, b"[]"), type=tuple[NotScreened, ...])
        return msgspec.structs.replace(msgspec.json.decode(told[METADATA], type=cls), not_screened=lacking)

    def metadata(self) -> dict[bytes, bytes]:
        """Return the metadata of a schema that hold this."""
        own = msgspec.json.encode(msgspec.structs.replace(self, not_screened=()))
        lacking = {NOT_SCREENED: msgspec.json.encode(self.not_screened)} if self.not_screened else {}
        return {METADATA: own, **lacking}

    def listed(self) -> Sequence[str]:
        """Return the lists screened with their editions, for people."""
        return [f"{one.id} {one.edition}" for one in self.lists]
