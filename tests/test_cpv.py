"""CPV codes as they are really written."""

import pytest

from vendorscreen.cpv import cpv_code, cpv_under


@pytest.mark.parametrize(
    ("written", "code"), [("38582000-8", "38582000"), (" 38582000 ", "38582000"), ("3000000", "03000000")]
)
def test_a_code_is_eight_digits(written: str, code: str) -> None:
    assert cpv_code(written) == code


@pytest.mark.parametrize("text", ["", "3858", "385820001", "AB582000", "38582000-88", "３８５８２０００"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no CPV code"):
        cpv_code(text)


def test_a_branch_holds_what_begins_with_it() -> None:
    assert cpv_under("38581000", "3858")
    assert not cpv_under("38581000", "3859")
