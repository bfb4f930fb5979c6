"""CPV codes as they are really written."""

import pytest

from vendorscreen.cpv import cpv_code, is_branch


@pytest.mark.parametrize(
    ("written", "code"), [("38582000-8", "38582000"), (" 38582000 ", "38582000"), ("3000000", "03000000")]
)
def test_a_code_is_eight_digits(written: str, code: str) -> None:
    assert cpv_code(written) == code


@pytest.mark.parametrize("text", ["", "3858", "385820001", "AB582000", "38582000-88", "３８５８２０００"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no CPV code"):
        cpv_code(text)


@pytest.mark.parametrize(
    ("text", "branch"),
    [
        ("3858", True),
        ("38", True),
        ("38581000", True),
        ("3", False),
        ("99", False),
        ("385810001", False),
        ("38x", False),
    ],
)
def test_a_branch_is_leading_digits_in_a_division_there_is(text: str, branch: bool) -> None:
    assert is_branch(text) == branch
