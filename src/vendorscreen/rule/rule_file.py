"""What a rule file (rules/<theme>/<id>.yaml) holds beside what every rule says: conditions and tests as written."""

from typing import Any, Literal

from msgspec import Struct

from vendorscreen.document.field import Day, Words
from vendorscreen.rule.rule import EffectWritten, RuleHead

__all__ = ["RuleFile", "WrittenTest"]


class WrittenTest(Struct, frozen=True, kw_only=True):
    """A rule's own test."""

    name: Words
    as_of: Day
    clocks: dict[Literal["launch", "award", "signature"], Day] = {}
    facts: dict[str, Any]
    expect: Literal["finding", "lifted", "clear", "unknown"]
    effect: EffectWritten | None = None


class RuleFile(RuleHead, frozen=True, kw_only=True):
    """A whole rule file."""

    bound: Any = None
    when: Any = None
    condition: Any
    message: Words
    questions: dict[str, Words] = {}
    tests: tuple[WrittenTest, ...]
