"""The EU procurement Directives are known by number and by name; national law says nothing."""

import pytest

from vendorscreen.tender.directive import directive


@pytest.mark.parametrize(
    ("legal_basis", "wanted"),
    [
        ("32014L0024", "2014/24/EU"),
        ("02014L0025-20240101", "2014/25/EU"),
        ("Directive 2014/24/EU", "2014/24/EU"),
        ("directive 2009/81/CE", "2009/81/EC"),
        ("32009L0081", "2009/81/EC"),
        ("32014L0023", "2014/23/EU"),
        ("32018R1046", "none"),
        ("below-threshold", "none"),
        ("outside-directives", "none"),
        ("Code de la commande publique", None),
        ("12014/245", None),
        (None, None),
    ],
)
def test_a_legal_basis_names_a_directive(legal_basis: str | None, wanted: str | None) -> None:
    assert directive(legal_basis) == wanted
