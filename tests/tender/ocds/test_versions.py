"""Versioned releases, and records without a compiled release."""

from datetime import date

from tests.tender.ocds.releases import read_all


def versions(*values: object) -> list[dict[str, object]]:
    return [
        {"releaseID": str(n), "releaseDate": f"2020-0{n}-01T00:00:00Z", "releaseTag": ["tender"], "value": value}
        for n, value in enumerate(values, 1)
    ]


def test_the_last_version_of_each_value_counts() -> None:
    release = {
        "ocid": "ocds-test-1",
        "tender": {"title": versions("Old", "New"), "value": {"amount": versions(5), "currency": versions("EUR")}},
        "awards": [{"id": "1", "suppliers": versions([{"id": "A", "name": "Acme"}])}],
    }
    for document in (release, {"records": [{"ocid": "ocds-test-1", "versionedRelease": release}]}):
        (tender,), refused = read_all(document)
        assert refused == []
        assert (tender.title, tender.date) == ("New", date(2020, 2, 1))
        assert str(tender.value and tender.value.amount) == "5"
        assert [party.name for party in tender.parties] == ["Acme"]


def test_releases_of_a_record_say_together_what_they_say() -> None:
    releases = [
        {"ocid": "x", "id": "2", "date": "2020-02-01", "awards": [{"id": "1", "suppliers": [{"name": "Acme"}]}]},
        {
            "ocid": "x",
            "id": "1",
            "date": "2020-01-01",
            "tender": {"title": "Scanners", "lots": [{"id": "L1", "title": "a"}, {"id": "L2"}]},
        },
        {"ocid": "x", "id": "3", "date": "2020-03-01", "tender": {"title": None, "lots": [{"id": "L1", "title": "b"}]}},
    ]
    (tender,), _ = read_all({"records": [{"ocid": "x", "releases": releases}]})
    assert (tender.title, tender.date) == ("Scanners", date(2020, 3, 1))
    assert [(lot.id, lot.title) for lot in tender.lots or ()] == [("L1", "b"), ("L2", None)]
    assert [party.name for party in tender.parties] == ["Acme"]
    assert tender.locate(("tender", "title")) == "r.json#/records/0"


def test_releases_that_only_link_elsewhere_do_not_spoil_a_record() -> None:
    releases = [{"url": "https://example.org/1"}, {"ocid": "x", "tender": {"title": "Here"}}]
    (tender,), _ = read_all({"records": [{"ocid": "x", "releases": releases}]})
    assert tender.title == "Here"
