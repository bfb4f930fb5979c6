"""Names of four letters or fewer: the exact word and a second fact, never a slip."""

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching import Certainty
from vendorscreen.tender.tender import Collection, Item

SHORT = {
    "ZTE": "zte", "DJI": "dji", "BYD": "byd", "CATL": "catl", "BGI": "bgi", "BOE": "boe", "CGN": "cgn", "NSO": "nso", "HYT": "hytera",
    "THTF": "tongfang", "STVS": "secure-technology-value-solutions", "SMIC": "smic",
}  # fmt: skip
HOME = {"nso": "IL", "secure-technology-value-solutions": "US"}


@pytest.mark.parametrize(("name", "vendor"), SHORT.items())
def test_a_short_name_alone_is_possible_and_with_its_country_probable(
    screened: Screened, name: str, vendor: str
) -> None:
    home = HOME.get(vendor, "CN")
    assert screened(name)[vendor].certainty is Certainty.POSSIBLE
    assert screened(name, "BR")[vendor].certainty is Certainty.POSSIBLE
    assert screened(name, home)[vendor].certainty is Certainty.PROBABLE


@pytest.mark.parametrize(("name", "vendor"), SHORT.items())
def test_a_short_name_with_a_legal_form_more_is_taken_up_where_the_country_agrees(
    screened: Screened, name: str, vendor: str
) -> None:
    home = HOME.get(vendor, "CN")
    assert vendor in screened(f"{name} Co., Ltd.", home)
    abroad = screened(f"{name} S.A.S.", "FR")
    assert vendor not in abroad or abroad[vendor].relation == "affiliate"


def test_goods_that_fit_make_the_brand_in_a_short_name_probable(screened: Screened) -> None:
    drones = Collection((Item(cpv=("34711200",)),))
    assert screened("DJI Ruritania", "CH")["dji"].certainty is Certainty.POSSIBLE
    assert screened("DJI Ruritania", "CH", items=drones)["dji"].certainty is Certainty.PROBABLE


def test_a_short_name_that_is_no_vendors_is_no_match(screened: Screened) -> None:
    assert screened("Topcoat Ltd T/A TCL Group", "GB") == {}


@pytest.mark.parametrize("name", [*SHORT, "TCL"])
@pytest.mark.parametrize("country", [None, "CN"])
def test_a_short_name_with_a_typing_error_is_no_match(screened: Screened, name: str, country: str | None) -> None:
    for slip in (f"{name}{name[-1]}", name[1] + name[0] + name[2:], f"{name[:-1]}X", f"X{name}"):
        assert screened(slip, country) == {}, slip
