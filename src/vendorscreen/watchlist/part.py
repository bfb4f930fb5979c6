"""One source of vendors, searchable: the curated files, or one edition of one list."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

from msgspec import Struct

from vendorscreen.file.mapping import mapped
from vendorscreen.name import NameIndex
from vendorscreen.vendor.vendor import Vendor
from vendorscreen.watchlist.records import Records, encode_records

__all__ = ["Part", "searchable_names"]

_RECORDS, _NAMES = "records", "names"


class Part(Struct, frozen=True):
    """Vendors and the index of their names; ``id`` is "curated" or that of the list."""

    id: str
    records: Records
    index: NameIndex

    @classmethod
    def of(cls, id_: str, vendors: Sequence[Vendor]) -> Self:
        """Return a part in memory."""
        return cls(id_, Records(encode_records(vendors)), NameIndex(searchable_names(vendors)))

    def save(self, folder: Path) -> None:
        """Write the part into a folder.

        Raises:
            OSError: it cannot be written.
        """
        (folder / _RECORDS).write_bytes(self.records.buffer)
        self.index.save(folder / _NAMES)

    @classmethod
    def open(cls, id_: str, folder: Path) -> Self:
        """Return a part that was saved in a folder, mapped into memory.

        Raises:
            OSError, ListError, NameIndexError: a file is missing, damaged, or of another version.
        """
        return cls(id_, Records(mapped(folder / _RECORDS)), NameIndex.open(folder / _NAMES))


def searchable_names(vendors: Iterable[Vendor]) -> Iterable[tuple[str, str]]:
    """Yield (vendor id, name) for every name by which a vendor is looked for.

    Natural persons, vessels and aircraft are left out where the list says that they are such: they bear names that
    are parts of companies' names. They are found by identifier.
    """
    for vendor in vendors:
        if vendor.subject_type in (None, "organisation"):
            for name in vendor.names:
                yield vendor.id, name.text
