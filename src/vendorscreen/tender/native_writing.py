"""A Tender of any source as a native tender file, with comments for what a person may still fill in.

Reading the file back gives the same tender, except for places and warnings.
"""

from collections.abc import Iterator

from vendorscreen.document.yaml_writing import write_yaml
from vendorscreen.showing import shown
from vendorscreen.tender.links import offering_parties
from vendorscreen.tender.native_keys import Keys, identifier_keys, stated
from vendorscreen.tender.tender import Tender

__all__ = ["native_text"]

_SUPPLIERS = """\
# Nobody is named who offers. Name them here, or under parties with roles and owners.
# suppliers:
#   - {name: Example GmbH, country: DE}
"""

_INCOMPLETE = "# Lists that may have members nobody named. Take a word out once its list is complete.\n"

_HINTS = {
    "site": "{kind: airport, sensitive: true, criticalInfrastructure: [transport]}",
    "products": "[{brand: Example, model: X1, manufacturer: {name: Example AG, country: CH}, countryOfOrigin: CH}]",
    "funding": "[{source: own}]",
    "data": "{personal: true, categories: [video], storage: [FR], remoteAccess: [], networked: true}",
    "declarations": "{derogations: []}",
}
"""What a notice never says, as it would be written."""


def native_text(tender: Tender) -> str:
    """Return the native file that states what the tender states."""
    blocks = [
        _head(tender),
        _block(vendorscreen=1, ocid=tender.ocid, date=tender.date, buyer=_buyer(tender)),
        _block(tender=_part(tender)),
        "" if offering_parties(tender) else _SUPPLIERS,
        _block(parties=tender.parties if len(tender.parties) else None),
        _block(bids=stated(details=tender.bids)),
        _block(awards=tender.awards),
        _block(contracts=tender.contracts),
        _screening(tender),
    ]
    return "\n".join(block for block in blocks if block)


def _block(**values: object) -> str:
    keys = stated(**values)
    return write_yaml(keys) if keys else ""


def _head(tender: Tender) -> str:
    lines = [f"# Converted from {shown(tender.source)}. What is not stated here counts as unknown."]
    missing = ", ".join(_missing(tender))
    return "\n".join([*lines, f"# Worth adding: {missing}."] if missing else lines) + "\n"


def _missing(tender: Tender) -> Iterator[str]:
    buyer = tender.buyer
    values = {
        "buyer.country": buyer.country,
        "buyer.level": buyer.level,
        "buyer.sector": buyer.sector,
        "tender.procurementMethod": tender.procurement_method,
        "tender.mainProcurementCategory": tender.category,
        "tender.datePublished": tender.launched,
        "tender.value": tender.value,
        "tender.legalBasis": tender.legal_basis,
        "tender.coveredBy": tender.covered_by,
        "tender.items": tender.items,
    }
    yield from (name for name, value in values.items() if value is None)
    offering = offering_parties(tender)
    if any(party.country is None for party in offering):
        yield "the country of each party"
    if any(party.shareholders is None for party in offering):
        yield "shareholders and beneficialOwners of those who offer"


def _buyer(tender: Tender) -> Keys:
    """Return the buyer; where a party is the buyer, its numbers stand there."""
    buyer = tender.buyer
    party = next((party for party in tender.parties if "buyer" in party.roles), None)
    numbers = [one for one in buyer.identifiers if party is None or one not in party.identifiers]
    return {
        **stated(
            id=party.id if party else None,
            name=buyer.name,
            country=buyer.country,
            level=buyer.level,
            sector=buyer.sector,
        ),
        **identifier_keys(numbers),
    }


def _part(tender: Tender) -> Keys:
    return stated(
        id=tender.id,
        title=tender.title,
        description=tender.description,
        procurementMethod=tender.procurement_method,
        mainProcurementCategory=tender.category,
        datePublished=tender.launched,
        value=tender.value,
        legalBasis={"id": tender.legal_basis} if tender.legal_basis else None,
        coveredBy=tender.covered_by,
        lots=tender.lots,
        items=tender.items,
    )


def _screening(tender: Tender) -> str:
    """Return what no standard carries; as comments where it is not stated."""
    said = stated(
        site=tender.site,
        products=tender.products,
        funding=tender.funding,
        data=tender.data,
        exemptions=None if tender.exemptions == tender.declarations.exemptions else tender.exemptions,
        declarations=tender.declarations,
    )
    incomplete = list(_incomplete(tender))
    lines = ["screening:\n" if said or incomplete else "# screening:\n"]
    lines += [_indented(write_yaml({key: value})) for key, value in said.items()]
    lines += [f"  # {key}: {hint}\n" for key, hint in _HINTS.items() if key not in said]
    if incomplete:
        lines.append(_indented(_INCOMPLETE + write_yaml({"incomplete": incomplete})))
    return "".join(lines)


def _indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def _incomplete(tender: Tender) -> Iterator[str]:
    subcontracts = [bid.subcontracts for bid in tender.bids or () if bid.subcontracts is not None]
    if any(not named.complete and len(named) for named in subcontracts):
        yield "subcontracts"
    for name, collection in (
        ("parties", tender.parties),
        ("bids", tender.bids),
        ("items", tender.items),
        ("lots", tender.lots),
        ("awards", tender.awards),
        ("contracts", tender.contracts),
        ("funding", tender.funding),
        ("coveredBy", tender.covered_by),
    ):
        if collection is not None and not collection.complete:
            yield name
