"""Folders of vendor files to a Watchlist."""

from pathlib import Path

from vendorscreen.document import Document, digest_of, read_folders, validate
from vendorscreen.errors import Problem, WatchlistError
from vendorscreen.watchlist.checks import check_vendor_files
from vendorscreen.watchlist.conversion import programme_of, vendors_of
from vendorscreen.watchlist.model import ListState, Programme
from vendorscreen.watchlist.vendor_file import ListsFile, ProgrammeFile, VendorFile
from vendorscreen.watchlist.watchlist import Watchlist

__all__ = ["read_watchlists"]

PROGRAMMES_FILE = "programmes.yaml"
LISTS_FILE = "lists.yaml"


def read_watchlists(*folders: Path | str) -> Watchlist:
    """Return the watchlist of all vendor files in folders, which may add to each other.

    A folder holds ``<sector>/<vendor>.yaml`` files and, optionally, ``programmes.yaml`` and ``lists.yaml``.

    Raises:
        WatchlistError: a folder is missing or empty, or files are wrong; every problem of all files is in ``problems``.
    """
    documents, problems = read_folders(folders, "vendor files")
    programmes: dict[str, Programme] = {}
    files: list[tuple[VendorFile, Document]] = []
    lists: list[ListState] = []
    for document in documents:
        try:
            if Path(document.path).name == LISTS_FILE:
                lists += _lists(validate(ListsFile, document, WatchlistError))
            elif Path(document.path).name == PROGRAMMES_FILE:
                entries = validate(ProgrammeFile, document, WatchlistError).programmes
                problems += _add_programmes(programmes, [programme_of(entry) for entry in entries], document)
            else:
                files.append((validate(VendorFile, document, WatchlistError), document))
        except WatchlistError as error:
            problems += error.problems
    problems += check_vendor_files(files, programmes)
    if problems:
        raise WatchlistError(problems)
    vendors = [vendor for file, document in files for vendor in vendors_of(file, document.path)]
    return Watchlist(vendors, programmes, lists, digest_of(documents))


def _add_programmes(known: dict[str, Programme], new: list[Programme], document: Document) -> list[Problem]:
    problems = []
    for place, programme in enumerate(new):
        if programme.id in known:
            problems.append(
                document.problem(("programmes", place, "id"), f"programme '{programme.id}' is described twice")
            )
        known[programme.id] = programme
    return problems


def _lists(file: ListsFile) -> list[ListState]:
    curated = ListState(id="curated", title="Curated vendors", edition=str(file.edition), screened=True)
    return [curated, *(ListState(id=entry.id, title=entry.title) for entry in file.lists)]
