"""Countries by any usual way of writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.country import countries_agree, country_code, country_codes, country_in_cell, country_name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("NO", "NO"), ("no", "NO"), ("NOR", "NO"), ("England", "GB"), ("UK", "GB"), ("EL", "GR"), ("GR", "GR"),
        ("XKX", "XK"), ("RE", "RE"), ("Deutschland", "DE"), ("Allemagne", "DE"), ("Niemcy", "DE"), ("中国", "CN"),
        ("P.R. China", "CN"), ("Hong Kong", "HK"), ("Korea, Republic of", "KR"), ("Türkiye", "TR"), ("TURKEY", "TR"),
        ("Côte d'Ivoire", "CI"), ("한국", "KR"),
        ("China (People's Republic)", "CN"), ("Россия", "RU"), (" fr ", "FR"),
    ],
)  # fmt: skip
def test_a_country_is_known_however_it_is_written(written: str, code: str) -> None:
    assert country_code(written) == code


@pytest.mark.parametrize("text", ["", "Sydney", "ZZ", "Europe", "Congo", "Korea", "0", "EU"])
def test_what_names_no_single_country_is_none(text: str) -> None:
    assert country_code(text) is None


def test_every_code_and_every_english_name_leads_back_to_itself() -> None:
    assert len(country_codes()) == 250
    assert all(country_code(code) == code and country_code(country_name(code)) == code for code in country_codes())


def test_china_hong_kong_macao_and_taiwan_are_related_not_equal() -> None:
    assert countries_agree("CN", "HK") is None
    assert countries_agree("CN", "CN") is True
    assert countries_agree("CN", "JP") is False
    assert countries_agree(None, "CN") is None


@given(st.text(max_size=50))
def test_any_text_is_answered(text: str) -> None:
    assert country_code(text) in {None, *country_codes()}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("中华人民共和国", "CN"), ("PR of China", "CN"), ("Republic of Ireland", "IE"), ("РФ", "RU"), ("NL - Netherlands", "NL"),
        ("HONG KONG, CHINA", "HK"), ("DE - Germany", "DE"), ("Germany (DE)", "DE"), ("D", "DE"), ("Kingdom of Denmark", "DK"),
        ("Republic of Korea", "KR"), ("Repubblica di San Marino", "SM"), ("France, Germany", None), ("Republic of Congo", None),
        ("156", None), ("", None),
    ],
)  # fmt: skip
def test_a_cell_states_a_country_in_its_own_spellings(text: str, code: str | None) -> None:
    assert country_in_cell(text) == code
