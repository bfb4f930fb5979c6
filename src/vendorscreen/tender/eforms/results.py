"""Who tendered and who won, in an eForms result notice.

``efac:LotTender``, ``efac:TenderingParty`` and ``efac:SettledContract`` stand as definitions directly below
``efac:NoticeResult`` and, under the same names, as references elsewhere. A tenderer has won only through a contract
that refers to its tender, or through a lot result that chose a winner; the notice may list tenders that lost.
"""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from vendorscreen.tender.eforms.fields import NOTICE_RESULT, EformsNode, EformsNotice, find, find_all, text, texts
from vendorscreen.tender.eforms.lots import EformsLots
from vendorscreen.tender.eforms.organisations import EformsOrganisations
from vendorscreen.tender.tender import Award, Bid, Collection, Contract, Path, Subcontract
from vendorscreen.tender.tender_bounds import MOST_LINKS, too_many

__all__ = ["Results"]

T = TypeVar("T")

_WINNER_CHOSEN = "selec-w"
_NO_WINNER = frozenset({"clos-nw", "open-nw"})
_PERCENT = 100
_VALUE = "cac:LegalMonetaryTotal/cbc:PayableAmount"


class Results:
    """The results of a notice, its tenders and contracts; roles are given to organisations while it is read."""

    def __init__(self, notice: EformsNotice, organisations: EformsOrganisations, lots: EformsLots) -> None:
        self._notice, self._organisations, self._lots = notice, organisations, lots
        self._links = 0
        result = find(notice.root, NOTICE_RESULT)
        self.stated = result is not None
        self._results = find_all(result, "efac:LotResult")
        self._tenders = _by_id(find_all(result, "efac:LotTender"))
        self._contracts = _by_id(find_all(result, "efac:SettledContract"))
        self._groups = _by_id(find_all(result, "efac:TenderingParty"))
        contracted = {id_ for contract in self._contracts.values() for id_ in _tenders_of(contract)}
        self._won = [(result, self._winning(result, contracted)) for result in self._results]
        for group in self._groups.values():
            self._give_roles(group)

    def bids(self) -> Collection[Bid] | None:
        """Return the tenders the notice lists: all that won, seldom those that lost."""
        bids = tuple(self._bid(id_, place) for place, id_ in enumerate(self._tenders))
        return Collection(bids, complete=False) if bids else None

    def awards(self) -> Collection[Award] | None:
        """Return one award for each lot result with a winner."""
        if not self.stated:
            return None
        won = [(result, tenders) for result, tenders in self._won if tenders]
        awards = tuple(self._award(result, tenders, place) for place, (result, tenders) in enumerate(won))
        return Collection(awards, complete=False)

    def contracts(self) -> Collection[Contract] | None:
        """Return the signed contracts."""
        awards: dict[str, list[str | None]] = {}
        for result, tenders in self._won:
            for id_ in texts(result, "efac:SettledContract/cbc:ID"):
                awards.setdefault(id_, []).append(text(result, "cbc:ID") if tenders else None)
        contracts = tuple(
            self._contract(id_, contract, awards.get(id_, []), place)
            for place, (id_, contract) in enumerate(self._contracts.items())
        )
        return Collection(contracts, complete=False) if contracts else None

    def _give_roles(self, group: EformsNode) -> None:
        members = find_all(group, "efac:Tenderer")
        for member in members:
            id_ = text(member, "cbc:ID")
            if id_:
                self._organisations.give(id_, "tenderer", member)
                if len(members) > 1 and text(member, "efbc:GroupLeadIndicator") == "true":
                    self._organisations.give(id_, "leadTenderer", member)
        for passed_on in find_all(group, "efac:SubContractor"):
            id_ = text(passed_on, "cbc:ID")
            if id_:
                self._organisations.give(id_, "subcontractor", passed_on)

    def _tenderers(self, tender: str) -> tuple[str, ...]:
        return tuple(self._counted(texts(self._group(tender), "efac:Tenderer/cbc:ID")))

    def _counted(self, members: list[T]) -> list[T]:
        """Return members of a group that stands in one more tender; few bytes can put a large group in many.

        Raises:
            TenderError: there are more than ``MOST_LINKS``.
        """
        self._links += len(members)
        if self._links > MOST_LINKS:
            raise too_many(self._notice.places.source, "", "links between tenders and tenderers", MOST_LINKS)
        return members

    def _group(self, tender: str) -> EformsNode | None:
        where = find(self._tenders.get(tender), "efac:TenderingParty/cbc:ID")
        if where is not None and where.stated and where.stated not in self._groups:
            message = f"no tendering party has the id '{where.stated[:60]}': who made this tender is not known"
            self._notice.remarks.remark(where, message)
        return self._groups.get(where.stated) if where is not None else None

    def _winning(self, result: EformsNode, contracted: set[str]) -> list[str]:
        """Return the tenders of a lot result that won: those under contract, else all where a winner was chosen."""
        code = text(result, "cbc:TenderResultCode")
        listed = [id_ for id_ in _tenders_of(result) if id_ in self._tenders]
        if code in _NO_WINNER:
            return []
        under_contract = [id_ for id_ in listed if id_ in contracted]
        return under_contract or (listed if code == _WINNER_CHOSEN else [])

    def _award(self, result: EformsNode, tenders: list[str], place: int) -> Award:
        at = self._notice.note(("awards", place), result)
        suppliers = tuple(dict.fromkeys(supplier for tender in tenders for supplier in self._tenderers(tender)))
        for supplier in suppliers:
            self._organisations.give(supplier, "supplier", result)
        contracts = [self._contracts.get(id_) for id_ in texts(result, "efac:SettledContract/cbc:ID")]
        days = [day for contract in contracts if (day := self._notice.day(contract, "cbc:AwardDate"))]
        return Award(
            id=text(result, "cbc:ID"),
            suppliers=suppliers,
            lots=self._lots.ids(texts(result, "efac:TenderLot/cbc:ID")),
            date=max(days, default=None),
            value=self._notice.value(self._tenders[tenders[0]], _VALUE) if len(tenders) == 1 else None,
            at=at,
        )

    def _contract(self, id_: str, contract: EformsNode, awards: list[str | None], place: int) -> Contract:
        tenders = _tenders_of(contract)
        return Contract(
            id=id_,
            award=awards[0] if len(awards) == 1 else None,
            signed=self._notice.day(contract, "cbc:IssueDate"),
            value=self._notice.value(self._tenders.get(tenders[0]), _VALUE) if len(tenders) == 1 else None,
            at=self._notice.note(("contracts", place), contract),
        )

    def _bid(self, id_: str, place: int) -> Bid:
        tender = self._tenders[id_]
        at = self._notice.note(("bids", "details", place), tender)
        return Bid(
            id=id_,
            tenderers=self._tenderers(id_),
            lots=self._lots.ids(texts(tender, "efac:TenderLot/cbc:ID")),
            value=self._notice.value(tender, _VALUE),
            origins=self._origins(tender),
            subcontracts=self._subcontracts(id_, tender, at),
            at=at,
        )

    def _origins(self, tender: EformsNode) -> tuple[str, ...] | None:
        areas = find_all(tender, "efac:Origin/efbc:AreaCode")
        codes = [self._notice.remarks.country(area.stated, area) for area in areas]
        return tuple(dict.fromkeys(code for code in codes if code)) or None

    def _subcontracts(self, id_: str, tender: EformsNode, at: Path) -> Collection[Subcontract] | None:
        """Return whom work is passed on to; closed only where the notice says that none is."""
        terms = find_all(tender, "efac:SubcontractingTerm")
        said = {word for term in terms for word in texts(term, "efbc:TermCode", "applicability")}
        group = self._counted(find_all(self._group(id_), "efac:SubContractor"))
        named = [one for one in group if text(one, "cbc:ID")]
        if not named:
            return Collection(()) if said == {"no"} else Collection((), complete=False) if "yes" in said else None
        share = self._share(terms) if len(named) == 1 else None
        subcontracts = tuple(
            Subcontract(
                subcontractor=text(one, "cbc:ID") or "",
                main_contractors=tuple(texts(one, "efac:MainContractor/cbc:ID")),
                share=share,
                at=self._notice.note((*at, "subcontracting", "subcontracts", place), one),
            )
            for place, one in enumerate(named)
        )
        return Collection(subcontracts, complete=False)

    def _share(self, terms: list[EformsNode]) -> float | None:
        """Return the stated share of the contract value that is passed on, from 0 to 1."""
        for term in terms:
            for written in texts(term, "efbc:TermPercent"):
                try:
                    share = float(written) / _PERCENT
                except ValueError:
                    continue
                if 0 <= share <= 1:
                    return share
        return None


def _by_id(elements: Iterable[EformsNode]) -> Mapping[str, EformsNode]:
    return {id_: element for element in elements if (id_ := text(element, "cbc:ID"))}


def _tenders_of(element: EformsNode) -> list[str]:
    return texts(element, "efac:LotTender/cbc:ID")
