"""XML of lists, element by element: no entities, no network, no DTD, bounded depth and text."""

import io
from collections.abc import Iterator

from lxml import etree

from vendorscreen.errors import ListError
from vendorscreen.watchlist.official.list_file import ListFile

__all__ = ["child_text", "elements", "local_name"]


def elements(file: ListFile, root: str, wanted: frozenset[str]) -> Iterator[tuple[etree._Element, dict[str, str]]]:
    """Yield each wanted element, by local name, with the attributes of the root; it is emptied afterwards.

    Raises:
        ListError: the file is no XML, is cut, or its root is another one.
    """
    events = etree.iterparse(
        io.BytesIO(file.content),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    attributes: dict[str, str] | None = None
    try:
        for event, element in events:
            if attributes is None:
                if local_name(element) != root:
                    raise ListError(f"{file.name}: begins with <{local_name(element)[:40]}>, expected <{root}>")
                attributes = {str(key): str(value) for key, value in element.attrib.items()}
            if event == "end" and local_name(element) in wanted:
                yield element, attributes
                element.clear()
    except etree.XMLSyntaxError as error:
        raise ListError(f"{file.name}: line {error.lineno}: this is no complete XML ({error.msg})") from None


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child_text(element: etree._Element, path: str) -> str:
    """Return the text of a child, empty where there is none."""
    return " ".join((element.findtext(path) or "").split())
