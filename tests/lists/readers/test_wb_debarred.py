"""The World Bank listing of ineligible firms and individuals."""

import json
from datetime import date

import pytest

from tests.lists.readers.files import workbook, world_bank, zip_of
from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers import ListFile, list_table, read_official

ACME = ("ACME LTD.", "*678", "5 HIGHWAY, BAKU", "Azerbaijan", "2024-12-10", "2027-08-09", "Fraudulent Practices")


def test_a_row_is_read_and_the_last_day_printed_lies_inside_the_period() -> None:
    reading = read_official("wb-debarred", [world_bank(ACME)])
    (entry,) = reading.entries
    (period,) = entry.periods

    assert reading.edition == date(2025, 1, 7)
    assert (entry.printed, entry.countries, entry.subject_type) == ("ACME LTD.", ["AZ"], None)
    assert (str(period.start), str(period.end)) == ("2024-12-10", "2027-08-10")
    assert period.particulars == "grounds: Fraudulent Practices"


def test_a_permanent_debarment_has_no_end() -> None:
    (entry,) = read_official("wb-debarred", [world_bank((*ACME[:5], "2999-12-31", ACME[6]))]).entries

    assert entry.periods[0].end is None


@pytest.mark.parametrize(
    ("info", "names"),
    [
        ("*470", []),
        ("* 43 and 45", []),
        ("(江西省某某建材有限公司)*470", [("alias", "江西省某某建材有限公司")]),
        ("河北建设集团", [("alias", "河北建设集团")]),
        ("(FORMERLY KNOWN AS BETA JSC) *456", [("previous_name", "BETA JSC")]),
        ("*125 AKA COMPEQ", [("weak_alias", "COMPEQ")]),
        ("(aka Beta Cable Co., Ltd.)(Reg. No. 988400)*658", [("alias", "Beta Cable Co., Ltd.")]),
        ("(now known as Beta Innovate) *623 (Reg. No. 110111-6557114)", [("alias", "Beta Innovate")]),
        ("(Reg. No: 0103013617)*617", []),
        ("(江西省某某工程(集团)有限公司)*632", [("alias", "江西省某某工程(集团)有限公司")]),
        ("(某某国际软件（北京）有限公司)(Tax ID: 911) *536", [("alias", "某某国际软件（北京）有限公司")]),
        ("(f.k.a [Beta Trading Co., Ltd.])", [("previous_name", "Beta Trading Co., Ltd.")]),
        ("(formerly operating as: Beta Transit Limited)*535", [("previous_name", "Beta Transit Limited")]),
        (
            "(formerly known as BetaAids (doing business as (dba) Groupe Bêta also dba Beta Enterprise Group) *189",
            [("previous_name", "BetaAids"), ("alias", "Beta Enterprise Group"), ("alias", "Groupe Bêta")],
        ),
        ("(MUE Group) (Reg. No. 1163) *662", [("weak_alias", "MUE Group")]),
    ],
)
def test_names_are_found_among_footnotes_and_numbers(info: str, names: list[tuple[str, str]]) -> None:
    (entry,) = read_official("wb-debarred", [world_bank((ACME[0], info, *ACME[2:]))]).entries

    assert entry.names == names


def test_a_credit_code_is_an_identifier() -> None:
    info = "(某某通达新材料科技有限公司)(91110108801144696L)*647"

    (entry,) = read_official("wb-debarred", [world_bank((ACME[0], info, *ACME[2:]))]).entries

    assert entry.identifiers == [one for one in [Identifier.of("USCC", "91110108801144696L")] if one.valid]


def test_a_limit_of_scope_is_kept_as_a_caveat() -> None:
    info = "(BUT ONLY FOR ITS BUSINESS OPERATIONS IN THE WATER AND SANITATION SECTOR)"

    (entry,) = read_official("wb-debarred", [world_bank((ACME[0], info, *ACME[2:]))]).entries

    assert "WATER AND SANITATION" in (entry.periods[0].caveat or "")
    assert entry.names == []


def test_an_alias_inside_the_name_is_read() -> None:
    row = ("ACME HOLDINGS LIMITED (FORMERLY MULTI-ACME PTE LTD.)", *ACME[1:])

    (entry,) = read_official("wb-debarred", [world_bank(row)]).entries

    assert (entry.name, entry.names) == ("ACME HOLDINGS LIMITED", [("previous_name", "MULTI-ACME PTE LTD.")])


def test_rows_without_a_readable_period_are_skipped_and_said() -> None:
    reading = read_official("wb-debarred", [world_bank(ACME, (*ACME[:5], "Ongoing", ""))])

    assert [(row.place, row.reason) for row in reading.skipped] == [
        ("row 5", "no period that can be read ('2024-12-10' to 'Ongoing')")
    ]


def test_the_json_of_the_banks_interface_is_read_too() -> None:
    firm = {
        "SUPP_ID": 1,
        "SUPP_NAME": "ACME LTD.",
        "SUPP_ADDR": "5 HIGHWAY",
        "COUNTRY_NAME": "Azerbaijan",
        "DEBAR_FROM_DATE": "2024-12-10",
        "DEBAR_TO_DATE": "2027-08-09",
        "DEBAR_REASON": "Fraud",
        "ADD_SUPP_INFO": "(formerly known as BETA JSC)*407",
    }
    file = ListFile("wb.json", json.dumps({"response": {"ZPROCSUPP": [firm]}}).encode())

    (entry,) = read_official("wb-debarred", [file]).entries

    assert (entry.printed, str(entry.periods[0].start)) == ("ACME LTD.", "2024-12-10")
    assert entry.names == [("previous_name", "BETA JSC")]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (workbook([("Title", "Entity")]), "no header row with 'Firm Name'"),
        (workbook([("Firm Name", "Address"), ("", "From Date")]), "columns missing: Additional Firm Info"),
        (ListFile("x.xlsx", world_bank(ACME).content[:-100]), "no whole workbook"),
        (ListFile("x.xlsx", zip_of({"a.txt": b"x"})), "cannot be read"),
        (ListFile("x.csv", b"a,b\n"), "this is CSV"),
        (ListFile("x.json", b'{"response": {}}'), "not wb-debarred as JSON"),
        (world_bank(), "no usable row among 0"),
    ],
)
def test_a_cut_or_foreign_file_is_refused(file: ListFile, reason: str) -> None:
    with pytest.raises(ListError, match=reason):
        read_official("wb-debarred", [file])


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_table, "MAXIMUM_BYTES", 100_000)

    with pytest.raises(ListError, match="unpacks to more than 100,000 bytes"):
        read_official("wb-debarred", [ListFile("bomb.xlsx", zip_of({"xl/worksheets/sheet1.xml": b"0" * 10_000_000}))])


def test_the_size_that_a_workbook_claims_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_table, "MAXIMUM_BYTES", 100_000)
    honest = zip_of({"a": b"0" * 10_000_000})
    lying = honest.replace((10_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    with pytest.raises(ListError, match="a is not what the directory says"):
        read_official("wb-debarred", [ListFile("bomb.xlsx", lying)])
