"""Identifiers made comparable, and what equal or different ones say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.identifier import Identifier, same_identifier


@pytest.mark.parametrize(
    ("scheme", "written", "number"),
    [
        ("PL-KRS", "123456", "0000123456"),
        ("GB-COH", "7496944", "07496944"),
        ("PL-NIP", "PL 526-344-69-02", "5263446902"),
        ("EL-VAT", "EL094014201", "094014201"),
        ("XI-LEI", "hwup kr0m pou8 fgxb t394", "HWUPKR0MPOU8FGXBT394"),
        ("FR-SIREN", "552 100 554", "552100554"),
        ("CN-USCI", "9144 0300 1922 0382 16", "914403001922038216"),
    ],
)
def test_one_number_has_one_way_of_writing(scheme: str, written: str, number: str) -> None:
    assert Identifier.of(scheme, written).id == number


@pytest.mark.parametrize(
    ("scheme", "number", "valid"),
    [
        ("LEI", "HWUPKR0MPOU8FGXBT394", True),
        ("LEI", "HWUPKR0MPOU8FGXBT395", False),
        ("LEI", "this is bogus", False),
        ("USCC", "91330000733796106P", True),
        ("USCC", "91330000733796106Q", False),
        ("USCC", "914403001922038216", True),
        ("ISIN", "CNE100000PM8", True),
        ("ISIN", "CNE100000PM9", False),
        ("FR-RCS", "552100554", True),
        ("FR-RCS", "552100555", False),
        ("PL-VAT", "5263446902", True),
        ("PL-VAT", "5263446903", False),
        ("PL-KRS", "0000123456", None),
    ],
)
def test_check_digits_are_tried_where_the_scheme_has_them(scheme: str, number: str, valid: bool | None) -> None:
    assert Identifier.of(scheme, number).valid is valid


@pytest.mark.parametrize("scheme", ["CN-USCC", "CN-USCI", "CN-SAMR", "cn-usci"])
def test_the_codes_of_the_unified_social_credit_code_are_one_scheme(scheme: str) -> None:
    assert Identifier.of(scheme, "914403001922038216") == Identifier.of("USCC", "914403001922038216")


def test_equal_numbers_of_one_scheme_are_one_entity() -> None:
    assert same_identifier(Identifier.of("USCC", "91330000733796106P"), Identifier.of("CN-USCC", "91330000733796106p"))


def test_different_numbers_contradict_where_an_entity_has_one() -> None:
    assert same_identifier(Identifier.of("PL-KRS", "1"), Identifier.of("PL-KRS", "2")) is False
    assert same_identifier(Identifier.of("CAGE", "1AB2C"), Identifier.of("CAGE", "3DE4F")) is None


def test_junk_neither_confirms_nor_contradicts() -> None:
    assert same_identifier(Identifier.of("LEI", "this is bogus"), Identifier.of("LEI", "this is bogus")) is None
    assert same_identifier(Identifier.of("PL-KRS", " "), Identifier.of("PL-KRS", " ")) is None


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        ("PL-KRS", "Gmina Miasto Szczecin"),
        ("PL-KRS", "this is bogus"),
        ("RU-INN", "this is bogus"),
        ("PL-KRS", "1234567890123"),
        ("UEI", "this is bogus"),
        ("CAGE", "not known"),
        ("DUNS", "1234567890"),
    ],
)
def test_words_and_numbers_of_another_length_neither_confirm_nor_contradict(scheme: str, text: str) -> None:
    junk = Identifier.of(scheme, text)
    sound = {"PL-KRS": "123", "RU-INN": "7703399790", "UEI": "ZQGGHJH74DW7", "CAGE": "1AB2C", "DUNS": "12-345-6789"}
    assert same_identifier(junk, Identifier.of(scheme, sound[scheme])) is None
    assert same_identifier(junk, junk) is None


@pytest.mark.parametrize(
    ("scheme", "written", "otherwise"),
    [
        ("LEI", "hwup kr0m pou8 fgxb t394", "HWUPKR0MPOU8FGXBT394"),
        ("USCC", "9133 0000 7337 9610 6P", "91330000733796106p"),
        ("UEI", "ZQGG HJH7 4DW7", "zqgghjh74dw7"),
        ("CAGE", "1ab2c", "1AB2C"),
        ("DUNS", "12-345-6789", "123 456 789"),
        ("PL-VAT", "PL 526-344-69-02", "5263446902"),
        ("RU-INN", "77 03 39 97 90", "7703399790"),
    ],
)
def test_a_number_with_blanks_and_dashes_is_the_same_number(scheme: str, written: str, otherwise: str) -> None:
    assert same_identifier(Identifier.of(scheme, written), Identifier.of(scheme, otherwise))


def test_different_schemes_say_nothing() -> None:
    assert same_identifier(Identifier.of("PL-KRS", "1"), Identifier.of("GB-COH", "1")) is None


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_text_can_be_an_identifier_and_stays_what_it_became(scheme: str, text: str) -> None:
    once = Identifier.of(scheme, text)
    assert Identifier.of(once.scheme, once.id).valid in (once.valid, None, False)
