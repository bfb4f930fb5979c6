"""An eForms notice to a Tender: who buys, how, and what the other parts of the notice say."""

import re

from lxml.etree import _Element

from vendorscreen.tender.buyer_kind import buyer_level, buyer_sector
from vendorscreen.tender.eforms.fields import EXTENSION, EformsNode, EformsNotice, find, find_all, qualified, text
from vendorscreen.tender.eforms.lots import EformsLots
from vendorscreen.tender.eforms.organisations import EformsOrganisations
from vendorscreen.tender.eforms.results import Results
from vendorscreen.tender.tender import Buyer, Tender

__all__ = ["TAGS", "read_eforms"]

TAGS = tuple(
    f"{{urn:oasis:names:specification:ubl:schema:xsd:{name}-2}}{name}"
    for name in ("ContractNotice", "ContractAwardNotice", "PriorInformationNotice")
)
"""Tags of the notices that can be read."""

_CELEX = re.compile(r"[0-9CE]\d{4}[A-Z]{1,2}\d{4}(?:\([0-9]{2}\))?", re.ASCII)
_METHODS = {
    "open": "open",
    "restricted": "selective",
    "neg-w-call": "selective",
    "comp-dial": "selective",
    "innovation": "selective",
    "neg-wo-call": "limited",
}
"""OCDS methods of procedures, after the European Union profile of OCDS."""

_CATEGORIES = {"supplies": "goods", "works": "works", "services": "services"}
_TERMS = "cac:ProcurementProjectLot/cac:TenderingTerms"
_REVIEW_BODY = f"{_TERMS}/cac:AppealTerms/cac:AppealReceiverParty"
_PRESELECTED = f"{_TERMS}/cac:EconomicOperatorShortList/cac:PreSelectedParty"


def read_eforms(element: _Element, source: str, root_path: str) -> Tender:
    """Return the tender a notice states; ``root_path`` is the XPath of its root element.

    Raises:
        TenderError: it names too many organisations.
    """
    notice = EformsNotice.of(element, source, root_path)
    root = notice.root
    organisations, lots = EformsOrganisations(notice), EformsLots(notice)
    results = Results(notice, organisations, lots)
    buyer = _buyer(notice, organisations)
    _give_further_roles(root, organisations)
    notice.note(("tender",), find(root, "cac:ProcurementProject"))
    tender = Tender(
        source=source,
        date=notice.day(root, "cbc:IssueDate"),
        id=_id(root),
        title=notice.in_language(root, "cac:ProcurementProject/cbc:Name"),
        description=lots.description(),
        buyer=buyer,
        procurement_method=_METHODS.get(text(root, "cac:TenderingProcess/cbc:ProcedureCode") or ""),
        category=_CATEGORIES.get(text(root, "cac:ProcurementProject/cbc:ProcurementTypeCode", "contract-nature") or ""),
        launched=notice.day(root, "cbc:IssueDate") if _launches(root) else None,
        value=lots.value(),
        legal_basis=_legal_basis(root),
        covered_by=lots.covered_by(),
        lots=lots.collected(complete=not results.stated),
        items=lots.items(),
        bids=results.bids(),
        awards=results.awards(),
        contracts=results.contracts(),
        funding=lots.funding(),
        parties=organisations.collected(),
        warnings=notice.remarks.warnings,
        locate=notice.places.locate,
    )
    notice.places.forget()
    return tender


def _buyer(notice: EformsNotice, organisations: EformsOrganisations) -> Buyer:
    """Return the first buyer; every buyer becomes a party too."""
    buyers = [
        (id_, buying)
        for buying in find_all(notice.root, "cac:ContractingParty")
        if (id_ := text(buying, "cac:Party/cac:PartyIdentification/cbc:ID"))
    ]
    for id_, buying in buyers:
        organisations.give(id_, "buyer", buying)
    if not buyers:
        notice.remarks.remark(notice.root, "no buyer is named")
        return Buyer()
    id_, buying = buyers[0]
    party = organisations.described(id_)
    return Buyer(
        name=party.name,
        country=party.country,
        level=buyer_level(text(buying, "cac:ContractingPartyType/cbc:PartyTypeCode", "buyer-legal-type")),
        sector=buyer_sector(text(buying, "cac:ContractingActivity/cbc:ActivityTypeCode")),
        identifiers=party.identifiers,
        at=notice.note(("buyer",), buying),
    )


def _give_further_roles(root: EformsNode, organisations: EformsOrganisations) -> None:
    """Read bodies for review, who appealed, and candidates chosen before a design contest, only named (BT-47)."""
    for body in find_all(root, _REVIEW_BODY):
        id_ = text(body, "cac:PartyIdentification/cbc:ID")
        if id_ and organisations.described(id_).name:
            organisations.give(id_, "reviewBody", body)
    for appellant in root.element.iter(*qualified("efac:AppealingParty")):
        id_ = text(EformsNode(appellant), "cac:Party/cac:PartyIdentification/cbc:ID")
        if id_:
            organisations.give(id_, "interestedParty", EformsNode(appellant))
    for candidate in find_all(root, _PRESELECTED):
        name = text(candidate, "cac:PartyName/cbc:Name")
        if name:
            organisations.name(name, "interestedParty", candidate)


def _id(root: EformsNode) -> str | None:
    """Return the number under which the notice was published, else its own id, else that of the procedure."""
    published = text(root, f"{EXTENSION}/efac:Publication/efbc:NoticePublicationID") or ""
    return (
        (published if any(map(str.isdigit, published)) else None)
        or text(root, "cbc:ID")
        or text(root, "cbc:ContractFolderID")
    )


def _launches(root: EformsNode) -> bool:
    """Return whether the notice opens a procedure: it calls for competition and does not change an earlier notice."""
    kind = find(root, "cbc:NoticeTypeCode")
    changes = find(root, f"{EXTENSION}/efac:Changes")
    return kind is not None and kind.attribute("listName") == "competition" and changes is None


def _legal_basis(root: EformsNode) -> str | None:
    domain = text(root, "cbc:RegulatoryDomain") or ""
    return domain if _CELEX.fullmatch(domain) else None
