"""Files of a list from where they are: the web, or a disk."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from vendorscreen.errors import ListError, UsageError
from vendorscreen.watchlist.store.download import Progress, fetch
from vendorscreen.watchlist.store.edition import Edition, StoredFile, is_web_address
from vendorscreen.watchlist.store.publication import Retrieved

__all__ = ["retrieve", "retrieve_file"]

Known = dict[str, tuple[StoredFile, bytes]]


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
        UsageError: a file cannot be read.
        ListError: a download fails.
    """
    files: list[Retrieved] = []
    for source in sources:
        if is_web_address(source):
            files.append(_download(source, _known(editions), downloads, progress))
        elif Path(source).is_dir():
            files += map(retrieve_file, sorted(path for path in Path(source).iterdir() if path.is_file()))
        else:
            files.append(retrieve_file(Path(source)))
    return files


def retrieve_file(path: Path, name: str | None = None) -> Retrieved:
    """Return a file of a disk, under another name where one is given.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        return Retrieved(name=name or path.name, source=path.name, content=path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None


def _download(source: str, known: Known, downloads: Path, progress: Progress | None) -> Retrieved:
    """Return a file from the web; where the publisher says that it has not changed, as kept in the store."""
    file, content = known.get(source, (None, b""))
    etag, last_modified = (file.etag, file.last_modified) if file else (None, None)
    found = fetch(source, downloads, etag=etag, last_modified=last_modified, progress=progress)
    if file and found.unchanged:
        return Retrieved(name=file.name, source=source, content=content, etag=etag, last_modified=last_modified)
    return Retrieved(
        name=found.name, source=source, content=found.content, etag=found.etag, last_modified=found.last_modified
    )


def _known(editions: Iterable[Edition]) -> Known:
    """Return, by their source, the files of editions that can still be read, the newest of each."""
    known: Known = {}
    for edition in editions:
        try:
            contents = [content for _, content in edition.raw_files()]
        except ListError:
            continue
        known |= {file.source: (file, content) for file, content in zip(edition.manifest.files, contents, strict=True)}
    return known
