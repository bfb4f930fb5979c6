"""Every exception vendorscreen raises on purpose, sorted by who can fix it.

VendorscreenError
├── UsageError          the caller: an argument that cannot be used
├── InputError          the author of a file; carries every problem of that file at once
│   ├── DocumentError   the file cannot be read: as text, YAML, JSON, XML, a table or a workbook
│   ├── TenderError     the file is no usable tender
│   ├── WatchlistError  a vendor or programme file is wrong
│   └── RuleError       a rule or lexicon file is wrong
├── ListError           an official list was refused, or the list store cannot serve it
└── NameIndexError      a saved name index cannot be opened
"""

from collections.abc import Iterable
from typing import Self

from msgspec import Struct

from vendorscreen.showing import first_few, shortened, shown

__all__ = [
    "DocumentError",
    "InputError",
    "ListError",
    "NameIndexError",
    "Problem",
    "RuleError",
    "TenderError",
    "UsageError",
    "VendorscreenError",
    "WatchlistError",
]

LONGEST_FIELD = 200
"""Characters of a field that a message shows."""


class Problem(Struct, frozen=True, order=True):
    """One thing wrong with a file: where it stands, what is wrong, what would be right.

    Lines and columns count from 1; 0 means the problem has no place in the text.
    """

    path: str
    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        field = f"{shortened(self.field, LONGEST_FIELD)}: " if self.field else ""
        return shown(f"{place}: {field}{shortened(self.message)}")


class VendorscreenError(Exception):
    """Base of every error raised on purpose; its message has few lines of bounded length, nothing unseen in them."""

    def __str__(self) -> str:
        return "\n".join(first_few(super().__str__().split("\n")))


class UsageError(VendorscreenError):
    """An argument cannot be used; the message says which and what would be right."""


class InputError(VendorscreenError):
    """A file is wrong; ``problems`` holds all that is wrong with it, in file order; the message shows the first 50."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(first_few(self.problems))

    @classmethod
    def at(cls, path: str, message: str, line: int = 0, column: int = 0) -> Self:
        """Return the error of one problem; line and column count from 1, 0 where it has no place in the text."""
        return cls([Problem(path, line, column, "", message)])


class DocumentError(InputError):
    """A file cannot be read as what it should be, or breaks a bound on size, depth or form."""


class TenderError(InputError):
    """A document is no usable tender."""


class WatchlistError(InputError):
    """A vendor file or the programme file is wrong."""


class RuleError(InputError):
    """A rule or lexicon file is wrong."""


class ListError(VendorscreenError):
    """An official list was refused, or the list store cannot serve what was asked."""


class NameIndexError(VendorscreenError):
    """A saved name index is missing, damaged, or of another version."""
