"""Documents of folders, parsed once and kept; parsed again wherever a file, its place or this code has changed."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from vendorscreen.document.document import Document
from vendorscreen.document.documents_below import read_folders
from vendorscreen.document.yaml_text import WrittenFloat, WrittenInt
from vendorscreen.errors import Problem
from vendorscreen.file.folder import YAML
from vendorscreen.file.keeping import digests_below, kept, key_of, sealed, unsealed

__all__ = ["read_folders_once"]

_CODE = ("document", "file")
_DOCUMENTS = "documents"
_WHOLE, _DECIMAL = 1, 2

Read = tuple[list[Document], list[Problem]]


def read_folders_once(folders: Iterable[Path | str], kind: str, place: Path) -> Read:
    """Return what ``read_folders`` returns, as kept in ``place`` where the very same files were parsed before.

    Documents with problems are never kept. Where ``place`` cannot be written, files are parsed each time.
    """
    paths = [Path(folder) for folder in folders]
    key = key_of(_CODE, digests_below(paths, YAML))
    return kept(place, key, lambda: read_folders(paths, kind), _write, _open)


def _write(read: Read, folder: Path) -> None:
    documents, problems = read
    if problems:
        raise ValueError("documents with problems are not kept")
    triples = [(one.path, one.text, one.value) for one in documents]
    (folder / _DOCUMENTS).write_bytes(sealed(msgspec.msgpack.encode(triples, enc_hook=_as_written)))


def _open(folder: Path) -> Read:
    triples = msgspec.msgpack.decode(unsealed((folder / _DOCUMENTS).read_bytes()), ext_hook=_written)
    return [Document(path, text, value) for path, text, value in triples], []


def _as_written(value: object) -> msgspec.msgpack.Ext:
    """Return a number with the text it was written as, which the plain form would lose."""
    if isinstance(value, WrittenInt | WrittenFloat):
        return msgspec.msgpack.Ext(_WHOLE if isinstance(value, WrittenInt) else _DECIMAL, value.text.encode())
    raise ValueError(f"a {type(value).__name__} is no part of a document")


def _written(code: int, content: memoryview) -> WrittenInt | WrittenFloat:
    text = bytes(content).decode()
    number: WrittenInt | WrittenFloat = WrittenInt(text) if code == _WHOLE else WrittenFloat(text)
    number.text = text
    return number
