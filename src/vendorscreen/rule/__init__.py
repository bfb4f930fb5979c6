"""Rule files, and what they say of a tender."""

from vendorscreen.rule.evaluation import evaluate, failing_examples
from vendorscreen.rule.rule import Answer, Effect, Example, Outcome, Rule
from vendorscreen.rule.rule_folders import Rules, read_rules

__all__ = [
    "Answer",
    "Effect",
    "Example",
    "Outcome",
    "Rule",
    "Rules",
    "evaluate",
    "failing_examples",
    "read_rules",
]
