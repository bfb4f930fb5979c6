"""Words read as Chinese syllables."""

import pytest

from vendorscreen.name.pinyin import is_pinyin


@pytest.mark.parametrize("word", ["zhongyuan", "huahong", "senguang", "jiutian", "xian", "lvyou"])
def test_a_word_of_whole_syllables_is_pinyin(word: str) -> None:
    assert is_pinyin(word)


@pytest.mark.parametrize("word", ["hikvision", "zhongyuam", "hsinhua", "technology", "", "a" * 1_000])
def test_a_word_with_a_letter_too_many_is_not(word: str) -> None:
    assert not is_pinyin(word)
