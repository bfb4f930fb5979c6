"""What is said of one organisation: names, numbers and country in the places publishers use."""

import pytest

from tests.tender.ocds.releases import read
from vendorscreen.tender.tender import Party


def only(**organisation: object) -> Party:
    return read(awards=[{"suppliers": [organisation]}]).parties.members[0]


@pytest.mark.parametrize(
    ("organisation", "name"),
    [
        ({"legalName": "Acme Ltd"}, "Acme Ltd"),
        ({"organizationName": "Acme Ltd"}, "Acme Ltd"),
        ({"name": {"en": "Acme", "es": "Cima"}}, "Acme t/a Cima"),
        ({"name": "Вершина", "name_en": "Acme"}, "Вершина t/a Acme"),
    ],
)
def test_a_name_is_found_under_every_usual_key(organisation: dict[str, object], name: str) -> None:
    assert only(**organisation).name == name


@pytest.mark.parametrize(
    "number", ["914403001922038216", [{"scheme": "USCC", "id": "914403001922038216"}], ["914403001922038216"]]
)
def test_a_number_may_stand_alone_or_in_a_list(number: object) -> None:
    assert [str(one) for one in only(name="Acme", identifier=number).identifiers] == ["USCC 914403001922038216"]


@pytest.mark.parametrize(
    "organisation",
    [{"country": "China"}, {"address": [{"countryName": "China"}]}, {"address": {"countryCode": "CN"}}],
)
def test_a_country_may_stand_in_an_address_or_beside_the_name(organisation: dict[str, object]) -> None:
    assert only(name="Acme", **organisation).country == "CN"
