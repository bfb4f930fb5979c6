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
