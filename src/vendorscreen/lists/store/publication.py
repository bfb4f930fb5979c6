"""A publication of a list on its way into the store: its files as they came, and what they hold."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property

from msgspec import Struct

from vendorscreen import __version__
from vendorscreen.errors import ListError
from vendorscreen.lists.official_list import OwnList
from vendorscreen.lists.readers import VERSION, ListReading
from vendorscreen.lists.readers.vendors import undated_listings
from vendorscreen.lists.store.edition import (
    DAYS_AHEAD,
    Manifest,
    Retrieved,
    digest_of_files,
    is_web_address,
    sha256_of,
)

__all__ = ["EditionRead", "Publication", "is_ahead"]


class EditionRead(Struct, frozen=True):
    """What the files of an edition hold."""

    reading: ListReading
    own: OwnList = OwnList()


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Files of a list, which ``reader`` reads once, when first asked; ``dated`` is the day the user gives it."""

    list_id: str
    title: str
    files: Sequence[Retrieved]
    reader: Callable[[str, Sequence[Retrieved]], EditionRead]
    dated: date | None = None

    @cached_property
    def read(self) -> EditionRead:
        """What the files hold.

        Raises:
            ListError, WatchlistError: they are no such list, cut or damaged.
        """
        return self.reader(self.list_id, self.files)

    @cached_property
    def sha256(self) -> str:
        """The digest of all files."""
        return digest_of_files(sha256_of(file.content) for file in self.files)

    @property
    def offered(self) -> bool:
        """Whether all files come from the web, which offers them today."""
        return all(is_web_address(file.source) for file in self.files)

    def undated(self) -> list[str]:
        """Return the ids of the listings that have no start, in order."""
        return sorted(undated_listings(self.read.reading.entries))

    def manifest(self) -> Manifest:
        """Return what will be known about the edition.

        Raises:
            ListError: the list prints a date in the future.
        """
        reading, now = self.read.reading, datetime.now(UTC)
        if reading.edition and is_ahead(reading.edition):
            raise ListError(
                f"{self.list_id}: it prints the date {reading.edition}, and today is {now.date()}: a list of the "
                "future is refused, and the former edition stays"
            )
        return Manifest(
            list=self.list_id,
            title=self.title,
            edition=reading.edition or self.dated or self._published(),
            printed=reading.edition is not None,
            retrieved=now.isoformat(timespec="seconds"),
            files=tuple(file.stored() for file in self.files),
            counts=reading.files,
            sources=reading.sources,
            left_out=reading.left_out,
            entries=len(reading.entries),
            names=sum(len({one.name, one.printed, *(text for _, text in one.names)}) for one in reading.entries),
            unknown_columns=reading.unknown_columns,
            reader_version=VERSION,
            vendorscreen=__version__,
            confirmed=now.date() if self.offered else None,
        )

    def misdated(self) -> date | None:
        """Return the latest day in the future that the server gives for a file: it is not taken."""
        return max(filter(is_ahead, self._told_by_server()), default=None)

    def _published(self) -> date:
        """Return the latest day that the server gives for a file, else today."""
        days = [day for day in self._told_by_server() if not is_ahead(day)]
        return max(days, default=datetime.now(UTC).date())

    def _told_by_server(self) -> Iterator[date]:
        for file in self.files:
            with suppress(ValueError, OverflowError):  # no date, or one with an offset of a million years
                yield parsedate_to_datetime(file.last_modified or "").date()


def is_ahead(day: date) -> bool:
    """Return whether a day is after tomorrow."""
    return (day - datetime.now(UTC).date()).days > DAYS_AHEAD
