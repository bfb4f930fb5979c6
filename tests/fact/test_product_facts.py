"""Facts about the products on offer."""

import pytest

from tests.fact.row import Row

MODEL = "screening: {products: [{model: X1}]}"

ROWS = [
    Row("product.brand", "screening: {products: [{brand: Acme}]}", "Acme", MODEL),
    Row("product.model", MODEL, "X1", "screening: {products: [{brand: Acme}]}"),
    Row(
        "product.manufacturer_country",
        "screening: {products: [{manufacturer: {name: Maker, country: CN}}]}",
        "CN",
        MODEL,
    ),
    Row("product.origin", "screening: {products: [{countryOfOrigin: CN}]}", "CN", MODEL),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
