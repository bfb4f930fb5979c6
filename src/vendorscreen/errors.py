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

from collections.abc import Iterable, Sequence
from typing import Self

from msgspec import Struct

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
    "first_told",
]

_MOST_TOLD = 50
"""Messages of one kind that are told at once; of more, their number."""

_LONGEST_TOLD = 2000
"""Characters of a message that are told."""


def first_told(messages: Sequence[str]) -> list[str]:
    """Return the first of many messages, none of them endless, and how many more there are."""
    told = [one if len(one) <= _LONGEST_TOLD else f"{one[:_LONGEST_TOLD]} ... (cut)" for one in messages[:_MOST_TOLD]]
    more = len(messages) - len(told)
    return [*told, f"... and {more:,} more of these"] if more else told


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
        return f"{place}: {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class VendorscreenError(Exception):
    """Base of every error raised on purpose."""


class UsageError(VendorscreenError):
    """An argument cannot be used; the message says which and what would be right."""


class InputError(VendorscreenError):
    """A file is wrong; ``problems`` holds all that is wrong with it, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(first_told([str(problem) for problem in self.problems])))

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
