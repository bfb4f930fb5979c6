"""What an OCDS release buys: lots, and items with their CPV codes, which stand in three places.

A code counts only where its scheme says CPV: other schemes have eight digits too.
"""

from vendorscreen.tender.ocds.fields import Object, mapping, objects, texts, written
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.tender import Collection, Item, Lot, Path

__all__ = ["Items"]


class Items:
    """The lots and items of a release."""

    def __init__(self, release: Object, remarks: Remarks[Path]) -> None:
        self._release, self._part, self._remarks = release, mapping(release.get("tender")), remarks
        self._lots = {
            id_: (place, lot) for place, lot in objects(self._part.get("lots")) if (id_ := written(lot.get("id")))
        }

    def lots(self) -> Collection[Lot] | None:
        """Return the lots; ``None`` where there are none, for many publishers never write any."""
        lots = []
        for id_, (place, lot) in self._lots.items():
            at: Path = ("tender", "lots", place)
            money = mapping(lot.get("value"))
            lots.append(
                Lot(
                    id=id_,
                    title=written(lot.get("title")),
                    description=written(lot.get("description")),
                    value=self._remarks.value(money.get("amount"), money.get("currency"), (*at, "value")),
                    at=at,
                )
            )
        return Collection(tuple(lots)) if lots else None

    def lot_ids(self, references: object) -> tuple[str, ...]:
        """Return the lots meant by references, those that the release describes."""
        return tuple(id_ for id_ in dict.fromkeys(texts(references)) if id_ in self._lots)

    def items(self) -> Collection[Item] | None:
        """Return what is bought; codes of the whole tender are an item of their own, and tell all where no item does.

        Without either, the items of awards and contracts tell some of what is bought.
        """
        whole = self._codes(self._part, ("tender",))
        told = [Item(cpv=whole, at=("tender",))] if whole else []
        told += self._listed(self._part, ("tender",))
        if told:
            return Collection(tuple(told))
        bought = [
            item
            for kind in ("awards", "contracts")
            for place, holder in objects(self._release.get(kind))
            for item in self._listed(holder, (kind, place))
        ]
        return Collection(tuple(bought), complete=False) if bought else None

    def _listed(self, holder: Object, at: Path) -> list[Item]:
        """Return the items that say what they are; some publishers write items for their addresses alone."""
        items = []
        for place, item in objects(holder.get("items")):
            here: Path = (*at, "items", place)
            codes, description = self._codes(item, here), written(item.get("description"))
            if codes or description:
                lot = next(iter(self.lot_ids(item.get("relatedLot"))), None)
                items.append(Item(description=description, cpv=codes, lot=lot, at=here))
        return items

    def _codes(self, holder: Object, at: Path) -> tuple[str, ...] | None:
        stated = [*objects(holder.get("classification")), *objects(holder.get("additionalClassifications"))]
        codes = [
            self._remarks.cpv(written(one.get("id")), at)
            for _, one in stated
            if (written(one.get("scheme")) or "").upper() == "CPV"
        ]
        return tuple(dict.fromkeys(code for code in codes if code)) or None
