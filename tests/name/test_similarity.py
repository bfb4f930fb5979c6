"""Pairs of names: those that must match, those that must not, and what holds of all."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.name import MATCH_THRESHOLD, compare_names

ALIKE = [
    ("nuctech warsaw company limited sp z o.o.", "Nuctech Warsaw Company Limited Sp. z o.o."),
    ("NUCTECH WARSAW COMPANY LIMITED SP. Z O.O.,", "Nuctech Warsaw Company Limited"),
    ("ZHEJIANG DAHUA TECHNOLOGYCO.,LTD", "Zhejiang Dahua Technology Co., Ltd."),
    ("Hytera Communications Co .,ltd", "Hytera Communications Corporation Limited"),
    ("Shenzheng SenseTime", "Shenzhen SenseTime Technology Co., Ltd."),
    ("Huawie Technologies", "Huawei Technologies Co., Ltd."),
    ("Greizmann", "Griezmann"),
    ("HAIGE GUANGZHOU", "Guangzhou Haige"),
    ("GUANGZHOU HAIGE COMM GRP", "Guangzhou Haige Communications Group Incorporated Company"),
    ("CNOOC ENERGY TECH & SRVCES LTD", "CNOOC Energy Technology & Services Limited"),
    ("LUKOIL OIL COMP", "Lukoil Oil Company"),
    ("华为技术有限公司", "Huawei Technologies Co., Ltd."),
    ("同方威视", "同方威视技术股份有限公司"),
    ("АО «Лаборатория Касперского»", "AO Kaspersky Lab"),
    ("Xi?an Electric Engineering", "Xi'an Electric Engineering Co., Ltd."),
    ("Huawei Technologies Co”peratief U.A.", "Huawei Technologies Coöperatief U.A."),
    ("Xi\x92an Electric Engineering", "XIAN ELECTRIC ENGINEERING Co, Ltd"),
    ("WCL UK Ltd t/a Everything ICT", "Everything ICT"),
    ("Topcoat Ltd T/A TCL Group", "TCL Group"),
    ("Huawei Technologies (the ‘Supplier’)", "Huawei Technologies"),
    ("Huawei Technologies VAT PL1234567890", "Huawei Technologies"),
    ("\t## Huawei  Technologies", "Huawei Technologies"),
    ("H u a w e i", "Huawei"),
    ("Hua Wei Technologies", "Huawei Technologies"),
    ("Consortium “DAMCO ENERGY S.A. – XIAN ELECTRIC ENGINEERING Co, Ltd”", "Xian Electric Engineering Co., Ltd."),
    ("Hngzh Hkvsn Dgtl Tchnlgy", "Hangzhou Hikvision Digital Technology Co., Ltd."),
    ("InsTech Netherlands B.V. (formerly Nuctech Netherlands B.V.)", "Nuctech Netherlands"),
]

UNLIKE = [
    ("Brandschutztechnik GmbH", "ZTE Corporation"),
    ("Heiztechnik Müller", "ZTE"),
    ("Notärzte Berlin", "ZTE"),
    ("brachyterapii", "Hytera"),
    ("San Antonio Water System", "NIO"),
    ("ZELINKA & SINOVI", "Sino"),
    ("AZTEK Inc", "ZTE"),
    ("WANZTEN", "ZTE"),
    ("kasino", "Sino"),
    ("Citadel Securities", "Citadel"),
    ("Cosmos Holidays", "Cosmos"),
    ("ISS Facility Services", "ISS"),
    ("Apex Clean Energy", "Apex"),
    ("Banco Santander Chile", "Banco Santander Totta"),
    ("facchinaggi", "Chin"),
    ("Li Limited", "Limited"),
    ("CRRC", "CRCC"),
    ("CRRC", "CREC"),
    ("COSCO", "Costco"),
    ("COSCO Shipping", "Cosco Fire Protection"),
    ("ZTE", "ZTO"),
    ("ZTE", "ZTT"),
    ("BYD", "BYE"),
    ("DJI", "DJJ"),
    ("Nuctech", "Nucletron"),
    ("Nuctech", "NUTECH University"),
    ("InsTech Netherlands B.V.", "InsTech London"),
    ("Yixin Science and Technology", "Yixin Group"),
    ("Beijing Institute of Technology", "Beijing Institute of Aerospace Technology"),
    ("ICBC (Asia)", "ICBC (London)"),
    ("BELLETECH CORP", "11420 CORP."),
    ("A B C D Ltd", "A B C E Ltd"),
    ("Smiths' wares", "Smiths Detection"),
    ("Homer Laughlin China Company", "China Company"),
    ("JIANGXI HUAWEI CONSTRUCTION MATERIALS", "Huawei Technologies Co., Ltd."),
    ("Xinjiang Dahua Construction Engineering", "Zhejiang Dahua Technology Co., Ltd."),
    ("DAHUA HAWTHORN DEVELOPMENT", "Zhejiang Dahua Technology Co., Ltd."),
    ("Shanghai Dahua Scale Factory", "Zhejiang Dahua Technology Co., Ltd."),
    ("DAHUA ELECTRONICS CORPORATION", "Zhejiang Dahua Technology Co., Ltd."),
    ("Address 01", "Address 02 Trading"),
]

ANY_NAME = st.one_of(st.sampled_from([name for pair in ALIKE + UNLIKE for name in pair]), st.text(max_size=40))


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_names_of_one_organisation_are_alike(a: str, b: str) -> None:
    assert compare_names(a, b).similarity >= MATCH_THRESHOLD


@pytest.mark.parametrize(("a", "b"), UNLIKE)
def test_names_of_different_organisations_are_not(a: str, b: str) -> None:
    assert compare_names(a, b).similarity < MATCH_THRESHOLD


@pytest.mark.parametrize(
    "name", ["ZTE", "DJI", "BYD", "TCL", "CATL", "BGI", "BOE", "CGN", "NSO", "HYT", "THTF", "STVS"]
)
def test_a_short_name_is_found_exactly_or_not_at_all(name: str) -> None:
    assert compare_names(f"{name} Ltd", name).similarity > 0.9
    for slip in (f"{name}{name[-1]}", name[:-1], name[:-1] + "x", name[1] + name[0] + name[2:]):
        assert compare_names(slip, name).similarity == 0


def test_a_brand_and_its_full_name_are_as_alike_one_way_as_the_other() -> None:
    there, back = (
        compare_names(a, b).similarity
        for a, b in (("Huawei", "Huawei Technologies Co., Ltd."), ("Huawei Technologies Co., Ltd.", "Huawei"))
    )
    assert there == back > 0.5


def test_one_word_more_means_another_body() -> None:
    same = compare_names("Banco Santander", "Banco Santander").similarity
    assert compare_names("Banco Santander", "Banco Santander Chile").similarity < 0.9 < same


def test_an_acronym_is_found_among_initials_below_the_threshold() -> None:
    alike = compare_names("SMIC", "Semiconductor Manufacturing International Corporation")
    assert 0.5 <= alike.similarity < MATCH_THRESHOLD
    assert alike.aligned[0].kind == "initials"


def test_conflicting_legal_forms_cost_and_equal_ones_do_not() -> None:
    equal, missing, other = (
        compare_names("Planar GmbH", name).similarity for name in ("Planar GmbH", "Planar", "Planar AG")
    )
    assert equal == 1 > missing > other


@given(ANY_NAME, ANY_NAME)
def test_similarity_is_symmetric_and_from_0_to_1(a: str, b: str) -> None:
    one, other = compare_names(a, b), compare_names(b, a)
    assert one.similarity == other.similarity
    assert 0 <= one.similarity <= 1


@given(ANY_NAME)
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(name, name).similarity in (0, 1)


@given(st.sampled_from([b for _, b in ALIKE]), st.randoms(use_true_random=False))
def test_the_order_of_words_makes_little_difference(name: str, rng: random.Random) -> None:
    words = name.split()
    rng.shuffle(words)
    assert compare_names(" ".join(words), name).similarity > 0.6


def test_a_comparison_explains_itself_word_by_word() -> None:
    lines = str(compare_names("Hangzhou Hikvison Ltd", "Hangzhou Hikvision Digital GmbH")).splitlines()
    assert lines[0].startswith("similarity 0.")
    assert "  hangzhou = hangzhou  11 bits" in lines
    assert any("hikvison = hikvision" in line and "one letter off" in line for line in lines)
    assert any("digital  only in the second" in line for line in lines)
    assert lines[-1] == "  legal forms: ltd / gmbh"


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "...",
        "\ud800\udfff",
        "\u202egnp",
        "😀" * 50,
        "0" * 100_000,
        "a " * 50_000,
        "\x1b[31mred",
        "Ltd Ltd Ltd",
    ],
)
def test_hostile_names_raise_nothing(name: str) -> None:
    assert 0 <= compare_names(name, "Huawei Technologies").similarity < MATCH_THRESHOLD
