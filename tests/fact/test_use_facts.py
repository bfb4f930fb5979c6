"""Facts about the use of a purchase."""

import pytest

from tests.fact.row import Row

SITE = "screening: {site: {purposes: [other]}}"
DATA = "screening: {data: {storage: [FR]}}"
FUNDING = "screening: {funding: [{programme: P}]}"

ROWS = [
    Row("site.kind", "screening: {site: {kind: airport}}", "airport", SITE),
    Row("site.sensitive", "screening: {site: {sensitive: false}}", False, SITE),
    Row("site.security_purpose", "screening: {site: {kind: prison}}", True, "screening: {site: {kind: office}}"),
    Row("site.is_critical", "screening: {site: {criticalInfrastructure: []}}", False, SITE),
    Row("data.personal", "screening: {data: {personal: true}}", True, DATA),
    Row("data.networked", "screening: {data: {networked: true}}", True, DATA),
    Row("data.categories", "screening: {data: {categories: [video]}}", ("video",), DATA),
    Row("funding.source", "screening: {funding: [{source: loan}]}", "loan", FUNDING),
    Row("funding.country", "screening: {funding: [{country: CN}]}", "CN", FUNDING),
    Row("funding.tied", "screening: {funding: [{tied: true}]}", True, FUNDING),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
