"""Entries of an official list to vendors."""

from datetime import date

from vendorscreen.identifier import Identifier
from vendorscreen.lists.readers.entry import ListedEntry
from vendorscreen.lists.readers.vendors import vendors_of_list


def test_a_dash_in_place_of_a_number_is_no_identifier() -> None:
    entry = ListedEntry(
        id="x:1", printed="Acme", name="Acme", identifiers=[Identifier.of("EU-FSF", "-"), Identifier.of("EU-FSF", "1")]
    )

    (vendor,) = vendors_of_list(
        [entry], list_id="x", title="X", url="", edition=date(2026, 1, 1), programmes={}, first_seen={}
    )

    assert vendor.identifiers == (Identifier.of("EU-FSF", "1"),)
