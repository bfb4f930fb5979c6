"""Small files in the layouts of official lists, with made-up names."""

import io
import json
import zipfile

import xlsxwriter

from vendorscreen.lists.readers import ListFile

CSL_COLUMNS = [
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
]
EL = "Entity List (EL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
DPL = "Denied Persons List (DPL) - Bureau of Industry and Security"


def csl(*rows: dict[str, str], columns: list[str] | None = None, end: str = "\n") -> ListFile:
    header = columns or CSL_COLUMNS
    lines = [",".join(f'"{row.get(column, "")}"' for column in header) for row in rows]
    return ListFile("consolidated.csv", ("\n".join([",".join(header), *lines]) + end).encode())


def ofac(*lines: str, name: str = "sdn.csv") -> ListFile:
    return ListFile(name, "".join(f"{line}\r\n" for line in lines).encode() + b"\x1a")


def sdn(number: int, name: str, kind: str = "-0- ", programmes: str = "SDGT", remarks: str = "-0- ") -> str:
    kind = kind if kind == "-0- " else f'"{kind}"'
    remarks = remarks if remarks == "-0- " else f'"{remarks}"'
    return f'{number},"{name}",{kind},"{programmes}",' + "-0- ," * 7 + remarks


def entity_list(*entities: dict[str, object], **further: object) -> ListFile:
    document = {"list_id": "bis-entity-list", "extracted": "2026-07-09", "count": len(entities)}
    return ListFile("el.json", json.dumps(document | {"entities": list(entities)} | further).encode())


def un(*entries: str, generated: str = "2026-02-27T00:00:09.554Z") -> ListFile:
    people = "".join(entry for entry in entries if entry.startswith("<INDIVIDUAL>"))
    bodies = "".join(entry for entry in entries if entry.startswith("<ENTITY>"))
    text = (
        f'<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="{generated}"><INDIVIDUALS>{people}</INDIVIDUALS>'
        f"<ENTITIES>{bodies}</ENTITIES></CONSOLIDATED_LIST>"
    )
    return ListFile("un.xml", text.encode())


def world_bank(*rows: tuple[str, ...], downloaded: str = "07/01/2025 10:37", columns: int = 7) -> ListFile:
    header = ("Firm Name", "Additional Firm Info", "Address", "Country", "Ineligibility Period", "", "Grounds")
    dates = ("", "", "", "", "From Date", "To Date", "")
    return workbook([(f"Downloaded on: {downloaded}",), header[:columns], dates[:columns], *rows])


def workbook(rows: list[tuple[object, ...]], sheet: str = "Sheet1") -> ListFile:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    page = book.add_worksheet(sheet)
    for place, row in enumerate(rows):
        page.write_row(place, 0, row)
    book.close()
    return ListFile("list.xlsx", stream.getvalue())


def zip_of(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


FSF_COLUMNS = [
    "fileGenerationDate",
    "Entity_LogicalId",
    "Entity_EU_ReferenceNumber",
    "Entity_UnitedNationId",
    "Entity_DesignationDate",
    "Entity_DesignationDetails",
    "Entity_Remark",
    "Entity_SubjectType",
    "Entity_SubjectType_ClassificationCode",
    "Entity_Regulation_Type",
    "Entity_Regulation_OrganisationType",
    "Entity_Regulation_PublicationDate",
    "Entity_Regulation_EntryIntoForceDate",
    "Entity_Regulation_NumberTitle",
    "Entity_Regulation_Programme",
    "Entity_Regulation_PublicationUrl",
    "NameAlias_LastName",
    "NameAlias_FirstName",
    "NameAlias_MiddleName",
    "NameAlias_WholeName",
    "NameAlias_NameLanguage",
    "Address_City",
    "Address_Street",
    "Address_CountryIso2Code",
    "Address_CountryDescription",
    "Identification_Number",
    "Identification_TypeDescription",
    "Identification_CountryIso2Code",
    "Citizenship_CountryIso2Code",
]


def fsf(*rows: dict[str, str], end: str = "\n", columns: list[str] | None = None) -> ListFile:
    header = columns or FSF_COLUMNS
    base = {"fileGenerationDate": "28/10/2026", "Entity_SubjectType": "E"}
    lines = [";".join((base | row).get(column, "") for column in header) for row in rows]
    return ListFile("eu.csv", b"\xef\xbb\xbf" + ("\r\n".join([";".join(header), *lines]) + end).encode())
