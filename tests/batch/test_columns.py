"""Columns of a supplier list found by their names."""

import pytest

from vendorscreen.batch import find_columns
from vendorscreen.errors import UsageError


@pytest.mark.parametrize(
    ("names", "name", "country"),
    [
        (["id", "name", "country"], "name", "country"),
        (["Fournisseur", "Pays"], "Fournisseur", "Pays"),
        (["Kreditor-Nr.", "Lieferant", "Land"], "Lieferant", "Land"),
        (["LIFNR", "NAME1", "LAND1"], "NAME1", "LAND1"),
        (["VendorName", "country_code"], "VendorName", "country_code"),
        (["Razón social", "País"], "Razón social", "País"),
        (["NAZWA FIRMY", "kraj"], "NAZWA FIRMY", "kraj"),
        (["Επωνυμία", "Χώρα"], "Επωνυμία", "Χώρα"),
        (["供应商名称", "国家"], "供应商名称", "国家"),
        (["tiekėjo pavadinimas"], "tiekėjo pavadinimas", None),
    ],
)
def test_names_and_countries_are_found_in_many_languages(names: list[str], name: str, country: str | None) -> None:
    found = find_columns(names)

    assert found is not None
    assert ((name,), country) == (found.names, found.country)


def test_the_name_of_a_supplier_goes_before_its_number_or_any_other_name() -> None:
    found = find_columns(["supplier", "name", "supplier_name"])

    assert found is not None
    assert found.names == ("supplier_name",)


def test_registered_numbers_are_found_with_what_they_are() -> None:
    found = find_columns(["name", "LEI", "USt-IdNr.", "SIREN", "Company Number"])

    assert found is not None
    assert dict(found.identifiers) == {
        "LEI": "LEI", "USt-IdNr.": "VAT", "SIREN": "FR-RCS", "Company Number": "REGISTER",
    }  # fmt: skip


def test_a_given_column_goes_before_a_usual_name() -> None:
    found = find_columns(["name", "LIFNAM"], {"name": "LIFNAM"})

    assert found is not None
    assert found.names == ("LIFNAM",)


def test_an_empty_column_says_that_there_is_none() -> None:
    found = find_columns(["name", "country"], {"country": ""})

    assert found is not None
    assert found.country is None


def test_without_a_column_of_names_nothing_is_found() -> None:
    assert find_columns(["amount", "date"]) is None


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"nam": "x"}, "'nam' is nothing a column can hold, did you mean 'name'?"),
        ({"name": "Supllier"}, "there is no column 'Supllier', did you mean 'Supplier'?"),
    ],
)
def test_a_wrong_choice_is_told_with_the_nearest_right_one(given: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        find_columns(["Supplier"], given)


def test_the_choice_reads_as_a_sentence() -> None:
    assert str(find_columns(["Lieferant", "lei"])) == "name from 'Lieferant', no country, LEI from 'lei'"


NUMBERS, NAMES, COUNTRIES = (
    ["0000100001", "0000100002", "0000100003"],
    ["Example GmbH", "Sample Ltd", "Muster AG"],
    ["DE", "IE", "AT"],
)
AMOUNTS, BUYER, EMPTY = ["1.234,50", "20.00", "5.00"], ["Town of X"] * 3, [""] * 3


@pytest.mark.parametrize(
    "columns",
    [
        {"Vendor": NUMBERS, "Name": NAMES},
        {"Supplier": NUMBERS, "Description": NAMES},
        {"Fournisseur": NUMBERS, "Nom": NAMES},
        {"BP": NUMBERS, "BP name": NAMES},
        {"Vendor No.": NUMBERS, "Search Name": NAMES},
        {"CardCode": NUMBERS, "CardName": NAMES},
        {"Authority Name": BUYER, "Supplier (Beneficiary) Name": NAMES},
        {"Organisation Name": BUYER, "Supplier": NAMES},
        {"Company": BUYER, "Vendor": NUMBERS, "Name": NAMES},
        {"仕入先コード": NUMBERS, "仕入先名": NAMES},
        {"Код": NUMBERS, "Наименование контрагента": NAMES},
        {"Supplier": NAMES, "Description": AMOUNTS},
    ],
)
def test_cells_decide_with_headers_which_column_is_the_name(columns: dict[str, list[str]]) -> None:
    found = find_columns(list(columns), None, list(columns.values()))

    assert found is not None
    assert [columns[name] for name in found.names] == [NAMES]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"Vendor": NUMBERS, "Amount": AMOUNTS}, "'Vendor' holds numbers, amounts, dates or addresses"),
        ({"Company": BUYER, "Amount": AMOUNTS}, "'Company' holds one value throughout"),
        ({"Supplier": ["Town"] * 3, "Details": NAMES}, "--column name='Supplier' or --column name='Details'"),
        (
            {"Supplier": ["Town"] * 3, "Details": ["ZTE", "SMIC", "ZTE"]},
            "--column name='Supplier' or --column name='Det",
        ),
        ({"Supplier": NAMES, "Vendor": NAMES[::-1]}, "--column name='Supplier' or --column name='Vendor'"),
        ({"Supplier 1": NAMES, "Supplier 2": NAMES[::-1]}, "--column name='Supplier 1' or --column name='Supplier 2'"),
        ({"Supplier": ["EXA", "SAM", "MUS"], "Name": NAMES}, r"'Supplier' \(EXA\) or 'Name' \(Example GmbH\)"),
        ({"Supplier": ["1", "1", "2"], "Description": NAMES}, "'Supplier' holds numbers"),
    ],
)
def test_doubt_names_the_candidates_and_the_option(columns: dict[str, list[str]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        find_columns(list(columns), None, list(columns.values()))


def test_a_rival_is_noted() -> None:
    found = find_columns(["Supplier", "Name"], None, [NAMES, NAMES[::-1]])

    assert found is not None
    assert found.notes == ("names were not read from 'Name' (Muster AG)",)


@pytest.mark.parametrize(
    "headers", [["Name 1", "Name 2", "Name 3"], ["NAME1", "NAME2", "NAME3"], ["Name", "Name 2", "Name 3"]]
)
def test_numbered_parts_of_a_name_are_joined(headers: list[str]) -> None:
    found = find_columns(["Kreditor", *headers], None, [NUMBERS, NAMES, EMPTY, EMPTY])

    assert found is not None
    assert found.names == tuple(headers)


def test_given_parts_of_a_name_are_joined_in_their_order() -> None:
    found = find_columns(["A", "B"], {"name": ("B", "A")})

    assert str(found) == "name from 'B' and 'A' joined, no country"


@pytest.mark.parametrize("cells", [AMOUNTS, ["19%", "7%", "19%"], ["1250", "33", "99"]])
def test_amounts_are_no_numbers_for_tax(cells: list[str]) -> None:
    found = find_columns(["Supplier Name", "VAT"], None, [NAMES, cells])

    assert found is not None
    assert (found.identifiers, found.notes) == ((), ("column 'VAT' not read: its cells are no numbers (VAT)",))


def test_a_column_that_holds_no_countries_is_not_the_country() -> None:
    found = find_columns(["Supplier", "Land"], None, [NAMES, ["Acker", "Feld", "Wiese"]])

    assert found is not None
    assert found.country is None


USCC = ["914403001922038216", "91110000100006602G", "911100007109310001"]


def test_a_list_of_numbers_alone_is_screened_by_them_and_says_so() -> None:
    found = find_columns(["supplier_no", "uscc", "country"], None, [["1", "2", "3"], USCC, ["CN"] * 3])

    assert found is not None
    assert (found.names, found.country, found.identifiers) == ((), "country", (("uscc", "USCC"),))
    assert found.notes == ("warning: no column holds names, only numbers are screened",)
    assert str(found) == "no name, country from 'country', USCC from 'uscc'"


def test_numbers_are_not_enough_where_another_column_may_hold_names() -> None:
    assert find_columns(["Bez.", "uscc"], None, [["ZTE", "HUAWEI", "SMIC"], USCC]) is None


def test_the_caller_may_say_that_no_column_holds_names() -> None:
    found = find_columns(["Bez.", "uscc"], {"name": ""}, [["ZTE", "HUAWEI", "SMIC"], USCC])

    assert found is not None
    assert (found.names, found.identifiers) == ((), (("uscc", "USCC"),))
