"""One vendor on many lists: grouped, each listing with its list, none twice."""

from datetime import date

import pytest

from tests.watchlist.vendors import listing, number, vendor, watchlist
from vendorscreen.matching import match_tender
from vendorscreen.tender.tender import Collection, Party, Tender
from vendorscreen.vendor.vendor import FalseFriend

ACME = vendor("acme", "Acme Optics Co., Ltd.", names={"weak_alias": ["Acme"], "listed_name": ["Acme Optics"]})
LISTED = vendor("us-csl:1", "ACME OPTICS CO LTD", names={"alias": ["ACME"]})
OTHER = vendor("us-ofac-sdn:9", "Beta Trading")


@pytest.mark.parametrize(
    "listed",
    [
        vendor("us-csl:1", "ACME OPTICS CO LTD"),
        vendor("us-csl:1", "Acme Optics"),
        vendor("us-csl:1", "Another Name", identifiers=(number("USCC", "91330000733796106P"),)),
        vendor("us-csl:1", "Another Name", same_as=("acme",)),
    ],
    ids=["exact name and country", "listed name and country", "identifier", "said to be the same"],
)
def test_records_of_two_lists_are_one_vendor(listed) -> None:
    ours = vendor(
        "acme", ACME.name, names={"listed_name": ["Acme Optics"]}, identifiers=(number("USCC", "91330000733796106P"),)
    )
    known = watchlist(ours, listed, OTHER)

    assert set(known.vendors) == {"acme", "us-ofac-sdn:9"}
    assert known.vendors["us-csl:1"] == known.vendors["acme"]
    assert [one.list for one in known.vendors["acme"].listings] == ["curated", "us-csl"]
    assert known.vendors["acme"].same_as == ("us-csl:1",)


def test_a_curated_vendor_may_name_the_record_that_is_the_same() -> None:
    known = watchlist(vendor("acme", "Acme", same_as=("us-csl:1",)), vendor("us-csl:1", "Another Name"))

    assert known.vendors["us-csl:1"].id == "acme"


@pytest.mark.parametrize(
    "listed",
    [
        vendor("us-csl:1", "ACME OPTICS CO LTD", country="RU"),
        vendor("us-csl:1", "ACME OPTICS CO LTD", country=None),
        vendor("us-csl:1", "ACME"),
        vendor("us-csl:1", "Acme Optics Factory Co., Ltd."),
        vendor("us-csl:1", "Acme Optics", subject_type="person"),
        vendor("us-csl:1", "X", identifiers=(number("LEI", "not a number"),)),
    ],
    ids=["other country", "no country", "weak alias", "like name", "person", "failed check digits"],
)
def test_what_is_not_sure_is_two_vendors(listed) -> None:
    ours = vendor("acme", ACME.name, names={"weak_alias": ["Acme"]}, identifiers=(number("LEI", "not a number"),))

    assert len(watchlist(ours, listed).vendors) == 2


def test_a_false_friend_is_not_taken_in_and_keeps_its_own_listings() -> None:
    ours = vendor("acme", "Acme Optics", false_friends=(FalseFriend(name="Acme Optics Co Ltd", what="Another"),))
    friend = vendor("us-csl:1", "Acme Optics Co Ltd", names={"listed_name": ["Acme Optics"]})

    known = watchlist(ours, friend)

    assert set(known.vendors) == {"acme", "us-csl:1"}
    assert len(known.vendors["us-csl:1"].listings) == 1


def test_the_chain_of_three_lists_is_the_same_from_every_link() -> None:
    first = vendor("us-csl:1", "Acme Optics", identifiers=(number("US-OFAC", "5"),))
    second = vendor("us-ofac-sdn:5", "ACME", identifiers=(number("US-OFAC", "5"), number("UN-SC", "KPe.1")))
    third = vendor("un-sc:3", "Akme", identifiers=(number("UN-SC", "KPe.1"),))
    known = watchlist(first, second, third)

    assert known.vendors["us-csl:1"] == known.vendors["us-ofac-sdn:5"] == known.vendors["un-sc:3"]
    assert known.vendors["un-sc:3"].id == "un-sc:3"
    assert len(known.vendors["un-sc:3"].listings) == 3


def test_a_name_that_the_curated_files_call_weak_is_weak_on_every_list() -> None:
    merged = watchlist(ACME, LISTED).vendors["acme"]

    assert {name.text: name.kind for name in merged.names}["ACME"] == "weak_alias"


def test_a_search_gives_each_vendor_once_under_the_id_of_the_first_list() -> None:
    known = watchlist(ACME, LISTED, OTHER)

    assert [hit.key for hit in known.search(["Acme Optics Co., Ltd."])[0]] == ["acme"]


def test_adding_a_list_never_takes_a_match_away() -> None:
    names = ["Acme Optics", "Beta Trading"]
    alone, more = watchlist(ACME), watchlist(ACME, LISTED, OTHER)

    for before, after in zip(alone.search(names), more.search(names), strict=True):
        assert {hit.key for hit in before} <= {hit.key for hit in after}


def test_persons_vessels_and_aircraft_are_not_looked_for_by_name_but_by_identifier() -> None:
    types = ("person", "vessel", "aircraft")
    known = watchlist(
        *(vendor(f"us-ofac-sdn:{n}", "Ocean Acme", subject_type=one, identifiers=(number("US-OFAC", str(n)),)) for n, one in enumerate(types))
    )  # fmt: skip

    assert known.search(["Ocean Acme"]) == [[]]
    assert [one.id for one in known.identified(number("US-OFAC", "1"))] == ["us-ofac-sdn:1"]


def test_a_party_on_many_lists_has_one_match_with_every_listing() -> None:
    party = Party(id="bidder", name="Acme Optics Co., Ltd.", country="CN", roles=("tenderer",))
    tender = Tender(source="t", parties=Collection((party,)))
    again = vendor("us-bis-el:1", "Acme Optics", listings=(listing("us-bis-el:1", "Acme Optics", "us-bis-el"),))

    (match,) = match_tender(tender, watchlist(ACME, LISTED, again), date(2026, 11, 21))

    assert match.vendor.id == "acme"
    assert [one.list for one in match.vendor.listings] == ["curated", "us-bis-el", "us-csl"]
