"""Files of a list from where they are: the web, or a disk."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from vendorscreen.errors import DocumentError, ListError
from vendorscreen.file.content import path_text, read_bytes
from vendorscreen.lists.readers.list_file import MAXIMUM_BYTES
from vendorscreen.lists.store.download import Progress, fetch
from vendorscreen.lists.store.edition import Edition, Retrieved, is_web_address

__all__ = ["retrieve", "retrieve_file"]


def retrieve(
    sources: Iterable[str], editions: Sequence[Edition], downloads: Path, progress: Progress | None = None
) -> list[Retrieved]:
    """Return the files of a list.

    Args:
        sources: files, folders of files, or web addresses.
        editions: those that are kept; a file that the publisher says has not changed is taken from there.
        downloads: where a download that broke off is kept.
        progress: told of each download: address, bytes so far, bytes in all where known.

    Raises:
        DocumentError: a file cannot be read, or is too large.
        ListError: a download fails.
    """
    files: list[Retrieved] = []
    for source in sources:
        if is_web_address(source):
            files.append(fetch(source, downloads, known=_known(editions, source), progress=progress))
        elif os.path.isdir(source):  # noqa: PTH112 - Path.is_dir fails where a folder on the way cannot be searched
            files += map(retrieve_file, _files_in(source))
        else:
            files.append(retrieve_file(Path(source)))
    return files


def retrieve_file(path: Path, name: str | None = None) -> Retrieved:
    """Return a file of a disk, under another name where one is given.

    Raises:
        DocumentError: it cannot be read, or is too large.
    """
    return Retrieved(
        name=name or path_text(path.name), source=path_text(path.name), content=read_bytes(path, MAXIMUM_BYTES)
    )


def _files_in(folder: str) -> list[Path]:
    """Return all that is in a folder but folders, in order."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(Path(one.path) for one in entries if not one.is_dir())
    except OSError as error:
        raise DocumentError.at(folder, f"the folder cannot be read: {error.strerror}") from None
    if not found:
        raise DocumentError.at(folder, "the folder holds no file")
    return found


def _known(editions: Sequence[Edition], source: str) -> Retrieved | None:
    """Return the file from a source in the newest edition that has it and can still be read."""
    for edition in reversed(editions):
        if any(file.source == source for file in edition.manifest.files):
            with suppress(ListError):
                return next(file for file in reversed(edition.files()) if file.source == source)
    return None
