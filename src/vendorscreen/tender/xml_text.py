"""XML in: hardened, one notice at a time in bounded memory, and the XPath of every place.

Entities are not resolved, document type declarations are refused, nothing is fetched; libxml2 bounds depth, attributes
and texts (``huge_tree=False``).
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, BinaryIO, cast

from lxml import etree

from vendorscreen.errors import DocumentError, Problem, TenderError
from vendorscreen.tender.model import Path

__all__ = ["MAXIMUM_NOTICE_BYTES", "XmlPlaces", "line_of", "local_name", "notice_elements"]

MAXIMUM_NOTICE_BYTES = 64 * 1024 * 1024
"""Largest notice that is read."""

_CHUNK_BYTES = 64 * 1024
_LONGEST_MESSAGE = 200
_LIBRARY_ADVICE = re.compile(r",? (?:use|try|see) \S*(?:XML_PARSE_HUGE|xmlCtxtSet).*")


def line_of(element: etree._Element) -> int:
    """Return the line an element begins in, from 1; 0 if it is not known."""
    return cast("int | None", element.sourceline) or 0


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def notice_elements(
    stream: BinaryIO, source: str, tags: Sequence[str], alone: Collection[str], progress: Callable[[int], None]
) -> Iterator[tuple[etree._Element, str]]:
    """Yield every outermost element with one of the tags, with its XPath; it is emptied afterwards.

    Args:
        stream: The text.
        source: What messages call it.
        tags: Qualified names; ``{*}`` stands for any namespace.
        alone: Local names of elements that are notices where they are the root.
        progress: Called with the number of bytes of each step.

    Raises:
        DocumentError: the text is not well-formed, declares a document type, or a notice is too large.
        TenderError: no element has one of the tags.
    """
    parser = _hardened_parser(tags)
    inside = count = pending = 0
    while chunk := stream.read(_CHUNK_BYTES):
        _feed(parser, chunk, source)
        progress(len(chunk))
        pending += len(chunk)
        if pending > MAXIMUM_NOTICE_BYTES:
            message = f"what begins before here is larger than {MAXIMUM_NOTICE_BYTES:,} bytes"
            raise DocumentError([Problem(source, 0, 0, "", message)])
        for event, element in parser.read_events():
            assert isinstance(element, etree._Element)  # noqa: S101, SLF001 - so it is for these two events
            _refuse_document_type(element, source)
            inside += 1 if event == "start" else -1
            if event == "end" and not inside:
                count += 1
                yield element, _outer_path(element, count)
                _release(element)
                pending = 0
    root = _close(parser, source)
    _refuse_document_type(root, source)
    if not count and local_name(root) in alone:
        yield root, _outer_path(root, 1)
    elif not count:
        raise TenderError([Problem(source, line_of(root), 1, local_name(root)[:60], _unknown_root(root))])


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
    return DocumentError([Problem(source, line, column, "", f"this is not XML: {what}")])


def _refuse_document_type(element: etree._Element, source: str) -> None:
    document: Any = element.getroottree().docinfo
    if document.doctype:
        message = "a document type declaration (<!DOCTYPE ...>) is refused, no notice needs one"
        raise DocumentError([Problem(source, 1, 1, "", message)])


def _unknown_root(root: etree._Element) -> str:
    name = etree.QName(root)
    if name.localname == "BusinessRegistrationInformationNotice":
        return "this notice registers a company and is no procurement"
    namespace = f" of the namespace {str(name.namespace)[:100]}" if name.namespace else ""
    return f"unknown root{namespace}, neither an eForms notice nor TED_EXPORT"


def _outer_path(element: etree._Element, count: int) -> str:
    """Return the path of a notice; inside another element, with its number there."""
    above = "".join(f"/{local_name(parent)}" for parent in reversed(list(element.iterancestors())))
    return f"{above}/{local_name(element)}[{count}]" if above else f"/{local_name(element)}"


def _release(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


class XmlPlaces:
    """Where the parts of one tender stand in its notice, as XPaths with the prefixes of the source.

    Elements of the default namespace are written without prefix. ``locate`` answers for paths nobody noted with the
    nearest path around them.
    """

    def __init__(self, source: str, root: etree._Element, root_path: str) -> None:
        self.source = source
        self._noted: dict[Path, str] = {(): root_path}
        self._paths: dict[etree._Element, str] = {root: root_path}
        self._positions: dict[tuple[etree._Element, str], dict[etree._Element, int]] = {}

    def note(self, path: Path, element: etree._Element | None) -> Path:
        """Remember that a path stands for an element, if there is one; return the path."""
        if element is not None:
            self._noted[path] = self.xpath(element)
        return path

    def locate(self, path: Path) -> str:
        """Return the place of a path, for people: the file and an XPath."""
        while path not in self._noted:
            path = path[:-1]
        return f"{self.source}#{self._noted[path]}"

    def xpath(self, element: etree._Element) -> str:
        """Return the XPath of an element of the notice."""
        known = self._paths.get(element)
        if known is not None:
            return known
        parent = element.getparent()
        assert parent is not None  # noqa: S101 - the root is known from the start
        path = f"{self.xpath(parent)}/{_prefixed(element)}{self._position(parent, element)}"
        self._paths[element] = path
        return path

    def _position(self, parent: etree._Element, element: etree._Element) -> str:
        key = (parent, str(element.tag))
        if key not in self._positions:
            self._positions[key] = {child: place for place, child in enumerate(parent.iterchildren(element.tag), 1)}
        places = self._positions[key]
        return f"[{places[element]}]" if len(places) > 1 else ""

    def forget(self) -> None:
        """Let go of the elements; what was noted stays."""
        self._paths.clear()
        self._positions.clear()


def _prefixed(element: etree._Element) -> str:
    return f"{element.prefix}:{local_name(element)}" if element.prefix else local_name(element)
