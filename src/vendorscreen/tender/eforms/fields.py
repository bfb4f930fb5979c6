"""Fields of an eForms notice: found by short paths, in the notice's language, without what is withheld.

Before its access date, a withheld field is published with a mask in its place: ``unpublished``, ``-1``, the first day
of 1970.
"""

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - fields are called date
from functools import cache

from lxml.etree import _Element

from vendorscreen.tender.model import Path, Value
from vendorscreen.tender.remarks import Remarks, whole
from vendorscreen.tender.xml_text import XmlPlaces, line_of

__all__ = ["EXTENSION", "NOTICE_RESULT", "Notice", "find", "find_all", "masked", "text", "texts"]

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


@cache
def qualified(path: str) -> str:
    """Return a path of prefixed names as lxml wants it."""
    steps = (step.partition(":") for step in path.split("/"))
    return "/".join(f"{{{_NAMESPACES[prefix]}}}{name}" if name else prefix for prefix, _, name in steps)


def find(element: _Element | None, path: str) -> _Element | None:
    """Return the first element at a path."""
    return None if element is None else element.find(qualified(path))


def find_all(element: _Element | None, path: str) -> list[_Element]:
    """Return every element at a path, in order."""
    return [] if element is None else element.findall(qualified(path))


def text(element: _Element | None, path: str, list_name: str | None = None) -> str | None:
    """Return the first text at a path that says something, of a code list if one is named."""
    return next(iter(texts(element, path, list_name)), None)


def texts(element: _Element | None, path: str, list_name: str | None = None) -> list[str]:
    """Return the texts at a path that say something."""
    found = find_all(element, path)
    return [
        written
        for one in found
        if (written := _stated(one)) and (list_name is None or one.get("listName") == list_name)
    ]


def masked(element: _Element | None) -> bool:
    """Return whether a mask stands in the place of a withheld field."""
    return element is not None and (element.text or "").strip().casefold() == _MASK


def _stated(element: _Element) -> str:
    written = (element.text or "").strip()
    return "" if written.casefold() == _MASK else whole(written)


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice while it is read; ``language`` is the one it was written in."""

    root: _Element
    language: str | None
    places: XmlPlaces
    remarks: Remarks[_Element]

    @classmethod
    def of(cls, root: _Element, source: str, root_path: str) -> "Notice":
        """Return the notice below a root element."""
        places = XmlPlaces(source, root, root_path)
        remarks = Remarks[_Element](source, lambda element: (line_of(element), places.xpath(element)))
        return cls(root, text(root, "cbc:NoticeLanguageCode"), places, remarks)

    def in_language(self, element: _Element | None, path: str) -> str | None:
        """Return the text at a path in the language of the notice, else in the first language."""
        found = [(one.get("languageID"), written) for one in find_all(element, path) if (written := _stated(one))]
        return next((written for language, written in found if language == self.language), None) or next(
            (written for _, written in found), None
        )

    def value(self, element: _Element | None, path: str) -> Value | None:
        """Return the amount of money at a path."""
        found = find(element, path)
        if found is None or _stated(found) in ("", _MASKED_NUMBER):
            return None
        return self.remarks.value(_stated(found), found.get("currencyID"), found)

    def day(self, element: _Element | None, path: str) -> Day | None:
        """Return the day at a path."""
        found = find(element, path)
        if found is None or _stated(found).startswith(_MASKED_DAY):
            return None
        return self.remarks.day(_stated(found), found)

    def country(self, element: _Element | None, path: str) -> str | None:
        """Return the alpha-2 code of the country at a path."""
        found = find(element, path)
        return None if found is None else self.remarks.country(_stated(found), found)

    def note(self, path: Path, element: _Element | None) -> Path:
        """Remember where a path of the tender stands."""
        return self.places.note(path, element)
