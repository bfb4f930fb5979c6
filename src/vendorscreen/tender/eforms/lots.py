"""What an eForms notice buys: lots, items with their CPV codes, texts and values."""

import re
from collections.abc import Iterable

from vendorscreen.tender.eforms.fields import EXTENSION, EformsNode, EformsNotice, find, find_all, text, texts
from vendorscreen.tender.tender import Collection, Funding, Item, Lot, Path, Value

__all__ = ["EformsLots"]

_UNDIVIDED = re.compile(r"[A-Z]+-0000")
_CPV = ("cac:MainCommodityClassification", "cac:AdditionalCommodityClassification")
_ESTIMATE = "cac:ProcurementProject/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount"
_FRAMEWORK_MAXIMUM = f"cac:ProcurementProject/cac:RequestedTenderTotal/{EXTENSION}/efbc:FrameworkMaximumAmount"
_STRATEGIC = f"cac:TenderingTerms/{EXTENSION}/efac:StrategicProcurement/efbc:ApplicableLegalBasis"
_REGIMES = (
    ("GPA", "cac:TenderingProcess/cbc:GovernmentAgreementConstraintIndicator", None),
    ("EU-FSR", "cac:TenderingTerms/cac:ContractExecutionRequirement/cbc:ExecutionRequirementCode", "fsr"),
    ("EU-IPI", _STRATEGIC, "ipi-scope"),
)
"""Regimes with the field of each lot that says whether they apply (BT-115, BT-681, BT-684)."""


class EformsLots:
    """The lots of a notice. A purchase that is not divided is written as one technical lot, ``LOT-0000``."""

    def __init__(self, notice: EformsNotice) -> None:
        self._notice = notice
        self._groups = dict(_groups(notice.root))
        lots = [lot for lot in find_all(notice.root, "cac:ProcurementProjectLot") if _scheme(lot) in ("Lot", "Part")]
        self._elements = {id_: lot for lot in lots if (id_ := text(lot, "cbc:ID"))}
        ids = list(self._elements)
        self.undivided = len(ids) == 1 and _UNDIVIDED.fullmatch(ids[0]) is not None

    def ids(self, references: Iterable[str]) -> tuple[str, ...]:
        """Return the lots meant by the ids of lots and groups of lots; none where the purchase is not divided."""
        if self.undivided:
            return ()
        meant = (id_ for reference in references for id_ in self._groups.get(reference, (reference,)))
        return tuple(id_ for id_ in dict.fromkeys(meant) if id_ in self._elements)

    def collected(self, *, complete: bool) -> Collection[Lot] | None:
        """Return the lots; none where the purchase is not divided, ``None`` where the notice has no lots."""
        if self.undivided:
            return Collection(())
        lots = tuple(
            Lot(
                id=id_,
                title=self._notice.in_language(lot, "cac:ProcurementProject/cbc:Name"),
                description=self._notice.in_language(lot, "cac:ProcurementProject/cbc:Description"),
                value=self._value(lot),
                at=self._notice.note(("tender", "lots", place), lot),
            )
            for place, (id_, lot) in enumerate(self._elements.items())
        )
        return Collection(lots, complete) if lots else None

    def items(self) -> Collection[Item] | None:
        """Return what is bought, as the whole procedure and each lot say it."""
        projects: list[tuple[str | None, EformsNode | None]] = [
            (None, find(self._notice.root, "cac:ProcurementProject"))
        ]
        projects += [
            (None if self.undivided else id_, find(lot, "cac:ProcurementProject"))
            for id_, lot in self._elements.items()
        ]
        items: list[Item] = []
        for lot_id, project in projects:
            codes = self._codes(project)
            if codes:
                at: Path = self._notice.note(("tender", "items", len(items)), project)
                items.append(Item(cpv=codes, lot=lot_id, at=at))
        return Collection(tuple(items)) if items else None

    def value(self) -> Value | None:
        """Return the estimated value of the whole, net of VAT."""
        return self._value(self._notice.root) or (self._value(self._sole()) if self.undivided else None)

    def description(self) -> str | None:
        """Return the description of the whole; with that of the technical lot, where it says more."""
        whole = self._notice.in_language(self._notice.root, "cac:ProcurementProject/cbc:Description")
        more = self._notice.in_language(self._sole(), "cac:ProcurementProject/cbc:Description")
        if not self.undivided or more is None or more == whole:
            return whole
        return f"{whole}\n{more}" if whole else more

    def covered_by(self) -> Collection[str] | None:
        """Return the regimes that some lot says apply; open unless each regime is said to apply or not."""
        said = {
            regime: {word for lot in self._elements.values() for word in texts(lot, path, list_name)}
            for regime, path, list_name in _REGIMES
        }
        if not any(said.values()):
            return None
        applying = tuple(regime for regime, words in said.items() if "true" in words)
        return Collection(applying, complete=all(said.values()))

    def funding(self) -> Collection[Funding] | None:
        """Return European Union funds where the notice names them; whose the other money is, it does not say."""
        for lot in self._elements.values():
            if text(lot, "cac:TenderingTerms/cbc:FundingProgramCode", "eu-funded") == "eu-funds":
                at = self._notice.note(("screening", "funding", 0), lot)
                return Collection((Funding(source="eu", at=at),), complete=False)
        return None

    def _sole(self) -> EformsNode | None:
        return next(iter(self._elements.values()), None)

    def _value(self, element: EformsNode | None) -> Value | None:
        """Return the estimate, or the maximum of a framework, which is its estimated value.

        Source: Directive 2014/24/EU, art. 5(5).
        """
        return self._notice.value(element, _ESTIMATE) or self._notice.value(element, _FRAMEWORK_MAXIMUM)

    def _codes(self, project: EformsNode | None) -> tuple[str, ...]:
        written = [
            code
            for kind in _CPV
            for code in find_all(project, f"{kind}/cbc:ItemClassificationCode")
            if code.attribute("listName") == "cpv"
        ]
        codes = (self._notice.remarks.cpv(code.stated, code) for code in written)
        return tuple(dict.fromkeys(code for code in codes if code))


def _scheme(lot: EformsNode) -> str | None:
    id_ = find(lot, "cbc:ID")
    return None if id_ is None else id_.attribute("schemeName") or "Lot"


def _groups(root: EformsNode) -> Iterable[tuple[str, tuple[str, ...]]]:
    for group in find_all(root, "cac:TenderingTerms/cac:LotDistribution/cac:LotsGroup"):
        id_ = text(group, "cbc:LotsGroupID")
        if id_:
            yield id_, tuple(texts(group, "cac:ProcurementProjectLotReference/cbc:ID"))
