"""The tenders that a command is given: files of any kind and stdin, one tender at a time, errors told as they come."""

import sys
from collections.abc import Callable, Iterator, Sequence

from vendorscreen.cli.exit import Exit
from vendorscreen.cli.progress import shown_progress
from vendorscreen.cli.terminal import complain
from vendorscreen.document import suggestion
from vendorscreen.errors import InputError, UsageError
from vendorscreen.showing import MOST
from vendorscreen.tender import Tender, parse_tenders, read_tenders

__all__ = ["Inputs"]

_MOST_WARNINGS = 20
"""Most warnings shown for one file."""

_MOST_IDS = 1000
"""Most ids remembered to suggest one."""


class Inputs:
    """The tenders in files; ``only`` picks by id, ocid or source. ``exits`` says whether all could be read."""

    def __init__(self, files: Sequence[str], only: str | None) -> None:
        self.exits: set[Exit] = set()
        self._files, self._only = files, only
        self._ids: list[str] = []
        self._refused = 0

    def tenders(self) -> Iterator[Tender]:
        """Yield the tenders, file by file; a file that cannot be read does not keep others from it.

        Raises:
            UsageError: no tender has the wanted id.
        """
        found = False
        with shown_progress(self._files) as progress:
            for name in self._files:
                for tender in self._read(name, progress):
                    found = True
                    yield tender
        if self._refused > MOST:
            complain(f"and {self._refused - MOST:,} more that cannot be read")
        if self._only is not None and not found:
            raise UsageError(f"--tender: no tender has the id '{self._only}', {suggestion(self._only, self._ids)}")

    def _read(self, name: str, progress: Callable[[int], None]) -> Iterator[Tender]:
        left = _MOST_WARNINGS
        try:
            for tender in self._opened(name, progress):
                if self._wanted(tender):
                    for warning in tender.warnings[: max(left, 0)]:
                        complain(f"warning: {warning}")
                    left -= len(tender.warnings)
                    yield tender
        except InputError as error:
            self._refuse(error)
        if left < 0:
            complain(f"warning: {name}: {-left:,} more warnings, each in the report on its tender")

    def _opened(self, name: str, progress: Callable[[int], None]) -> Iterator[Tender]:
        if name != "-":
            return read_tenders(name, refused=self._refuse, progress=progress)
        return parse_tenders(sys.stdin.buffer, "<stdin>", refused=self._refuse, progress=progress)

    def _wanted(self, tender: Tender) -> bool:
        if self._only is None:
            return True
        ids = [id_ for id_ in (tender.id, tender.ocid, tender.source) if id_]
        self._ids += ids if len(self._ids) < _MOST_IDS else []
        return self._only in ids

    def _refuse(self, error: InputError) -> None:
        self.exits.add(Exit.BAD_INPUT)
        self._refused += 1
        if self._refused <= MOST:
            complain(str(error))
