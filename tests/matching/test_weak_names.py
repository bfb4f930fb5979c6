"""Acronyms, places and trade words that lists print as aliases: possible at most, and nothing is established by them."""

import pytest
from msgspec.structs import replace

from tests.matching.conftest import DAY
from tests.watchlist.vendors import vendor
from tests.watchlist.vendors import watchlist as listing_only
from vendorscreen.identifier import Identifier
from vendorscreen.matching import Certainty, Match, match_tender
from vendorscreen.tender.tender import Collection, Party, Tender

USCC = Identifier.of("USCC", "914403001922038216")
LISTED = listing_only(
    *(
        replace(one, list="some-list")
        for one in (
            vendor("hm", "Hidden Movement", names={"weak_alias": ["HM"]}),
            vendor("steel", "Southern Steel Works", country="IR", names={"weak_alias": ["SSW"]}),
            vendor("general", "General Technology Limited", country="CN"),
            vendor("one", "1C", country="RU"),
            vendor("collection", "Active Business Collection", country="RU", names={"alias": ["ABC LLC"]}),
            vendor("tech", "Northern Telecom Works", country="CN", names={"weak_alias": ["Technology"]}),
            vendor("numbered", "Numbered Works", country="CN", identifiers=(USCC,)),
        )
    )
)


def matched(name: str | None, country: str | None, *numbers: Identifier) -> dict[str, Match]:
    party = Party(id="P", name=name, country=country, identifiers=numbers, roles=("tenderer",))
    tender = Tender(source="test", parties=Collection((party,)))
    return {match.vendor.id: match for match in match_tender(tender, LISTED, DAY)}


@pytest.mark.parametrize(
    ("name", "country", "vendor_id"),
    [
        ("HM", "GB", "hm"), ("SSW", "IR", "steel"), ("Technology", "CN", "tech"),
        ("Technology Co., Ltd.", "CN", "general"), ("1C", None, "one"),
        ("ABC Ltd", None, "collection"),
    ],
)  # fmt: skip
def test_a_weak_name_is_possible_at_most(name: str, country: str | None, vendor_id: str) -> None:
    match = matched(name, country)[vendor_id]
    assert (match.certainty, match.weak) == (Certainty.POSSIBLE, True)


@pytest.mark.parametrize(
    ("name", "country", "vendor_id"),
    [("1C", "RU", "one"), ("General Technology Limited", "CN", "general"), ("ABC LLC", "RU", "collection")],
)
def test_a_primary_name_keeps_its_weight_with_its_country(name: str, country: str, vendor_id: str) -> None:
    match = matched(name, country)[vendor_id]
    assert (match.certainty, match.weak) == (Certainty.STRONG, False)


def test_a_party_without_a_name_is_confirmed_by_its_number() -> None:
    match = matched(None, "CN", USCC)["numbered"]
    assert (match.basis, match.certainty, match.speaks_against) == ("identifier", Certainty.CONFIRMED, ())


def test_a_party_with_neither_name_nor_number_is_nobody() -> None:
    assert matched(None, "CN") == {}
