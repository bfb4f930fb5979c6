"""XML, element by element in bounded memory, and hardened.

Entities are not resolved, document type declarations are refused, nothing is fetched; libxml2 bounds depth, attributes
and texts (``huge_tree=False``). Comments and processing instructions are left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from lxml import etree

from vendorscreen.errors import DocumentError

__all__ = ["MAXIMUM_ELEMENT_BYTES", "line_of", "local_name", "outer_elements"]

MAXIMUM_ELEMENT_BYTES = 64 * 1024 * 1024
"""Most text from the end of one element that is read to the end of the next."""

MOST_MARKS = 2_000_000
"""Most signs ``<`` and ``=`` from the end of one element to the end of the next: each may be an element or attribute.

An element takes some 250 bytes of memory, however short it is.
"""

_LONGEST_MESSAGE = 200
_LIBRARY_ADVICE = re.compile(r",? (?:use|try|see) \S*(?:XML_PARSE_HUGE|xmlCtxtSet).*")


def outer_elements(chunks: Iterable[bytes], source: str, tags: Sequence[str]) -> Iterator[etree._Element]:
    """Yield each outermost element that has one of the tags, or the root where none has; it is emptied afterwards.

    Args:
        chunks: The text, piece by piece.
        source: What messages call it.
        tags: Qualified names; ``{*}`` stands for any namespace.

    Raises:
        DocumentError: the text is not well-formed, declares a document type, or an element is too large.
    """
    parser = _hardened_parser(tags)
    inside = count = pending = marks = 0
    for chunk in chunks:
        marks += chunk.count(b"<") + chunk.count(b"=")
        if marks > MOST_MARKS:
            raise DocumentError.at(source, f"what begins before here has more than {MOST_MARKS:,} tags and attributes")
        _feed(parser, chunk, source)
        pending += len(chunk)
        if pending > MAXIMUM_ELEMENT_BYTES:
            raise DocumentError.at(source, f"what begins before here is larger than {MAXIMUM_ELEMENT_BYTES:,} bytes")
        for event, element in parser.read_events():
            assert isinstance(element, etree._Element)  # noqa: S101, SLF001 - so it is for these two events
            _refuse_document_type(element, source)
            inside += 1 if event == "start" else -1
            if event == "end" and not inside:
                count += 1
                yield element
                _release(element)
                pending = marks = 0
    root = _close(parser, source)
    _refuse_document_type(root, source)
    if not count:
        yield root


def line_of(element: etree._Element) -> int:
    """Return the line an element begins in, from 1; 0 if it is not known."""
    return cast("int | None", element.sourceline) or 0


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _hardened_parser(tags: Sequence[str]) -> etree.XMLPullParser:
    return etree.XMLPullParser(
        ("start", "end"),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _feed(parser: etree.XMLPullParser, chunk: bytes, source: str) -> None:
    try:
        parser.feed(chunk)
    except etree.XMLSyntaxError as error:
        raise _not_xml(error, source) from None


def _close(parser: etree.XMLPullParser, source: str) -> etree._Element:
    try:
        return parser.close()
    except etree.XMLSyntaxError as error:
        raise _not_xml(error, source) from None


def _not_xml(error: etree.XMLSyntaxError, source: str) -> DocumentError:
    line, column = error.position
    what = _LIBRARY_ADVICE.sub("", " ".join(error.msg.split(", line ")[0].split()))[:_LONGEST_MESSAGE]
    return DocumentError.at(source, f"this is not XML: {what}", line or 0, column)


def _refuse_document_type(element: etree._Element, source: str) -> None:
    document: Any = element.getroottree().docinfo
    if document.doctype:
        raise DocumentError.at(source, "a document type declaration (<!DOCTYPE ...>) is refused", 1, 1)


def _release(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]
