"""One OCDS release to a Tender: who buys, what, and who tendered, won and signed.

An empty list says nothing here: publishers write it where they have no data.
"""

import re
from collections.abc import Iterator
from typing import get_args

from vendorscreen.tender.buyer_kind import buyer_level, buyer_sector
from vendorscreen.tender.ocds.elsewhere import read_elsewhere
from vendorscreen.tender.ocds.fields import JsonPlace, JsonPlaces, Object, mapping, objects, texts, written
from vendorscreen.tender.ocds.items import Items
from vendorscreen.tender.ocds.missed import Missed
from vendorscreen.tender.ocds.organisations import OcdsOrganisations
from vendorscreen.tender.ocds.role_words import meaning_of
from vendorscreen.tender.remarks import Remarks
from vendorscreen.tender.tender import Award, Bid, Buyer, Collection, Contract, Path, Subcontract, Tender, Value
from vendorscreen.tender.vocabulary import Category, ProcurementMethod

__all__ = ["read_release"]

_CELEX = re.compile(r"[0-9CE]\d{4}[A-Z]{1,2}\d{4}(?:\(\d{2}\))?", re.ASCII)
_NOT_AWARDED = frozenset({"cancelled", "unsuccessful"})
_BIDDING = frozenset({"tenderer", "supplier"})
_SUPPLYING = frozenset({"supplier"})
_BUYER_KINDS = frozenset({"eu-buyer-legal-type", "buyer-legal-type", "TED_CA_TYPE"})
_BUYER_ACTIVITIES = frozenset({"eu-main-activity", "main-activity", "authority-activity", "COFOG"})


def read_release(release: Object, at: JsonPlace, standing: Object) -> Tender:
    """Return the tender a release states; ``standing`` is what stands at that place of the document.

    Raises:
        TenderError: it names too many organisations.
    """
    return _Release(release, at, standing).tender()


class _Release:
    """One release while it is read."""

    def __init__(self, release: Object, at: JsonPlace, standing: Object) -> None:
        self.release, self.part, self.at = release, next((one for _, one in objects(release.get("tender"))), {}), at
        self.places, self.missed = JsonPlaces(at, standing), Missed()
        self.remarks: Remarks[Path] = self.places.remarks()
        self.organisations = OcdsOrganisations(release, str(at), self.remarks, self.missed)
        self.items = Items(release, self.remarks)

    def tender(self) -> Tender:
        """Return all that the release states."""
        release, part = self.release, self.part
        buyer = self._buyer()
        self.organisations.mentions(part, "tenderers", ("tender",), "tenderer")
        bids, awards = self._bids(), self._awards()
        contracts = self._contracts({award.id for award in awards})
        read_elsewhere(release, self.organisations)
        parties = self.organisations.collected()
        self.missed.nameless(parties)
        return Tender(
            source=str(self.at),
            date=self.remarks.day(written(release.get("date")), ("date",)),
            ocid=written(release.get("ocid")),
            id=written(part.get("id")) or written(release.get("id")),
            title=self._title(),
            description=written(part.get("description")),
            buyer=buyer,
            procurement_method=_known(part.get("procurementMethod"), get_args(ProcurementMethod)),
            category=_known(part.get("mainProcurementCategory"), get_args(Category)),
            launched=self.remarks.day(written(part.get("datePublished")), ("tender", "datePublished")),
            value=self._value(part, ("tender",)),
            legal_basis=self._legal_basis(),
            covered_by=self._covered_by(),
            lots=self.items.lots(),
            items=self.items.items(),
            bids=Collection(bids, complete=False) if bids else None,
            awards=Collection(awards, complete=False) if awards else None,
            contracts=Collection(contracts, complete=False) if contracts else None,
            parties=parties,
            warnings=(*self.missed.warnings(self.places.remarks()), *self.remarks.warnings),
            locate=self.places.locate,
        )

    def _buyer(self) -> Buyer:
        """Return the buyer, else the procuring entity; both become parties with their roles."""
        id_ = self.organisations.mention(mapping(self.release.get("buyer")), ("buyer",), "buyer")
        entities = [(self.part, ("tender", "procuringEntity")), (self.release, ("procuringEntity",))]
        for holder, at in entities:
            entity = mapping(holder.get("procuringEntity"))
            procuring = self.organisations.mention(entity, at, "procuringEntity")
            id_ = id_ or procuring
        party = self.organisations[id_] if id_ else self.organisations.with_role("buyer", "procuringEntity")
        if party is None:
            return Buyer()
        kinds = mapping(self.organisations.details.get(party.id)).get("classifications")
        codes = [(written(kind.get("scheme")), kind) for _, kind in objects(kinds)]
        levels = (buyer_level(_code(kind)) for scheme, kind in codes if scheme in _BUYER_KINDS)
        sectors = (buyer_sector(_code(kind), scheme) for scheme, kind in codes if scheme in _BUYER_ACTIVITIES)
        return Buyer(
            name=party.name,
            country=party.country,
            level=next((level for level in levels if level), None),
            sector=next((sector for sector in sectors if sector), None),
            identifiers=party.identifiers,
            at=party.at,
        )

    def _held(self, *keys: str) -> Iterator[tuple[Path, Object]]:
        """Yield what stands under the keys with its paths; some publishers write it inside ``tender``."""
        for holder, at in ((self.release, ()), (self.part, ("tender",))):
            for key in keys:
                for place, one in objects(holder.get(key)):
                    yield (*at, key, place), one

    def _offering(self, holder: Object, at: Path, words: frozenset[str], role: str) -> tuple[str, ...]:
        """Return who stands in a bid or award under a key with one of the role words, else under one for a company."""
        companies = [key for key in holder if meaning_of(key).company]
        return self._named(holder, at, words, role) or self._under(companies, holder, at, role)

    def _named(self, holder: Object, at: Path, words: frozenset[str], role: str) -> tuple[str, ...]:
        return self._under([key for key in holder if meaning_of(key).role in words], holder, at, role)

    def _under(self, keys: list[str], holder: Object, at: Path, role: str) -> tuple[str, ...]:
        found = [id_ for key in keys for id_ in self.organisations.mentions(holder, key, at, role)]
        return tuple(dict.fromkeys(found))

    def _bids(self) -> tuple[Bid, ...]:
        """Return the bids; who was only invited has not bid."""
        bids = []
        for at, bid in self._all_bids():
            if written(bid.get("status")) == "invited":
                self._offering(bid, at, _BIDDING, "interestedParty")
            else:
                bids.append(self._bid(bid, at))
        return tuple(bids)

    def _all_bids(self) -> Iterator[tuple[Path, Object]]:
        for at, held in self._held("bids", "bid"):
            if "details" in held:
                yield from (((*at[:-1], "details", place), bid) for place, bid in objects(held["details"]))
            else:
                yield at, held

    def _bid(self, bid: Object, at: Path) -> Bid:
        stated = texts(bid.get("countriesOfOrigin"))
        origins = [self.remarks.country(text, (*at, "countriesOfOrigin")) for text in stated]
        return Bid(
            id=written(bid.get("id")),
            tenderers=self._offering(bid, at, _BIDDING, "tenderer"),
            lots=self.items.lot_ids(bid.get("relatedLots") or bid.get("relatedLot")),
            value=self._value(bid, at),
            origins=tuple(dict.fromkeys(code for code in origins if code)) or None,
            subcontracts=self._subcontracts(bid, (*at, "subcontracting", "subcontracts")),
            at=at,
        )

    def _subcontracts(self, bid: Object, at: Path) -> Collection[Subcontract] | None:
        """Return whom work is passed on to; closed only where the bid says that none is."""
        passed_on = objects(mapping(bid.get("subcontracting")).get("subcontracts"))
        subcontracts = tuple(
            Subcontract(
                subcontractor=subcontractor,
                main_contractors=self.organisations.mentions(contract, "mainContractors", (*at, place), None),
                at=(*at, place),
            )
            for place, contract in passed_on
            for subcontractor in self.organisations.mentions(contract, "subcontractor", (*at, place), "subcontractor")
        )
        if subcontracts or bid.get("hasSubcontracting") is True:
            return Collection(subcontracts, complete=False)
        return Collection(()) if bid.get("hasSubcontracting") is False else None

    def _awards(self) -> tuple[Award, ...]:
        """Return the awards that stand; who was awarded a cancelled one has tendered, no more."""
        awards = []
        for at, award in self._held("awards", "award"):
            stands = written(award.get("status")) not in _NOT_AWARDED
            suppliers = self._offering(award, at, _SUPPLYING, "supplier" if stands else "tenderer")
            if stands:
                awards.append(
                    Award(
                        id=written(award.get("id")),
                        suppliers=suppliers,
                        lots=self.items.lot_ids(award.get("relatedLots") or award.get("relatedLot")),
                        date=self.remarks.day(written(award.get("date")), (*at, "date")),
                        value=self._value(award, at),
                        at=at,
                    )
                )
        return tuple(awards)

    def _contracts(self, awards: set[str | None]) -> tuple[Contract, ...]:
        contracts = []
        for at, contract in self._held("contracts", "contract"):
            self._named(contract, at, _SUPPLYING, "supplier")
            award = written(contract.get("awardID"))
            contracts.append(
                Contract(
                    id=written(contract.get("id")),
                    award=award if award in awards else None,
                    signed=self.remarks.day(written(contract.get("dateSigned")), (*at, "dateSigned")),
                    value=self._value(contract, at),
                    at=at,
                )
            )
        return tuple(contracts)

    def _value(self, holder: Object, at: Path) -> Value | None:
        value = mapping(holder.get("value"))
        amount = value.get("amount") if value.get("amount") is not None else value.get("amountNet")
        return self.remarks.value(amount, value.get("currency"), (*at, "value"))

    def _title(self) -> str | None:
        """Return the title of the tender, else of the release, else of what was awarded or signed."""
        later = [one for kind in ("awards", "contracts") for _, one in objects(self.release.get(kind))]
        return next((title for one in (self.part, self.release, *later) if (title := written(one.get("title")))), None)

    def _legal_basis(self) -> str | None:
        basis = written(mapping(self.part.get("legalBasis")).get("id")) or ""
        return basis if _CELEX.fullmatch(basis) else None

    def _covered_by(self) -> Collection[str] | None:
        holders = [self.part, *(lot for _, lot in objects(self.part.get("lots")))]
        covering = tuple(dict.fromkeys(text for holder in holders for text in texts(holder.get("coveredBy"))))
        return Collection(covering) if covering else None


def _known(value: object, words: tuple[str, ...]) -> str | None:
    return value if isinstance(value, str) and value in words else None


def _code(kind: Object) -> str | None:
    return written(kind.get("id")) or written(kind.get("description"))
