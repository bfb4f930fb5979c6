"""Numbers in names, whatever way they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.name import MATCH_THRESHOLD, comparable, compare_names
from vendorscreen.name.numeral import number_meant, numerals_in_digits, numerals_of

THIRTY_EIGHT = [
    "38", "038", "38th", "38-th", "No. 38", "No38", "№38", "№ 38", "Nº 38", "N° 38", "Nr. 38", "n. 38", "# 38", "38.", "38º", "38ª",
    "38-й", "38-ая", "38я", "38ème", "38e", "３８", "٣٨", "thirty-eight", "Thirty Eighth", "THIRTYEIGHTH", "achtunddreißigste",
    "trente-huitième", "treinta y ocho", "trigésimo octavo", "trentottesimo", "trinta e oito", "achtendertigste", "trzydziesty ósmy",
    "třicet osm", "тридцать восьмой", "тридцять восьмий", "XXXVIII", "Ⅹ".join(["", "", "", "VIII"]),
]  # fmt: skip


@pytest.mark.parametrize("written", THIRTY_EIGHT)
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert compare_names(f"Zhukov Institute {written}", "Zhukov Institute 38").similarity >= 0.9


@pytest.mark.parametrize("written", THIRTY_EIGHT)
def test_another_number_is_another_organisation_however_it_is_written(written: str) -> None:
    assert compare_names(f"Zhukov Institute {written}", "Zhukov Institute 39").similarity < MATCH_THRESHOLD


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("第三十八研究所", ("38", "research", "institute")),
        ("第38研究所", ("38", "research", "institute")),
        ("三十八所", ("38", "research", "institute")),
        ("38所", ("38", "research", "institute")),
        ("七一二所", ("712", "research", "institute")),
        ("二〇研究所", ("20", "research", "institute")),
        ("贰拾叁厂", ("23", "factory")),
        ("一百零三厂", ("103", "factory")),
        ("제38부대", ("38", "budae")),
    ],
)
def test_han_numerals_that_number_something_are_digits(text: str, words: tuple[str, ...]) -> None:
    assert comparable(text).words == words


@pytest.mark.parametrize("text", ["三一重工", "三星电子", "中国一重", "七匹狼", "统一企业", "一汽", "四川长虹", "万科"])
def test_han_numerals_in_names_stay(text: str) -> None:
    assert not any(word.isdigit() for word in comparable(text).words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One Ltd", ("one",)),
        ("First National", ("first", "national")),
        ("Seven Seas", ("seven", "seas")),
        ("Quattro Premier", ("quattro", "premier")),
        ("3M Company", ("3m",)),
        ("Mix Civil MD", ("mix", "civil", "md")),
        ("St. Petersburg No Limits", ("st", "petersburg", "no", "limits")),
        ("Twenty First Century", ("21", "century")),
        ("two thousand twelve", ("2012",)),
        ("one hundred and fortieth", ("140",)),
        ("soixante-dix-huit", ("78",)),
        ("quatre-vingt-dix-sept", ("97",)),
    ],
)
def test_only_what_can_be_nothing_else_becomes_digits(text: str, words: tuple[str, ...]) -> None:
    assert comparable(text).words == words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Military Unit 61240", "Military Unit 61241"),
        ("Military Unit 61240", "Military Unit 612"),
        ("Meridian Growth Fund III", "Meridian Growth Fund II"),
        ("Meridian Growth Fund V", "Meridian Growth Fund IV"),
        ("Tikhonov Brigade 44", "Tikhonov Forty Fifth Brigade"),
        (
            "Harbour Street Property Development Corporation 2000",
            "Harbour Street Property Development Corporation 2010",
        ),
        ("Sevastopol Unit7", "Sevastopol Unit8"),
    ],
)
def test_names_that_bear_different_numbers_do_not_match(a: str, b: str) -> None:
    assert compare_names(a, b).similarity < MATCH_THRESHOLD


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("First Bank", "1st Bank"),
        ("Bank, the First", "1st Bank"),
        ("Orion Eleven Pvt. Ltd.", "ORION 11"),
        ("Harbour Street Holding II", "Harbour Street Holding"),
        ("Unit 61240 Vityaz", "Unit 61,240 Vityaz"),
        ("Zhukov F1rst Institute 38", "Zhukov First Institute 38"),
    ],
)
def test_a_number_in_one_name_only_or_in_another_spelling_contradicts_nothing(a: str, b: str) -> None:
    assert compare_names(a, b).similarity > 0.7


def test_number_words_of_two_languages_are_hardly_one_name() -> None:
    assert compare_names("Erste Bank", "First Bank").similarity < MATCH_THRESHOLD


@pytest.mark.parametrize("word", ["mi", "di", "mix", "civil", "cd", "dc", "md", "li", "llc", "c", "d", "l", "m", "ill"])
def test_words_of_the_letters_of_roman_numerals_are_no_numbers(word: str) -> None:
    assert number_meant(word) is None


@given(st.integers(min_value=0, max_value=4000))
def test_every_way_to_write_a_number_means_it(number: int) -> None:
    assert {number_meant(word) for word in numerals_of(number)} == {number}


PIECES = [
    "no",
    "n",
    "38",
    "th",
    "first",
    "twenty",
    "hundred",
    "and",
    "y",
    "e",
    "038th",
    "a",
    "dix",
    "thousand",
    "go",
    "0",
]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_numbers_in_digits_stay_as_they_are(words: list[str]) -> None:
    once = numerals_in_digits(words)
    assert numerals_in_digits(once) == once


@given(st.lists(st.sampled_from([*PIECES, "No.", "第", "三", "十", "所", "７", "º"]), max_size=8).map(" ".join))
def test_a_name_with_numbers_made_comparable_again_stays_as_it_is(text: str) -> None:
    once = comparable(text)
    assert comparable(str(once)).tokens == once.tokens
