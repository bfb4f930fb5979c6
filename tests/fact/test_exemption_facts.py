"""Facts about exemptions."""

import pytest

from tests.fact.row import DAY, Row
from vendorscreen.fact.exemption_facts import EXEMPTION, DatedExemption
from vendorscreen.fact.node import Node
from vendorscreen.tender.tender import Exemption


def exemption(**stated: object) -> Node:
    return Node(EXEMPTION, DatedExemption(Exemption(act="ban-waiver", **stated), DAY))  # type: ignore[arg-type]


ROWS = [
    Row("exemption.act", exemption(), "ban-waiver"),
    Row("exemption.shown", exemption(document="Decision 4", date=DAY, role="minister"), True, exemption()),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fact)
def test_a_fact_is_read_where_it_is_stated_and_unknown_elsewhere(row: Row) -> None:
    assert (row.value, None) == row.read()
