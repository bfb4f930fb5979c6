"""Where the parts of a tender stand in its notice, as XPaths."""

from lxml import etree

from vendorscreen.file.xml_text import local_name
from vendorscreen.tender.tender import Path

__all__ = ["XmlPlaces"]


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
