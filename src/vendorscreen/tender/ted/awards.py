"""Who won, in a legacy TED notice.

The schema releases write a winner as ``CONTRACTORS/CONTRACTOR/ADDRESS_CONTRACTOR``, as a bare ``CONTRACTOR`` (R2.0.9
S01 and S02), as ``WINNER/ADDRESS_WINNER`` (design contests), and as ``ECONOMIC_OPERATOR_NAME_ADDRESS`` (R2.0.8, which
defence kept).
"""

from collections.abc import Mapping

from lxml.etree import _Element
from msgspec.structs import replace

from vendorscreen.tender.roster import Roster
from vendorscreen.tender.ted.fields import TedNotice, every, first, text
from vendorscreen.tender.tender import Award, Bid, Collection, Contract, Party, Subcontract, Value

__all__ = ["Awards"]

_AWARDS = (
    "AWARD_CONTRACT",
    "AWARD_OF_CONTRACT",
    "AWARD_OF_CONTRACT_DEFENCE",
    "AWARD_CONTRACT_CONTRACT_AWARD_UTILITIES",
    "AWARD_AND_CONTRACT_VALUE",
    "AWARDED_PRIZE",
    "RESULT_CONTEST",
    "MODIFICATIONS_CONTRACT",
)
_WINNERS = ("CONTRACTOR", "WINNER", "ECONOMIC_OPERATOR_NAME_ADDRESS")
_WITHHELD = "NO"


class Awards:
    """The awards of a notice; ``lots`` are the ids of its lots by the numbers it gives them."""

    def __init__(self, notice: TedNotice, roster: Roster, lots: Mapping[str, str]) -> None:
        self._notice, self._roster, self._lots = notice, roster, lots
        self._ids: dict[object, str] = {}
        elements = list(every(notice.form, *_AWARDS))
        self.stated = bool(elements)
        self.single = elements[0] if len(elements) == 1 else None
        won = [(element, suppliers) for element in elements if (suppliers := self._suppliers(element))]
        self._won = [(element, f"award-{place}", suppliers) for place, (element, suppliers) in enumerate(won, 1)]
        for element in every(notice.form, *_WINNERS):
            self._winner(element)  # one that stands outside an award is a party too

    def awards(self) -> Collection[Award] | None:
        """Return the awards with a winner, named or withheld."""
        if not self.stated:
            return None
        awards = tuple(
            Award(
                id=id_,
                suppliers=suppliers,
                lots=self._lots_of(element),
                date=self._notice.day(element, "CONTRACT_AWARD_DATE", "DATE_DECISION_JURY"),
                value=self._value(element),
                at=self._notice.note(("awards", place), element),
            )
            for place, (element, id_, suppliers) in enumerate(self._won)
        )
        return Collection(awards, complete=False)

    def contracts(self) -> Collection[Contract] | None:
        """Return the contracts whose conclusion is dated."""
        contracts: list[Contract] = []
        for element, id_, _ in self._won:
            signed = self._notice.day(element, "DATE_CONCLUSION_CONTRACT")
            if signed:
                at = self._notice.note(("contracts", len(contracts)), element)
                contracts.append(
                    Contract(
                        id=text(element, "CONTRACT_NO", "CONTRACT_NUMBER"),
                        award=id_,
                        signed=signed,
                        value=self._value(element),
                        at=at,
                    )
                )
        return Collection(tuple(contracts), complete=False) if contracts else None

    def bids(self) -> Collection[Bid] | None:
        """Return the winning bids, for what is said of them: lots, origin of the goods, subcontracting."""
        bids = tuple(
            Bid(
                id=id_.replace("award", "bid"),
                tenderers=suppliers,
                lots=self._lots_of(element),
                value=self._value(element),
                origins=self._origins(element),
                subcontracts=self._subcontracts(element),
                at=self._notice.note(("bids", "details", place), element),
            )
            for place, (element, id_, suppliers) in enumerate(self._won)
        )
        return Collection(bids, complete=False) if bids else None

    def _suppliers(self, award: _Element) -> tuple[str, ...]:
        winners = [self._winner(element) for element in every(award, *_WINNERS)]
        holder = first(award, "CONTRACTORS", "WINNERS")
        if not winners and holder is not None and holder.get("PUBLICATION") == _WITHHELD:
            winners = [self._add(Party(id="", withheld=True), holder)]
        return tuple(dict.fromkeys(id_ for id_ in winners if id_))

    def _winner(self, element: _Element) -> str | None:
        """Return the id of a winner; one that won before under the same name, country and numbers is the same."""
        holder = element.getparent()
        withheld = holder is not None and holder.get("PUBLICATION") == _WITHHELD
        name = self._notice.name(element)
        if name is None and not withheld:
            return None
        country, identifiers = self._notice.country(element), self._notice.identifiers(element)
        key = (name.casefold() if name else element, country, identifiers)
        if key not in self._ids:
            party = Party(id="", name=name, country=country, identifiers=identifiers, withheld=withheld)
            self._ids[key] = self._add(party, element)
        return self._ids[key]

    def _add(self, party: Party, element: _Element) -> str:
        place = len(self._roster)
        at = self._notice.note(("parties", place), element)
        return self._roster.add(replace(party, id=f"party-{place + 1}", roles=("tenderer", "supplier"), at=at))

    def _lots_of(self, award: _Element) -> tuple[str, ...]:
        lot = self._lots.get(text(award, "LOT_NO", "LOT_NUMBER") or "")
        return (lot,) if lot else ()

    def _value(self, award: _Element) -> Value | None:
        return self._notice.value(award, "VAL_TOTAL", "VAL_PRIZE")

    def _origins(self, award: _Element) -> tuple[str, ...] | None:
        """Return the countries outside the Union that goods come from; inside it, no country is named."""
        countries = [
            self._notice.remarks.country(one.get("VALUE"), one) for one in every(award, "NON_COMMUNITY_ORIGIN")
        ]
        return tuple(dict.fromkeys(country for country in countries if country)) or None

    def _subcontracts(self, award: _Element) -> Collection[Subcontract] | None:
        """Return an open collection where work is likely to be passed on; to whom is written in prose only."""
        if first(award, "NO_CONTRACT_LIKELY_SUB_CONTRACTED") is not None:
            return Collection(())
        likely = first(award, "LIKELY_SUBCONTRACTED", "CONTRACT_LIKELY_SUB_CONTRACTED_WITH_DEFENCE")
        return None if likely is None else Collection((), complete=False)
