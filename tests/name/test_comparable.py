"""Names made comparable: letters, scripts, initials, legal forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.name import comparable
from vendorscreen.name.folding import LONGEST_NAME, folded_words


@pytest.mark.parametrize(
    "text",
    [
        "Huаwei Tеchnоlоgies",  # Cyrillic а, е, о
        "Ηuawei Τechnologies",  # Greek Η, Τ
        "Hua\u200bwei Technologies",
        "Ｈｕａｗｅｉ Technologies",
        "HUAWEI  TECHNOLOGIES",
        "Húawei Téchnologies",
        "\u202eHuawei Technologies",
        "Huawei\u00a0Technologies",
    ],
)
def test_disguises_of_letters_change_nothing(text: str) -> None:
    assert comparable(text).words == ("huawei", "technologies")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("华为技术有限公司", ("huawei", "technology")),
        ("華為技術有限公司", ("huawei", "technology")),
        ("АО «Лаборатория Касперского»", ("laboratoriya", "kasperskogo")),
        ("ΤΕΡΝΑ ΑΝΩΝΥΜΗ ΕΤΑΙΡΕΙΑ", ("terna",)),
        ("I.B.M. Corp.", ("ibm",)),
        ("S. A. P. AG", ("sap",)),
        ("Marks & Spencer plc", ("marks", "spencer")),
        ("McDonald's", ("mcdonalds",)),
        ("3M Company", ("3m",)),
    ],
)
def test_every_script_and_habit_becomes_latin_words(text: str, words: tuple[str, ...]) -> None:
    assert comparable(text).words == words


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Huawei Technologies Co., Ltd.", "co ltd"),
        ("Müller Gesellschaft mit beschränkter Haftung", "gmbh"),
        ("Budimex spółka z ograniczoną odpowiedzialnością", "sp zoo"),
        ("ООО Планар", "ooo"),
        ("Planar OOO", "ooo"),
        ("ТОВ Планар", "ooo"),
        ("株式会社日立製作所", "kk"),
        ("삼성전자 주식회사", "co ltd"),
        ("杭州海康威视数字技术股份有限公司", "co ltd"),
        ("Acme Société Anonyme", "sa"),
        ("ΤΕΡΝΑ Ανώνυμη Εταιρεία", "ae"),
        ("ΤΕΡΝΑ Α.Ε.", "ae"),
        ("Tata Private Limited", "pvt ltd"),
        ("Vestas A/S", "as"),
        ("Nokia Oyj", "oy"),
    ],
)
def test_legal_forms_are_kept_apart_in_any_place_and_language(text: str, form: str) -> None:
    found = comparable(text)
    assert [found_form.form for found_form in found.forms] == [form]
    assert found.words


@pytest.mark.parametrize("text", ["Ltd", "GmbH & Co. KG", "S.A.", "Co"])
def test_a_name_of_legal_forms_alone_keeps_them_as_words(text: str) -> None:
    assert comparable(text).words


@pytest.mark.parametrize("text", ["As You Like It Theatre", "Pt Reyes Farms", "Coca Cola As Usual"])
def test_short_words_inside_a_name_are_no_legal_forms(text: str) -> None:
    assert len(comparable(text).words) >= 2


@given(st.text(max_size=60))
def test_making_comparable_what_is_comparable_changes_nothing(text: str) -> None:
    once = folded_words(text)
    assert folded_words(" ".join(once)) == once


@given(st.text(max_size=60))
def test_words_hold_only_small_latin_letters_and_digits(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in folded_words(text))


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "a " * 50_000, "й" * 100_000, "有" * 100_000, "😀" * 100_000, "S." * 50_000]
)
def test_a_hostile_name_costs_no_more_than_its_first_characters(text: str) -> None:
    assert comparable(text) == comparable(text[:LONGEST_NAME])
