"""Why like names mean two firms, and when they may mean one."""

import pytest

from vendorscreen.name import compare_names
from vendorscreen.name.telling import told_apart


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Guangzhou Senguang Communication Technology Co., Ltd", "Guangzhou Tongguang Communication Technology Co., Ltd."),
        ("Beijing Yutian Technology Co., Ltd.", "Beijing Jiutian Technology Co., Ltd."),
        ("Wuhan Zhongyuan Electronics", "Wuhan Zhongyuan Xinde Electronics"),
    ],
)  # fmt: skip
def test_words_of_other_chinese_syllables_are_other_words(a: str, b: str) -> None:
    assert told_apart(compare_names(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Shenzhen Lensun Technology", "Shenzhen Pensun Technology"),
        ("Shenzhen Tecno Technology", "Shenzhen Tenco Technology Co., Ltd."),
        ("Ferrotekno Trading LLC", "Gerrotekno Trading LLC"),
    ],
)
def test_a_letter_more_or_less_is_another_word_where_it_is_short_or_begins_otherwise(a: str, b: str) -> None:
    assert told_apart(compare_names(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Narayan Construction", "Laxmi Narayan Construction"),
        ("Fortune Electronics Ltd", "Fortune Source Electronics Co. Ltd."),
        ("Anka Solar Elektrik Danismanlik", "Anka Elektrik Uretim"),
        ("Advanced Electronics Ltd", "Advanced Electronics Development, Ltd"),
        ("Green Shipping GmbH", "Green Shipping AG"),
        ("Shenzhen Visionstor Technologies", "Shenzhen Vision"),
    ],
)
def test_a_word_more_makes_another_firm_where_the_others_tell_little(a: str, b: str) -> None:
    assert told_apart(compare_names(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hangzhou Hikvison Digital Technology", "Hangzhou Hikvision Digital Technology Co., Ltd."),
        ("Nanjing Panda Elecronics", "Nanjing Panda Electronics Company Limited"),
        ("Centec Networks Inc", "Centec Networks (Suzhou) Co., Ltd."),
        ("Jonhon Optronic Technology", "Jonhon Optronic Technology Development"),
        ("Svyaz Inginiring", "Svyaz Inzhiniring ZAO"),
        ("Guizhou Space Appliance", "Appliance Space Guizhou Co., Ltd."),
    ],
)
def test_a_slip_a_place_or_a_trade_word_leaves_a_telling_name_one(a: str, b: str) -> None:
    assert told_apart(compare_names(a, b)) is None


@pytest.mark.parametrize(
    ("a", "b"), [("Senguang Telecom", "Tongguang Telecom"), ("Narayan Mills", "Laxmi Narayan Mills")]
)
def test_which_name_comes_first_changes_nothing(a: str, b: str) -> None:
    assert (told_apart(compare_names(a, b)) is None) == (told_apart(compare_names(b, a)) is None)
