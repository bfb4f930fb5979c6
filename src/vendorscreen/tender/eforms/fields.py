"""Fields of an eForms notice: found by short paths, in the notice's language, without what is withheld.

Before its access date, a withheld field is published with a mask in its place: ``unpublished``, ``-1``, the first day
of 1970.
"""

from datetime import date as Day  # noqa: N812 - fields are called date
from functools import cache

from lxml.etree import _Element
from msgspec import Struct

from vendorscreen.file.xml_text import line_of
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.tender import Path, Value
from vendorscreen.tender.xml_places import XmlPlaces

__all__ = ["EXTENSION", "NOTICE_RESULT", "EformsNode", "EformsNotice", "find", "find_all", "qualified", "text", "texts"]

_NAMESPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
    "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
    "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
    "efext": "http://data.europa.eu/p27/eforms-ubl-extensions/1",
}
EXTENSION = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
NOTICE_RESULT = f"{EXTENSION}/efac:NoticeResult"

_MASK = "unpublished"
_MASKED_NUMBER = "-1"
_MASKED_DAY = "1970-01-01"


class EformsNode:
    """An element with its children by name; looked at once, for a notice is asked much about few elements."""

    __slots__ = ("_children", "element")

    def __init__(self, element: _Element) -> None:
        self.element = element
        self._children: dict[str, list[EformsNode]] | None = None

    def children(self, name: str) -> list["EformsNode"]:
        """Return the children with a qualified name, in order."""
        if self._children is None:
            self._children = {}
            for child in self.element:
                self._children.setdefault(str(child.tag), []).append(EformsNode(child))
        return self._children.get(name, [])

    @property
    def stated(self) -> str:
        """The text, empty where a mask stands for it."""
        written = (self.element.text or "").strip()
        return "" if written == _MASK else written

    @property
    def masked(self) -> bool:
        """Whether a mask stands in the place of a withheld field."""
        return (self.element.text or "").strip() == _MASK

    def attribute(self, name: str) -> str | None:
        """Return an attribute."""
        return self.element.get(name)


@cache
def qualified(path: str) -> tuple[str, ...]:
    """Return the names on a path as lxml writes them."""
    steps = (step.partition(":") for step in path.split("/"))
    return tuple(f"{{{_NAMESPACES[prefix]}}}{name}" for prefix, _, name in steps)


def find_all(node: EformsNode | None, path: str) -> list[EformsNode]:
    """Return every node at a path, in order."""
    found = [] if node is None else [node]
    for name in qualified(path):
        found = [child for one in found for child in one.children(name)]
    return found


def find(node: EformsNode | None, path: str) -> EformsNode | None:
    """Return the first node at a path."""
    return next(iter(find_all(node, path)), None)


def texts(node: EformsNode | None, path: str, list_name: str | None = None) -> list[str]:
    """Return the texts at a path that say something, of a code list if one is named."""
    return [
        written
        for one in find_all(node, path)
        if (list_name is None or one.attribute("listName") == list_name) and (written := one.stated)
    ]


def text(node: EformsNode | None, path: str, list_name: str | None = None) -> str | None:
    """Return the first text at a path that says something, of a code list if one is named."""
    return next(iter(texts(node, path, list_name)), None)


class EformsNotice(Struct, frozen=True):
    """One notice while it is read; ``language`` is the one it was written in."""

    root: EformsNode
    language: str | None
    places: XmlPlaces
    remarks: Remarks[EformsNode]

    @classmethod
    def of(cls, root: _Element, source: str, root_path: str) -> "EformsNotice":
        """Return the notice below a root element."""
        places = XmlPlaces(source, root, root_path)
        remarks = Remarks[EformsNode](source, lambda node: (line_of(node.element), places.xpath(node.element)))
        top = EformsNode(root)
        return cls(top, text(top, "cbc:NoticeLanguageCode"), places, remarks)

    def in_language(self, node: EformsNode | None, path: str) -> str | None:
        """Return the text at a path in the language of the notice, else in the first language."""
        found = [(one.attribute("languageID"), written) for one in find_all(node, path) if (written := one.stated)]
        return next((written for language, written in found if language == self.language), None) or next(
            (written for _, written in found), None
        )

    def value(self, node: EformsNode | None, path: str) -> Value | None:
        """Return the amount of money at a path."""
        found = find(node, path)
        if found is None or found.stated in ("", _MASKED_NUMBER):
            return None
        return self.remarks.value(found.stated, found.attribute("currencyID"), found)

    def day(self, node: EformsNode | None, path: str) -> Day | None:
        """Return the day at a path."""
        found = find(node, path)
        if found is None or found.stated.startswith(_MASKED_DAY):
            return None
        return self.remarks.day(found.stated, found)

    def country(self, node: EformsNode | None, path: str) -> str | None:
        """Return the alpha-2 code of the country at a path."""
        found = find(node, path)
        return None if found is None else self.remarks.country(found.stated, found)

    def note(self, path: Path, node: EformsNode | None) -> Path:
        """Remember where a path of the tender stands."""
        return self.places.note(path, None if node is None else node.element)
