"""Whole words of a brand in a name."""

import pytest

from vendorscreen.name import contains_words


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Hikvision Europe B.V.", "Hikvision"),
        ("ZTE Deutschland GmbH", "ZTE"),
        ("Z.T.E. Deutschland", "ZTE"),
        ("杭州海康威视数字技术股份有限公司", "海康威视"),
        ("Prama Hikvision India Private Limited", "hikvision india"),
    ],
)
def test_a_name_holds_the_words_of_a_phrase(name: str, phrase: str) -> None:
    assert contains_words(name, phrase)


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Brandschutztechnik GmbH", "ZTE"),
        ("India Hikvision", "hikvision india"),
        ("Hikvision", "Hikvision Europe"),
        ("Hikvision", ""),
        ("", "Hikvision"),
        ("海", "海康威视"),
    ],
)
def test_letters_inside_words_and_other_orders_are_not_held(name: str, phrase: str) -> None:
    assert not contains_words(name, phrase)
