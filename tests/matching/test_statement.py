"""The sentence on a tie says no more than is known."""

import pytest

from tests.matching.conftest import Screened
from vendorscreen.matching.statement import statement
from vendorscreen.tender.tender import Party


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Hikvision Security Systems", "holds 'Hikvision', a brand of"),
        ("Hikvison Security Systems", "holds a word like 'Hikvision', a brand of"),
    ],
)
def test_a_brand_word_is_shown_as_it_is_spelt(screened: Screened, name: str, wanted: str) -> None:
    match = screened(name)["hikvision"]
    assert wanted in statement(match, Party(id="A", name=name))
