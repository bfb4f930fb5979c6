"""Organisations outside the places of the standard: read where a key names their role, else told with their place."""

import pytest

from tests.tender.ocds.releases import read
from vendorscreen.tender import Tender

FIRM = {"name": "Acme", "identifier": {"scheme": "GB-COH", "id": "00000001"}}


def seen(tender: Tender) -> dict[str | None, tuple[str, ...]]:
    return {party.name: party.roles for party in tender.parties}


UNREAD = "stands at a place that is not read; it"


def told(tender: Tender) -> list[str]:
    return [f"{warning.field}: {warning.message}" for warning in tender.warnings]


@pytest.mark.parametrize(
    ("release", "role"),
    [
        ({"tender": {"suppliers": [{"name": "Acme"}]}}, "supplier"),
        ({"tender": {"bidders": ["Acme"]}}, "tenderer"),
        ({"tender": {"lots": [{"id": "1", "awards": [{"suppliers": [{"name": "Acme"}]}]}]}}, "supplier"),
        ({"tender": {"items": [{"manufacturer": "Acme"}]}}, "manufacturer"),
        ({"tender": {"invitedSuppliers": [{"name": "Acme"}]}}, "interestedParty"),
        ({"planning": {"quotes": [{"issuingSupplier": {"name": "Acme"}}]}}, "supplier"),
        ({"contracts": [{"implementation": {"transactions": [{"payee": {"name": "Acme"}}]}}]}, "payee"),
        ({"contracts": [{"implementation": {"transactions": [{"supplier": {"name": "Acme"}}]}}]}, "supplier"),
        ({"contracts": [{"subContractors": ["Acme"]}]}, "subcontractor"),
        ({"winner_name": "Acme"}, "supplier"),
        ({"tender": {"tenderers": {"tenderer": [{"name": "Acme"}]}}}, "tenderer"),
        ({"adjudicatarios": [{"name": "Acme"}]}, "supplier"),
        ({"awards": [{"proveedores": [{"nombre": "Acme"}]}]}, "supplier"),
        ({"awards": [{"proveedor": {"razon_social": "Acme"}}]}, "supplier"),
        ({"awards": [{"serviceProvider": {"legalName": "Acme"}}]}, "supplier"),
        ({"awards": [{"service_providers": [{"name": "Acme"}]}]}, "supplier"),
        ({"awards": [{"fornecedores": [{"razaoSocial": "Acme"}]}]}, "supplier"),
        ({"awards": [{"fornitori": [{"denominazione": "Acme"}]}]}, "supplier"),
        ({"awards": [{"постачальник": {"найменування": "Acme"}}]}, "supplier"),
        ({"awards": [{"поставщик": {"наименование": "Acme"}}]}, "supplier"),
        ({"awards": [{"dodavatel": {"název": "Acme"}}]}, "supplier"),
    ],
)
def test_who_stands_under_a_key_that_names_a_role_is_read_in_any_place(release: dict[str, object], role: str) -> None:
    tender = read(**release)
    assert seen(tender) == {"Acme": (role,)}
    assert told(tender) == []


def test_members_of_a_consortium_have_its_roles() -> None:
    group = {"name": "Joint", "members": [{"name": "A"}, "B"]}
    assert seen(read(awards=[{"suppliers": [group]}])) == dict.fromkeys(("Joint", "A", "B"), ("supplier",))


def test_an_organisation_under_a_key_that_says_nothing_is_told_once_with_its_place_and_number() -> None:
    further = {"name": "Beta", "address": {"countryName": "Peru"}}
    tender = read(tender={"annex": {"entries": [FIRM, further]}})
    assert tender.parties.members == ()
    assert told(tender) == [
        f"tender.annex.entries[0]: an organisation ('Acme') {UNREAD} and 1 more at such places were not screened"
    ]


@pytest.mark.parametrize("key", ["legalName", "razon_social", "raisonSociale", "Firmenname"])
def test_a_name_that_only_organisations_have_is_told_under_any_key(key: str) -> None:
    (warning,) = told(read(planning={"entries": [{key: "Acme"}]}))
    assert warning.startswith("planning.entries[0]: an organisation ('Acme') stands at a place that is not read")


@pytest.mark.parametrize("place", [{"company": "Acme"}, {"organisations": [{"name": "Acme"}]}, {"parent": FIRM}])
def test_a_key_for_a_company_is_enough_to_be_told(place: dict[str, object]) -> None:
    (warning,) = told(read(planning=place))
    assert "an organisation ('Acme') stands at a place that is not read; it was not screened" in warning


def test_a_text_that_may_say_more_than_a_name_is_told() -> None:
    assert told(read(tender={"supplierDetails": "Acme, of Lima"})) == [
        f"tender.supplierDetails: an organisation ('Acme, of Lima') {UNREAD} was not screened"
    ]


def test_who_is_a_party_already_is_not_told() -> None:
    assert told(read(awards=[{"suppliers": [FIRM]}], tender={"annex": [FIRM]})) == []


def test_another_id_at_another_place_makes_no_other_organisation() -> None:
    assert told(read(awards=[{"suppliers": [{"id": "1", **FIRM}]}], tender={"annex": [{"id": "2", **FIRM}]})) == []


def test_another_name_under_the_id_of_a_party_is_looked_for_too() -> None:
    tender = read(parties=[{"id": "1", "name": "Front"}], tender={"annex": [{"id": "1", **FIRM}]})
    assert (list(seen(tender)), told(tender)) == (["Front t/a Acme"], [])


def test_a_company_beside_the_suppliers_of_an_award_is_no_supplier() -> None:
    tender = read(awards=[{"suppliers": ["Beta"], "organisation": {"name": "Acme"}}])
    assert list(seen(tender)) == ["Beta"]
    assert len(told(tender)) == 1


@pytest.mark.parametrize(
    "release",
    [
        {"buyer": {**FIRM, "parent": FIRM}},
        {"publisher": FIRM},
        {"contracts": [{"implementation": {"transactions": [{"providerOrganization": FIRM}]}}]},
        {"funders": [FIRM]},
        {"planning": {"budget": {"sourceParty": FIRM}, "requestingUnits": [FIRM]}},
        {"contracts": [{"implementation": {"transactions": [{"payer": FIRM}]}}]},
        {"tender": {"reviewBodies": [FIRM], "contactPoint": {"name": "Ann", "address": {"country": "FR"}}}},
        {"tender": {"deliveryAddresses": [{"name": "Depot", "address": {"country": "FR"}}]}},
        {"tender": {"documents": [{"name": "Notice", "identifier": {"id": "1"}, "author": "Ann"}]}},
        {"tender": {"numberOfTenderers": "three", "hasSuppliers": "yes", "tendererType": "firm"}},
        {"awards": [{"winner": "true"}]},
        {"parties": [{"id": "1", "name": "Town", "roles": ["buyer"], "memberOf": [FIRM], "subsidiaries": [FIRM]}]},
        {"parties": [{"id": "1", "name": "Town", "roles": ["reviewContactPoint"], "members": [FIRM]}]},
    ],
)
def test_who_never_supplies_and_what_is_no_organisation_give_no_warning_and_no_supplier(
    release: dict[str, object],
) -> None:
    tender = read(**release)
    assert told(tender) == []
    assert {role for roles in seen(tender).values() for role in roles} <= {"buyer"}


def test_a_mention_that_tells_nobody_is_told() -> None:
    (warning,) = told(read(awards=[{"suppliers": ["17", {"id": "X-1"}]}]))
    assert warning.startswith(
        "awards[0].suppliers[0]: nothing tells whose number '17' is, and there is no name; it and"
    )


def test_a_nameless_buyer_is_no_supplier_missed() -> None:
    assert told(read(parties=[{"id": "1", "roles": ["buyer"]}])) == []


def test_many_kinds_of_places_are_summed_up() -> None:
    tender = read(
        planning={
            f"key{chr(97 + n)}": {"x": FIRM | {"name": f"Firm {n}", "identifier": {"id": str(n)}}} for n in range(25)
        }
    )
    assert len(tender.warnings) == 20
    assert tender.warnings[-1].message == "6 more organisations stand at 6 more such kinds of places"


def test_missed_organisations_come_before_other_warnings() -> None:
    tender = read(parties=[{"id": "1", "name": "A", "address": {"country": "??"}}], planning={"company": "Acme"})
    assert [warning.field for warning in tender.warnings] == ["planning.company", "parties[0].address.country"]
