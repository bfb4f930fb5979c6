"""Names that may be those of natural persons."""

import pytest

from vendorscreen.name.person import may_be_a_person


@pytest.mark.parametrize(
    "name",
    [
        "Viktor Muster",
        "MUSTER Viktor",
        "Muster, Jürgen",
        "Jan BEISPIEL",
        "Иванов Иван Иванович",
        "Maria del Carmen Muster",
    ],
)
def test_a_given_name_a_patronymic_or_a_surname_in_capitals_may_be_a_person(name: str) -> None:
    assert may_be_a_person(name)


@pytest.mark.parametrize(
    "name",
    ["Viktor Muster GmbH", "Viktor Construction", "Acme Optik", "Viktor", "Marks & Spencer", "Jan 12 Muster", ""],
)
def test_a_legal_form_a_trade_word_or_a_number_is_an_organisation(name: str) -> None:
    assert not may_be_a_person(name)
