"""XLSX workbooks as people keep them, and as attackers make them."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.batch.reading.conftest import rows_of
from vendorscreen.batch.reading import SupplierTable, open_table
from vendorscreen.batch.reading.table import TableError
from vendorscreen.errors import UsageError

Filled = Callable[..., SupplierTable]


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    """Make a workbook, let a function fill it, and open it as a list."""

    def make(fill: Callable[[Any], None]) -> SupplierTable:
        path = tmp_path / "suppliers.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            fill(book)
        return open_table(path)

    return make


def test_cells_become_text_as_people_see_them(filled: Filled) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet("Vendors")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["name", "number", "share", "since", "active", "id"])
        sheet.write_row(1, 0, ["A", 7.0, 0.5])
        sheet.write_datetime(1, 3, date(2024, 1, 2), day)
        sheet.write_boolean(1, 4, True)
        sheet.write_string(1, 5, "007")

    assert rows_of(filled(fill)) == [
        {"row": 2, "name": "A", "number": "7", "share": "0.5", "since": "2024-01-02", "active": "TRUE", "id": "007"}
    ]


def test_a_formula_counts_by_its_value(filled: Filled) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["name", "country"])
        sheet.write_formula(1, 0, '="Hik"&"vision"', None, "Hikvision")

    assert rows_of(filled(fill)) == [{"row": 2, "name": "Hikvision", "country": None}]


def test_a_hidden_sheet_is_not_read_and_told(filled: Filled) -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("Old").hide()
        for name in ("Cover", "List", "Other"):
            sheet = book.add_worksheet(name)
            if name == "Cover":
                sheet.activate()
                sheet.set_first_sheet()
            sheet.write_row(0, 0, ["name"] if name != "Cover" else ["Vendors of the town"])
            sheet.write_row(1, 0, [name])

    table = filled(fill)

    assert table.notes == (
        "sheet: List",
        "warning: not read: sheet Cover, Other; choose with --sheet",
        "warning: hidden, not read: sheet Old",
    )
    assert rows_of(table) == [{"row": 2, "name": "List"}]


def test_rows_are_numbered_as_in_the_sheet_with_a_title_and_empty_rows_and_columns(filled: Filled) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write(2, 1, "Vendors")
        sheet.write_row(4, 1, ["name", "country"])
        sheet.write_row(5, 1, ["A", "DE"])
        sheet.write_row(8, 1, ["B", "FR"])

    rows = rows_of(filled(fill))

    assert [(row["row"], row["name"]) for row in rows] == [(6, "A"), (7, None), (8, None), (9, "B")]


def test_a_name_merged_over_rows_is_told_for_those_that_lack_it(filled: Filled) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["city", "name"])
        sheet.merge_range(1, 1, 3, 1, "Merged Ltd")
        sheet.write_column(1, 0, ["x", "y", "z"])

    assert [row.get("reason") for row in rows_of(filled(fill))] == [
        None,
        "no name: the cell is merged with that of row 2",
        "no name: the cell is merged with that of row 2",
    ]


def test_a_workbook_without_names_says_where_was_looked(filled: Filled) -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("Only").write_row(0, 0, ["amount"])

    with pytest.raises(TableError, match=r"no visible sheet \(Only\) has a column that looks like the name"):
        filled(fill)


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as file,
    ):
        for _ in range(1030):
            file.write(b" " * (1 << 20))

    with pytest.raises(TableError, match=r"unpacks to more than 1,073,741,824 bytes"):
        open_table(path)


def test_two_cells_at_far_corners_are_refused_before_they_fill_the_memory(filled: Filled) -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "name")
        sheet.write(1_048_575, 16_383, "far")

    with pytest.raises(TableError, match=r"spans 1,048,576 rows and 16,384 columns, too many to hold"):
        filled(fill)


def test_a_file_within_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "liar.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 100_000)
    size = (100_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (10).to_bytes(4, "little")))

    with pytest.raises(TableError, match=r"this is no whole workbook"):
        open_table(path)


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write_row(0, 0, ["name"])
    path.write_bytes(path.read_bytes()[:-200])

    with pytest.raises(TableError, match=r"this is no whole workbook"):
        open_table(path)


def test_another_archive_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")

    with pytest.raises(TableError, match=r"this workbook cannot be read"):
        open_table(path)


def test_the_sheet_that_says_most_of_suppliers_is_read_not_a_cover(filled: Filled) -> None:
    def fill(book: Any) -> None:
        book.add_worksheet("Cover").write_row(0, 0, ["Company", "Town of X"])
        sheet = book.add_worksheet("Suppliers")
        sheet.write_row(0, 0, ["Supplier name", "Country"])
        sheet.write_row(1, 0, ["Example Ltd", "IE"])

    assert rows_of(filled(fill)) == [{"row": 2, "Supplier name": "Example Ltd", "Country": "IE"}]


def test_a_sheet_with_more_columns_than_are_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, ["name", *map(str, range(10_000))])

    with pytest.raises(UsageError, match="10,001 columns, more than 10,000 are not read"):
        open_table(path)
