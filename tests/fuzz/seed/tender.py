"""Tenders: native files of the examples, and notices put together."""

from tests.fuzz.mutation import Files
from tests.fuzz.seed.form import json_bytes, smallest
from tests.tender.eforms import notices
from tests.tender.ted import exports
from vendorscreen.document import parse_document

__all__ = ["eforms", "native_json", "native_yaml", "ocds", "ocds_lines", "ted"]

_RELEASE = {
    "ocid": "ocds-test-1", "id": "r1", "date": "2026-03-02T10:00:00Z", "tag": ["award"], "language": "en",
    "parties": [
        {"id": "B", "name": "City of Acme", "roles": ["buyer"], "address": {"countryName": "Lithuania"},
         "identifier": {"scheme": "LT-RC", "id": "111950396"}, "details": {"classifications": [{"scheme": "x", "id": "y"}]}},
        {"id": "S", "name": "Nuctech Warsaw Company Limited Sp. z o.o.", "roles": ["tenderer", "supplier"],
         "address": {"countryName": "Poland", "streetAddress": "1 Road"}, "additionalIdentifiers": [{"scheme": "PL-KRS", "id": "0000"}],
         "beneficialOwners": [{"id": "O", "name": "Jo Doe", "nationalities": ["CN"]}]},
    ],
    "buyer": {"id": "B", "name": "City of Acme"},
    "tender": {
        "id": "T", "title": "X-ray scanners", "description": "Scanners for an airport", "status": "complete",
        "mainProcurementCategory": "goods", "procurementMethod": "open", "value": {"amount": 1250000, "currency": "EUR"},
        "tenderPeriod": {"startDate": "2026-01-02T00:00:00Z", "endDate": "2026-02-02T00:00:00Z"}, "numberOfTenderers": 2,
        "items": [{"id": "1", "description": "scanner", "classification": {"scheme": "CPV", "id": "38581000"}, "relatedLot": "L1"}],
        "lots": [{"id": "L1", "title": "Lot", "value": {"amount": 5, "currency": "PLN"}}], "tenderers": [{"id": "S", "name": "N"}],
    },
    "bids": {"details": [{"id": "b", "status": "valid", "date": "2026-02-01", "tenderers": [{"id": "S"}], "relatedLots": ["L1"]}]},
    "awards": [{"id": "A", "status": "active", "date": "2026-02-20", "suppliers": [{"id": "S"}], "relatedLots": ["L1"]}],
    "contracts": [{"id": "C", "awardID": "A", "dateSigned": "2026-03-01", "value": {"amount": 1, "currency": "EUR"}}],
}  # fmt: skip
_SMALL = {
    "ocid": "ocds-test-2",
    "tag": ["tender"],
    "tender": {"title": "Cameras", "items": [{"description": "Hikvision cameras"}]},
}
_VERSIONED = {
    "ocid": "x", "tender": {"title": [{"releaseID": "1", "releaseDate": "2020-01-01", "releaseTag": ["tender"], "value": "One"},
                                      {"releaseID": "2", "releaseDate": "2020-02-01", "releaseTag": ["award"], "value": "Two"}]},
}  # fmt: skip
_PACKAGES = [
    {"uri": "u", "version": "1.1", "releases": [_RELEASE, _SMALL]},
    {"records": [{"ocid": "x", "compiledRelease": _RELEASE}, {"ocid": "y", "releases": [_SMALL]}]},
    {"hits": {"total": 1, "hits": [{"_source": _SMALL}]}},
    {"records": [{"ocid": "x", "versionedRelease": _VERSIONED}]},
]


def native_yaml() -> list[Files]:
    return smallest("examples", most=14, name="tender.yaml")


def native_json() -> list[Files]:
    return [{"tender.json": json_bytes(parse_document(one["tender.yaml"], "seed").value)} for one in native_yaml()]


def eforms() -> list[Files]:
    organisations = (
        notices.organisation("ORG-1", "City of Acme", "LTU", "111950396")
        + notices.organisation("ORG-2", "Nuctech Warsaw Company Limited", "POL", "0000")
        + notices.organisation("ORG-3", "<![CDATA[Acme & Söhne]]>", "DEU")
    )
    results = (
        notices.lot_result("RES-1", "selec-w", "TEN-1 TEN-2", "CON-1")
        + notices.lot_tender("TEN-1", "TPA-1")
        + notices.lot_tender("TEN-2", "TPA-2")
        + notices.contract("CON-1", "TEN-1", "<cbc:IssueDate>2026-02-20+01:00</cbc:IssueDate>")
        + notices.tendering_party("TPA-1", "ORG-2", "ORG-3", lead="ORG-2")
        + notices.tendering_party("TPA-2", "ORG-3")
    )
    project = f"<cbc:Name languageID='ENG'>Scanners</cbc:Name>{notices.cpv('38581000', '35120000')}"
    buyer = "<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty>"
    body = f"{buyer}<cac:ProcurementProject>{project}</cac:ProcurementProject>"
    return [
        {"notice.xml": notices.notice(organisations, results, body=body, lots=notices.lot(project=project))},
        {
            "notice.xml": notices.notice(
                organisations, body=body, lots=notices.lot(), root="ContractNotice", kind="competition"
            )
        },
    ]


def ted() -> list[Files]:
    winner = exports.contractor("Nuctech Warsaw", "PL", "0000")
    buyer = f"<CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY>{exports.address('City', 'LT')}</ADDRESS_CONTRACTING_BODY></CONTRACTING_BODY>"
    item = (
        '<OBJECT_CONTRACT><TITLE><P>Scanners</P></TITLE><CPV_MAIN><CPV_CODE CODE="38581000"/></CPV_MAIN><VAL_TOTAL CURRENCY="EUR">1 250 000,00'
        "</VAL_TOTAL><OBJECT_DESCR ITEM='1'><LOT_NO>1</LOT_NO><TITLE><P>Lot</P></TITLE></OBJECT_DESCR></OBJECT_CONTRACT>"
    )
    signed = "<DATE_CONCLUSION_CONTRACT>2020-02-20</DATE_CONCLUSION_CONTRACT><LOT_NO>1</LOT_NO>"
    coded = "<NOTICE_DATA><ISO_COUNTRY VALUE='LT'/><NO_DOC_OJS>2020/S 1-1</NO_DOC_OJS></NOTICE_DATA><CODIF_DATA><DS_DATE_DISPATCH>20200301</DS_DATE_DISPATCH></CODIF_DATA>"
    old = (
        "<AWARD_OF_CONTRACT_DEFENCE><ECONOMIC_OPERATOR_NAME_ADDRESS><CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME><ORGANISATION>"
        '<OFFICIALNAME>Acme SA</OFFICIALNAME></ORGANISATION><COUNTRY VALUE="FR"/></CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME>'
        "</ECONOMIC_OPERATOR_NAME_ADDRESS></AWARD_OF_CONTRACT_DEFENCE>"
    )
    return [
        {
            "export.xml": exports.export(
                buyer + item + exports.award(f"<CONTRACTORS>{winner}{winner}</CONTRACTORS>", signed), coded=coded
            )
        },
        {
            "export.xml": exports.export(
                old,
                name="CONTRACT_AWARD_DEFENCE",
                namespace="http://formex.publications.europa.eu/ted_schema/export/R2.0.8.S02",
            )
        },
    ]


def ocds() -> list[Files]:
    return [{"release.json": json_bytes(one)} for one in (_RELEASE, _SMALL, *_PACKAGES)]


def ocds_lines() -> list[Files]:
    return [{"releases.jsonl": b"".join(json_bytes(one) + b"\n" for one in (_RELEASE, _SMALL, _RELEASE))}]
