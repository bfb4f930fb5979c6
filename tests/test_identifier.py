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


def test_equal_numbers_of_one_scheme_are_one_entity() -> None:
    assert same_identifier(Identifier.of("USCC", "91330000733796106P"), Identifier.of("CN-USCC", "91330000733796106p"))


def test_different_numbers_contradict_where_an_entity_has_one() -> None:
    assert same_identifier(Identifier.of("PL-KRS", "1"), Identifier.of("PL-KRS", "2")) is False
    assert same_identifier(Identifier.of("CAGE", "1AB2C"), Identifier.of("CAGE", "3DE4F")) is None


def test_junk_neither_confirms_nor_contradicts() -> None:
    assert same_identifier(Identifier.of("LEI", "this is bogus"), Identifier.of("LEI", "this is bogus")) is None
    assert same_identifier(Identifier.of("PL-KRS", " "), Identifier.of("PL-KRS", " ")) is None


def test_different_schemes_say_nothing() -> None:
    assert same_identifier(Identifier.of("PL-KRS", "1"), Identifier.of("GB-COH", "1")) is None


@given(st.text(max_size=30), st.text(max_size=60))
def test_any_text_can_be_an_identifier_and_stays_what_it_became(scheme: str, text: str) -> None:
    once = Identifier.of(scheme, text)
    assert Identifier.of(once.scheme, once.id).valid in (once.valid, None, False)
