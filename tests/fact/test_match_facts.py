"""Facts about ties between parties and vendors."""

import pytest

from tests.fact.row import Row

SAME = """
parties:
- {id: A, name: "Hangzhou Hikvision Digital Technology Co., Ltd.", roles: [tenderer], address: {country: CN}}
"""
OWNED = """
parties:
- {id: A, name: Seller, roles: [tenderer], shareholders: [{shareholder: {id: O}, shareholding: 0.4}]}
- {id: O, name: "Hangzhou Hikvision Digital Technology Co., Ltd.", address: {country: CN}}
"""

ROWS = [
    Row("match.certainty", SAME, "strong"),
    Row("match.relation", SAME, "same"),
    Row("match.basis", SAME, "name"),
    Row("match.similarity", SAME, 1.0),
    Row("match.weak", SAME, False),
    Row("match.share", OWNED, 0.4, SAME),
    Row("match.funded_by_home_state", SAME + "screening: {funding: [{source: loan, country: CN}]}", True, SAME),
    Row("match.former", SAME, False),
    Row("match.vendor_id", SAME, "hikvision"),
    Row("match.vendor", SAME, "Hangzhou Hikvision Digital Technology Co., Ltd."),
    Row("match.vendor_country", SAME, "CN"),
    Row(
        "match.identity_question",
        SAME,
        "Is Hangzhou Hikvision Digital Technology Co., Ltd. the same as Hangzhou Hikvision Digital Technology Co., Ltd? "
        "Ask for its registration number and registered seat.",
    ),
    Row(
        "match.statement",
        SAME,
        "Hangzhou Hikvision Digital Technology Co., Ltd. bears the name of a vendor on the watchlist; "
        "the identity is strong.",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
