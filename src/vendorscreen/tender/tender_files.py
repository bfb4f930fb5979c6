"""Tender files of any kind, told apart by their content, to Tenders: native YAML or JSON, OCDS, eForms, legacy TED."""

import io
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from vendorscreen.document import MAXIMUM_BYTES, parse_document
from vendorscreen.errors import InputError, TenderError
from vendorscreen.file.content import opened, path_text
from vendorscreen.tender.content_kind import ContentKind, told_apart
from vendorscreen.tender.conversion import native_tender
from vendorscreen.tender.reporting import Progress, Refused
from vendorscreen.tender.tender import Tender
from vendorscreen.tender.tender_bounds import refuse_beyond_bounds
from vendorscreen.tender.unsearched import with_unsearched

__all__ = ["parse_tender", "parse_tenders", "read_tender", "read_tenders"]

READERS = {ContentKind.XML: "vendorscreen.tender.notices", ContentKind.JSON: "vendorscreen.tender.releases"}
"""Where the reader of each kind stands; it is imported when it is first needed, lxml with it."""


def read_tender(path: Path | str) -> Tender:
    """Return the only tender in a file.

    Raises:
        DocumentError: the file cannot be read as YAML, JSON or XML.
        TenderError: it is no usable tender, or holds several; every problem is in ``problems``.
    """
    return _only(read_tenders(path), path_text(path))


def parse_tender(content: bytes, source: str) -> Tender:
    """Return the only tender in ``content``; ``source`` is what messages call it.

    Raises:
        DocumentError: the content cannot be read as YAML, JSON or XML.
        TenderError: it is no usable tender, or holds several; every problem is in ``problems``.
    """
    return _only(parse_tenders(io.BytesIO(content), source), source)


def read_tenders(
    path: Path | str, *, refused: Refused | None = None, progress: Progress | None = None
) -> Iterator[Tender]:
    """Yield every tender in a file, one at a time.

    Args:
        path: The file.
        refused: Called with the error of each part that is no tender; without it the first error is raised.
        progress: Called with the number of bytes of each step.

    Raises:
        DocumentError: the file cannot be read as YAML, JSON or XML.
        TenderError: it holds no usable tender.
    """
    with opened(Path(path)) as stream:
        yield from parse_tenders(stream, path_text(path), refused=refused, progress=progress)


def parse_tenders(
    stream: BinaryIO, source: str, *, refused: Refused | None = None, progress: Progress | None = None
) -> Iterator[Tender]:
    """Yield every tender in a stream, one at a time; ``source`` is what messages call it.

    Args:
        stream: Bytes; it need not be seekable.
        source: Name of the stream.
        refused: Called with the error of each part that is no tender; without it the first error is raised.
        progress: Called with the number of bytes of each step.

    Raises:
        DocumentError: the stream cannot be read as YAML, JSON or XML.
        TenderError: it holds no usable tender.
    """
    refuse, step = refused or _raise, progress or _ignore
    kind, whole = told_apart(stream, source)
    if kind in READERS:
        tenders = import_module(READERS[kind]).read(whole, source, refuse, step)
    else:
        content = whole.read(MAXIMUM_BYTES + 1)
        step(len(content))
        tenders = iter([native_tender(parse_document(content, source))])
    for tender in tenders:
        try:
            refuse_beyond_bounds(tender)
        except TenderError as error:
            refuse(error)
        else:
            yield with_unsearched(tender)


def _only(tenders: Iterator[Tender], source: str) -> Tender:
    tender = next(tenders)
    if next(tenders, None) is not None:
        raise TenderError.at(source, "this holds several tenders, read them with read_tenders")
    return tender


def _raise(error: InputError) -> None:
    raise error


def _ignore(_: int) -> None:
    pass
