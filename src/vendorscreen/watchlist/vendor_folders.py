"""Folders of vendor files to vendors, programmes and official lists, checked against each other."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from vendorscreen.document import Document, digest_of, read_folders, validate
from vendorscreen.errors import Problem, WatchlistError
from vendorscreen.lists.official_list import ListsFile, OfficialList, curated_state
from vendorscreen.vendor.from_file import vendors_of
from vendorscreen.vendor.vendor import ListState, Programme, Vendor
from vendorscreen.vendor.vendor_file import ProgrammeFile, VendorFile
from vendorscreen.watchlist.checks import check_lists, check_vendor_files
from vendorscreen.watchlist.part import Part
from vendorscreen.watchlist.watchlist import Watchlist

__all__ = ["VendorFolders", "read_vendor_folders", "read_watchlists", "watchlist_of_documents"]

PROGRAMMES_FILE = "programmes.yaml"
LISTS_FILE = "lists.yaml"


class VendorFolders(Struct, frozen=True):
    """All that folders of vendor files hold; ``edition`` is the day to which they were kept, where they say so."""

    vendors: tuple[Vendor, ...]
    programmes: tuple[Programme, ...]
    lists: tuple[OfficialList, ...]
    edition: date | None
    digest: str


def read_watchlists(*folders: Path | str) -> Watchlist:
    """Return the watchlist of all vendor files in folders, which may add to each other.

    A folder holds ``<sector>/<vendor>.yaml`` files and, optionally, ``programmes.yaml`` and ``lists.yaml``.

    Raises:
        WatchlistError: a folder is missing, empty or closed, or files are wrong; ``problems`` holds all.
    """
    return _watchlist(read_vendor_folders(folders))


def watchlist_of_documents(documents: Sequence[Document]) -> Watchlist:
    """Return the watchlist of vendor files that were read already.

    Raises:
        WatchlistError: files are wrong; ``problems`` holds all.
    """
    return _watchlist(_vendor_folders(documents, []))


def _watchlist(read: VendorFolders) -> Watchlist:
    states = [
        curated_state(read.edition),
        *(ListState(id=one.id, title=one.title) for one in read.lists),
    ]
    programmes = {programme.id: programme for programme in read.programmes}
    part = Part.of("curated", read.vendors)
    return Watchlist([part], programmes, states, read.digest, read.lists)


def read_vendor_folders(folders: Iterable[Path | str]) -> VendorFolders:
    """Return what the vendor files in folders hold.

    Raises:
        WatchlistError: a folder is missing, empty or closed, or files are wrong; ``problems`` holds all.
    """
    return _vendor_folders(*read_folders(folders, "vendor files"))


def _vendor_folders(documents: Sequence[Document], problems: list[Problem]) -> VendorFolders:
    files: list[tuple[VendorFile, Document]] = []
    programme_files: list[tuple[ProgrammeFile, Document]] = []
    list_files: list[tuple[ListsFile, Document]] = []
    for document in documents:
        try:
            if Path(document.path).name == LISTS_FILE:
                list_files.append((validate(ListsFile, document, WatchlistError), document))
            elif Path(document.path).name == PROGRAMMES_FILE:
                programme_files.append((validate(ProgrammeFile, document, WatchlistError), document))
            else:
                files.append((validate(VendorFile, document, WatchlistError), document))
        except WatchlistError as error:
            problems += error.problems
    programmes = [entry for file, _ in programme_files for entry in file.programmes]
    problems += _twice(programme_files)
    problems += check_lists(list_files, [programme.id for programme in programmes])
    problems += check_vendor_files(files, [programme.id for programme in programmes])
    if problems:
        raise WatchlistError(problems)
    return VendorFolders(
        vendors=tuple(vendor for file, document in files for vendor in vendors_of(file, document.path)),
        programmes=tuple(programmes),
        lists=tuple(one for file, _ in list_files for one in file.lists),
        edition=max((file.edition.last for file, _ in list_files), default=None),
        digest=digest_of(documents),
    )


def _twice(files: list[tuple[ProgrammeFile, Document]]) -> Iterable[Problem]:
    known: set[str] = set()
    for file, document in files:
        for place, programme in enumerate(file.programmes):
            if programme.id in known:
                yield document.problem(("programmes", place, "id"), f"programme '{programme.id}' is described twice")
            known.add(programme.id)
