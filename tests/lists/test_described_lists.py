"""The official lists that watchlists/lists.yaml alone describes: small files in their layouts, and the real ones."""

from datetime import date
from pathlib import Path

import pytest

from tests.lists.readers.files import workbook
from tests.lists.store.stores import curated
from vendorscreen.errors import ListError, UsageError
from vendorscreen.lists.edition_reading import read_edition
from vendorscreen.lists.readers import ListReading
from vendorscreen.lists.store.edition import Retrieved
from vendorscreen.watchlist import installed_watchlist
from vendorscreen.watchlist.compiling import CuratedPart
from vendorscreen.watchlist.updating import import_table, update_list

DFAT_COLUMNS = (
    "Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Date of Birth",
    "Place of Birth", "Citizenship", "Address", "Additional Information", "Listing Information", "IMO Number",
    "Committees", "Control Date", "Instrument of Designation", "Targeted Financial Sanction", "Travel Ban",
    "Arms Embargo", "Maritime Restriction",
)  # fmt: skip
OFSI_COLUMNS = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,DOB,Town of Birth,Country of Birth,Nationality,Passport Details,"
    "NI Number,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,"
    "Other Information,Group Type,Alias Type,Regime,Listed On,Last Updated,Group ID"
)


def dfat(
    reference: object, name: str, type_: str, name_type: str, strength: str = "", imo: str = ""
) -> tuple[object, ...]:
    told = [reference, name, type_, name_type, strength, "1970", "Acme Town", "Atlantis", "5 Road, Minsk, Belarus"]
    return (
        *told,
        "secret",
        "2022",
        imo,
        "Autonomous (Belarus)",
        "2022-03-25",
        "Instrument 7",
        True,
        False,
        False,
        False,
    )


def ofsi(name: str, kind: str = "Prime Alias", group: str = "7", given: str = "", type_: str = "Entity") -> str:
    born = "00/00/1980,,,,,,"
    told = f"5 Road,,,,,Minsk,220,Belarus,secret,{type_},{kind},Belarus,24/04/2022,20/01/2024,{group}"
    return f" {name},{given},,,,,,{born},{told}\n"


@pytest.fixture(scope="module")
def known(root: Path, tmp_path_factory: pytest.TempPathFactory) -> CuratedPart:
    return curated(tmp_path_factory.mktemp("home"), root)


def read(known: CuratedPart, list_id: str, content: bytes) -> ListReading:
    return read_edition(list_id, [Retrieved("list", "list", content)], known.lists).reading


def test_a_row_of_the_australian_list_is_a_name_of_its_entry_as_strong_as_it_says(known) -> None:
    rows = [
        dfat(7, "Acme Optics", "Entity", "Primary Name"),
        dfat("7a", "Acme", "Entity", "Alias", "Strong"),
        dfat("7b", "AO", "Entity", "Alias", "Weak"),
        dfat("7c", "Акме", "Entity", "Original Script"),
        dfat(8, "Beta Star", "Vessel", "Primary Name", imo="9288693"),
    ]
    firm, vessel = read(known, "au-dfat", workbook([DFAT_COLUMNS, *rows]).content).entries

    assert (firm.name, firm.subject_type) == ("Acme Optics", "organisation")
    assert firm.names == [("alias", "Acme"), ("weak_alias", "AO"), ("alias", "Акме")]
    assert [(one.citation, one.particulars) for one in firm.periods] == [("Instrument 7", "Autonomous (Belarus)")]
    assert (vessel.subject_type, [str(one) for one in vessel.identifiers]) == ("vessel", ["IMO 9288693"])
    assert "secret" not in repr(firm)


@pytest.mark.parametrize("above", ["Last Updated,12/02/2022\n", "Last Updated,12/02/2022" + "," * 27 + "\n"])
def test_a_row_of_the_british_list_is_a_name_of_its_group(known, above) -> None:
    rows = ofsi("Acme", "AKA") + ofsi("Acme Optics") + ofsi("Old Acme", "FKA") + ofsi("DOE", group="8", given="Jo")

    reading = read(known, "gb-ofsi", f"{above}{OFSI_COLUMNS}\n{rows}".encode())
    firm, other = reading.entries

    assert (reading.edition, firm.name) == (date(2022, 2, 12), "Acme Optics")
    assert firm.names == [("alias", "Acme"), ("previous_name", "Old Acme")]
    assert (firm.countries, firm.addresses) == (["BY"], ["5 Road, Minsk, 220"])
    assert ([str(one.start) for one in firm.periods], other.name) == (["2022-04-24"], "Jo DOE")
    assert "secret" not in repr(firm)


@pytest.mark.parametrize(
    ("list_id", "content", "message"),
    [
        ("gb-ofsi", OFSI_COLUMNS + "\n" + ofsi("Acme"), "expected a date"),
        (
            "gb-ofsi",
            "Last Updated,12/02/2022\n" + OFSI_COLUMNS.replace("Alias Type", "Alias") + "\n",
            "no column 'Alias T",
        ),
        ("gb-ofsi", "Last Updated,12/02/2022\n" + OFSI_COLUMNS + "\n" + ofsi("Acme", "Nick"), "line 3: 'Nick' in"),
        ("gb-ofsi", "Last Updated,12/02/2022\n" + OFSI_COLUMNS + "\n" + ofsi("Acme")[:-30], "the file ends inside"),
        ("au-dfat", "<html><body>moved</body></html>", "this is a web page"),
    ],
)
def test_what_is_no_such_list_is_refused(known, list_id, content, message) -> None:
    with pytest.raises(ListError, match=message):
        read(known, list_id, content.encode())


def test_a_described_list_is_installed_screened_and_needs_no_map(root, tmp_path) -> None:
    home = tmp_path / "home"
    known = curated(home, root)
    (official,) = [one for one in known.lists if one.id == "gb-ofsi"]
    file = tmp_path / "ConList.csv"
    file.write_text(f"Last Updated,12/02/2022\n{OFSI_COLUMNS}\n{ofsi('Acme Optics')}", encoding="utf-8")
    map_ = tmp_path / "map.yaml"
    map_.write_text(
        "{id: gb-ofsi, title: t, publisher: p, jurisdiction: GB, kind: sanction, columns: {name: Name 6}}",
        encoding="utf-8",
    )

    update_list(official, known, home, sources=[str(file)])
    installed = installed_watchlist(root / "watchlists", home=home)

    assert [one.edition for one in installed.lists if one.id == "gb-ofsi"] == ["2022-02-12"]
    assert [vendor.name for vendor in installed.vendors.values() if vendor.id.startswith("gb-ofsi:")] == ["Acme Optics"]
    with pytest.raises(UsageError, match="'gb-ofsi' is read as lists"):
        import_table(file, map_, known, home)


@pytest.mark.parametrize(
    ("list_id", "name", "rows", "entries", "edition"),
    [
        ("au-dfat", "au/Australian_Sanctions_Consolidated_List_2026.xlsx", 11068, 3846, None),
        ("gb-ofsi", "uk/sanctionsconlist_2018-04-13.csv.gz", 9487, 2106, date(2018, 4, 13)),
        ("gb-ofsi", "uk/ConList_2016-02-12.csv", 800, 463, date(2016, 2, 12)),
    ],
)
def test_a_real_file_is_read_whole(known, data, list_id, name, rows, entries, edition) -> None:
    path = data / "lists_2026-11" / name
    if not path.is_file():
        pytest.skip(f"{name} is not at hand")

    reading = read(known, list_id, path.read_bytes())

    assert [(count.read, count.kept) for count in reading.files] == [(rows, rows)]
    assert (len(reading.entries), reading.edition, reading.unknown_columns) == (entries, edition, ())
