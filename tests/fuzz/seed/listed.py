"""Official lists, with made-up names, and a list of the user's own with its map."""

from tests.fuzz.mutation import Files
from tests.fuzz.seed.form import delimited, json_bytes, workbook
from tests.lists.readers import files

__all__ = ["bis", "csl", "fsf", "ofac", "own_csv", "own_xlsx", "un", "world_bank_json", "world_bank_xlsx"]

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


def own_csv() -> list[Files]:
    table, small = (
        delimited(_OWN, ";"),
        b"id: mine\ntitle: M\npublisher: P\njurisdiction: GB\nkind: debarment\ncolumns: {name: name}\n",
    )
    return [
        {"map.yaml": _MAP.encode(), "list.csv": table},
        {"map.yaml": small, "list.csv": b"name,country\nAcme Ltd,GB\n"},
    ]


def own_xlsx() -> list[Files]:
    return [{"map.yaml": _MAP.encode(), "list.xlsx": workbook(_OWN)}]


_CSL = {
    "source": files.EL, "name": "Acme Vision Co., Ltd. (AV)", "alt_names": "Acme Shangtang; and Acme Sensing.", "start_date": "2019-10-09",
    "addresses": "700 East Road, Hangzhou, CN; and 1 West Road, Urumqi, China", "federal_register_notice": "84 FR 54002; 85 FR 44159",
    "license_policy": "Presumption of denial.", "source_information_url": "https://www.bis.gov/entity-list",
}  # fmt: skip
_CSL_SDN = {
    "source": files.SDN, "entity_number": "173", "type": "Entity", "name": "ACME LTD.", "ids": "RU, 7722515837, Tax ID No.", "programs": "SDGT",
    "start_date": "2019-01-01", "end_date": "2999-12-31", "remarks": "(Linked To: BETA)", "citizenships": "CN", "alt_names": "ACME; AKME",
}  # fmt: skip


def csl() -> list[Files]:
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
        {"consolidated.json": json_bytes({"total": 1, "results": [result]})},
    ]


def ofac() -> list[Files]:
    main = files.ofac(
        files.sdn(36, "AEROCAR AIRLINES", remarks="a.k.a. 'AERO'; Tax ID No. 7722515837 (Russia)."),
        files.sdn(7, "DOE, John", "individual"),
    )
    aliases = files.ofac('36,12,"aka","AERO-CAR",-0- ', '36,13,"fka","AEROCO",-0- ')
    addresses = files.ofac('36,25,"5 Main St","Havana","Cuba",-0- ', "36,26,-0- ,-0- ,-0- ,-0- ")
    return [{"sdn.csv": main.content, "alt.csv": aliases.content, "add.csv": addresses.content}]


def bis() -> list[Files]:
    entity = {
        "name": "Acme Vision (AV)", "aliases": ["Acme Sense", "AcmeStan LLC. 5 Main Ave., Minsk, 220036, Belarus"], "country": "China",
        "address": "1 Road, Hangzhou, China; and 2 Road, Urumqi, China", "effective_date": "2019-10-09",
        "federal_register": "84 FR 54004, 10/9/19.\n85 FR 34505, 6/5/20.", "notes": "For all items subject to the EAR.",
    }  # fmt: skip
    return [{"el.json": files.entity_list(entity, entity | {"name": "Beta Ltd.", "effective_date": None}).content}]


def un() -> list[Files]:
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


def fsf() -> list[Files]:
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


def world_bank_xlsx() -> list[Files]:
    header = ("Firm Name", "Additional Firm Info", "Address", "Country", "Ineligibility Period", "", "Grounds")
    rows = [("Downloaded on: 07/01/2025 10:37",), header, ("", "", "", "", "From Date", "To Date", ""), _BANK, _BANK]
    return [{"bank.xlsx": workbook(rows)}]


def world_bank_json() -> list[Files]:
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
            "bank.json": json_bytes(
                {"response": {"ZPROCSUPP": [row, row | {"SUPP_NAME": "BETA S.A.", "DEBAR_TO_DATE": "2999-12-31"}]}}
            )
        }
    ]
