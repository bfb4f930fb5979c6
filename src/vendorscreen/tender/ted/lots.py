"""What a legacy TED notice buys: lots, items with their CPV codes, texts and values."""

from lxml.etree import _Element

from vendorscreen.tender.ted.fields import TedNotice, every, first, prose, text
from vendorscreen.tender.tender import Collection, Item, Lot

__all__ = ["TedLots"]

_OBJECTS = ("OBJECT_CONTRACT", "MODIFICATIONS_CONTRACT")
_PARTS = ("OBJECT_DESCR", "ANNEX_B_INFORMATION_ABOUT_LOTS", "INFORMATION_ABOUT_LOTS")
_NUMBERS = ("LOT_NO", "LOT_NUMBER")


class TedLots:
    """The lots and items of a notice; ``by_number`` has the ids of lots by the numbers the notice gives them."""

    def __init__(self, notice: TedNotice) -> None:
        self._notice = notice
        self._parts = list(every(notice.form, *_PARTS))
        self.undivided = first(notice.form, "NO_LOT_DIVISION") is not None
        self.by_number: dict[str, str] = {}
        self._ids: dict[_Element, str] = {}
        for part in () if self.undivided else self._parts:
            number = text(part, *_NUMBERS) or part.get("ITEM")
            if number:
                id_ = self._unused(number)
                self.by_number.setdefault(number, id_)
                self._ids[part] = id_

    def collected(self, *, complete: bool) -> Collection[Lot] | None:
        """Return the lots; none where the notice says that the purchase is not divided."""
        if self.undivided:
            return Collection(())
        lots = tuple(
            Lot(
                id=id_,
                title=prose(part, "TITLE", "LOT_TITLE"),
                description=prose(part, "SHORT_DESCR", "LOT_DESCRIPTION"),
                value=self._notice.value(part, "VAL_OBJECT"),
                at=self._notice.note(("tender", "lots", place), part),
            )
            for place, (part, id_) in enumerate(self._ids.items())
        )
        return Collection(lots, complete) if lots else None

    def items(self) -> Collection[Item] | None:
        """Return what is bought: by the main codes, by those of each part, else by the coded data of the notice."""
        sources: list[tuple[_Element, tuple[str, ...], str | None]] = []
        for main in every(self._notice.form, "CPV_MAIN"):
            holder = main.getparent()
            sources.append((main if holder is None else holder, self._notice.codes(main, "CPV_MAIN"), None))
        sources += [(part, self._notice.codes(part, "CPV_ADDITIONAL"), self._ids.get(part)) for part in self._parts]
        if not self._parts:
            sources.append((self._notice.form, self._notice.codes(self._notice.form, "CPV_ADDITIONAL"), None))
        if not any(codes for _, codes, _ in sources):
            sources = [(one, self._original(one), None) for one in every(self._notice.root, "ORIGINAL_CPV")]
        items: list[Item] = []
        for element, codes, lot in sources:
            if codes:
                at = self._notice.note(("tender", "items", len(items)), element)
                items.append(Item(cpv=codes, lot=lot, at=at))
        return Collection(tuple(items)) if items else None

    def description(self) -> str | None:
        """Return the description of the whole; with that of the only part, where the purchase is not divided."""
        told = first(self._notice.form, *_OBJECTS)
        whole = prose(told, "SHORT_DESCR") or prose(self._notice.form, "SHORT_CONTRACT_DESCRIPTION")
        more = prose(self._parts[0], "SHORT_DESCR") if self.undivided and len(self._parts) == 1 else None
        return f"{whole}\n{more}" if whole and more and more != whole else whole or more

    def _original(self, element: _Element) -> tuple[str, ...]:
        code = self._notice.remarks.cpv(element.get("CODE"), element)
        return (code,) if code else ()

    def _unused(self, number: str) -> str:
        """Return an id for a lot: its number, made its own where an earlier lot has it too."""
        return number if number not in self.by_number else f"{number} ({len(self._ids) + 1})"
