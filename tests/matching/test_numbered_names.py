"""Organisations that differ only in a number: the one whose number is meant, never another."""

from datetime import date

import pytest

from tests.matching.conftest import DAY
from tests.watchlist.vendors import vendor
from tests.watchlist.vendors import watchlist as listing_only
from vendorscreen.matching import Certainty, Match, match_tender
from vendorscreen.tender.tender import Collection, Party, Tender

LISTED = listing_only(
    vendor("i7", "Ruritania Optics Group Corporation 7th Research Institute", country="CN"),
    vendor("i14", "14th Research Institute of Ruritania Optics Group Corporation", country="CN"),
    vendor("i38", "Ruritania Optics Group Corporation No. 38 Research Institute", country="CN", names={"alias": ["ROGX Research Institute 38"]}),
    vendor("i43", "Ruritania Optics Group Corporation 43 Research Institute", country="CN", names={"alias": ["ROGX Research Institute 43"]}),
    vendor("unit", "Military Unit 61240", country="RU"),
    vendor("brigade", "Tikhonov Brigade 44", country="RU"),
    vendor("fund", "Meridian Growth Fund II L.P.", country="US"),
    vendor("bank", "First Zenda Bank", country="DE"),
)  # fmt: skip


def screened(name: str, country: str, day: date = DAY) -> dict[str, Match]:
    tender = Tender(
        source="test", parties=Collection((Party(id="P", name=name, country=country, roles=("tenderer",)),))
    )
    return {match.vendor.id: match for match in match_tender(tender, LISTED, day)}


@pytest.mark.parametrize(
    ("name", "country", "meant"),
    [
        ("ROGX 38th Research Institute", "CN", "i38"),
        ("Ruritania Optics Group Corporation XXXVIII Research Institute", "CN", "i38"),
        ("Thirty-Eighth Research Institute of Ruritania Optics Group Corporation", "CN", "i38"),
        ("Fourteenth Research Institute of Ruritania Optics Group Corporation", "CN", "i14"),
        ("VII Research Institute, Ruritania Optics Group Corporation", "CN", "i7"),
        ("Military Unit № 61240", "RU", "unit"),
        ("44-я Brigade Tikhonov", "RU", "brigade"),
        ("Meridian Growth Fund 2 LP", "US", "fund"),
        ("1st Zenda Bank", "DE", "bank"),
    ],
)
def test_the_organisation_of_that_number_is_found_and_no_other(name: str, country: str, meant: str) -> None:
    found = screened(name, country)
    assert list(found) == [meant]
    assert found[meant].certainty is not Certainty.POSSIBLE


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("ROGX 39th Research Institute", "CN"),
        ("Fifteenth Research Institute of Ruritania Optics Group Corporation", "CN"),
        ("Ruritania Optics Group Corporation 第八研究所", "CN"),
        ("Military Unit 61241", "RU"),
        ("Tikhonov Brigade 45", "RU"),
        ("Meridian Growth Fund III L.P.", "US"),
        ("Second Zenda Bank", "DE"),
    ],
)
def test_another_number_is_no_match(name: str, country: str) -> None:
    assert screened(name, country) == {}
