"""A vendor is found however its name is written: spelling, slips, trade names, listed names, scripts; any text at all is read."""

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching import Certainty


@pytest.mark.parametrize(
    "name",
    [
        "Nuctech Warsaw Company Limited sp. z o.o.",
        "nuctech warsaw company limited sp z o.o.",
        "NUCTECH WARSAW COMPANY LIMITED SP. Z O.O.",
        "nuctech warsaw company limited sp z o.o.,",
        "Nuctech Warsaw Company Limited Sp.z o.o.",
        "Nuctech Warsaw",
    ],
)
def test_legal_form_and_punctuation_change_nothing(screened: Screened, name: str) -> None:
    matches = screened(name, "PL")
    assert (matches["nuctech-warsaw"].relation, matches["nuctech-warsaw"].certainty) == ("same", Certainty.STRONG)
    assert matches["nuctech"].relation == "affiliate"


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("ZHEJIANG DAHUA TECHNOLOGYCO.,LTD", "dahua"),
        ("Hytera Communications Co .,ltd", "hytera"),
        ("Shenzheng SenseTime", "sensetime"),
        ("Huawie Technologies", "huawei"),
        ("Hikvison Security Systems", "hikvision"),
        ("TECHNOLOGY DAHUA ZHEJIANG", "dahua"),
        ("Hangzhou Hikvision Digital Tech.", "hikvision"),
        ("HANGZHOU HIKVISION DIGITAL TECHNLGY CO LTD", "hikvision"),
    ],
)
@pytest.mark.parametrize("country", ["CN", None])
def test_slips_glued_words_order_and_short_forms_are_read(
    screened: Screened, name: str, vendor: str, country: str | None
) -> None:
    assert vendor in screened(name, country)


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("Hikvision", "hikvision"),
        ("Dahua", "dahua"),
        ("SMIC", "smic"),
        ("Semiconductor Manufacturing International Corporation", "smic"),
        ("EZVIZ", "hikvision"),
        ("IMOU", "dahua"),
        ("HiLook", "hikvision"),
        ("Tapo", "tplink"),
        ("FusionSolar", "huawei"),
        ("Face++", "megvii"),
        ("FusionSolar Partner GmbH", "huawei"),
        ("Imou Network Technology", "dahua"),
    ],
)
def test_trade_names_acronyms_and_brands_lead_to_the_vendor(screened: Screened, name: str, vendor: str) -> None:
    assert vendor in screened(name)


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("Tongfang NucTech Technology Ltd.", "nuctech"),
        ("NucTech", "nuctech"),
        ("Dahua Technology", "dahua"),
        ("Megvii Technology", "megvii"),
        ("IFLYTEK", "iflytek"),
    ],
)
def test_the_name_printed_on_a_list_leads_to_the_vendor(screened: Screened, name: str, vendor: str) -> None:
    match = screened(name, "CN")[vendor]
    assert match.relation == "same"
    assert match.certainty >= Certainty.PROBABLE


@pytest.mark.parametrize(
    ("name", "country", "vendor"),
    [
        ("华为技术有限公司", "CN", "huawei"),
        ("华为", "CN", "huawei"),
        ("同方威视", "CN", "nuctech"),
        ("同方威视技术股份有限公司", "CN", "nuctech"),
        ("АО «Лаборатория Касперского»", "RU", "kaspersky"),
        ("Лаборатория Касперского", "RU", "kaspersky"),
        ("Хуавэй (Huawei Technologies)", "CN", "huawei"),
    ],
)
def test_a_name_in_its_own_script_is_found(screened: Screened, name: str, country: str, vendor: str) -> None:
    assert screened(name, country)[vendor].relation == "same"


HOSTILE = {
    "empty": "",
    "blanks": " \t\n",
    "punctuation": "—!?.,;:()[]«»" * 20,
    "legal forms": "GmbH & Co. KG S.A. sp. z o.o. Ltd",
    "glued legal form": "有限公司",
    "lone surrogates": "\ud800\udfff",
    "override": "\u202egnp.iewauH\u202c",
    "emoji": "😀" * 50,
    "digits": "0123456789",
    "many digits": "0" * 100_000,
    "many letters": "x" * 100_000,
    "many words": "Huawei " * 20_000,
    "many members": "ARGE " + "Huawei Technologies GmbH / " * 5_000,
    "many initials": "S." * 50_000,
    "many characters of Han": "华为" * 50_000,
    "many marks": "a" + "\u0301" * 100_000,
    "escape": "\x1b[31mHuawei\x00",
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_is_read_and_what_follows_its_first_thousand_characters_is_not(screened: Screened, name: str) -> None:
    assert _ties(screened, name) == _ties(screened, name[:1000])


@pytest.mark.parametrize("disguise", ["Huawei\ud800", "\u202eHuawei", "Huawei\u200b", "Hu\u00adawei", "Huаwei"])
def test_invisible_and_look_alike_letters_hide_nobody(screened: Screened, disguise: str) -> None:
    assert "huawei" in screened(f"{disguise} Technologies Co., Ltd.")


def _ties(screened: Screened, name: str) -> set[tuple[str, str, Certainty]]:
    return {(id_, match.relation, match.certainty) for id_, match in screened(name).items()}
