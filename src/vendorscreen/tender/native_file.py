"""A native tender file, a document of keys and values, to its Tender."""

from vendorscreen.document import Document, validate
from vendorscreen.errors import Problem, TenderError
from vendorscreen.tender.conversion import tender_of
from vendorscreen.tender.native import NativeTender
from vendorscreen.tender.tender import Tender

__all__ = ["native_tender"]


def native_tender(document: Document) -> Tender:
    """Return the tender a document states.

    Raises:
        TenderError: with every problem of the document.
    """
    if not isinstance(document.value, dict):
        message = "a tender file holds keys and values, such as 'title: ...' and 'suppliers: [...]'"
        raise TenderError([Problem(document.path, 1, 1, "", message)])
    return tender_of(validate(NativeTender, document, TenderError), document)
