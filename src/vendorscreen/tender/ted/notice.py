"""A legacy TED notice to a Tender: who buys, how, and what the other parts of the notice say."""

from lxml.etree import _Element

from vendorscreen.file.xml_text import local_name
from vendorscreen.tender.buyer_kind import buyer_level, buyer_sector
from vendorscreen.tender.roster import Roster
from vendorscreen.tender.ted.awards import Awards
from vendorscreen.tender.ted.fields import TedNotice, code, every, first, prose, text
from vendorscreen.tender.ted.lots import TedLots
from vendorscreen.tender.tender import Buyer, Collection, Funding, Party, Tender, Value

__all__ = ["ROOTS", "TAG", "read_ted"]

_OLD_FORMS = (
    "CONTRACT",
    "CONTRACT_AWARD",
    "CONTRACT_AWARD_DEFENCE",
    "CONTRACT_AWARD_UTILITIES",
    "CONTRACT_CONCESSIONAIRE_DEFENCE",
    "CONTRACT_DEFENCE",
    "CONTRACT_MOVE",
    "CONTRACT_UTILITIES",
    "PERIODIC_INDICATIVE_UTILITIES",
    "PRIOR_INFORMATION",
    "PRIOR_INFORMATION_DEFENCE",
    "PRIOR_INFORMATION_MOVE",
    "RESULT_DESIGN_CONTEST",
    "VOLUNTARY_EX_ANTE_TRANSPARENCY_NOTICE",
)
TAG = "{*}TED_EXPORT"
"""Tag of the notices that can be read, in whatever namespace."""

ROOTS = frozenset({"TED_EXPORT", *(f"F{n:02}_2014" for n in range(1, 26)), *_OLD_FORMS})
"""Names of elements that are notices where they are the root: an export, and the forms in it, which may stand alone."""

_DIRECTIVES = {
    "2014/23/EU": "32014L0023",
    "2014/24/EU": "32014L0024",
    "2014/25/EU": "32014L0025",
    "2009/81/EC": "32009L0081",
    "2004/17/EC": "32004L0017",
    "2004/18/EC": "32004L0018",
}
_DEFENCE = "32009L0081"

_METHODS = {
    "PT_OPEN": "open",
    "PT_RESTRICTED": "selective",
    "PT_ACCELERATED_RESTRICTED": "selective",
    "PT_ACCELERATED_RESTRICTED_CHOICE": "selective",
    "PT_COMPETITIVE_NEGOTIATION": "selective",
    "PT_NEGOTIATED_CHOICE": "selective",
    "PT_ACCELERATED_NEGOTIATED": "selective",
    "PT_ACCELERATED_NEGOTIATED_CHOICE": "selective",
    "PT_NEGOTIATED_WITH_PRIOR_CALL": "selective",
    "PT_NEGOTIATED_WITH_COMPETITION": "selective",
    "PT_NEGOTIATED_WITH_PUBLICATION_CONTRACT_NOTICE": "selective",
    "PT_INVOLVING_NEGOTIATION": "selective",
    "PT_COMPETITIVE_DIALOGUE": "selective",
    "PT_INNOVATION_PARTNERSHIP": "selective",
    "PT_AWARD_CONTRACT_WITHOUT_CALL": "limited",
    "PT_AWARD_CONTRACT_WITHOUT_PUBLICATION": "limited",
    "PT_NEGOTIATED_WITHOUT_COMPETITION": "limited",
    "PT_NEGOTIATED_WITHOUT_PUBLICATION": "limited",
    "F18_PT_NEGOTIATED_WITHOUT_PUBLICATION_CONTRACT_NOTICE": "limited",
}
"""OCDS methods of procedures, after the European Union profile of OCDS."""

_CATEGORIES = {
    "SUPPLIES": "goods", "WORKS": "works", "SERVICES": "services", "1": "works", "2": "goods", "4": "services",
}  # fmt: skip
_CONTRACT_NOTICE = "3"
_BUYERS = (
    "ADDRESS_CONTRACTING_BODY",
    "ADDRESS_CONTRACTING_BODY_ADDITIONAL",
    "CA_CE_CONCESSIONAIRE_PROFILE",
    "CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY",
)


def read_ted(root: _Element, source: str, root_path: str) -> Tender:
    """Return the tender a notice states; ``root_path`` is the XPath of its root.

    Raises:
        TenderError: it names too many organisations.
    """
    notice = TedNotice.of(root, source, root_path)
    form, roster, lots = notice.form, Roster(source), TedLots(notice)
    buyer = _buyer(notice, roster)
    awards = Awards(notice, roster, lots.by_number)
    for role, name in (("reviewBody", "ADDRESS_REVIEW_BODY"), ("interestedParty", "PARTICIPANT_NAME")):
        for element in every(form, name):
            _add(notice, roster, element, role)
    dispatched = notice.day(form, "DATE_DISPATCH_NOTICE", "NOTICE_DISPATCH_DATE") or notice.day(
        root, "DS_DATE_DISPATCH"
    )
    notice.note(("tender",), first(form, "OBJECT_CONTRACT"))
    tender = Tender(
        source=source,
        date=dispatched or notice.day(root, "DATE_PUB"),
        id=root.get("DOC_ID") or text(root, "NO_DOC_OJS"),
        title=prose(form, "TITLE", "TITLE_CONTRACT"),
        description=lots.description(),
        buyer=buyer,
        procurement_method=next((_METHODS[local_name(one)] for one in every(form, *_METHODS)), None),
        category=_category(notice),
        launched=dispatched if code(root, "CODE", "TD_DOCUMENT_TYPE") == _CONTRACT_NOTICE else None,
        value=_estimate(notice, lots, awards),
        legal_basis=_legal_basis(notice),
        covered_by=_covered_by(notice),
        lots=lots.collected(complete=not awards.stated),
        items=lots.items(),
        bids=awards.bids(),
        awards=awards.awards(),
        contracts=awards.contracts(),
        funding=_funding(notice),
        parties=roster.collected(),
        warnings=notice.remarks.warnings,
        locate=notice.places.locate,
    )
    notice.places.forget()
    return tender


def _add(notice: TedNotice, roster: Roster, element: _Element, role: str) -> None:
    name = notice.remarks.name(element.text, element) if len(element) == 0 else notice.name(element)
    if name is None:
        return
    place = len(roster)
    roster.add(
        Party(
            id=f"party-{place + 1}",
            name=name,
            roles=(role,),
            country=notice.country(element),
            identifiers=notice.identifiers(element),
            at=notice.note(("parties", place), element),
        )
    )


def _buyer(notice: TedNotice, roster: Roster) -> Buyer:
    """Return the first buyer; every buyer becomes a party too."""
    elements = list(every(notice.form, *_BUYERS))
    for element in elements:
        _add(notice, roster, element, "buyer")
    if not elements:
        notice.remarks.remark(notice.form, "no buyer is named")
        return Buyer()
    kind = code(notice.form, "VALUE", "CA_TYPE", "TYPE_OF_CONTRACTING_AUTHORITY")
    activity = code(
        notice.form, "VALUE", "CA_ACTIVITY", "CE_ACTIVITY", "TYPE_OF_ACTIVITY", "ACTIVITY_OF_CONTRACTING_ENTITY"
    )
    return Buyer(
        name=notice.name(elements[0]),
        country=notice.country(elements[0]),
        level=buyer_level(kind),
        sector=buyer_sector(activity),
        identifiers=notice.identifiers(elements[0]),
        at=notice.note(("buyer",), elements[0]),
    )


def _category(notice: TedNotice) -> str | None:
    kind = first(notice.form, "TYPE_CONTRACT")
    written = None if kind is None else kind.get("CTYPE") or kind.get("VALUE")
    return _CATEGORIES.get(written or code(notice.root, "CODE", "NC_CONTRACT_NATURE") or "")


def _estimate(notice: TedNotice, lots: TedLots, awards: Awards) -> Value | None:
    """Return the estimated value of the whole; that of the only award where the purchase is not divided."""
    told = first(notice.form, "OBJECT_CONTRACT")
    stated = [child for child in (() if told is None else told) if local_name(child) == "VAL_ESTIMATED_TOTAL"]
    if stated:
        return notice.value(stated[0], "VAL_ESTIMATED_TOTAL")
    if lots.undivided and awards.single is not None:
        return notice.value(awards.single, "VAL_ESTIMATED_TOTAL")
    return None


def _legal_basis(notice: TedNotice) -> str | None:
    """Return the CELEX number of the law; forms of the defence Directive have it in their names."""
    basis = code(notice.form, "VALUE", "LEGAL_BASIS")
    if basis:
        return basis
    directive = code(notice.form, "VALUE", "DIRECTIVE") or code(notice.root, "VALUE", "DIRECTIVE")
    return _DIRECTIVES.get(directive or "") or (_DEFENCE if "DEFENCE" in local_name(notice.form) else None)


def _covered_by(notice: TedNotice) -> Collection[str] | None:
    """Return whether the GPA covers the contract; later regimes are not on these forms."""
    said = first(notice.form, "CONTRACT_COVERED_GPA", "NO_CONTRACT_COVERED_GPA")
    if said is None:
        return None
    return Collection(("GPA",) if local_name(said) == "CONTRACT_COVERED_GPA" else (), complete=False)


def _funding(notice: TedNotice) -> Collection[Funding] | None:
    """Return European Union funds where the notice names them; whose the other money is, it does not say."""
    related = first(notice.form, "EU_PROGR_RELATED", "RELATES_TO_EU_PROJECT_YES")
    if related is None:
        return None
    return Collection((Funding(source="eu", at=notice.note(("screening", "funding", 0), related)),), complete=False)
