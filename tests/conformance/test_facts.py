"""Every fact of the catalogue has a row in the tests of its scope."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.fact.row import Row
from vendorscreen.fact.catalogue import all_scopes
from vendorscreen.fact.node import Fact

FACTS = {f"{scope.name}.{name}": fact for scope in all_scopes() for name, fact in scope.facts.items()}
ROWS: list[Row] = [
    row
    for path in sorted((Path(__file__).parents[1] / "fact").glob("test_*_facts.py"))
    for row in import_module(f"tests.fact.{path.stem}").ROWS
]


def test_every_fact_has_one_row_and_every_row_a_fact() -> None:
    assert sorted(FACTS) == sorted(row.fact for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_documented_as_unknown_at_times_has_a_row_that_leaves_it_unknown(row: Row) -> None:
    fact: Fact = FACTS[row.fact]
    assert row.unstated is not None or not fact.unknown_when
