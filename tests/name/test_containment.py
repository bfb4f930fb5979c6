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


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("海康威视(香港)有限公司", "海康威视"),
        ("杭州海康威視數位技術股份有限公司", "海康威视"),
        ("深圳市華為技術有限公司", "华为"),
        ("华为终端有限公司", "华为"),
        ("上海联想电子有限公司", "聯想"),
    ],
)
def test_a_phrase_in_han_stands_inside_longer_text_in_either_form(name: str, phrase: str) -> None:
    assert contains_words(name, phrase)


@pytest.mark.parametrize(
    ("name", "phrase"),
    [("中华为民慈善基金会", "华为"), ("空中车间有限公司", "中车"), ("Zhongxing Trading", "中兴"), ("Dahua", "大华")],
)
def test_characters_across_words_and_mere_sounds_are_not_held(name: str, phrase: str) -> None:
    assert not contains_words(name, phrase)
