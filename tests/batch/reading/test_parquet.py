"""Parquet files."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.batch.reading.conftest import rows_of
from vendorscreen.batch.apart import MOST_HELD, apart
from vendorscreen.batch.reading import open_table
from vendorscreen.batch.reading.table import TableError
from vendorscreen.errors import DocumentError


def _written(path: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_columns_keep_their_types(tmp_path: Path) -> None:
    path = _written(
        tmp_path / "x", name=pa.array(["A", None], pa.large_string()), amount=[Decimal("1.50"), None],
        day=[date(2024, 1, 2), None], tags=[["x"], []],
    )  # fmt: skip

    assert rows_of(open_table(path)) == [
        {"row": 1, "name": "A", "amount": Decimal("1.50"), "day": date(2024, 1, 2), "tags": ["x"]},
        {"row": 2, "name": None, "amount": None, "day": None, "tags": []},
    ]


def test_dictionaries_of_text_are_text(tmp_path: Path) -> None:
    path = _written(tmp_path / "x", name=pa.array(["A", "B", "A"]).dictionary_encode())

    assert [row["name"] for row in rows_of(open_table(path))] == ["A", "B", "A"]


@pytest.mark.parametrize("names", [pa.array([1.5]), pa.array([b"x"]), pa.array([[1]])], ids=lambda one: str(one.type))
def test_a_column_of_names_of_another_type_is_refused(names: pa.Array, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"column 'name' holds .*, text is needed"):
        open_table(_written(tmp_path / "x", name=names), {"name": "name"})


def test_a_file_without_names_says_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="no column looks like the name of a supplier; there are: amount"):
        open_table(_written(tmp_path / "x", amount=[1]))


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    path = _written(tmp_path / "x", name=["A"] * 1000)
    path.write_bytes(path.read_bytes()[:-10])

    with pytest.raises(TableError, match="this is no Parquet file that can be read"):
        open_table(path)


def test_a_file_damaged_within_says_at_which_row(tmp_path: Path) -> None:
    path = tmp_path / "x"
    pq.write_table(pa.table({"name": [f"Company {n}" for n in range(20_000)]}), path, row_group_size=5000)
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 2000] = b"\xff" * 2000
    path.write_bytes(content)

    with pytest.raises(TableError, match=r"row \d+ cannot be read"):
        rows_of(open_table(path))


def test_long_text_repeated_many_times_comes_in_small_parts(tmp_path: Path) -> None:
    path = _written(tmp_path / "x", name=["A"] * 200, note=["x" * 1_000_000] * 200)

    sizes = [chunk.batch.nbytes for chunk in open_table(path).chunks()]

    assert max(sizes) < 2 * (1 << 24)
    assert path.stat().st_size < 2_000_000


def test_a_column_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x"
    big = pa.array(["x" * (1 << 20)] * 1030)
    pq.write_table(pa.table({"name": ["A"] * 1030, "note": big}), path, compression="zstd", use_dictionary=False)

    with pytest.raises(TableError, match=r"column 'note' of row group 0 unpacks to more than 1,073,741,824 bytes"):
        open_table(path)


def test_a_supplier_within_a_struct_is_found_and_the_struct_kept(tmp_path: Path) -> None:
    suppliers = pa.array([{"name": "Example GmbH", "country": "DE"}, None])

    table = open_table(_written(tmp_path / "x", supplier=suppliers))

    assert (table.columns.names, table.columns.country) == (("supplier.name",), "supplier.country")
    assert [(row["supplier"], row["supplier.name"]) for row in rows_of(table)] == [
        ({"name": "Example GmbH", "country": "DE"}, "Example GmbH"),
        (None, None),
    ]


def test_text_that_is_no_utf_8_is_read_as_far_as_it_can_be_and_told(tmp_path: Path) -> None:
    cells = pa.array([b"M\xfcller", None, b"Acme"]).view(pa.string())

    table = open_table(_written(tmp_path / "x", name=["A", "B", "C"], city=cells))

    assert [row["city"] for row in rows_of(table)] == ["M\ufffdller", None, "Acme"]
    assert "warning: column 'city' holds text that is no UTF-8; what could not be read is \ufffd" in table.notes


def test_a_column_whose_name_is_no_utf_8_is_refused(tmp_path: Path) -> None:
    path = _written(tmp_path / "x", name=["A"], abcdef=["B"])
    path.write_bytes(path.read_bytes().replace(b"abcdef", b"abc\xffef"))

    with pytest.raises(TableError, match="the name of a column is no UTF-8"):
        open_table(path)


def _aborting(_: Path) -> Iterator[bytes]:
    yield b"first"
    os.abort()


def _hoarding(_: Path) -> Iterator[bytes]:
    yield bytes(2 * MOST_HELD)


def test_a_file_on_which_the_library_aborts_is_refused() -> None:
    told = apart(_aborting, Path("x.parquet"))

    assert bytes(next(told)) == b"first"
    with pytest.raises(DocumentError, match=r"x\.parquet: this file is damaged: reading it ended the process"):
        next(told)


@pytest.mark.skipif(sys.platform != "linux", reason="no bound on memory elsewhere")
def test_a_file_that_takes_too_much_memory_is_refused() -> None:
    with pytest.raises(DocumentError, match="reading it takes more than 402,653,184 bytes at once"):
        list(apart(_hoarding, Path("x.parquet")))


def test_a_text_repeated_until_it_is_a_thousand_times_the_file_is_refused(tmp_path: Path) -> None:
    path = _written(tmp_path / "x", name=pa.array(["A" * 1_000_000] * 2).dictionary_encode().take(pa.array([0] * 9000)))

    with pytest.raises(TableError, match="its cells take more than 100 times its size written out, up to row 8,193"):
        open_table(path, {"name": "name"})


def test_more_columns_than_are_read_are_refused(tmp_path: Path) -> None:
    path = _written(tmp_path / "x", name=["A"], **{f"c{place}": [1] for place in range(10_000)})

    with pytest.raises(TableError, match="10,001 columns, more than 10,000 are not read"):
        open_table(path)


def test_a_list_of_names_is_skipped_and_one_of_a_single_name_read(tmp_path: Path) -> None:
    pq.write_table(pa.table({"name": [["Siemens AG"], ["A", "B"], None]}), tmp_path / "list.parquet")

    rows = rows_of(open_table(tmp_path / "list.parquet"))

    assert [(row.get("status"), row.get("reason")) for row in rows] == [
        (None, None),
        ("skipped", "the name is a list"),
        (None, None),
    ]
