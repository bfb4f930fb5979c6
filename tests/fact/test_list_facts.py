"""Facts about the lists a buyer must screen."""

import pytest

from tests.fact.row import Row
from vendorscreen.fact.list_facts import LIST
from vendorscreen.fact.node import Node
from vendorscreen.lists.official_list import Coverage, CoverageState


def required(state: CoverageState, age_days: int | None) -> Node:
    return Node(LIST, Coverage(list="x", title="X", state=state, basis="Act", age_days=age_days, max_age_days=7))


SCREENED, MISSING = required("screened", 3), required("missing", None)

ROWS = [
    Row("list.id", SCREENED, "x"),
    Row("list.state", SCREENED, "screened"),
    Row("list.age_days", SCREENED, 3, MISSING),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
