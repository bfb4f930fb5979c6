"""XML notices to Tenders: eForms and legacy TED, told apart by their root elements."""

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from vendorscreen.errors import Problem, TenderError
from vendorscreen.file.content import chunks
from vendorscreen.file.xml_text import line_of, local_name, outer_elements
from vendorscreen.tender import eforms, ted
from vendorscreen.tender.reporting import Progress, Refused
from vendorscreen.tender.tender import Tender

__all__ = ["read"]


def read(stream: BinaryIO, source: str, refuse: Refused, progress: Progress) -> Iterator[Tender]:
    """Yield the notices of a stream, one at a time.

    Raises:
        DocumentError: the text is not well-formed, declares a document type, or a notice is too large.
        TenderError: there is no notice in it.
    """
    notices = outer_elements(_told(stream, progress), source, (*eforms.TAGS, ted.TAG))
    for count, element in enumerate(notices, 1):
        is_eforms = element.tag in eforms.TAGS
        if not is_eforms and local_name(element) not in ted.ROOTS:
            raise TenderError([Problem(source, line_of(element), 1, local_name(element)[:60], _unknown_root(element))])
        try:
            yield (eforms.read_eforms if is_eforms else ted.read_ted)(element, source, _path(element, count))
        except TenderError as error:
            refuse(error)


def _told(stream: BinaryIO, progress: Progress) -> Iterator[bytes]:
    for chunk in chunks(stream):
        yield chunk
        progress(len(chunk))


def _path(element: etree._Element, count: int) -> str:
    """Return the path of a notice; inside another element, with its number there."""
    above = "".join(f"/{local_name(parent)}" for parent in reversed(list(element.iterancestors())))
    return f"{above}/{local_name(element)}[{count}]" if above else f"/{local_name(element)}"


def _unknown_root(root: etree._Element) -> str:
    name = etree.QName(root)
    if name.localname == "BusinessRegistrationInformationNotice":
        return "this notice registers a company and is no procurement"
    namespace = f" of the namespace {str(name.namespace)[:100]}" if name.namespace else ""
    return f"unknown root{namespace}, neither an eForms notice nor TED_EXPORT"
