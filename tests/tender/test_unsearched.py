"""What cannot be searched of a tender's parties is told in its warnings."""

import pytest

from vendorscreen.tender import parse_tender


def warnings(supplier: str) -> list[str]:
    content = f"buyer: {{name: City}}\nsuppliers:\n  - {supplier}\n"
    return [one.message for one in parse_tender(content.encode(), "x").warnings]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("{scheme: LEI, id: 529900T8BM49AURSDO56}", "check digits wrong, not compared: LEI 529900T8BM49AURSDO56"),
        ("{scheme: CN-USCI, id: '914403001922038217'}", "check digits wrong, not compared: USCC 914403001922038217"),
        ("{scheme: VAT, id: DE12}", "scheme not known, write one such as LEI, DE-VAT or PL-KRS: 'VAT'"),
        ("{scheme: DUNS, id: '1234567890'}", "no number of its scheme, not compared: DUNS 1234567890"),
    ],
)
def test_a_number_that_compares_with_nothing_is_told(number: str, told: str) -> None:
    assert warnings(f"{{name: Acme Optik GmbH, identifier: {number}}}") == [told]


def test_who_may_be_a_person_is_told() -> None:
    told = "Viktor Muster: listed persons are not searched by name, and this may be one"
    assert warnings("{name: Viktor Muster}") == [told]


def test_of_an_organisation_with_a_right_number_nothing_is_told() -> None:
    assert warnings("{name: Acme Optik GmbH, identifier: {scheme: USCC, id: '914403001922038216'}}") == []
