"""Sound little inputs of every reader: made in code, or the project's own smallest files."""

import io
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from tests.fuzz.mutation import Files
from tests.tender.eforms import notices
from tests.tender.ted import exports
from tests.watchlist.official import files

__all__ = ["SEEDS", "SOUND", "seeds_of"]

_ROOT = Path(__file__).parent.parent.parent

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


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _documents(*folders: str, most: int, name: str) -> list[Files]:
    """Return the smallest YAML files of folders, each under one name or, with ``*``, its own."""
    paths = sorted(
        (path for one in folders for path in (_ROOT / one).rglob("*.yaml")),
        key=lambda path: (path.stat().st_size, path),
    )
    return [{name.replace("*", path.stem): path.read_bytes()} for path in paths[:most]]


def _native() -> list[Files]:
    return _documents("examples", most=14, name="tender.yaml")


def _native_json() -> list[Files]:
    from vendorscreen.document import parse_document

    return [{"tender.json": _json(parse_document(one["tender.yaml"], "seed").value)} for one in _native()]


def _eforms() -> list[Files]:
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


def _ted() -> list[Files]:
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


_PROGRAMMES = """programmes:
  - id: US-BIS-EL
    name: Entity List
    authority: Bureau of Industry and Security
    jurisdiction: US
    kind: export_control
    legal_basis: 15 CFR 744.11
    meaning: Suppliers need a licence.
    reach:
      - {kind: named}
      - {kind: owned, at_least: 0.5, aggregated: true, start_date: 2025-09-29, end_date: 2025-11-10, note: Affiliates rule.}
      - {kind: controlled, more_than: 0.25, certain: false}
    url: https://www.bis.gov/entity-list
    evidence: primary
    sources: [{title: 15 CFR 744.16, url: "https://example.org/744", date: "2026-08"}]
"""
_LISTS = """edition: 2026-11-21
lists:
  - id: us-csl
    title: Consolidated Screening List
    publisher: International Trade Administration
    jurisdiction: US
    url: https://www.trade.gov/consolidated-screening-list
    downloads: [https://data.trade.gov/consolidated.csv]
    max_age_days: 7
    programmes: [US-BIS-EL]
    required:
      - {countries: [US], basis: Property is blocked., evidence: primary, sources: [{title: Law, url: "https://example.org/law"}]}
  - id: us-bis-el
    title: Entity List
    publisher: Bureau of Industry and Security
    jurisdiction: US
    url: https://www.bis.gov/entity-list
    max_age_days: 30
    programmes: [US-BIS-EL]
    contained_in: {list: us-csl, sources: [EL]}
"""
_VENDOR = """id: acme-vision
name: Acme Vision Co., Ltd.
country: CN
what: Maker of cameras.
cpv: ["3251", "32323500"]
aliases: [Acme Optics, 艾克视觉股份有限公司]
weak_aliases: [AV]
previous_names: [{name: Old Acme, start_date: 2001, end_date: "2010-05"}]
identifiers: [{scheme: CN-USCC, id: 91330000733796106P, evidence: primary, sources: [{title: Register, url: "https://example.org"}]}]
brands:
  - {name: AcmeEye, products: Cameras, cpv: ["32323500"], evidence: primary, sources: [{title: Site, url: "https://example.org", date: "2026-08"}]}
affiliates:
  - {id: acme-europe, name: Acme Vision Europe B.V., kind: subsidiary, country: NL, share: 0.5, start_date: 2016-03-08, evidence: unverified, note: x}
relations:
  - {kind: subsidiary, vendor: beta, share: 1.0, evidence: unverified, start_date: 2001, note: Founded so.}
listings:
  - id: us-entity-list
    kind: export_control
    programme: US-BIS-EL
    listed_name: Acme Vision Co., Ltd.
    listed_aliases: [Acme Optics]
    authority: Bureau of Industry and Security
    jurisdiction: US
    start_date: 2019-10-09
    end_date: "2022-10"
    published: 2019-10-07
    citation: 84 FR 54002
    summary: Acme was added to the Entity List.
    caveat: The day is that of the notice.
    evidence: primary
    sources: [{title: 84 FR 54002, url: "https://example.org/fr", date: 2019-10-09}]
    responses: [{text: Acme objects., date: 2019-10-10, sources: [{title: Site}]}]
    proceedings: [{date: 2019-10-11, body: BIS, outcome: None., reference: x}]
  - {id: abandoned, kind: purchase_abandoned, authority: City, jurisdiction: LT, start_date: 2021-02-17, summary: Stopped., evidence: secondary,
     buyer: {name: City, country: LT}, sources: [{title: Paper, date: "2021-02"}]}
not_listed: [{programme: US-BIS-EL, as_of: "2026-08"}]
not_to_be_confused_with: [{name: Acme Express, what: Parcel carrier, country: CN}]
"""

_OTHER = """id: beta
name: Beta Holding
country: CN
what: Owner of makers.
not_listed: [{programme: US-BIS-EL, as_of: 2026-08-01}]
"""
SOUND = {
    "programmes.yaml": _PROGRAMMES.encode(),
    "lists.yaml": _LISTS.encode(),
    "acme.yaml": _VENDOR.encode(),
    "beta.yaml": _OTHER.encode(),
}
"""A folder of vendor files, of which one is damaged."""


def _lexicons() -> list[Files]:
    languages = {
        "en": {"common": ["the", "of", "and"], "phrases": ["ethnic minority", "Uyghur*"], "terms": {"who": ["minorit*"], "what": ["watch*"]},
               "together": [{"within": 8, "all_of": ["who", "what"]}], "found": ["watching a minority"], "not_found": ["a watch"]},
        "zh": {"common": ["的", "是", "在"], "phrases": ["少数民族"], "found": ["针对少数民族"], "not_found": ["民族"]},
    }  # fmt: skip
    return [{"watching.yaml": _json({"id": "watching", "title": "Watching", "languages": languages})}]


_MAP = """id: city-excluded
title: Suppliers excluded by the city
publisher: City of Acme
jurisdiction: FR
kind: debarment
max_age_days: 30
delimiter: ";"
where: {column: Kind, is: [P, O]}
columns:
  name: Firm
  id: No
  names: [{column: Also, separator: "|"}, {column: Before, kind: previous_name}]
  country: Land
  address: Seat
  identifiers: [{column: SIREN, scheme: FR-RCS}]
  subject_type: {column: Kind, person: [P], organisation: [O]}
  start_date: {column: From, form: european}
  end_date: {column: To, form: european}
  citation: Decision
  summary: Why
"""
_OWN = [
    "No;Firm;Also;Before;Land;Seat;SIREN;Kind;From;To;Decision;Why;Colour".split(";"),
    "1;Acme Optics;Acme|AO;Old Acme;France;5 rue A, Paris;732829320;O;01.02.2024;31.12.2999;D-7;Fraud;red".split(";"),
    "2;Jo Doe;;;FR;;;P;05.03.2024;04.03.2026;D-8;;".split(";"),
    "3;Beta GmbH;;;Atlantis;;;O;soon;;;;".split(";"),
]


def _delimited(rows: Sequence[Sequence[str]], delimiter: str) -> bytes:
    return "".join(delimiter.join(row) + "\n" for row in rows).encode()


def _workbook(rows: Sequence[Sequence[object]], sheet: str = "List") -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.set_properties({"created": datetime(2026, 1, 1)})  # noqa: DTZ001 - the library wants it naive
    page = book.add_worksheet(sheet)
    for place, row in enumerate(rows):
        page.write_row(place, 0, row)
    page.merge_range(len(rows) + 1, 0, len(rows) + 2, 1, "merged")
    book.close()
    return stream.getvalue()


def _own_csv() -> list[Files]:
    table, small = (
        _delimited(_OWN, ";"),
        b"id: mine\ntitle: M\npublisher: P\njurisdiction: GB\nkind: debarment\ncolumns: {name: name}\n",
    )
    return [
        {"map.yaml": _MAP.encode(), "list.csv": table},
        {"map.yaml": small, "list.csv": b"name,country\nAcme Ltd,GB\n"},
    ]


def _own_xlsx() -> list[Files]:
    return [{"map.yaml": _MAP.encode(), "list.xlsx": _workbook(_OWN)}]


_CSL = {
    "source": files.EL, "name": "Acme Vision Co., Ltd. (AV)", "alt_names": "Acme Shangtang; and Acme Sensing.", "start_date": "2019-10-09",
    "addresses": "700 East Road, Hangzhou, CN; and 1 West Road, Urumqi, China", "federal_register_notice": "84 FR 54002; 85 FR 44159",
    "license_policy": "Presumption of denial.", "source_information_url": "https://www.bis.gov/entity-list",
}  # fmt: skip
_CSL_SDN = {
    "source": files.SDN, "entity_number": "173", "type": "Entity", "name": "ACME LTD.", "ids": "RU, 7722515837, Tax ID No.", "programs": "SDGT",
    "start_date": "2019-01-01", "end_date": "2999-12-31", "remarks": "(Linked To: BETA)", "citizenships": "CN", "alt_names": "ACME; AKME",
}  # fmt: skip


def _csl() -> list[Files]:
    result = {
        "id": "1", "source": files.EL, "name": "Acme Vision Co., Ltd. (AV)", "alt_names": ["Acme Shangtang", "Acme Sense"], "type": None,
        "addresses": [{"address": "700 East Road", "city": "Hangzhou", "state": None, "country": "CN"}], "start_date": "2019-10-09",
        "ids": [{"type": "Tax ID No.", "number": "7722515837", "country": "RU"}], "federal_register_notice": "84 FR 54002", "programs": ["SDGT"],
    }  # fmt: skip
    old = "Source List,Entity Number,SDN Type,Programs,Name,Title,Address,City,State/Province,Postal Code,Country,Federal Register Notice,Effective Date,Date Lifted/Waived/Expired,Standard Order,License Requirement,License Policy,Call Sign,Vessel Type,Gross Tonnage,Gross Register Tonnage,Vessel Flag,Vessel Owner,Remarks/Notes,Address Number,Address Remarks,Alternate Number,Alternate Type,Alternate Name,Alternate Remarks,Web Link,,,"
    row = 'EL,,,,Acme Farid,,"3rd Apt, block #21",Kabul,,,Afghanistan,76 FR 71867,11/21/2011,,,,,,,,,,,,,,,,Farid Acme,,http://x,,,'
    return [
        {"consolidated.csv": files.csl(_CSL, _CSL_SDN).content},
        {"consolidated.csv": f"{old}\n{row}\n".encode()},
        {"consolidated.json": _json({"total": 1, "results": [result]})},
    ]


def _ofac() -> list[Files]:
    main = files.ofac(
        files.sdn(36, "AEROCAR AIRLINES", remarks="a.k.a. 'AERO'; Tax ID No. 7722515837 (Russia)."),
        files.sdn(7, "DOE, John", "individual"),
    )
    aliases = files.ofac('36,12,"aka","AERO-CAR",-0- ', '36,13,"fka","AEROCO",-0- ')
    addresses = files.ofac('36,25,"5 Main St","Havana","Cuba",-0- ', "36,26,-0- ,-0- ,-0- ,-0- ")
    return [{"sdn.csv": main.content, "alt.csv": aliases.content, "add.csv": addresses.content}]


def _bis() -> list[Files]:
    entity = {
        "name": "Acme Vision (AV)", "aliases": ["Acme Sense", "AcmeStan LLC. 5 Main Ave., Minsk, 220036, Belarus"], "country": "China",
        "address": "1 Road, Hangzhou, China; and 2 Road, Urumqi, China", "effective_date": "2019-10-09",
        "federal_register": "84 FR 54004, 10/9/19.\n85 FR 34505, 6/5/20.", "notes": "For all items subject to the EAR.",
    }  # fmt: skip
    return [{"el.json": files.entity_list(entity, entity | {"name": "Beta Ltd.", "effective_date": None}).content}]


def _un() -> list[Files]:
    firm = (
        "<ENTITY><DATAID>6908024</DATAID><FIRST_NAME>ACME AIRLINES (AAL)</FIRST_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>CDe.002"
        "</REFERENCE_NUMBER><LISTED_ON>2007-03-29</LISTED_ON><COMMENTS1>Line\nbreak</COMMENTS1><ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>"
        "Acme Old</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ADDRESS><CITY>Goma</CITY><COUNTRY>Democratic Republic of the Congo</COUNTRY></ENTITY_ADDRESS>"
        "<LAST_DAY_UPDATED><VALUE>2014-01-01</VALUE></LAST_DAY_UPDATED></ENTITY>"
    )
    person = (
        "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ERIC</FIRST_NAME><SECOND_NAME>DOE</SECOND_NAME><LISTED_ON>2012-12-31</LISTED_ON>"
        "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Eagle</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>"
    )
    return [{"un.xml": files.un(firm, person).content}]


def _fsf() -> list[Files]:
    entity = {
        "Entity_LogicalId": "13", "Entity_EU_ReferenceNumber": "EU.27.28", "Entity_DesignationDate": "2019-01-01", "Entity_Regulation_Type": "regulation",
        "Entity_Regulation_PublicationDate": "2019-01-01", "Entity_Regulation_EntryIntoForceDate": "2019-01-02", "Entity_Regulation_Programme": "SYR",
        "Entity_Regulation_NumberTitle": "2019/1 (OJ L1)", "Entity_Regulation_PublicationUrl": "https://eur-lex.europa.eu/x", "NameAlias_WholeName": "Acme Oil",
    }  # fmt: skip
    address = {
        "Entity_LogicalId": "13",
        "Address_City": "Homs",
        "Address_CountryIso2Code": "SY",
        "Identification_Number": "12",
        "Identification_TypeDescription": "x",
    }
    return [
        {
            "eu.csv": files.fsf(
                entity,
                entity | {"NameAlias_WholeName": "Acme Petroleum (a.k.a. AP)", "NameAlias_NameLanguage": "EN"},
                address,
            ).content
        }
    ]


_BANK = (
    "ACME LTD.",
    "(formerly Beta JSC)(91110108801144696L)*678",
    "5 HIGHWAY, BAKU",
    "Azerbaijan",
    "2024-12-10",
    "2027-08-09",
    "Fraudulent Practices",
)


def _bank_xlsx() -> list[Files]:
    header = ("Firm Name", "Additional Firm Info", "Address", "Country", "Ineligibility Period", "", "Grounds")
    rows = [("Downloaded on: 07/01/2025 10:37",), header, ("", "", "", "", "From Date", "To Date", ""), _BANK, _BANK]
    return [{"bank.xlsx": _workbook(rows)}]


def _bank_json() -> list[Files]:
    keys = (
        "SUPP_NAME",
        "ADD_SUPP_INFO",
        "SUPP_ADDR",
        "COUNTRY_NAME",
        "DEBAR_FROM_DATE",
        "DEBAR_TO_DATE",
        "DEBAR_REASON",
    )
    row = dict(zip(keys, _BANK, strict=True))
    return [
        {
            "bank.json": _json(
                {"response": {"ZPROCSUPP": [row, row | {"SUPP_NAME": "BETA S.A.", "DEBAR_TO_DATE": "2999-12-31"}]}}
            )
        }
    ]


_SUPPLIERS = [
    ["Supplier", "Country", "VAT", "LEI", "City", "Spend"],
    ["Nuctech Warsaw Company Limited Sp. z o.o.", "PL", "PL5252344078", "", "Warszawa", "12.50"],
    ["Hangzhou Hikvision Digital Technology Co., Ltd.", "China", "", "529900T8BM49AURSDO55", "Hangzhou", "7"],
    ["Müller & Söhne GmbH (ex Acme)", "DE", "DE129273398", "", "Köln", ""],
    ["ООО Ромашка", "RU", "", "", "Москва", "-1"],
    ["Huawei Technologies Coöperatief U.A.", "NL", "", "", "Amsterdam", "1e6"],
]


def _records() -> list[dict[str, object]]:
    return [dict(zip(_SUPPLIERS[0], row, strict=True)) for row in _SUPPLIERS[1:]]


def _suppliers_jsonl() -> list[Files]:
    nested = [
        {"supplier": {"name": row["Supplier"], "ids": [row["VAT"], row["LEI"]]}, "n": place}
        for place, row in enumerate(_records())
    ]
    return [{"suppliers.jsonl": b"".join(_json(row) + b"\n" for row in rows)} for rows in (_records(), nested)]


def _suppliers_parquet() -> list[Files]:
    columns = {name: [row[name] for row in _records()] for name in _SUPPLIERS[0]}
    count = len(_SUPPLIERS) - 1
    further = {
        "n": pa.array(range(count), pa.int32()),
        "day": pa.array([date(2026, 1, 1)] * count),
        "at": pa.array([datetime(2026, 1, 1)] * count, pa.timestamp("ns")),  # noqa: DTZ001 - a column without a zone
        "tags": pa.array([["a", None]] * count),
        "inner": pa.array([{"name": "x", "b": b"y"}] * count),
        "kind": pa.array(["a", "b", "a", "b", None]).dictionary_encode(),
    }
    return [
        {"suppliers.parquet": _parquet(pa.table(columns), compression="none")},
        {"suppliers.parquet": _parquet(pa.table({**columns, **further}), compression="snappy")},
    ]


def _parquet(table: pa.Table, compression: str) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression=compression)
    return sink.getvalue().to_pybytes()


SEEDS: dict[str, Callable[[], list[Files]]] = {
    "native YAML": _native,
    "native JSON": _native_json,
    "OCDS": lambda: [{"release.json": _json(one)} for one in (_RELEASE, _SMALL, *_PACKAGES)],
    "OCDS lines": lambda: [{"releases.jsonl": b"".join(_json(one) + b"\n" for one in (_RELEASE, _SMALL, _RELEASE))}],
    "eForms": _eforms,
    "TED": _ted,
    "vendor files": lambda: [{"acme.yaml": SOUND["acme.yaml"]}],
    "programmes.yaml": lambda: [{"programmes.yaml": SOUND["programmes.yaml"]}],
    "lists.yaml": lambda: [{"lists.yaml": SOUND["lists.yaml"]}],
    "rules": lambda: _documents(
        "rules/completeness", "rules/other-buyers", "rules/data", "rules/export-control", most=9, name="*.yaml"
    ),
    "lexicons": _lexicons,
    "groups": lambda: _documents("rules/groups", most=6, name="*.yaml"),
    "own list CSV": _own_csv,
    "own list XLSX": _own_xlsx,
    "us-csl": _csl,
    "us-ofac-sdn": _ofac,
    "us-bis-el": _bis,
    "un-sc": _un,
    "eu-fsf": _fsf,
    "wb-debarred XLSX": _bank_xlsx,
    "wb-debarred JSON": _bank_json,
    "suppliers CSV": lambda: [{"suppliers.csv": _delimited(_SUPPLIERS, sign)} for sign in ",;\t"],
    "suppliers JSONL": _suppliers_jsonl,
    "suppliers XLSX": lambda: [{"suppliers.xlsx": _workbook(_SUPPLIERS)}],
    "suppliers Parquet": _suppliers_parquet,
}
"""How the seeds of each reader are made."""


@cache
def seeds_of(reader: str) -> list[Files]:
    """Return the seeds of a reader."""
    return SEEDS[reader]()
