"""What every reader makes of a list: entries as the list has them, and counts of what was read, kept and skipped."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from msgspec import Struct

from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.period import PartialDate
from vendorscreen.vendor.vendor import Gap, NameKind, SubjectType

__all__ = ["Entries", "FileCount", "ListReading", "ListedEntry", "ListedPeriod", "SkippedRow", "Tally", "stable_id"]

MOST_MALFORMED = 0.05
"""Share of rows that may not fit the layout, from 0 to 1, before the file is taken for damaged or another list."""


MOST_ENTRIES = 500_000
"""Most entries of a list; the largest real one at hand has some 20,000."""

MOST_WORDS = 20
"""Words by which rows that a map does not take are counted."""


class ListedPeriod(Struct, frozen=True, kw_only=True):
    """One period of a listed name under one programme; ``particulars`` is what the list says of it, in short."""

    programme: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    published: PartialDate | None = None
    citation: str | None = None
    particulars: str = ""
    caveat: str | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()
    printed: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True, kw_only=True)
class ListedEntry:
    """One listed person, organisation or thing: ``printed`` is its name as printed, ``names`` are read from it."""

    id: str
    printed: str
    name: str
    names: list[tuple[NameKind, str]] = field(default_factory=list)
    what: str = ""
    subject_type: SubjectType | None = None
    countries: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    periods: list[ListedPeriod] = field(default_factory=list)


class Entries:
    """Entries by id, in the order of the list; a further row about the same entry adds what is new in it."""

    def __init__(self) -> None:
        self._entries: dict[str, ListedEntry] = {}
        self._seen: dict[str, list[set[Any]]] = {}

    def add(self, entry: ListedEntry) -> None:
        """Take an entry in, or what it adds to the one of the same id.

        Raises:
            ListError: there are more than ``MOST_ENTRIES``.
        """
        known = self._entries.setdefault(entry.id, entry)
        if known is entry:
            if len(self._entries) > MOST_ENTRIES:
                raise ListError(f"more than {MOST_ENTRIES:,} entries, which is more than a list may hold")
            return
        known.subject_type = known.subject_type if known.subject_type == entry.subject_type else None
        own: list[tuple[NameKind, str]] = [("alias", entry.name)] if entry.name not in ("", known.name) else []
        held: list[list[Any]] = [known.names, known.countries, known.addresses, known.identifiers, known.periods]
        names = [*own, *entry.names]
        new: list[list[Any]] = [names, entry.countries, entry.addresses, entry.identifiers, entry.periods]
        seen = self._seen.setdefault(entry.id, [set(some) for some in held])
        for some, before, more in zip(held, seen, new, strict=True):
            some += [item for item in dict.fromkeys(more) if item not in before]
            before.update(more)

    def all(self) -> tuple[ListedEntry, ...]:
        """Return every entry."""
        return tuple(self._entries.values())


class SkippedRow(Struct, frozen=True):
    """A row that was not kept: where it stands in which file, and why."""

    file: str
    place: str
    reason: str


class FileCount(Struct, frozen=True):
    """Rows of one file: ``read`` is the sum of ``kept`` and ``skipped``."""

    file: str
    read: int
    kept: int
    skipped: int


class ListReading(Struct, frozen=True, kw_only=True):
    """A list as read: ``edition`` is the date printed in it; ``sources`` counts kept rows by the list they stand on.

    ``left_out`` counts the rows that a map does not take, by the word that stands in them.
    """

    entries: tuple[ListedEntry, ...]
    files: tuple[FileCount, ...]
    skipped: tuple[SkippedRow, ...]
    sources: dict[str, int]
    edition: date | None = None
    unknown_columns: tuple[str, ...] = ()
    left_out: dict[str, int] = {}
    gaps: tuple[Gap, ...] = ()


class Tally:
    """Counts the rows of one file while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.kept = 0
        self.malformed = 0
        self.skipped: list[SkippedRow] = []
        self.sources: dict[str, int] = {}
        self.unknown_columns: list[str] = []
        self.left_out: dict[str, int] = {}

    def keep(self, source: str) -> None:
        """Count a row that is used."""
        self.kept += 1
        self.sources[source] = self.sources.get(source, 0) + 1

    def skip(self, place: str, reason: str, *, malformed: bool = False) -> None:
        """Count a row that is not used, and why; ``malformed`` rows do not fit the layout."""
        self.skipped.append(SkippedRow(self.file, place, reason))
        self.malformed += malformed

    def leave_out(self, place: str, column: str, word: str) -> None:
        """Count a row that the map does not take, by the word in a column; many words are counted as one."""
        self.skip(place, f"'{word}' in the column '{column}' is not taken")
        known = word in self.left_out or len(self.left_out) < MOST_WORDS
        key = word if known else "other words"
        self.left_out[key] = self.left_out.get(key, 0) + 1

    @property
    def count(self) -> FileCount:
        """The counts so far."""
        return FileCount(self.file, self.kept + len(self.skipped), self.kept, len(self.skipped))

    def check(self, declared: int | None = None) -> None:
        """Refuse a file that does not hold what it should.

        Raises:
            ListError: no row was kept, many rows do not fit, or the file declares another count.
        """
        count = self.count
        if self.malformed > 1 and self.malformed > MOST_MALFORMED * count.read:
            first = next(row for row in self.skipped)
            raise ListError(
                f"{self.file}: {self.malformed} of {count.read} rows do not fit the layout (first: {first.place}, "
                f"{first.reason}); the file is damaged, or another list"
            )
        if not self.kept:
            raise ListError(f"{self.file}: no usable row among {count.read}; a list is never empty")
        if declared is not None and declared != count.read:
            raise ListError(
                f"{self.file}: says that it holds {declared:,} entries, but holds {count.read:,}; it is cut or changed"
            )


def combined(
    tallies: Iterable[Tally], entries: Entries, edition: date | None = None, gaps: Iterable[Gap] = ()
) -> ListReading:
    """Return the reading of all files of an edition."""
    tallies = list(tallies)
    sources: dict[str, int] = {}
    for tally in tallies:
        for source, rows in tally.sources.items():
            sources[source] = sources.get(source, 0) + rows
    return ListReading(
        entries=entries.all(),
        files=tuple(tally.count for tally in tallies),
        skipped=tuple(row for tally in tallies for row in tally.skipped),
        sources=dict(sorted(sources.items())),
        edition=edition,
        unknown_columns=tuple(dict.fromkeys(name for tally in tallies for name in tally.unknown_columns)),
        left_out={word: rows for tally in tallies for word, rows in tally.left_out.items()},
        gaps=tuple(gaps),
    )


def stable_id(list_id: str, *parts: str | None) -> str:
    """Return an id for an entry without a number: the same in every edition that writes these parts the same."""
    plain = "\x1f".join(" ".join((part or "").casefold().split()) for part in parts)
    return f"{list_id}:{hashlib.sha256(plain.encode('utf-8', 'replace')).hexdigest()[:14]}"
