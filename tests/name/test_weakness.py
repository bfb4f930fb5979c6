"""Names that tell too little to mean one organisation."""

import pytest

from vendorscreen.name.weakness import is_acronym, is_general, is_ordinary, is_short, says_little


@pytest.mark.parametrize(
    "name", ["Technology", "The Base", "Beijing", "北京", "集团", "MG LLC", "General Technology Limited"]
)
def test_places_trade_words_and_few_letters_say_little(name: str) -> None:
    assert says_little(name)


@pytest.mark.parametrize("name", ["EVE Energy", "Hikvision", "Tehran Cement", "SAIRAN", "AO KBM"])
def test_coined_words_and_several_words_say_enough(name: str) -> None:
    assert not says_little(name)


@pytest.mark.parametrize(("name", "expected"), [("MIT", True), ("MIT GmbH", False), ("SAIRAN", False), ("海康", False)])
def test_an_acronym_is_one_short_latin_word_without_a_legal_form(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected


@pytest.mark.parametrize(("name", "expected"), [("General Technology Limited", True), ("1C", False), ("MAZ", False)])
def test_an_ordinary_name_holds_known_words_only(name: str, expected: bool) -> None:
    assert is_ordinary(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("MIT GmbH", True), ("MIT", True), ("Mitra GmbH", False), ("M I T Holding", False)]
)
def test_a_short_name_is_one_short_word_beside_its_legal_form(name: str, expected: bool) -> None:
    assert is_short(name) is expected


@pytest.mark.parametrize(
    ("name", "is_equal", "expected"),
    [
        ("National Building Company", True, True), ("Korea Computer Inc.", False, True), ("Nord Gold PLC", True, False),
        ("Planet Technology", False, True), ("Kalai Industries", False, False), ("Hikvision", False, False),
    ],
)  # fmt: skip
def test_a_name_is_general_where_no_word_points_to_one_firm(name: str, is_equal: bool, expected: bool) -> None:
    assert is_general(name, is_equal=is_equal) is expected
