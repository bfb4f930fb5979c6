"""Which releases an OCDS document holds, and what is said of parts that hold none."""

import pytest

from tests.tender.ocds.releases import read, read_all

ONE = {"ocid": "ocds-test-1", "tag": ["tender"], "tender": {"title": "One"}}
TWO = {"ocid": "ocds-test-2", "tag": ["tender"], "tender": {"title": "Two"}}


@pytest.mark.parametrize(
    ("document", "titles"),
    [
        (ONE, ["One"]),
        ({"releases": [ONE, TWO]}, ["One", "Two"]),
        ({"uri": "", "version": "1.1", "releases": ONE}, ["One"]),
        ([ONE, TWO], ["One", "Two"]),
        ({"records": [{"ocid": "x", "compiledRelease": ONE}]}, ["One"]),
        ({"ocid": "x", "compiledRelease": TWO, "releases": [ONE]}, ["Two"]),
        ({"records": [{"ocid": "x", "releases": [ONE]}]}, ["One"]),
        ([{"releases": [ONE]}, {"releases": [TWO]}], ["One", "Two"]),
        ({"maxPage": 1, "results": [{"releases": [ONE]}, {"releases": [TWO]}]}, ["One", "Two"]),
        ({"data": ONE, "status": "ok"}, ["One"]),
        ({"data": {"title": "Bare", "procuringEntity": {"name": "E"}, "awards": []}}, ["Bare"]),
        ({"hits": {"total": 2, "hits": [{"_source": ONE}, {"_source": TWO}]}}, ["One", "Two"]),
        ({"ocid": "x", "release": ONE}, ["One"]),
        ({"records": [ONE]}, ["One"]),
        ({"releases": [{"ocid": "x", "compiledRelease": ONE}]}, ["One"]),
        ({"releases": {"0": ONE, "7": TWO}}, ["One", "Two"]),
        ([[ONE], [TWO]], ["One", "Two"]),
    ],
)
def test_releases_are_found_in_every_container(document: object, titles: list[str]) -> None:
    tenders, refused = read_all(document)
    assert ([tender.title for tender in tenders], refused) == (titles, [])


def test_several_releases_of_one_process_stay_several_tenders() -> None:
    tenders, _ = read_all({"releases": [ONE, {**ONE, "tag": ["award"]}]})
    assert [tender.ocid for tender in tenders] == ["ocds-test-1", "ocds-test-1"]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"releases": [True]}, "r.json:1:1: releases[0]: this is no notice"),
        ({"releases": []}, "r.json:1:1: releases: this package is empty"),
        ({"releases": None}, "r.json:1:1: releases: this package is empty"),
        ({"records": [7]}, "r.json:1:1: records[0]: this is no record"),
        ({"records": [{"ocid": "x", "releases": [{"url": "u"}]}]}, "records[0]: this record only links to releases"),
        ([{"a": 1}], "r.json:1:1: [0]: this is no notice"),
        ({"results": {"a": {"b": 1}}}, "results: unknown key"),
    ],
)
def test_what_is_no_release_is_told_with_its_place(document: object, message: str) -> None:
    tenders, refused = read_all(document)
    assert tenders == []
    assert len(refused) == 1
    assert message in refused[0]


def test_one_wrong_release_does_not_hide_the_others() -> None:
    tenders, refused = read_all({"releases": [None, ONE, 3, TWO]})
    assert [tender.title for tender in tenders] == ["One", "Two"]
    assert len(refused) == 2


def test_what_is_no_release_in_a_wrapper_is_told_beside_the_others() -> None:
    tenders, refused = read_all({"results": [ONE, {"a": 1}]})
    assert ([tender.source for tender in tenders], len(refused)) == (["r.json#/results/0"], 1)
    assert "results[1]: this is no notice" in refused[0]


def test_a_native_file_in_json_is_no_wrapper() -> None:
    tenders, refused = read_all({"title": "One", "suppliers": ["Acme"], "screening": {"products": []}})
    assert ([tender.title for tender in tenders], refused) == (["One"], [])


def test_packages_deep_inside_other_objects_are_not_searched_for() -> None:
    document: object = ONE
    for _ in range(8):
        document = {"inner": document}
    assert read_all(document)[0] == []


def test_a_release_with_every_field_null_is_read_and_all_is_unknown() -> None:
    tender = read(tag=None, date=None, buyer=None, parties=None, tender=None, awards=None, bids=None, contracts=None)
    assert (tender.date, tender.title, tender.items, tender.awards, tender.bids, tender.buyer.name) == (None,) * 6
    assert tender.parties.members == ()


def test_places_are_json_pointers_as_deep_as_the_source_goes() -> None:
    tenders, _ = read_all({"releases": [{**ONE, "parties": [{"id": "a/b", "address": {"countryName": "France"}}]}]})
    (tender,) = tenders
    assert tender.source == "r.json#/releases/0"
    assert tender.locate(("parties", 0, "address", "country")) == "r.json#/releases/0/parties/0/address"
    assert tender.locate(("tender", "title")) == "r.json#/releases/0/tender/title"
    assert tender.locate(("screening", "site")) == "r.json#/releases/0"


def test_the_place_of_an_odd_key_is_escaped() -> None:
    assert read(**{"a/b~c": {"d": 1}}).locate(("a/b~c", "d")) == "r.json#/a~1b~0c/d"
