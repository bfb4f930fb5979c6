"""Each name in a party's name is judged by itself."""

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching import Certainty
from vendorscreen.matching.bearer import bearers
from vendorscreen.tender.tender import Party


@pytest.mark.parametrize(
    "name",
    [
        "ARGE Dahua Technology / Hikvision Deutschland GmbH",
        "RTI: Dahua Technology (mandataria) - Hikvision Italy S.r.l. (mandante)",
        "Hikvision Italy Srl t/a Dahua Technology",
    ],
)
def test_an_equal_name_of_one_never_hides_the_brand_of_another(screened: Screened, name: str) -> None:
    matches = screened(name)
    assert matches["dahua"].relation == "same"
    assert (matches["hikvision"].relation, matches["hikvision"].basis) == ("affiliate", "brand_word")
    assert matches["hikvision"].certainty is Certainty.POSSIBLE


def test_the_country_of_a_consortium_is_not_that_of_its_members(screened: Screened) -> None:
    match = screened("ARGE Müller GmbH / Huawei Technologies Co., Ltd.", "DE")["huawei"]
    assert match.certainty is Certainty.PROBABLE
    assert match.speaks_against == ("the country of a member of the consortium is not stated",)


def test_a_country_in_brackets_is_that_of_the_member() -> None:
    found = bearers(Party(id="P", name="ARGE Alfa GmbH (AT) / Beta SpA", country="DE"))
    countries = {one.part.text: one.party.country for one in found}
    assert (countries["Alfa GmbH (AT)"], countries["Beta SpA"]) == ("AT", None)


def test_a_branch_is_its_firm_wherever_it_stands(screened: Screened) -> None:
    match = screened("Huawei Technologies Co., Ltd. Ogranak Zagreb", "HR")["huawei"]
    assert (match.relation, match.similarity) == ("same", 1)
    assert match.certainty is Certainty.PROBABLE


@pytest.mark.parametrize(
    "name",
    [
        "Example Ltd on behalf of Huawei Technologies Co., Ltd.",
        "Example Ltd (part of the Huawei Technologies group)",
        "Example Ltd, member of Huawei Technologies",
    ],
)
def test_whom_a_party_acts_for_or_belongs_to_is_possible_and_no_more(screened: Screened, name: str) -> None:
    assert screened(name, "CN")["huawei"].certainty is Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("重庆海康威视科技有限公司", "hikvision"),
        ("杭州海康威視數位技術股份有限公司", "hikvision"),
        ("华为终端有限公司", "huawei"),
        ("深圳市中兴康讯电子有限公司", "zte"),
    ],
)
def test_a_brand_in_han_inside_a_longer_name_proposes_the_group(screened: Screened, name: str, vendor: str) -> None:
    match = screened(name, "CN")[vendor]
    assert (match.relation, match.certainty) == ("affiliate", Certainty.POSSIBLE)


@pytest.mark.parametrize("name", ["大华会计师事务所(特殊普通合伙)", "大华银行（中国）有限公司", "中华为民慈善基金会"])
def test_a_firm_known_to_bear_such_a_brand_is_not_proposed(screened: Screened, name: str) -> None:
    assert screened(name, "CN") == {}
