"""eForms notices put together from parts; every name and number in them is invented."""

from vendorscreen.tender import Tender, parse_tender

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
        "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
        "ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
        "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
        "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
        "efext": "http://data.europa.eu/p27/eforms-ubl-extensions/1",
    }.items()
)


def extended(content: str) -> str:
    """Return content inside the extension that UBL gives eForms."""
    return (
        "<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>"
        f"{content}</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>"
    )


def organisation(id_: str, name: str = "", country: str = "LUX", number: str = "", more: str = "") -> str:
    """Return the definition of an organisation."""
    names = name if name.startswith("<") else f"<cbc:Name>{name or 'Org ' + id_}</cbc:Name>"
    return (
        f"<efac:Organization>{more}<efac:Company><cac:PartyIdentification><cbc:ID>{id_}</cbc:ID>"
        f"</cac:PartyIdentification><cac:PartyName>{names}</cac:PartyName><cac:PostalAddress><cac:Country>"
        f"<cbc:IdentificationCode>{country}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>"
        f"<cac:PartyLegalEntity><cbc:CompanyID>{number}</cbc:CompanyID></cac:PartyLegalEntity></efac:Company>"
        "</efac:Organization>"
    )


def lot_result(id_: str, code: str = "", tenders: str = "", contracts: str = "", lot: str = "LOT-0001") -> str:
    """Return a lot result that refers to tenders and contracts by their ids."""
    result = f"<cbc:TenderResultCode>{code}</cbc:TenderResultCode>" if code else ""
    return (
        f"<efac:LotResult><cbc:ID>{id_}</cbc:ID>{result}"
        + "".join(f"<efac:LotTender><cbc:ID>{one}</cbc:ID></efac:LotTender>" for one in tenders.split())
        + "".join(f"<efac:SettledContract><cbc:ID>{one}</cbc:ID></efac:SettledContract>" for one in contracts.split())
        + f"<efac:TenderLot><cbc:ID>{lot}</cbc:ID></efac:TenderLot></efac:LotResult>"
    )


def lot_tender(id_: str, group: str, more: str = "", lot: str = "LOT-0001") -> str:
    """Return the definition of a tender."""
    return (
        f"<efac:LotTender><cbc:ID>{id_}</cbc:ID>{more}<efac:TenderingParty><cbc:ID>{group}</cbc:ID>"
        f"</efac:TenderingParty><efac:TenderLot><cbc:ID>{lot}</cbc:ID></efac:TenderLot></efac:LotTender>"
    )


def tendering_party(id_: str, *tenderers: str, more: str = "", lead: str = "") -> str:
    """Return the definition of a tendering party; ``lead`` is the id of its leader."""
    members = "".join(
        f"<efac:Tenderer><cbc:ID>{one}</cbc:ID>"
        + (f"<efbc:GroupLeadIndicator>{str(one == lead).lower()}</efbc:GroupLeadIndicator>" if lead else "")
        + "</efac:Tenderer>"
        for one in tenderers
    )
    return f"<efac:TenderingParty><cbc:ID>{id_}</cbc:ID>{members}{more}</efac:TenderingParty>"


def contract(id_: str, tenders: str = "", more: str = "") -> str:
    """Return the definition of a signed contract."""
    signed = "".join(f"<efac:LotTender><cbc:ID>{one}</cbc:ID></efac:LotTender>" for one in tenders.split())
    return f"<efac:SettledContract><cbc:ID>{id_}</cbc:ID>{more}{signed}</efac:SettledContract>"


def lot(id_: str = "LOT-0001", project: str = "", terms: str = "", process: str = "") -> str:
    """Return a lot."""
    return (
        f'<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">{id_}</cbc:ID>'
        f"<cac:TenderingTerms>{terms}</cac:TenderingTerms><cac:TenderingProcess>{process}</cac:TenderingProcess>"
        f"<cac:ProcurementProject>{project}</cac:ProcurementProject></cac:ProcurementProjectLot>"
    )


def cpv(main: str, *further: str) -> str:
    """Return the classification of a project."""
    return "".join(
        f"<cac:{kind}CommodityClassification><cbc:ItemClassificationCode listName='cpv'>{code}"
        f"</cbc:ItemClassificationCode></cac:{kind}CommodityClassification>"
        for kind, code in [("Main", main), *(("Additional", one) for one in further)]
    )


def notice(
    organisations: str = "",
    results: str = "",
    *,
    body: str = "",
    lots: str = "",
    more: str = "",
    root: str = "ContractAwardNotice",
    kind: str = "result",
) -> bytes:
    """Return a notice; ``more`` stands in its extension, ``body`` behind it."""
    result = f"<efac:NoticeResult>{results}</efac:NoticeResult>" if results else ""
    named = f"<efac:Organizations>{organisations}</efac:Organizations>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" '
        f"{NAMESPACES}>{extended(result + named + more)}<cbc:ID>notice-1</cbc:ID><cbc:IssueDate>2026-03-02+01:00"
        f"</cbc:IssueDate><cbc:RegulatoryDomain>32014L0024</cbc:RegulatoryDomain>"
        f'<cbc:NoticeTypeCode listName="{kind}">x</cbc:NoticeTypeCode>'
        f"<cbc:NoticeLanguageCode>ENG</cbc:NoticeLanguageCode>{body}{lots}</{root}>"
    ).encode()


def read(*parts: str, **options: str) -> Tender:
    """Return the tender of a notice put together from parts."""
    return parse_tender(notice(*parts, **options), "n.xml")


def told(tender: Tender) -> list[str]:
    """Return the warnings, but that a notice without a buyer names none."""
    return [warning.message for warning in tender.warnings if warning.message != "no buyer is named"]
