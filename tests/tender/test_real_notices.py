"""Real notices: every one is read, and a third of them say what a person read in the file.

Each line below was compared with the file by hand: id, the buyer's country, who won (name and country), who else takes
part, the first CPV code, and the estimated value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from vendorscreen.errors import InputError
from vendorscreen.tender import Tender, native_text, parse_tender, read_tender, read_tenders

REFUSED = {"eforms/sdk/X01_EEIG.xml", "malformed/no_lots_xml.xml"}
"""A registration of a company, and a root nobody knows."""


@dataclass(frozen=True)
class Seen:
    """What a person read in a notice."""

    file: str
    id: str
    buyer: str | None
    won: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    cpv: str | None = None
    value: str | None = None


COMPARED = [
    Seen("eforms/ted/2023-OJS165-00522031.xml", "00522031-2023", "BE", ("Templab Luxembourg sàrl LU",), (), "39711124", "660000 EUR"),
    Seen("eforms/ted/2023-OJS167-00524889.xml", "00524889-2023", "IT", (), (), "80500000", "439000 EUR"),
    Seen("eforms/ted/2024-OJS052-00152054.xml", "00152054-2024", "BE", (), (), "55400000", "12960000 EUR"),
    Seen("eforms/ted/2024-OJS056-00163529.xml", "00163529-2024", "BE", (), (), "79710000"),
    Seen("eforms/ted/2024-OJS065-00191534.xml", "00191534-2024", "BE", ("Belgo Facility Services BE", "M&G CLEANING BE"), (), "90911000"),
    Seen("eforms/ted/2024-OJS072-00215550.xml", "00215550-2024", "PL", ("Astrazeneca Kft. HU",), ("NEUCA S.A. PL",), "33600000", "167733600 PLN"),
    Seen("eforms/ted/2024-OJS198-00611835.xml", "00611835-2024", "BE", ("DVIT BE", "3D-ICT BE"), (), "72500000"),
    Seen("eforms/ted/537513-2025.xml", "00537513-2025", "PL", (), (), "34711000"),
    Seen("eforms/ted/587711-2025.xml", "00587711-2025", "PL", (), (), "34114200"),
    Seen("eforms/ted/00210184_2025.xml", "00210184-2025", "PL", (), (), "71200000"),
    Seen("eforms/doffin/2024-110489.xml", "8791620e-39a1-435d-985a-bee33825e3f4", "NO", ("Elbit Systems of America US",), (), "38632000"),
    Seen("eforms/doffin/2024-113575.xml", "eb49096c-83fe-4bbe-97e0-ec45d380b44b", "NO", ("Sectra Norge AS NO",), (), "48814000"),
    Seen("eforms/doffin/ContractAwardNotice_can-social_2022-927623.xml", "2022/S 107-303653", "NO", ("Avarn Security AS NO", "Securitas AS NO"), (), "79713000"),
    Seen("eforms/doffin/ContractAwardNotice_can-standard_2022-960991.xml", "2022-960991", "NO", ("Everbridge Norway AS NO",), (), "32571000"),
    Seen("eforms/doffin/ContractAwardNotice_can-standard_2023-335407.xml", "2021/S 124-329785", "NO", ("Kons AS NO",), (), "79410000"),
    Seen("eforms/sdk/can_24_maximal.xml", "15377ca1-6cf7-4060-90f0-9290128957a3", "LU", ("Gyro Soft SA LU", "The best App Ltd. DE", "Competitor FR"), ("Ayuda ES",), "79710000", "9999999.99 EUR"),
    Seen("eforms/sdk/can_24_no_tenders.xml", "da7ec2b4-ff04-4838-8e28-489a3b5c573c", "LU", (), (), "72000000"),
    Seen("eforms/sdk/veat_24.xml", "6ea164b2-228c-4ae8-b3b5-26f3946b8300", "GB", ("Direct Healthcare Services Ltd GB", "Harvest Healthcare Ltd GB", "Invacare Ltd GB"), (), "33000000"),
    Seen("eforms/sdk/can_23_contracts.xml", "f4308a76-5393-477c-ba91-f4c9fb8818a6", "GB", ("Jacobs GB", "Phoenix commercial collections GB"), (), "75242110"),
    Seen("ted_legacy/365953-2022.xml", "365953-2022", "GR", ("Consortium “DAMCO ENERGY S.A. – XIAN ELECTRIC ENGINEERING Co, Ltd” GR", "«XIAN ELECTRIC ENGINEERING Co, Ltd» CN"), (), "45232221", "27700000.00 EUR"),
    Seen("ted_legacy/291581-2016.xml", "291581-2016", "GB", ("Smiths Detection-Watford Limited GB",), (), "38581000"),
    Seen("ted_legacy/145872-2017.xml", "145872-2017", "GB", ("Morpho Detection (UK) Limited (the ‘Supplier’) GB",), (), "35121000"),
    Seen("ted_legacy/182183-2021.xml", "182183-2021", "HU", ("Prolan Innolab Ipari Informatikai Korlátolt Felelősségű Társaság HU",), (), "72267000"),
    Seen("ted_legacy/195894-2021.xml", "195894-2021", "GB", ("ChangeMaker 3D Ltd GB", "Genesis Biosciences Ltd GB", "HWM-WaterLtd GB", "Leakster Pty Ltd AU", "Noam Inc. US", "Planetek Italia IT", "SME Water Ltd GB", "Transcend Software, Inc. US"), (), "48000000"),
    Seen("ted_legacy/736603-2023.xml", "736603-2023", "HR", (), (), "42962000", "350000.00 EUR"),
    Seen("ted_legacy/148943-2018.xml", "148943-2018", "BG", (), (), "32323500", "29999.00 BGN"),
    Seen("ted_legacy/252001-2018.xml", "252001-2018", "NO", (), (), "30211300", "500000000.00 NOK"),
    Seen("ted_legacy/606674-2021.xml", "606674-2021", "PL", (), (), "80320000", "22111540.73 PLN"),
    Seen("ocds/uk/EnglishData_Release114.json", "BIP933019230", "GB", ("Tuckwells -",), (), "34144700", "23690 GBP"),
    Seen("ocds/uk/EnglishData_Release120.json", "tender_442396/1460264", "GB", ("Reliance High-Tech Limited -",), (), "35120000", "400000 GBP"),
    Seen("ocds/uk/EnglishData_Release163.json", "tender_455868/1436274", "GB", ("Zuhlke Engineering LTD GB",), (), "73000000", "39848 GBP"),
    Seen("ocds/uk/EnglishData_Release167.json", "EAST OF ENGLAND BROADBAND NETWORK Framework", "GB", ("WCL UK Ltd t/a Everything ICT GB",), (), "35120000", "118881.32 GBP"),
    Seen("ocds/uk/EnglishData_Release36.json", "20241217173912-103294", "GB", (), (), "45000000", "250001 GBP"),
    Seen("ocds/uk/ScotishData_SRel20.json", "SBC/CPS/1633", None, (), (), "42650000", "3000000.0 GBP"),
    Seen("ocds/sample_data/ocds-213czf-000-00001-05-contract.json", "ocds-213czf-000-00001-05-contract", "GB", ("AnyCorp Ltd t/a AnyCorp Cycle Provision GB",), ("Beta Corp Ltd t/a Beta Corp Construction GB",), "45233130"),
    Seen("ocds/standard/beneficial_owners_extension.json", "ocds-b3wdp1-MD-1602178295495-EV-1602179847933-1603023717142", None, ("Microsoft Moldova MD",)),
    Seen("ocds/ocdskit_realdata/record-package_1.1.json", "193399-adquisicion-scanner", None, ("MASTER SOFT SRL PY",)),
    Seen("ocds/ocdskit_realdata/release-package_1.0-1.json", "193399-adquisicion-scanner", None, ("MASTER SOFT SRL PY",)),
]  # fmt: skip


def files(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "tenders").rglob("*")):
        if path.is_file() and path.suffix != ".csv":
            yield path.relative_to(folder / "tenders").as_posix()


def described(tender: Tender, file: str) -> Seen:
    """Return what was read, in the words of the table."""
    named = [(f"{party.name} {party.country or '-'}", set(party.roles)) for party in tender.parties]
    others = {"tenderer", "subcontractor"}
    codes = [code for item in tender.items or () for code in item.cpv or ()]
    return Seen(
        file=file,
        id=tender.id or "",
        buyer=tender.buyer.country,
        won=tuple(name for name, roles in named if "supplier" in roles),
        others=tuple(name for name, roles in named if others & roles and "supplier" not in roles),
        cpv=codes[0] if codes else None,
        value=f"{tender.value.amount} {tender.value.currency}" if tender.value else None,
    )


@pytest.mark.parametrize("seen", COMPARED, ids=lambda seen: seen.file)
def test_a_notice_says_what_a_person_read_in_it(data: Path, seen: Seen) -> None:
    assert described(read_tender(data / "tenders" / seen.file), seen.file) == seen


def test_every_notice_is_read_but_what_is_none(data: Path) -> None:
    refused: dict[str, str] = {}
    for file in files(data):
        try:
            assert list(read_tenders(data / "tenders" / file)), file
        except InputError as error:
            refused[file] = str(error)
    assert set(refused) == REFUSED
    assert all("\n" not in message for message in refused.values())


def test_all_releases_of_a_large_file_are_read_and_most_say_what_is_bought(data: Path) -> None:
    tenders = list(read_tenders(data / "tenders/ocds/uk/uk_ocds_381_releases.jsonl"))
    assert len(tenders) == 381
    assert sum(len(tender.parties) > 0 for tender in tenders) == 381
    suppliers = [party for tender in tenders for party in tender.parties if "supplier" in party.roles]
    assert len(suppliers) == 267  # 268 entries, two of them with one id
    assert sum(tender.items is not None for tender in tenders) == 381


def test_the_same_notice_in_two_formats_says_the_same(data: Path) -> None:
    eforms = read_tender(data / "tenders/eforms/doffin/2024-110489.xml")
    ocds = read_tender(data / "tenders/ocds/from_eforms/2024-110489_release_0.json")
    for tender in (eforms, ocds):
        assert tender.title == "Framework Agreement - 4600004102 Night Vision Systems"
        assert [bid.id for bid in tender.bids or ()] == [f"TEN-{n:04}" for n in range(1, 14)]
        assert [(party.id, party.country) for party in tender.parties if "supplier" in party.roles] == [
            ("ORG-0003", "US")
        ]
        assert {code for item in tender.items or () for code in item.cpv or ()} == {"38632000"}
        assert tender.procurement_method == "limited"


def test_every_notice_reads_back_the_same_from_its_native_file(data: Path) -> None:
    for file in files(data):
        for tender in read_tenders(data / "tenders" / file, refused=lambda _: None) if file not in REFUSED else ():
            text = native_text(tender)
            again = parse_tender(text.encode(), tender.source)
            assert native_text(again) == text, tender.source
