"""JSON to Tenders: OCDS in any packaging, and native files, each told by its own content."""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from vendorscreen.document import Document
from vendorscreen.errors import DocumentError, InputError, TenderError
from vendorscreen.tender import ocds
from vendorscreen.tender.json_documents import JsonDocument, json_documents
from vendorscreen.tender.model import Tender
from vendorscreen.tender.native_file import native_tender
from vendorscreen.tender.reporting import Progress, Refused

__all__ = ["read"]


def read(stream: BinaryIO, source: str, refuse: Refused, progress: Progress) -> Iterator[Tender]:
    """Yield the tenders of a stream, one at a time."""
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
            yield native_tender(Document.of_json(str(at), document.text, document.value))
    except InputError as error:
        yield error


def _release(
    at: ocds.JsonPlace, standing: ocds.Object, release: ocds.Object, document: JsonDocument
) -> Tender | TenderError:
    try:
        tender = ocds.read_release(release, at, standing)
    except TenderError as error:
        return error
    return replace(tender, warnings=(*document.warnings, *tender.warnings)) if document.warnings else tender
