"""One source of vendors, searchable: the curated files, or one edition of one list."""

from collections.abc import Iterable, Sequence
from typing import Self

from msgspec import Struct

from vendorscreen.name import NameIndex
from vendorscreen.watchlist.model import Vendor
from vendorscreen.watchlist.records import Records, encode_records

__all__ = ["Part", "searchable_names"]


class Part(Struct, frozen=True):
    """Vendors and the index of their names; ``id`` is "curated" or that of the list."""

    id: str
    records: Records
    index: NameIndex

    @classmethod
    def of(cls, id_: str, vendors: Sequence[Vendor]) -> Self:
        """Return a part in memory."""
        return cls(id_, Records(encode_records(vendors)), NameIndex(searchable_names(vendors)))


def searchable_names(vendors: Iterable[Vendor]) -> Iterable[tuple[str, str]]:
    """Yield (vendor id, name) for every name by which a vendor is looked for.

    Natural persons, vessels and aircraft are left out where the list says that they are such: they bear names that
    are parts of companies' names. They are found by identifier.
    """
    for vendor in vendors:
        if vendor.subject_type in (None, "organisation"):
            for name in vendor.names:
                yield vendor.id, name.text
