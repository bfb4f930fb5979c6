"""Tables in text files: every row is kept or counted as skipped, and a cut file is refused."""

import pytest

from vendorscreen.errors import ListError
from vendorscreen.lists.readers import list_table
from vendorscreen.lists.readers.entry import Tally
from vendorscreen.lists.readers.list_file import ListFile
from vendorscreen.lists.readers.list_table import named_rows, plain_rows, quoted_rows


def named(text: str, tally: Tally) -> list[tuple[int, dict[str, str]]]:
    rows = plain_rows(ListFile("t.csv", text.encode()))
    return list(named_rows(rows, tally, required=["name", "id"], known=["name", "id"]))


def test_columns_are_bound_by_name_and_lines_counted_through_cells_of_several_lines() -> None:
    tally = Tally("t.csv")

    rows = named('id,name\n1,"A\nB"\n2,C\n', tally)

    assert rows == [(2, {"id": "1", "name": "A\nB"}), (4, {"id": "2", "name": "C"})]


def test_a_preamble_before_the_header_is_passed_over() -> None:
    assert named("Report Date: 29-Apr-2026\nid,name\n1,A\n", Tally("t.csv")) == [(3, {"id": "1", "name": "A"})]


def test_rows_that_do_not_fit_are_skipped_with_line_and_reason() -> None:
    tally = Tally("t.csv")

    rows = named("id,name,new\n1,A,x\n2,B\n,,\nid,name,new\n3,C,y\n", tally)

    assert [fields["name"] for _, fields in rows] == ["A", "C"]
    assert [(row.place, row.reason) for row in tally.skipped] == [
        ("line 3", "2 cells where the header has 3"),
        ("line 4", "an empty row"),
        ("line 5", "the header again"),
    ]
    assert tally.unknown_columns == ["new"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            'id,name\n1,"A',
            "line 2: quotes do not fit \\(a quote that opens here is never closed\\); the file is cut off or damaged",
        ),
        ("id,name\n1,A\n2,B", "line 3: the file ends inside this row"),
        ('id,name\n1,"A"x\n', "line 2: quotes do not fit"),
        ("a,b\n1,2\n", "no header row with the columns id, name"),
    ],
)
def test_a_cut_or_foreign_file_is_refused_with_the_place(text: str, reason: str) -> None:
    with pytest.raises(ListError, match=reason):
        named(text, Tally("t.csv"))


def test_a_last_row_without_a_line_break_is_whole_where_a_quote_closes_it() -> None:
    assert len(named('"id","name"\n"1","A"', Tally("t.csv"))) == 1


def test_one_control_z_at_the_end_is_no_row() -> None:
    assert list(plain_rows(ListFile("t.csv", b"1,A\r\n\x1a"))) == [(1, ["1", "A"])]


def test_too_many_rows_that_do_not_fit_are_another_list() -> None:
    tally = Tally("t.csv")
    list(named("id,name\n1,A\nx\ny\n", tally))
    tally.keep("t")

    with pytest.raises(ListError, match="2 of 3 rows do not fit"):
        tally.check()


def test_a_declared_count_must_be_met() -> None:
    tally = Tally("t.json")
    tally.keep("t")

    with pytest.raises(ListError, match="says that it holds 2 entries, but holds 1"):
        tally.check(2)


def test_bare_quotes_of_a_publisher_are_read_as_written() -> None:
    text = 'a;b;c\n1;"Abu" Ali;x\n2;say "hi";y\n3;"two\nlines";z\n4;"a ""b"" c";w\n'

    rows = list(quoted_rows(ListFile("f.csv", text.encode()), ";"))

    assert [cells for _, cells in rows] == [
        ["a", "b", "c"],
        ["1", '"Abu" Ali', "x"],
        ["2", 'say "hi"', "y"],
        ["3", "two\nlines", "z"],
        ["4", 'a "b" c', "w"],
    ]
    assert [line for line, _ in rows] == [1, 2, 3, 4, 6]


def test_a_file_with_bare_quotes_that_is_cut_is_refused() -> None:
    with pytest.raises(ListError, match="line 2: the file ends inside this row"):
        list(quoted_rows(ListFile("f.csv", b"a;b;c\n1;2"), ";"))


def test_a_last_row_that_is_cut_after_a_quote_is_found_by_its_cells() -> None:
    with pytest.raises(ListError, match="line 3: the file ends inside this row"):
        named('"id","name"\n"1","A"\n"2"', Tally("t.csv"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_the_same_in_blocks_of_any_size(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    text = end.join(["a,b", '"1', '2",3', "", "4,5"]) + end
    file = ListFile.of("l.csv", text.encode())
    whole = list(plain_rows(file))
    for size in range(1, 12):
        monkeypatch.setattr(list_table, "_BLOCK", size)
        assert list(plain_rows(file)) == whole
    assert [cells for _, cells in whole] == [["a", "b"], [f"1{end}2", "3"], ["4", "5"]]
