"""How far an instrument reaches: to the listed vendor, or to its affiliates too."""

import pytest

from tests.fact.test_catalogue import members, party, root, watchlist
from vendorscreen.watchlist import Watchlist

__all__ = ["watchlist"]


def reached(known: Watchlist, name: str, vendor: str) -> dict[str, bool | None]:
    """Return whether each programme that lists a vendor reaches a tenderer in China."""
    text = f"parties: [{{id: P, name: {name}, roles: [tenderer], address: {{country: CN}}}}]"
    matches = members(party(root(known, text.encode()), "P"), "match")
    match = next(node for node in matches if node.value("vendor_id") == vendor)
    listings = [node for node in members(match, "listing") if node.value("programme")]
    return {str(node.value("programme")): node.value("reaches") for node in listings}  # type: ignore[misc]


@pytest.mark.parametrize("name", ["EZVIZ", "Hikrobot", "HIKMICRO"])
def test_a_company_that_is_not_named_is_reached_only_where_the_instrument_says_affiliates(
    watchlist: Watchlist, name: str
) -> None:
    answers = reached(watchlist, name, "hikvision")

    by_wording = {
        programme
        for programme in answers
        if any(reach.kind in ("affiliates", "product") for reach in watchlist.programmes[programme].reach)
    }
    assert {"US-NDAA-889", "US-FCC"} <= {programme for programme, answer in answers.items() if answer}
    assert {programme for programme, answer in answers.items() if answer} <= by_wording
    assert answers["US-BIS-EL"] is not True


def test_a_listed_vendor_is_reached_by_every_entry_of_its_own(watchlist: Watchlist) -> None:
    assert set(reached(watchlist, '"Hangzhou Hikvision Digital Technology Co., Ltd."', "hikvision").values()) == {True}
