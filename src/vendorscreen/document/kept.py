"""Documents of folders, parsed once and kept; parsed again wherever a file, its place or this code has changed."""

import contextlib
import hashlib
import sys
import tempfile
import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from vendorscreen.document.folder import read_folders
from vendorscreen.document.reading import Document
from vendorscreen.document.yaml_text import WrittenFloat, WrittenInt
from vendorscreen.errors import Problem

__all__ = ["code_state", "read_folders_once"]

KEPT = 4
"""Parsed forms that are kept, the newest ones."""

_WHOLE, _DECIMAL = 1, 2


def read_folders_once(folders: Iterable[Path | str], kind: str, kept: Path) -> tuple[list[Document], list[Problem]]:
    """Return what ``read_folders`` returns, from ``kept`` where the very same files were parsed before.

    Documents with problems are never kept. Where ``kept`` cannot be written, files are parsed each time.
    """
    paths = [Path(folder) for folder in folders]
    path = kept / _key(paths)
    with contextlib.suppress(OSError, ValueError, msgspec.DecodeError):
        return _opened(path.read_bytes()), []
    documents, problems = read_folders(paths, kind)
    if not problems:
        with contextlib.suppress(OSError):
            _keep(path, documents)
    return documents, problems


def code_state(*names: str) -> str:
    """Return what changes whenever the code below these names of the package does: size and time of every file."""
    package = Path(__file__).parent.parent
    told = [f"{sys.version} {sys.byteorder}"]
    for name in names:
        top = package / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.suffix != ".pyc":
                status = path.stat()
                told.append(f"{path.relative_to(package)} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(told)


@cache
def _code() -> str:
    return code_state("document", "file")


def _key(folders: Iterable[Path]) -> str:
    digest = hashlib.sha256(_code().encode())
    for folder in folders:
        digest.update(f"\n{folder}".encode())
        for path in sorted(folder.rglob("*.y*ml")):
            with contextlib.suppress(OSError):
                digest.update(f"\n{path} {hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()[:32]


def _opened(content: bytes) -> list[Document]:
    if content[:4] != zlib.crc32(content[4:]).to_bytes(4, "big"):
        raise ValueError("the kept documents are damaged")
    triples = msgspec.msgpack.decode(content[4:], ext_hook=_written)
    return [Document(path, text, value) for path, text, value in triples]


def _keep(path: Path, documents: Iterable[Document]) -> None:
    triples = [(one.path, one.text, one.value) for one in documents]
    content = msgspec.msgpack.encode(triples, enc_hook=_as_written)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
        file.write(zlib.crc32(content).to_bytes(4, "big") + content)
    Path(file.name).replace(path)
    for old in sorted(path.parent.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)


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
