"""What keys and role words say: roles by their words, in the languages of publishers."""

import pytest

from vendorscreen.tender.ocds.role_words import meaning_of, roles_in


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("suppliers", "supplier"),
        ("supplier_name", "supplier"),
        ("supplierOrganization", "supplier"),
        ("winningBidder", "supplier"),
        ("unsuccessfulSuppliers", "tenderer"),
        ("notifiedSuppliers", "interestedParty"),
        ("economicOperators", "tenderer"),
        ("interestedParties", "interestedParty"),
        ("sub-contractor", "subcontractor"),
        ("Proveedores", "supplier"),
        ("soumissionnaires", "tenderer"),
        ("Lieferanten", "supplier"),
        ("Постачальник", "supplier"),
        ("serviceProvider", "supplier"),
        ("proveedores", "supplier"),
        ("receiverOrganization", "payee"),
        ("providerOrganization", None),
        ("numberOfTenderers", None),
        ("supplierType", None),
        ("supplierAddress", None),
        ("buyerSupplier", None),
        ("tender", None),
        ("awards", None),
        ("", None),
        ("supplier" * 100, None),
    ],
)
def test_a_key_names_the_role_of_who_stands_there(key: str, role: str | None) -> None:
    assert meaning_of(key).role == role


@pytest.mark.parametrize("key", ["procuringEntity", "payer", "publisher", "contactPoint", "beneficialOwners", "unit"])
def test_keys_of_those_who_never_supply_are_known(key: str) -> None:
    assert meaning_of(key).others


@pytest.mark.parametrize(
    ("stated", "roles"),
    [
        (["supplier, tenderer"], ("supplier", "tenderer")),
        (["buyer;procuringEntity"], ("buyer", "procuringEntity")),
        (["Proveedor"], ("supplier",)),
        (["invitedSupplier"], ("interestedParty",)),
        (["socialWitness"], ()),
    ],
)
def test_roles_are_read_as_publishers_write_them(stated: list[str], roles: tuple[str, ...]) -> None:
    assert roles_in(stated) == roles
