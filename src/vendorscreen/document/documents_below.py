"""All documents of some folders, in an order that does not depend on where the folders lie."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from vendorscreen.document.document import Document, read_document
from vendorscreen.errors import DocumentError, InputError, Problem
from vendorscreen.file.folder import YAML, files_below, is_no_folder

__all__ = ["digest_of", "read_folders"]


def read_folders(folders: Iterable[Path | str], kind: str) -> tuple[list[Document], list[Problem]]:
    """Return every YAML document below the folders, and a problem for each folder or file that cannot be read.

    ``kind`` says in messages what the files should hold ("rule files").
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for folder in map(Path, folders):
        found, faults = files_below(folder, YAML)
        if is_no_folder(folder):
            faults = [Problem(str(folder), 0, 0, "", f"is no folder of {kind}")]
        elif not found and not faults:
            faults = [Problem(str(folder), 0, 0, "", f"holds no {kind} (*.yaml)")]
        problems += faults
        for path in sorted(found, key=lambda path: path.relative_to(folder).as_posix()):
            try:
                documents.append(_read(path))
            except InputError as error:
                problems += error.problems
    return documents, problems


def _read(path: Path) -> Document:
    if path.suffix != ".yaml":
        raise DocumentError.at(str(path), "is not read: its name must end in .yaml")
    # os.path and not Path: its answers do not fail where a folder on the way cannot be searched
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):  # noqa: PTH110, PTH112, PTH113
        raise DocumentError.at(str(path), "this is no file but a pipe or a device")
    return read_document(path)


def digest_of(documents: Iterable[Document]) -> str:
    """Return the SHA-256 of the texts of documents, in their order."""
    digest = hashlib.sha256()
    for document in documents:
        digest.update(hashlib.sha256(document.text.encode()).digest())
    return digest.hexdigest()
