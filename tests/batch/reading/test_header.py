"""Where a header stands, and that there is none."""

import pytest

from tests.batch.reading.conftest import Opened, rows_of
from vendorscreen.errors import UsageError

PAYMENTS = "12,15.05.15,70000,Example GmbH\n13,16.05.15,3000,Sample AG\n"


def test_a_list_without_header_is_refused_with_the_option(opened: Opened) -> None:
    with pytest.raises(
        UsageError, match=r"a list without header needs columns by place, such as --column name='column 2'"
    ):
        opened(PAYMENTS)


def test_a_list_without_header_is_read_by_place_with_its_first_row(opened: Opened) -> None:
    table = opened(PAYMENTS, {"name": "column 4"})

    assert [row["column 4"] for row in rows_of(table)] == ["Example GmbH", "Sample AG"]
    assert "no header: columns by place" in table.notes


def test_a_row_that_looks_like_a_header_further_down_is_none(opened: Opened) -> None:
    with pytest.raises(UsageError, match="row 3 may be a header, but it or a row above it is one of the list"):
        opened(f"{PAYMENTS}Number,Date,Amount,Supplier\n")


def test_a_label_above_the_header_is_no_header(opened: Opened) -> None:
    table = opened("Company:,Town of X,\nDate:,2026-01-01,\nVendor,Supplier name,Country\n100,Example Ltd,IE\n")

    assert table.columns.names == ("Supplier name",)
    assert [row["Supplier name"] for row in rows_of(table)] == ["Example Ltd"]


def test_years_in_a_header_are_no_rows_of_the_list(opened: Opened) -> None:
    assert opened("Supplier,Country,2024,2025\nExample Ltd,IE,1,2\n").columns.names == ("Supplier",)
