"""The US Entity List as JSON."""

from datetime import date

import pytest

from tests.lists.readers.files import entity_list
from vendorscreen.errors import ListError
from vendorscreen.lists.readers import ListFile, read_official

ACME = {
    "name": "Acme Vision (AV)",
    "aliases": ["Acme Sense", "AcmeStan LLC. 5 Main Ave., Minsk, 220036, Belarus"],
    "country": "China",
    "address": "1 Road, Hangzhou, China; and 2 Road, Urumqi, China",
    "effective_date": None,
    "federal_register": "84 FR 54004, 10/9/19.\n85 FR 34505, 6/5/20.",
    "notes": "For all items subject to the EAR.",
}


def test_the_day_of_publication_stands_where_no_effective_date_is_given_and_that_is_said() -> None:
    reading = read_official("us-bis-el", [entity_list(ACME)])
    (entry,) = reading.entries
    (period,) = entry.periods

    assert reading.edition == date(2026, 7, 9)
    assert str(period.published) == "2019-10-09"
    assert "took effect" in (period.caveat or "")
    assert (str(period.start), period.citation) == ("2019-10-09", "84 FR 54004, 10/9/19. 85 FR 34505, 6/5/20.")
    assert entry.names == [("weak_alias", "AV"), ("alias", "Acme Sense"), ("alias", "AcmeStan LLC")]
    assert period.aliases == tuple(ACME["aliases"])
    assert len(entry.addresses) == 2


def test_an_effective_date_goes_before_the_citation() -> None:
    (entry,) = read_official("us-bis-el", [entity_list(ACME | {"effective_date": "2019-10-07"})]).entries

    (period,) = entry.periods
    assert (str(period.start), str(period.published), period.caveat) == ("2019-10-07", "2019-10-09", None)


@pytest.mark.parametrize(
    ("heading", "country"), [("Crimea Region of Ukraine", "UA"), ("Burma", "MM"), ("Atlantis", None)]
)
def test_country_headings_are_read_where_they_are_certain(heading: str, country: str | None) -> None:
    (entry,) = read_official("us-bis-el", [entity_list(ACME | {"country": heading})]).entries

    assert entry.countries == ([country] if country else [])


def test_entries_that_are_addresses_are_skipped_and_said() -> None:
    reading = read_official("us-bis-el", [entity_list(ACME, ACME | {"name": "Address 01"})])

    assert [(row.place, row.reason) for row in reading.skipped] == [("entry 2", "no name ('Address 01')")]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (entity_list(ACME, count=3409), "says that it holds 3,409 entries, but holds 1"),
        (entity_list(ACME, list_id="bis-meu"), "calls itself 'bis-meu', which is not the Entity List"),
        (ListFile("el.json", b'{"a": 1}'), "no 'entities' in it"),
        (ListFile("el.json", entity_list(ACME).content[:-9]), "this is not JSON"),
        (entity_list(entities=7), "'entities' is no list"),
        (entity_list("x", 1, None, count=3), "3 of 3 rows do not fit"),
    ],
)
def test_a_cut_or_foreign_file_is_refused(file: ListFile, reason: str) -> None:
    with pytest.raises(ListError, match=reason):
        read_official("us-bis-el", [file])
