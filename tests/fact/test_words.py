"""Which facts read the words of a name stands on the fact: all others stay the same whatever a party is called."""

from collections.abc import Iterator
from dataclasses import replace as replaced
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from vendorscreen.fact import CASE, Case, Node
from vendorscreen.fact.catalogue import all_scopes
from vendorscreen.identifier import Identifier
from vendorscreen.matching import match_tender
from vendorscreen.name import compare_names
from vendorscreen.screening import shipped_folder
from vendorscreen.tender import Tender, parse_tender, read_tender
from vendorscreen.tender.tender import Collection, Exemption
from vendorscreen.watchlist import read_watchlists

DAY = date(2026, 11, 21)
LOTS = b"tender: {lots: [{id: L}]}"
OTHER = Identifier.of("LEI", "7LTWFZYICNSX8D621K86")


def _tenders() -> list[Tender]:
    examples = Path(__file__).parents[2] / "examples"
    lots = replaced(parse_tender(LOTS, "lots"), exemptions=Collection((Exemption(act="ban-waiver"),)))
    return [*map(read_tender, sorted(examples.glob("*.tender.yaml"))), lots]


def _in_other_words(case: Case) -> Case:
    """Return the case with every party of another name and number, and the same ties found by other words."""
    words = {"comparison": compare_names("x", "y"), "listed_name": "x", "speaks_for": ("y",), "speaks_against": ()}
    parties = tuple(replace(party, name="Another", identifiers=(OTHER,)) for party in case.tender.parties)
    tender = replaced(case.tender, parties=replace(case.tender.parties, members=parties))
    return Case(tender, case.watchlist, tuple(replaced(match, **words) for match in case.matches), DAY)  # type: ignore[arg-type]


def _pairs(one: Node, other: Node) -> Iterator[tuple[Node, Node]]:
    """Yield the nodes of two cases that state the same, side by side."""
    yield one, other
    for name in one.scope.parts:
        mine, theirs = ((part,) if isinstance(part := node.part(name), Node) else part for node in (one, other))
        for pair in zip(mine or (), theirs or (), strict=True):
            yield from _pairs(*pair)


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Node, Node]]:
    watchlist = read_watchlists(shipped_folder("watchlists"))
    cases = [Case(tender, watchlist, tuple(match_tender(tender, watchlist, DAY)), DAY) for tender in _tenders()]
    return [pair for case in cases for pair in _pairs(Node(CASE, case), Node(CASE, _in_other_words(case)))]


def test_the_facts_that_read_words_are_those_that_change_with_them(pairs: list[tuple[Node, Node]]) -> None:
    changed = {
        (one.scope.name, fact)
        for one, other in pairs
        for fact in one.scope.facts
        if one.value(fact) != other.value(fact)
    }

    documented = {
        (scope.name, fact.name) for scope in all_scopes() for fact in scope.facts.values() if fact.reads_words
    }
    assert changed == documented


def test_every_scope_is_looked_at(pairs: list[tuple[Node, Node]]) -> None:
    assert {one.scope.name for one, _ in pairs} == {scope.name for scope in all_scopes()}
