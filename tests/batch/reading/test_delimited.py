"""CSV and its relatives, as they come from spreadsheets and systems."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.batch.reading.conftest import Opened, rows_of
from tests.soak import examples
from vendorscreen.batch.reading import open_table
from vendorscreen.batch.reading.table import CHUNK_ROWS, TableError
from vendorscreen.file.encoding import given_encoding


@pytest.mark.parametrize(
    ("delimiter", "word"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "vertical bar")]
)
def test_the_delimiter_is_found(delimiter: str, word: str, opened: Opened) -> None:
    table = opened(f"name{delimiter}country\n007{delimiter}DE\nA & B{delimiter}\n")

    assert table.notes == (f"delimiter: {word}; encoding: utf-8",)
    assert rows_of(table) == [
        {"row": 2, "name": "007", "country": "DE"},
        {"row": 3, "name": "A & B", "country": ""},
    ]


def test_a_comma_within_names_is_no_delimiter_where_the_header_has_another(opened: Opened) -> None:
    table = opened("Lieferant;Land\nMüller, Maier, Schulze;DE\nA, B, C;DE\n")

    assert [row["Lieferant"] for row in rows_of(table)] == ["Müller, Maier, Schulze", "A, B, C"]


def test_a_list_of_one_column_has_no_delimiter(opened: Opened) -> None:
    table = opened('supplier\nFoo, Inc.\n"Bar; Baz, Ltd"\n')

    assert [row["supplier"] for row in rows_of(table)] == ["Foo, Inc.", "Bar; Baz, Ltd"]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("cp1252", "UTF-8, else cp1252"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(encoding: str, told: str, opened: Opened) -> None:
    table = opened("name,city\nSociété Générale,Besançon\n".encode(encoding))

    assert f"encoding: {told}" in table.notes[0]
    assert rows_of(table) == [{"row": 2, "name": "Société Générale", "city": "Besançon"}]


def test_a_guessed_encoding_is_told_with_the_line_that_led_to_it(opened: Opened) -> None:
    lines = ["name,city", *["Plain,Town"] * 200_000, "Müller,Köln"]

    table = opened("\n".join(lines).encode("cp1252"))

    assert table.notes[1].startswith("warning: line 200002: no UTF-8; such text is read as cp1252")


def test_a_list_in_a_code_page_is_read_by_its_letters(opened: Opened) -> None:
    table = opened("Supplier;Country\r\nООО Ромашка;RU\r\nРособоронэкспорт;RU\r\n".encode("cp1251"))

    assert [row["Supplier"] for row in rows_of(table)] == ["ООО Ромашка", "Рособоронэкспорт"]
    assert table.notes[1] == ("warning: line 2: no UTF-8; such text is read as cp1251, for words such as 'ООО'")


def test_one_line_in_a_code_page_leaves_the_others_as_they_are(opened: Opened) -> None:
    lines = "name;country\nРособоронэкспорт;RU\n杭州海康威视;CN\n".encode() + "Café Société SA;FR\n".encode("cp1252")

    assert [row["name"] for row in rows_of(opened(lines))] == ["Рособоронэкспорт", "杭州海康威视", "Café Société SA"]


def test_a_list_whose_code_page_is_doubtful_is_refused_until_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "suppliers"
    path.write_bytes("name,country\nKučera,CZ\n".encode("cp1250"))

    with pytest.raises(TableError, match=r"suppliers:2:1: no UTF-8.*'Kuèera' in cp1252.*'Kučera' in cp1250.*encoding"):
        open_table(path)
    assert [row["name"] for row in rows_of(open_table(path, encoding=given_encoding("cp1250")))] == ["Kučera"]


def test_a_title_above_the_header_is_passed_over_and_told(opened: Opened) -> None:
    table = opened("Supplier list of the town,,\n\nname,country\nA,DE\n")

    assert table.notes[1] == "header on line 3; what stands above is not read"
    assert rows_of(table) == [{"row": 4, "name": "A", "country": "DE"}]


def test_the_hint_of_a_spreadsheet_about_its_delimiter_is_passed_over(opened: Opened) -> None:
    assert rows_of(opened("sep=;\nname;country\nA;DE\n")) == [{"row": 3, "name": "A", "country": "DE"}]


def test_repeated_and_blank_headers_are_told_apart(opened: Opened) -> None:
    table = opened("name,country,name,,screening_row\nA,DE,B,C,D\n", {"name": "name"})

    assert rows_of(table) == [
        {"row": 2, "name": "A", "country": "DE", "name (2)": "B", "column 4": "C", "row (2)": "D"}
    ]
    assert table.columns.names == ("name",)


def test_a_row_of_the_wrong_width_is_kept_and_says_so(opened: Opened) -> None:
    table = opened("name,country,x\nA,DE,1\nB\nFoo, Inc.,US,2\nC,DE,3,,\n")

    assert rows_of(table) == [
        {"row": 2, "name": "A", "country": "DE", "x": "1"},
        {
            "row": 3, "name": "B", "country": None, "x": None,
            "status": "skipped", "reason": "1 cells where the header has 3",
        },
        {
            "row": 4, "name": "Foo", "country": " Inc.", "x": "US",
            "status": "skipped", "reason": "4 cells where the header has 3; beyond them: 2",
        },
        {"row": 5, "name": "C", "country": "DE", "x": "3"},
    ]  # fmt: skip


def test_rows_are_numbered_by_their_first_line_also_after_cells_of_several_lines(opened: Opened) -> None:
    table = opened('name,country\n"A\r\nB",DE\r\n\nC,FR\n')

    assert [(row["row"], row["name"]) for row in rows_of(table)] == [(2, "A\r\nB"), (5, "C")]


def test_a_quote_that_is_never_closed_costs_its_own_row_only(opened: Opened) -> None:
    table = opened('name,country\nA,DE\n"B,DE\nC,DE\n"D","FR"\nE,IT\n')

    assert [(row["row"], row["name"], row.get("status")) for row in rows_of(table)] == [
        (2, "A", None), (3, '"B', "skipped"), (4, "C", None), (5, "D", None), (6, "E", None),
    ]  # fmt: skip


def test_text_after_a_closing_quote_costs_its_own_row_only(opened: Opened) -> None:
    table = opened('name,country\n"A" GmbH,DE\nB,DE\n')

    first, second = rows_of(table)
    assert first["status"] == "skipped"
    assert str(first["reason"]).startswith("quotes do not fit")
    assert second == {"row": 3, "name": "B", "country": "DE"}


def test_a_cut_last_row_is_kept_and_skipped(opened: Opened) -> None:
    table = opened('name,country\nA,DE\n"B')

    assert [(row["row"], row.get("status")) for row in rows_of(table)] == [(2, None), (3, "skipped")]


def test_zero_bytes_are_text_like_any_other(opened: Opened) -> None:
    table = opened("name,country\nHik\0vision and some more,DE\n")

    assert rows_of(table) == [{"row": 2, "name": "Hik\0vision and some more", "country": "DE"}]


def test_a_cell_of_ten_million_characters_is_read(opened: Opened) -> None:
    table = opened(f"name,note\nA,{'x' * 10_000_000}\nB,y\n")

    assert [len(str(row["note"])) for row in rows_of(table)] == [10_000_000, 1]


def test_a_line_longer_than_any_real_one_is_refused(opened: Opened) -> None:
    with pytest.raises(TableError, match=r"suppliers:3:1: a line of more than 16,777,216 characters"):
        opened(f"name,note\nA,b\nB,{'x' * 17_000_000}\n")


def test_a_list_without_a_column_of_names_says_what_there_is(opened: Opened) -> None:
    with pytest.raises(TableError, match=r"no column looks like the name of a supplier.*'amount', 'date'"):
        opened("amount,date\n1,2\n")


def test_a_given_column_is_found_under_any_header(opened: Opened) -> None:
    table = opened("LIFNAM,x\nA,1\n", given={"name": "LIFNAM"})

    assert rows_of(table) == [{"row": 2, "LIFNAM": "A", "x": "1"}]


def test_long_lists_come_in_chunks_of_one_size_and_tell_how_far_they_are(opened: Opened) -> None:
    lines = "".join(f"Company {number}\n" for number in range(CHUNK_ROWS * 2 + 5))

    chunks = list(opened("name\n" + lines).chunks())

    assert [chunk.batch.num_rows for chunk in chunks] == [CHUNK_ROWS, CHUNK_ROWS, 5]
    assert 0 < chunks[0].read < chunks[1].read <= chunks[2].read == 1.0


CELL = st.text(st.characters(codec="utf-8", exclude_characters='\r\n"\x00,;|\t\ufeff'), max_size=8)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=20))
def test_every_line_with_anything_in_it_is_one_row(rows: list[tuple[str, str]], opened: Opened) -> None:
    text = "name;country\n" + "".join(f"{name};{country}\n" for name, country in rows)

    found = rows_of(opened(text, given={"name": "name"}))

    lines = text.split("\n")
    assert [(row["row"], f"{row['name']};{row['country']}") for row in found if "status" not in row] == [
        (number, line) for number, line in enumerate(lines, 1) if 1 < number < len(lines)
    ]
