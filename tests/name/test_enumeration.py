"""Names that are numbered in a text."""

import pytest

from vendorscreen.name.enumeration import is_enumeration


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1) Alfa 2) Beta", True),
        ("(1) Alfa (2) Beta", True),
        ("a) Alfa b) Beta", True),
        ("1. Alfa; 2. Beta", True),
        ("1. FC Alfa", False),
        ("Alfa 1) Beta 2)", False),
        ("2) Alfa 3) Beta", False),
    ],
)
def test_an_enumeration_begins_with_one_and_has_two(text: str, expected: bool) -> None:
    assert is_enumeration(text, 0, len(text)) is expected
