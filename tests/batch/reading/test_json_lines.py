"""JSON Lines."""

import pytest

from tests.batch.reading.conftest import Opened, rows_of
from vendorscreen.batch.reading.table import TableError


def test_every_key_of_any_line_is_a_column_and_values_stay_as_written(opened: Opened) -> None:
    table = opened('{"name": "A", "id": 7.0}\n\n{"name": "B", "vat": "007", "tags": ["x", 1], "none": null}\n')

    assert rows_of(table) == [
        {"row": 1, "name": "A", "id": "7.0", "vat": None, "tags": None, "none": None},
        {"row": 3, "name": "B", "id": None, "vat": "007", "tags": '["x", 1]', "none": None},
    ]


@pytest.mark.parametrize("line", ['{"name": "B"', "[1]", '"text"', "nonsense", '{"name": "\\ud800"}', "[" * 100_000])
def test_a_line_that_is_no_object_is_kept_and_skipped(line: str, opened: Opened) -> None:
    rows = rows_of(opened(f'{{"name": "A"}}\n{line}\n{{"name": "C"}}\n'))

    assert [(row["row"], row["name"], row.get("status")) for row in rows] == [
        (1, "A", None),
        (2, None, "skipped"),
        (3, "C", None),
    ]


def test_a_name_that_is_no_text_is_kept_and_skipped(opened: Opened) -> None:
    rows = rows_of(opened('{"name": {"en": "A"}}\n{"name": 360}\n', {"name": "name"}))

    assert [(row["name"], row.get("reason")) for row in rows] == [
        ('{"en": "A"}', "the name is a list or an object"),
        ("360", None),
    ]


def test_pairs_of_surrogates_are_one_character(opened: Opened) -> None:
    assert rows_of(opened('{"name": "A \\ud83d\\ude00"}\n')) == [{"row": 1, "name": "A 😀"}]


def test_text_in_a_code_page_is_read_and_told(opened: Opened) -> None:
    table = opened('{"name": "Müller"}\n{"name": "Söhne"}\n'.encode("cp1252"))

    assert table.notes[1].startswith("warning: line 1: no UTF-8; such text is read as cp1252")
    assert [row["name"] for row in rows_of(table)] == ["Müller", "Söhne"]


def test_utf_16_is_refused(opened: Opened) -> None:
    with pytest.raises(TableError, match="JSON Lines are UTF-8, this is utf-16"):
        opened('{"name": "Müller"}\n'.encode("utf-16-le"))


def test_too_many_different_keys_are_refused(opened: Opened) -> None:
    lines = "".join(f'{{"name": "A", "key{number}": 1}}\n' for number in range(10_001))

    with pytest.raises(TableError, match="more than 10,000 different keys"):
        opened(lines)


def test_a_list_without_names_says_what_there_is(opened: Opened) -> None:
    with pytest.raises(TableError, match="no key looks like the name of a supplier; there are: 'amount'"):
        opened('{"amount": 1}\n')


NESTED = (
    '{"id": 1, "supplier": {"name": "Example GmbH", "address": {"country": "DE"}}, "buyer": {"name": "Town"}}\n'
    '{"id": 2, "supplier": {"name": "Sample Ltd", "address": {"country": "IE"}}, "buyer": {"name": "Town"}}\n'
)


@pytest.mark.parametrize("given", [{}, {"name": "supplier.name", "country": "supplier.address.country"}])
def test_a_supplier_within_an_object_is_found_and_can_be_given(given: dict[str, str], opened: Opened) -> None:
    table = opened(NESTED, given)

    assert (table.columns.names, table.columns.country) == (("supplier.name",), "supplier.address.country")
    assert [row["supplier.name"] for row in rows_of(table)] == ["Example GmbH", "Sample Ltd"]


def test_a_key_that_stands_twice_is_told_and_the_row_skipped_only_where_it_is_read(opened: Opened) -> None:
    rows = rows_of(
        opened(
            '{"name": "A", "note": "1", "note": "2"}\n'
            '{"name": "A", "note": "1", "name": "B"}\n'
            '{"name": "A {\\"name\\": 1}", "note": "3"}\n'
            '{"name": "A", "note": {"x": 1, "x": 2}}\n'
            '{"name": "A", "n\\u0061me": "B"}\n'
        )
    )

    told = "keys that stand twice, of which the last is read: "
    assert [(row.get("status"), row.get("reason")) for row in rows] == [
        (None, f"{told}'note'"),
        ("skipped", f"not sure what is meant; {told}'name'"),
        (None, None),
        (None, f"{told}'x'"),
        ("skipped", f"not sure what is meant; {told}'name'"),
    ]
