"""The vocabulary of rules: scopes, facts with unit and meaning, and the nodes that hold their values."""

from vendorscreen.fact.case import Case, DatedListing, DatedMatch, PartyInRole
from vendorscreen.fact.case_facts import CASE
from vendorscreen.fact.node import Fact, Node, Nodes, Scope, ScopePart, ValueKind

__all__ = [
    "CASE",
    "Case",
    "DatedListing",
    "DatedMatch",
    "Fact",
    "Node",
    "Nodes",
    "PartyInRole",
    "Scope",
    "ScopePart",
    "ValueKind",
]
