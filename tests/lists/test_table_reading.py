"""Official lists that are one table, read as their header in lists.yaml says."""

from datetime import date

import pytest

from tests.lists.readers.files import workbook
from vendorscreen.document import parse_document, validate
from vendorscreen.errors import ListError, WatchlistError
from vendorscreen.lists.edition_reading import read_edition
from vendorscreen.lists.official_list import ListsFile
from vendorscreen.lists.readers import ListReading
from vendorscreen.lists.store.edition import Retrieved

LISTS = """
edition: 2026-11-21
lists:
  - id: xx-blocked
    title: Blocked
    publisher: Ministry
    jurisdiction: FR
    url: https://example.org
    max_age_days: 7
    programmes: [XX]
    tables:
      - edition: {label: As of, form: european}
        where:
          - {column: State, is: [final], but: [cleared]}
          - {column: Side, is: [buyer]}
        columns:
          name: [Given, Family]
          id: No
          row_letters: true
          row_kind: [{column: Kind, primary: [main], alias: [aka], previous_name: [fka]}]
          subject_type: {column: Type, person: [P], organisation: [O], closed: true}
          address: [Street, Town]
          unread: [Born]
          kept: [Ban]
      - {delimiter: ";", columns: {name: Firm, country: Land}}
"""
HEADER = "No,Given,Family,Kind,State,Side,Type,Street,Town,Born,Ban\n"
ABOVE = "As of,01/02/2026\n"
AKA = "7a,,Acme,aka,final,buyer,O,,,,yes\n"
MAIN = "7,Acme,Optics,main,Final,buyer,O,5 rue A,Paris,1970,yes\n"
FORMER = "7b,Old,Acme,fka,final,buyer,O,,,,yes\n"


def read(content: str | bytes, lists: str = LISTS) -> ListReading:
    described = validate(ListsFile, parse_document(lists.encode(), "lists.yaml"), WatchlistError)
    content = content.encode() if isinstance(content, str) else content
    return read_edition("xx-blocked", [Retrieved("blocked", "blocked", content)], described.lists).reading


def test_rows_of_one_entry_are_its_names_by_their_kinds_in_any_order() -> None:
    reading = read(ABOVE + HEADER + AKA + MAIN + FORMER)
    (entry,) = reading.entries

    assert (entry.name, entry.names) == ("Acme Optics", [("alias", "Acme"), ("previous_name", "Old Acme")])
    assert (entry.subject_type, entry.addresses) == ("organisation", ["5 rue A, Paris"])
    assert [(period.programme, period.printed) for period in entry.periods] == [
        ("XX", (("State", "Final"), ("Side", "buyer"), ("Ban", "yes")))
    ]
    assert (reading.files[0].kept, reading.unknown_columns) == (3, ())


def test_an_entry_that_no_row_names_first_has_the_first_of_its_names() -> None:
    (entry,) = read(ABOVE + HEADER + AKA + FORMER).entries

    assert (entry.name, entry.names, len(entry.periods)) == ("Acme", [("previous_name", "Old Acme")], 1)


def test_the_edition_is_dated_by_the_row_above_the_header() -> None:
    assert read(ABOVE + HEADER + MAIN).edition == date(2026, 2, 1)


def test_rows_that_do_not_count_are_told_by_their_word() -> None:
    rows = MAIN.replace("7,", "8,").replace("Final", "cleared") + MAIN.replace("7,", "9,").replace("buyer", "seller")

    reading = read(ABOVE + HEADER + MAIN + rows + MAIN.replace("7,Acme,Optics", "10,,"))

    assert (reading.files[0].kept, reading.left_out) == (1, {"cleared": 1, "seller": 1})
    assert [row.reason for row in reading.skipped] == [
        "'cleared' in the column 'State' is not taken",
        "'seller' in the column 'Side' is not taken",
        "no name",
    ]


def test_of_several_layouts_the_one_whose_columns_the_file_has_is_read() -> None:
    (entry,) = read("Blocked firms\n\nFirm;Land\nAcme Optics;France\n").entries

    assert (entry.name, entry.countries) == ("Acme Optics", ["FR"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            ABOVE + HEADER + MAIN.replace("main", "nick"),
            "line 3: 'nick' in the column 'Kind' is none of the words 'main'",
        ),
        (
            ABOVE + HEADER + MAIN.replace("Final", "open"),
            "'open' in the column 'State' is none of the words 'final', 'cl",
        ),
        (ABOVE + HEADER + MAIN.replace(",O,", ",X,"), "'X' in the column 'Type' is none of the words 'P', 'O'"),
        (ABOVE + HEADER + MAIN.replace(",O,", ",,"), "'' in the column 'Type' is none of the words 'P', 'O'"),
        (ABOVE + HEADER.replace("Kind", "Kinds") + MAIN, "no column 'Kind', did you mean 'Kinds'"),
        (HEADER + MAIN, r"expected a date \(european\) beside 'As of' above the header, found none"),
        ("As of,2026-02-01\n" + HEADER + MAIN, "beside 'As of' above the header, found '2026-02-01'"),
        ("\ufeffFirm,Country\nAcme,FR\n", "no column 'Firm', known: Firm,Country.*1 more"),
        ("<html><body>moved</body></html>", "this is a web page"),
    ],
)
def test_what_is_not_as_the_header_says_is_refused_with_what_was_expected_and_found(text: str, message: str) -> None:
    with pytest.raises(ListError, match=message):
        read(text)


def test_an_old_workbook_is_refused_by_name() -> None:
    with pytest.raises(ListError, match=r"a list with a map is CSV or XLSX, this is XLS$"):
        read(b"\xd0\xcf\x11\xe0" + b"a" * 600)


def test_a_sheet_that_is_absent_is_refused() -> None:
    table = workbook([("Firm", "Land"), ("Acme", "FR")]).content
    lists = LISTS[: LISTS.index("      - edition:")] + "      - {sheet: Firms, columns: {name: Firm, country: Land}}\n"

    with pytest.raises(ListError, match=r"Firms.*Sheet1"):
        read(table, lists)
    assert [one.name for one in read(table, lists.replace("Firms", "Sheet1")).entries] == ["Acme"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("id: xx-blocked", "id: us-csl"), "'us-csl' has a reader of its own, tables are not read"),
        (("[XX]", "[XX, YY]"), "a list with tables has one programme, found 2"),
        (("id: No", "summary: No"), "row_kind needs id"),
    ],
)
def test_a_wrong_header_is_refused(change: tuple[str, str], message: str) -> None:
    with pytest.raises(WatchlistError, match=message):
        read(ABOVE + HEADER + MAIN, LISTS.replace(*change))
