"""The lists of the US Office of Foreign Assets Control in their files without headers."""

import pytest

from tests.lists.readers.files import ofac, sdn
from vendorscreen.errors import ListError
from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers import ListFile, read_official


def test_the_files_of_one_list_are_joined_by_number_and_told_apart_by_columns() -> None:
    main = ofac(sdn(36, "AEROCAR AIRLINES"), sdn(7, "DOE, John", "individual"))
    aliases = ofac('36,12,"aka","AERO-CAR",-0- ', '36,13,"fka","AEROCO",-0- ', name="alt.csv")
    addresses = ofac('36,25,"5 Main St","Havana","Cuba",-0- ', "36,26,-0- ,-0- ,-0- ,-0- ", name="add.csv")

    reading = read_official("us-ofac-sdn", [addresses, main, aliases])
    firm, person = reading.entries

    assert firm.id == "us-ofac-sdn:36"
    assert firm.names == [("alias", "AERO-CAR"), ("previous_name", "AEROCO")]
    assert (firm.addresses, firm.countries) == (["5 Main St, Havana, Cuba"], ["CU"])
    assert (firm.subject_type, person.subject_type) == ("organisation", "person")
    assert [count.read for count in reading.files] == [2, 2, 2]


def test_rows_about_a_number_that_the_main_file_lacks_are_counted_and_said() -> None:
    reading = read_official("us-ofac-sdn", [ofac(sdn(36, "A")), ofac('99,1,"aka","B",-0- ', '36,2,"aka","C",-0- ')])

    assert [(row.place, row.reason) for row in reading.skipped] == [("line 1", "number 99 is not in the main file")]


MAIN = ofac(*(sdn(number, f"FIRM {number}") for number in range(1, 101)))


def aliases(*numbers: int) -> ListFile:
    return ofac(*(f'{number},{number},"aka","ALIAS {number}",-0- ' for number in numbers), name="alt.csv")


def addresses(*numbers: int) -> ListFile:
    return ofac(*(f'{number},{number},-0- ,-0- ,"Cuba",-0- ' for number in numbers), name="add.csv")


WHOLE = addresses(*range(1, 101))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ([MAIN, aliases(1, 100), WHOLE], []),
        ([MAIN, WHOLE], ["the file of aliases is missing (about half of the names)"]),
        ([MAIN, aliases(1, 100)], ["the file of addresses is missing (all countries)"]),
        ([MAIN, aliases(1, 100, 101), WHOLE], ["alt.csv and sdn.csv are of different editions"]),
        ([MAIN, aliases(*range(1, 70)), WHOLE], ["alt.csv and sdn.csv are of different editions"]),
        ([MAIN, aliases(*range(1, 82)), WHOLE], []),
    ],
)
def test_a_list_says_which_of_its_files_is_missing_or_of_another_edition(files, expected) -> None:
    assert [gap.message for gap in read_official("us-ofac-sdn", files).gaps] == expected


def test_remarks_cut_in_a_word_go_on_in_the_comments() -> None:
    main = ofac(sdn(36, "ACME BANK", remarks="Legal Entity Number 253400WSS4"))
    comments = ofac("36,\"8YWMBUA688; a.k.a. 'AB'.\"", name="comments.csv")

    (entry,) = read_official("us-ofac-sdn", [main, comments]).entries

    assert Identifier.of("LEI", "253400WSS48YWMBUA688") in entry.identifiers
    assert ("weak_alias", "AB") in entry.names


@pytest.mark.parametrize(
    ("remarks", "identifier"),
    [
        ("Tax ID No. 7744001497 (Russia).", Identifier.of("RU-INN", "7744001497")),
        ("Registration Number 1027700167110 (Russia)", Identifier.of("RU-OGRN", "1027700167110")),
        ("Unified Social Credit Code (USCC) 9111000071093019X7 (China).", Identifier.of("USCC", "9111000071093019X7")),
    ],
)
def test_numbers_of_a_certain_scheme_are_read_from_remarks(remarks: str, identifier: Identifier) -> None:
    (entry,) = read_official("us-ofac-sdn", [ofac(sdn(36, "ACME", remarks=remarks))]).entries

    assert identifier in entry.identifiers


def test_numbers_of_an_uncertain_scheme_are_left_out() -> None:
    (entry,) = read_official("us-ofac-sdn", [ofac(sdn(36, "ACME", remarks="Registration Number 12 (Russia)."))]).entries

    assert entry.identifiers == [Identifier.of("US-OFAC", "36")]


def test_the_non_sdn_list_has_a_period_per_programme_with_the_dates_of_its_remarks() -> None:
    remarks = "Effective Date (CMIC) 02 Aug 2021; Listing Date (CMIC) 03 Jun 2021"
    main = ofac(sdn(30946, "ACME VISION CO., LTD.", programmes="CMIC-EO13959", remarks=remarks))
    other = ofac(sdn(1, "ACME BANK", programmes="UKRAINE-EO13662] [RUSSIA-EO14024"))

    (period,) = read_official("us-ofac-cons", [main]).entries[0].periods
    programmes = [one.programme for one in read_official("us-ofac-cons", [other]).entries[0].periods]

    assert (period.programme, str(period.start), str(period.published)) == ("US-NS-CMIC", "2021-08-02", "2021-06-03")
    assert programmes == ["US-OFAC-SSI", "US-OFAC-NON-SDN"]


def test_the_sdn_list_prints_no_dates() -> None:
    (entry,) = read_official("us-ofac-sdn", [ofac(sdn(36, "ACME", programmes="SDGT] [IFSR"))]).entries

    assert entry.periods[0].start is None
    assert entry.periods[0].particulars == "programmes: SDGT, IFSR"


def test_a_variant_with_plain_line_breaks_and_no_control_z_is_read() -> None:
    (entry,) = read_official("us-ofac-sdn", [ListFile("sdn.csv", f"{sdn(36, 'ACME')}\n".encode())]).entries

    assert entry.printed == "ACME"


@pytest.mark.parametrize(
    ("list_id", "code", "reason"),
    [
        ("us-ofac-sdn", "NS-PLC", "2 of 2 names stand under codes of the non-SDN list; this is us-ofac-cons"),
        ("us-ofac-cons", "SDGT", "0 of 2 names stand under codes of the non-SDN list; this is us-ofac-sdn"),
    ],
)
def test_the_two_lists_are_not_taken_for_each_other(list_id: str, code: str, reason: str) -> None:
    with pytest.raises(ListError, match=reason):
        read_official(list_id, [ofac(sdn(36, "A", programmes=code), sdn(37, "B", programmes=code))])


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ([ofac('36,12,"aka","AERO",-0- ')], "the main file .12 columns. is missing"),
        ([ofac(sdn(36, "A")), ofac(sdn(37, "B"))], "give one of each"),
        ([ListFile("x.csv", b"a,b,c\n")], "3 columns; us-ofac-sdn is CSV without header"),
        ([ListFile("x.xml", b"<sdnList/>")], "no columns; us-ofac-sdn is CSV without header"),
        (
            [ListFile("s.csv", ofac(sdn(36, "ACME", remarks="long remark")).content[:-8])],
            "a quote that opens here is never closed",
        ),
        ([ofac(sdn(36, "A"), "37,B", "38,C", "39,D")], "3 of 4 rows do not fit the layout"),
    ],
)
def test_a_cut_or_foreign_set_of_files_is_refused(files: list[ListFile], reason: str) -> None:
    with pytest.raises(ListError, match=reason):
        read_official("us-ofac-sdn", files)


@pytest.mark.parametrize("number", ["9" * 5000, "²"])
def test_a_number_that_is_none_is_a_row_that_does_not_fit(number: str) -> None:
    reading = read_official("us-ofac-sdn", [ofac(sdn(36, "A"), sdn(7, "B").replace("7", number, 1))])

    assert [row.reason for row in reading.skipped] == ["no number or no name"]
