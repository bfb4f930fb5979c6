"""Elements of a legacy TED notice, found by local name: the namespace changed with nearly every schema release."""

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 - fields are called date

from lxml.etree import _Element
from msgspec import Struct

from vendorscreen.file.xml_text import line_of
from vendorscreen.identifier import Identifier
from vendorscreen.tender.identifying import inferred_identifier
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.tender import Path, Value
from vendorscreen.tender.xml_places import XmlPlaces

__all__ = ["TedNotice", "code", "every", "first", "prose", "text"]

_KOSOVO = "1A"
"""TED's own code for Kosovo."""


def every(element: _Element | None, *names: str) -> Iterator[_Element]:
    """Yield the elements below one (and itself) that bear one of the local names, in document order."""
    return iter(()) if element is None else element.iter(*(f"{{*}}{name}" for name in names))


def first(element: _Element | None, *names: str) -> _Element | None:
    """Return the first element below one that bears one of the local names."""
    return next(every(element, *names), None)


def text(element: _Element | None, *names: str) -> str | None:
    """Return the text of the first element that bears one of the names, ``None`` if it is empty."""
    found = first(element, *names)
    return None if found is None else (found.text or "").strip() or None


def code(element: _Element | None, attribute: str, *names: str) -> str | None:
    """Return an attribute of the first element that bears one of the names."""
    found = first(element, *names)
    return None if found is None else found.get(attribute)


def prose(element: _Element | None, *names: str) -> str | None:
    """Return the paragraphs of the first element that bears one of the names."""
    found = first(element, *names)
    if found is None:
        return None
    paragraphs = list(every(found, "P")) or [found]
    lines = (" ".join("".join(map(str, paragraph.itertext())).split()) for paragraph in paragraphs)
    return "\n".join(line for line in lines if line) or None


class TedNotice(Struct, frozen=True):
    """One notice while it is read: its coded part, where there is one, and its form in the original language."""

    root: _Element
    form: _Element
    places: XmlPlaces
    remarks: Remarks[_Element]

    @classmethod
    def of(cls, root: _Element, source: str, root_path: str) -> "TedNotice":
        """Return the notice below a root element; the form itself may be the root."""
        places = XmlPlaces(source, root, root_path)
        remarks = Remarks[_Element](source, lambda element: (line_of(element), places.xpath(element)))
        forms = [form for section in every(root, "FORM_SECTION") for form in section if form.get("LG")]
        originals = [form for form in forms if form.get("CATEGORY") != "TRANSLATION"]
        return cls(root, next(iter([*originals, *forms]), root), places, remarks)

    def name(self, element: _Element) -> str | None:
        """Return the official name of an organisation."""
        return self.remarks.name(text(element, "OFFICIALNAME") or text(element, "ORGANISATION"), element)

    def country(self, element: _Element) -> str | None:
        """Return the country of an organisation: as stated, else of its region (NUTS)."""
        found = first(element, "COUNTRY")
        written = code(element, "VALUE", "COUNTRY") or (code(element, "CODE", "NUTS") or "")[:2]
        return "XK" if written == _KOSOVO else self.remarks.country(written, element if found is None else found)

    def identifiers(self, element: _Element) -> tuple[Identifier, ...]:
        """Return the registered numbers of an organisation."""
        country = self.country(element)
        numbers = [(one.text or "").strip() for one in every(element, "NATIONALID")]
        found = (inferred_identifier(number, country) for number in numbers if number)
        return tuple(dict.fromkeys(identifier for identifier in found if identifier))

    def day(self, element: _Element | None, *names: str) -> Day | None:
        """Return the day of the first element that bears one of the names; older forms write its parts apart."""
        found = first(element, *names)
        if found is None:
            return None
        parts = [text(found, name) for name in ("YEAR", "MONTH", "DAY")]
        if all(parts):
            return self.remarks.day("-".join((part or "").zfill(2) for part in parts), found)
        return self.remarks.day((found.text or "").strip(), found)

    def value(self, element: _Element | None, *names: str) -> Value | None:
        """Return the amount of the first element that bears one of the names; one with VAT is not read."""
        found = first(element, *names)
        if found is None or first(found, "INCLUDING_VAT") is not None:
            return None
        cost = first(found, "VALUE_COST")
        amount = (found.text or "").strip() if cost is None else cost.get("FMTVAL") or (cost.text or "").strip()
        return self.remarks.value(amount, found.get("CURRENCY"), found)

    def codes(self, element: _Element | None, *parents: str) -> tuple[str, ...]:
        """Return the CPV codes below the elements that bear one of the names."""
        written = [one for parent in every(element, *parents) for one in every(parent, "CPV_CODE") if one.get("CODE")]
        codes = (self.remarks.cpv(one.get("CODE"), one) for one in written)
        return tuple(dict.fromkeys(one for one in codes if one))

    def note(self, path: Path, element: _Element | None) -> Path:
        """Remember where a path of the tender stands."""
        return self.places.note(path, element)
