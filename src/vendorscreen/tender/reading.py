"""Tender files of any kind, told apart by their content, to Tenders."""

from pathlib import Path

from vendorscreen.document import Document, parse_document, read_document, validate
from vendorscreen.errors import Problem, TenderError
from vendorscreen.tender.conversion import tender_of
from vendorscreen.tender.model import Tender
from vendorscreen.tender.native import NativeTender

__all__ = ["parse_tender", "read_tender"]


def read_tender(path: Path | str) -> Tender:
    """Return the tender in a file.

    Raises:
        DocumentError: the file cannot be read as YAML or JSON.
        TenderError: it is no usable tender; every problem is in ``problems``.
    """
    return _tender(read_document(Path(path)))


def parse_tender(content: bytes, source: str) -> Tender:
    """Return the tender in ``content``; ``source`` is what messages call it.

    Raises:
        DocumentError: the content cannot be read as YAML or JSON.
        TenderError: it is no usable tender; every problem is in ``problems``.
    """
    return _tender(parse_document(content, source))


def _tender(document: Document) -> Tender:
    if not isinstance(document.value, dict):
        message = "a tender file holds keys and values, such as 'title: ...' and 'suppliers: [...]'"
        raise TenderError([Problem(document.path, 1, 1, "", message)])
    return tender_of(validate(NativeTender, document, TenderError), document)
