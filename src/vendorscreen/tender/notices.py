"""XML notices to Tenders: eForms and legacy TED, told apart by their root elements."""

from collections.abc import Iterator
from typing import BinaryIO

from vendorscreen.errors import TenderError
from vendorscreen.tender import eforms, ted
from vendorscreen.tender.model import Tender
from vendorscreen.tender.reporting import Progress, Refused
from vendorscreen.tender.xml_text import notice_elements

__all__ = ["read"]


def read(stream: BinaryIO, source: str, refuse: Refused, progress: Progress) -> Iterator[Tender]:
    """Yield the notices of a stream, one at a time."""
    for element, path in notice_elements(stream, source, (*eforms.TAGS, ted.TAG), ted.FORMS, progress):
        read = eforms.read_eforms if element.tag in eforms.TAGS else ted.read_ted
        try:
            yield read(element, source, path)
        except TenderError as error:
            refuse(error)
