"""Workbooks that would abort the reader or fill the memory, in every spelling of a cell."""

import io

import pytest

from tests.lists.readers.files import zip_of
from vendorscreen.errors import DocumentError
from vendorscreen.file.archive import Archive
from vendorscreen.file.sheet_bounds import check_sheets

FAR_CELL = '<c r="XFD1048576"/>'


def checked(
    rows: str,
    texts: str = "",
    after: str = "",
    *,
    path: str = "worksheets/sheet1.xml",
    shared: str = "xl/sharedStrings.xml",
) -> None:
    sheet = f'<worksheet xmlns="urn:x" xmlns:x="urn:x"><sheetData>{rows}</sheetData>{after}</worksheet>'
    check({f"xl/{path}": sheet, shared: f'<sst xmlns="urn:x">{texts}</sst>'})


def check(members: dict[str, str]) -> None:
    content = zip_of({path: text.encode() for path, text in members.items()})
    check_sheets(Archive(io.BytesIO(content), "book.xlsx", 1 << 30))


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFD1048576"/>',
        "<c r='XFD1048576'/>",
        '<c r ="XFD1048576"/>',
        '<c s="1" r="XFD1048576"/>',
        '<c\n r="xfd1048576"></c>',
        '<c r="&#88;FD1048576"/>',
        '<x:c r="XFD1048576"/>',
        '<row r="1048576">' + "<c/>" * 16_384 + "</row>",
        "<row r='1048576'>" + '<c r="A1048576"/>' + "<c/>" * 16_383 + "</row>",
    ],
)
def test_a_far_cell_is_seen_however_it_is_written(cell: str) -> None:
    with pytest.raises(DocumentError, match=r"sheet1\.xml spans 1,048,576 rows and 16,384 columns, too many to hold"):
        checked('<row r="1"><c r="A1"/></row>' + cell)


@pytest.mark.parametrize("address", ["$XFD$1048576", "A4294967295", "1", "ABCD1", ""])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(DocumentError, match="is no address of a cell"):
        checked(f"<c r='{address}'/>")


def test_cells_without_address_stand_one_after_the_other() -> None:
    with pytest.raises(DocumentError, match="spans 2 rows and 20,000 columns"):
        checked("<row/><row>" + "<c/>" * 20_000 + "</row>")


def test_an_address_across_two_blocks_is_seen() -> None:
    start = len('<worksheet xmlns="urn:x" xmlns:x="urn:x"><sheetData>')
    for before in range(1, 30):
        with pytest.raises(DocumentError, match="spans 1,048,576 rows"):
            checked("x" * ((1 << 20) - start - before) + '<c r="XFD1048576"/>')


def test_a_long_text_that_many_cells_share_is_counted_for_each() -> None:
    cells = "".join(f'<c r="A{row}" t="s"><v>0</v></c>' for row in range(1, 4001))
    texts = f"<si><t>{'A' * 500_000}</t></si>"

    with pytest.raises(DocumentError, match="repeats texts up to 2,000,000,000 characters"):
        checked(cells, texts)


@pytest.mark.parametrize("path", ["pages/evil.xml", "Evil.xml", "styles.xml", "sharedstrings"])
def test_a_sheet_is_known_wherever_it_is(path: str) -> None:
    with pytest.raises(DocumentError, match="spans 1,048,576 rows and 16,384 columns"):
        checked(FAR_CELL, path=path)


def test_a_sheet_among_the_shared_texts_is_known() -> None:
    with pytest.raises(DocumentError, match=r"sharedStrings\.xml spans 1,048,576 rows"):
        check({"xl/sharedStrings.xml": f"<sst><si><t>x</t></si><sheetData>{FAR_CELL}</sheetData></sst>"})


@pytest.mark.parametrize("path", ["foo/sharedStrings.xml", "xl/texts.xml", "xl/worksheets/texts.xml"])
def test_shared_texts_are_known_wherever_they_are(path: str) -> None:
    cells = "".join(f'<c r="A{row}" t="s"><v>0</v></c>' for row in range(1, 4001))

    with pytest.raises(DocumentError, match="repeats texts up to 2,000,000,000 characters"):
        checked(cells, f"<si><t>{'A' * 500_000}</t></si>", shared=path)


def test_of_two_members_with_shared_texts_the_longer_text_counts() -> None:
    cells = "".join(f'<c r="A{row}" t="s"><v>1</v></c>' for row in range(1, 4001))
    texts = [f"<sst><si/><si><t>{'A' * length}</t></si></sst>" for length in (1, 500_000)]

    with pytest.raises(DocumentError, match="repeats texts up to 2,000,000,000 characters"):
        check({"a": f"<worksheet><sheetData>{cells}</sheetData></worksheet>", "b": texts[1], "c": texts[0]})


def test_the_order_of_calculation_is_no_sheet() -> None:
    check({"xl/calcChain.xml": '<calcChain><c r="A1000000" i="1"/><c r="ZZ1" i="2"/></calcChain>'})


def test_a_long_text_that_few_cells_share_is_fine() -> None:
    cells = "".join(f'<c r="A{row}" t="s"><v>{int(row > 1)}</v></c>' for row in range(1, 4001))

    checked(cells, f"<si><t>{'A' * 500_000}</t></si><si><t>x</t></si>")


def test_merged_ranges_are_counted() -> None:
    with pytest.raises(DocumentError, match="merges cells 1,000,001 times"):
        checked("", after="<mergeCell/>" * 1_000_001)


@pytest.mark.parametrize("cell", ['<c r="A1" r="XFD1048576"/>', '<c r="A1" t="n" r="XFD1048576"/>'])
def test_a_cell_with_two_addresses_is_refused(cell: str) -> None:
    with pytest.raises(DocumentError, match="this is not XML: Attribute r redefined"):
        checked(cell)


@pytest.mark.parametrize("number", ["+0", "0" * 30, "<![CDATA[0]]>", "&#48;", "<!-- -->0", " 0 ", "<b>0</b>"])
def test_a_shared_text_is_counted_however_its_number_is_written(number: str) -> None:
    cells = "".join(f'<c r="A{row}" t="s"><v>{number}</v></c>' for row in range(1, 4001))

    with pytest.raises(DocumentError, match="repeats texts up to 2,000,000,000 characters"):
        checked(cells, f"<si><t>{'A' * 500_000}</t></si>")


def test_a_sheet_of_next_to_nothing_but_empty_cells_is_refused() -> None:
    with pytest.raises(DocumentError, match="spans 1,048,576 rows and 11 columns, too many to hold; write it as CSV"):
        checked('<c r="A1"/><c r="K1048576"/>')


def test_a_full_sheet_beyond_memory_is_refused() -> None:
    with pytest.raises(DocumentError, match="holds 6,000,000 cells in 600,000 rows and 10 columns, too many to hold"):
        checked("".join(f'<row r="{row}">{"<c/>" * 10}</row>' for row in range(1, 600_001)))


def test_a_member_that_unpacks_to_more_than_a_sheet_may_take_is_refused_unread() -> None:
    with pytest.raises(DocumentError, match=r"theme\.xml unpacks to 500,000,000 bytes"):
        check({"theme.xml": " " * 500_000_000})


@pytest.mark.parametrize(
    "declared", ['"4294967295"', "'2147483648'", ' = "99999999"', '="&#57;99999999"', '=" 99999999"']
)
def test_a_number_of_shared_texts_beyond_memory_is_refused(declared: str) -> None:
    spelt = declared if "=" in declared else f"={declared}"

    with pytest.raises(DocumentError, match="says that it holds more shared texts than it can"):
        check({"xl/sharedStrings.xml": f'<sst xmlns="urn:x" count="3" uniqueCount{spelt}><si><t>x</t></si></sst>'})


@pytest.mark.parametrize("place", range(65_400, 65_560, 7))
def test_a_declared_number_is_seen_where_two_blocks_meet(place: int) -> None:
    with pytest.raises(DocumentError, match="says that it holds more shared texts than it can"):
        check({"xl/sharedStrings.xml": f'<sst xmlns="{"u" * place}" uniqueCount="4294967295"/>'})


def test_a_usual_number_of_shared_texts_is_fine() -> None:
    for place in range(65_400, 65_560, 7):
        check({"xl/sharedStrings.xml": f'<sst xmlns="{"u" * place}" uniqueCount="39"><si><t>x</t></si></sst>'})
