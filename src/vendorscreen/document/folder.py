"""All documents of some folders, in an order that does not depend on where the folders lie."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from vendorscreen.document.reading import Document, read_document
from vendorscreen.errors import DocumentError, InputError, Problem

__all__ = ["digest_of", "read_folders"]


def read_folders(folders: Iterable[Path | str], kind: str) -> tuple[list[Document], list[Problem]]:
    """Return every YAML document below the folders, and a problem for each folder or file that cannot be read.

    ``kind`` says in messages what the files should hold ("rule files").
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for folder in map(Path, folders):
        paths = sorted(folder.rglob("*.yaml"), key=lambda path: path.relative_to(folder).as_posix())
        if not paths:
            what = f"holds no {kind} (*.yaml)" if folder.is_dir() else f"is no folder of {kind}"
            problems.append(Problem(str(folder), 0, 0, "", what))
        problems += [
            Problem(str(path), 0, 0, "", "is not read: its name must end in .yaml")
            for path in sorted(folder.rglob("*.yml"))
        ]
        for path in paths:
            try:
                _refuse_special(path)
                documents.append(read_document(path))
            except InputError as error:
                problems += error.problems
    return documents, problems


def _refuse_special(path: Path) -> None:
    if path.exists() and not path.is_file() and not path.is_dir():
        raise DocumentError.at(str(path), "this is no file but a pipe or a device")


def digest_of(documents: Iterable[Document]) -> str:
    """Return the SHA-256 of the texts of documents, in their order."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(hashlib.sha256(document.text.encode()).digest())
    return digest.hexdigest()
