"""Tender files of any kind, told apart by their content, to Tenders: native YAML or JSON, OCDS, eForms, legacy TED."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from vendorscreen.document import MAXIMUM_BYTES, Document, parse_document, validate
from vendorscreen.errors import DocumentError, InputError, Problem, TenderError
from vendorscreen.tender import eforms, ocds, ted
from vendorscreen.tender.conversion import tender_of
from vendorscreen.tender.json_text import JsonDocument, json_documents
from vendorscreen.tender.kind import Kind, told_apart
from vendorscreen.tender.model import Tender
from vendorscreen.tender.native import NativeTender
from vendorscreen.tender.xml_text import notice_elements

__all__ = ["parse_tender", "parse_tenders", "read_tender", "read_tenders"]

Refused = Callable[[InputError], None]
Progress = Callable[[int], None]


def read_tender(path: Path | str) -> Tender:
    """Return the only tender in a file.

    Raises:
        DocumentError: the file cannot be read as YAML, JSON or XML.
        TenderError: it is no usable tender, or holds several; every problem is in ``problems``.
    """
    return _only(read_tenders(path), str(path))


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
    try:
        with Path(path).open("rb") as stream:
            yield from parse_tenders(stream, str(path), refused=refused, progress=progress)
    except IsADirectoryError:
        raise _refused(str(path), "this is a directory, name a file in it") from None
    except FileNotFoundError:
        raise _refused(str(path), "there is no such file") from None
    except OSError as error:
        raise _refused(str(path), f"the file cannot be read: {error.strerror or error}") from None


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
    if kind is Kind.XML:
        yield from _notices(whole, source, refuse, step)
    elif kind is Kind.JSON:
        yield from _releases(whole, source, refuse, step)
    else:
        content = whole.read(MAXIMUM_BYTES + 1)
        step(len(content))
        yield _native(parse_document(content, source))


def _notices(stream: BinaryIO, source: str, refuse: Refused, progress: Progress) -> Iterator[Tender]:
    for element, path in notice_elements(stream, source, (*eforms.TAGS, ted.TAG), ted.FORMS, progress):
        read = eforms.read_eforms if element.tag in eforms.TAGS else ted.read_ted
        try:
            yield read(element, source, path)
        except TenderError as error:
            refuse(error)


def _releases(stream: BinaryIO, source: str, refuse: Refused, progress: Progress) -> Iterator[Tender]:
    for document in json_documents(stream, source, progress):
        for tender in [document] if isinstance(document, DocumentError) else _document(document, source):
            if isinstance(tender, Tender):
                yield tender
            else:
                refuse(tender)


def _document(document: JsonDocument, source: str) -> Iterator[Tender | InputError]:
    at = ocds.JsonPlace(source, document.line)
    try:
        if ocds.looks_like_ocds(document.value):
            for found in ocds.releases_in(document.value, at):
                yield found if isinstance(found, TenderError) else _release(*found, document)
        else:
            yield _native(parse_document(document.text.encode("utf-8", "replace"), str(at)))
    except InputError as error:
        yield error
    except RecursionError:
        yield DocumentError([Problem(source, document.line or 1, 1, "", "nested too deeply to be read")])


def _release(
    at: ocds.JsonPlace, standing: ocds.Object, release: ocds.Object, document: JsonDocument
) -> Tender | TenderError:
    try:
        tender = ocds.read_release(release, at, standing)
    except TenderError as error:
        return error
    return replace(tender, warnings=(*document.warnings, *tender.warnings)) if document.warnings else tender


def _native(document: Document) -> Tender:
    if not isinstance(document.value, dict):
        message = "a tender file holds keys and values, such as 'title: ...' and 'suppliers: [...]'"
        raise TenderError([Problem(document.path, 1, 1, "", message)])
    return tender_of(validate(NativeTender, document, TenderError), document)


def _only(tenders: Iterator[Tender], source: str) -> Tender:
    tender = next(tenders)
    if next(tenders, None) is not None:
        raise TenderError([Problem(source, 0, 0, "", "this holds several tenders, read them with read_tenders")])
    return tender


def _raise(error: InputError) -> None:
    raise error


def _ignore(_: int) -> None:
    pass


def _refused(path: str, message: str) -> DocumentError:
    return DocumentError([Problem(path, 0, 0, "", message)])
