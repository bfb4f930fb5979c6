"""Readers of official lists: files in, entries out, every row counted."""

from collections.abc import Callable, Sequence
from importlib import import_module

from vendorscreen.errors import UsageError
from vendorscreen.lists.readers.entry import ListReading
from vendorscreen.lists.readers.list_file import ListFile

__all__ = ["READERS", "ListFile", "ListReading", "read_official"]

READERS = {
    "eu-fsf": "eu_fsf:read",
    "un-sc": "un_sc:read",
    "us-bis-el": "us_bis_el:read",
    "us-csl": "us_csl:read",
    "us-ofac-cons": "us_ofac:read_non_sdn",
    "us-ofac-sdn": "us_ofac:read_sdn",
    "wb-debarred": "wb_debarred:read",
}
"""Where the reader of each list stands; it is imported when it is first needed, lxml with it."""

VERSION = 2
"""Bump this when a reader produces different entries from the same files."""


def read_official(list_id: str, files: Sequence[ListFile]) -> ListReading:
    """Return what an official list holds.

    Raises:
        UsageError: there is no reader for a list of that name.
        ListError: the files are no such list, cut or damaged.
    """
    if list_id not in READERS:
        raise UsageError(f"there is no reader for '{list_id}'; there is one for: {', '.join(READERS)}")
    module, _, function = READERS[list_id].partition(":")
    read: Callable[[Sequence[ListFile]], ListReading] = getattr(import_module(f"{__name__}.{module}"), function)
    return read(files)
