"""A publication of a list on its way into the store: its files as they came, and what they hold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property

from msgspec import Struct

from vendorscreen import __version__
from vendorscreen.watchlist.lists import OwnList
from vendorscreen.watchlist.official import VERSION, ListReading
from vendorscreen.watchlist.official.vendors import undated_listings
from vendorscreen.watchlist.store.edition import Manifest, Retrieved, digest_of_files, is_web_address, sha256_of

__all__ = ["EditionRead", "Publication"]


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
        """Return what will be known about the edition."""
        reading, now = self.read.reading, datetime.now(UTC)
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

    def _published(self) -> date:
        """Return the latest day that the server gives for a file, else today."""
        days = []
        for file in self.files:
            try:
                days.append(parsedate_to_datetime(file.last_modified or "").date())
            except ValueError:
                continue
        return max(days, default=datetime.now(UTC).date())
