"""Facts about the organisations that own a party."""

import pytest

from tests.fact.row import Row

OWNED = "parties: [{id: A, roles: [tenderer], shareholders: [{shareholder: {name: Holding, country: CH}}]}]"
SHARE = """
parties:
- {id: A, roles: [tenderer], shareholders: [{shareholder: {id: O}, shareholding: 0.4}]}
- {id: O, identifier: {scheme: LEI, id: 7LTWFZYICNSX8D621K86}}
"""

ROWS = [
    Row("owner.name", OWNED, "Holding", SHARE),
    Row("owner.country", OWNED, "CH", SHARE),
    Row("owner.share", SHARE, 0.4, OWNED),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
