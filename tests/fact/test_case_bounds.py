"""How much one case may ask of the rules."""

import json

import pytest

from vendorscreen import Screener
from vendorscreen.errors import TenderError
from vendorscreen.fact import case_bounds as bounds
from vendorscreen.tender import parse_tender

TENDER = {
    "title": "Cameras",
    "suppliers": [{"name": "Hikvision", "id": "h"}, {"name": "Example Ltd", "id": "e"}],
    "tender": {"lots": [{"id": f"L{n}"} for n in range(5)]},
    "bids": {"details": [{"tenderers": [{"id": "h"}], "relatedLots": [f"L{n}" for n in range(5)]}]},
}


@pytest.mark.parametrize(
    ("bound", "most", "message"),
    [
        ("MOST_SUBJECTS", 1, "t: 2 parties in their roles and lots, at most 1 are screened in one tender"),
        ("MOST_ROWS", 5, "t: 6 parties in their roles, lot by lot, at most 5 are screened in one tender"),
        ("MOST_TIES", 0, "ties to vendors of the lists, at most 0 are screened in one tender"),
        ("MOST_TIES_IN_LOTS", 4, "ties to vendors of the lists, lot by lot, at most 4 are screened in one tender"),
    ],
)
def test_a_case_beyond_a_bound_is_refused_with_it(
    monkeypatch: pytest.MonkeyPatch, bound: str, most: int, message: str
) -> None:
    tender = parse_tender(json.dumps(TENDER).encode(), "t")
    monkeypatch.setattr(bounds, bound, most)
    with pytest.raises(TenderError) as caught:
        Screener.default().check(tender, "2024-01-01")
    assert message in str(caught.value)
