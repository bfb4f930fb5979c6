"""Folders of vendor files to a Watchlist."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from vendorscreen.document import Document, read_document, validate
from vendorscreen.errors import InputError, Problem, WatchlistError
from vendorscreen.watchlist.checks import check_vendor_files
from vendorscreen.watchlist.conversion import programme_of, vendors_of
from vendorscreen.watchlist.model import Programme
from vendorscreen.watchlist.vendor_file import ProgrammeFile, VendorFile
from vendorscreen.watchlist.watchlist import Watchlist

__all__ = ["PROGRAMMES_FILE", "read_watchlists"]

PROGRAMMES_FILE = "programmes.yaml"


def read_watchlists(*folders: Path | str) -> Watchlist:
    """Return the watchlist of all vendor files in folders, which may add to each other.

    A folder holds ``<sector>/<vendor>.yaml`` files and, optionally, ``programmes.yaml``.

    Raises:
        WatchlistError: a folder is missing or empty, or files are wrong; every problem of all files is in ``problems``.
    """
    documents, problems = _documents([Path(folder) for folder in folders])
    programmes: dict[str, Programme] = {}
    files: list[tuple[VendorFile, Document]] = []
    for document in documents:
        try:
            if Path(document.path).name == PROGRAMMES_FILE:
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
    digest = hashlib.sha256()
    for document in documents:
        digest.update(hashlib.sha256(document.text.encode()).digest())
    return Watchlist(vendors, programmes, digest.hexdigest())


def _documents(folders: Sequence[Path]) -> tuple[list[Document], list[Problem]]:
    """Return the documents of all files, in an order that does not depend on where the folders lie."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for folder in folders:
        paths = sorted(folder.rglob("*.yaml"), key=lambda path: path.relative_to(folder).as_posix())
        if not paths:
            what = "holds no vendor files (*.yaml)" if folder.is_dir() else "is no folder of vendor files"
            problems.append(Problem(str(folder), 0, 0, "", what))
        for path in paths:
            try:
                documents.append(read_document(path))
            except InputError as error:
                problems += error.problems
    return documents, problems


def _add_programmes(known: dict[str, Programme], new: list[Programme], document: Document) -> list[Problem]:
    problems = []
    for place, programme in enumerate(new):
        if programme.id in known:
            problems.append(
                document.problem(("programmes", place, "id"), f"programme '{programme.id}' is described twice")
            )
        known[programme.id] = programme
    return problems
