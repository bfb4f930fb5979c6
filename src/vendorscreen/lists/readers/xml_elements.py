"""XML of lists, element by element."""

from collections.abc import Iterator, Sequence

from lxml import etree

from vendorscreen.errors import ListError
from vendorscreen.file.xml_text import local_name, outer_elements
from vendorscreen.lists.readers.list_file import ListFile, refused_as_list

__all__ = ["child_text", "elements"]

_CHUNK_BYTES = 64 * 1024


def elements(file: ListFile, root: str, wanted: Sequence[str]) -> Iterator[tuple[etree._Element, dict[str, str]]]:
    """Yield each wanted element, by local name, with the attributes of the root; it is emptied afterwards.

    Raises:
        ListError: the file is no XML, is cut, or its root is another one.
    """
    chunks = (file.content[place : place + _CHUNK_BYTES] for place in range(0, len(file.content), _CHUNK_BYTES))
    with refused_as_list():
        for element in outer_elements(chunks, file.name, [f"{{*}}{name}" for name in wanted]):
            top = element.getroottree().getroot()
            if local_name(top) != root:
                raise ListError(f"{file.name}: begins with <{local_name(top)[:40]}>, expected <{root}>")
            if element is not top:
                yield element, {str(key): str(value) for key, value in top.attrib.items()}


def child_text(element: etree._Element, path: str) -> str:
    """Return the text of a child, empty where there is none."""
    return " ".join((element.findtext(path) or "").split())
