"""The vocabulary of rules: scopes, facts with unit and meaning, and the nodes that hold their values."""

from vendorscreen.fact.case_facts import CASE
from vendorscreen.fact.node import Fact, Kind, Node, Nodes, Part, Scope
from vendorscreen.fact.things import Case, ListingSeen, MatchSeen, PartyInRole

__all__ = ["CASE", "Case", "Fact", "Kind", "ListingSeen", "MatchSeen", "Node", "Nodes", "Part", "PartyInRole", "Scope"]
