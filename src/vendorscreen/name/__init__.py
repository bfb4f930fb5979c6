"""Names of organisations: reading them, comparing them, finding them among many listed ones."""

from vendorscreen.name.alignment import AlignedWords
from vendorscreen.name.calibration import clean_alerts_per_thousand
from vendorscreen.name.comparable import ComparableName, comparable
from vendorscreen.name.containment import contains_words
from vendorscreen.name.index import NameIndex, NameMatch
from vendorscreen.name.members import NamePart
from vendorscreen.name.misspelling import SlipFinder
from vendorscreen.name.name_parts import read_names
from vendorscreen.name.similarity import (
    MATCH_THRESHOLD,
    MINIMUM_SIMILARITY,
    NameComparison,
    compare_names,
)

__all__ = [
    "MATCH_THRESHOLD",
    "MINIMUM_SIMILARITY",
    "AlignedWords",
    "ComparableName",
    "NameComparison",
    "NameIndex",
    "NameMatch",
    "NamePart",
    "SlipFinder",
    "clean_alerts_per_thousand",
    "comparable",
    "compare_names",
    "contains_words",
    "read_names",
]
