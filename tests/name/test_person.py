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
    ["Herr Muster", "Mme Dupont", "M. Dupont", "Sra. Ejemplo", "Pani Wzorowa", "г-н Петров", "Dr. Muster", "Mr Muster"],
)
def test_a_title_before_a_surname_may_be_a_person(name: str) -> None:
    assert may_be_a_person(name)


@pytest.mark.parametrize("name", ["ИП Петров Петр", "ФОП Шевченко О.П.", "Индивидуальный предприниматель Петров Петр"])
def test_a_sole_trader_may_be_a_person(name: str) -> None:
    assert may_be_a_person(name)


@pytest.mark.parametrize("name", ["王小明", "李华", "張偉", "欧阳明"])
def test_a_usual_chinese_surname_with_one_or_two_characters_may_be_a_person(name: str) -> None:
    assert may_be_a_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "华为",
        "黄山",
        "马钢厂",
        "张江集团",
        "王氏建设公司",
        "ИП Стройсервис",
        "Dr. Muster GmbH",
        "Frau Muster Bau",
        "Drako",
        "Pan Muster",
        "SIG Muster",
        "DR Muster",
    ],
)
def test_titles_and_surnames_do_not_make_a_person_of_an_organisation(name: str) -> None:
    assert not may_be_a_person(name)


@pytest.mark.parametrize(
    "name",
    ["Viktor Muster GmbH", "Viktor Construction", "Acme Optik", "Viktor", "Marks & Spencer", "Jan 12 Muster", ""],
)
def test_a_legal_form_a_trade_word_or_a_number_is_an_organisation(name: str) -> None:
    assert not may_be_a_person(name)
