"""Rules and what they say of one subject."""

from collections.abc import Mapping
from datetime import date
from enum import Enum, IntEnum
from typing import Literal

from msgspec import Struct

from vendorscreen.fact import Node
from vendorscreen.rule.answer import Condition, Missing, Trace
from vendorscreen.rule.message import Template
from vendorscreen.watchlist import Listing

__all__ = [
    "Answer",
    "Clock",
    "Effect",
    "Example",
    "ForcePeriod",
    "Outcome",
    "Reading",
    "Reference",
    "Rule",
    "SubjectKind",
]


class Effect(IntEnum):
    """What a rule means for this buyer; a larger number is stronger."""

    NO_FINDING = 0
    SIGNALS = 1
    SUGGESTS_INQUIRY = 2
    REQUIRES_INQUIRY = 3
    REQUIRES_CONDITION = 4
    PERMITS_EXCLUSION = 5
    PROHIBITS = 6

    @property
    def word(self) -> str:
        """The effect as files and reports spell it."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> "Effect":
        """Return the effect spelt so.

        Raises:
            ValueError: no effect is spelt so.
        """
        try:
            return cls[word.upper()]
        except KeyError:
            raise ValueError(
                f"'{word}' is no effect, known: {', '.join(effect.word for effect in reversed(cls))}"
            ) from None


SubjectKind = Literal["tender", "party", "match"]
"""What a finding is about; the rule is evaluated once per subject."""

Clock = Literal["as_of", "launch", "award", "signature"]
"""Which date a rule's periods in force are held against; one that nobody stated is the as-of date."""

Reading = Literal["own_text", "official_page", "reprint", "secondary", "not_read"]
"""How the law behind a rule was read; only the first three let a rule prohibit."""


class Answer(Enum):
    """What a rule says of one subject."""

    FINDING = "finding"
    CLEAR = "clear"
    UNKNOWN = "unknown"


class Reference(Struct, frozen=True, kw_only=True):
    """Where the law or fact behind a rule stands, and when and how it was last looked up."""

    title: str
    url: str
    locator: str
    checked: date
    read: Reading


class ForcePeriod(Struct, frozen=True, kw_only=True):
    """A period in which a rule is in force; ``end`` is the first day it is not. Not ``certain``: a person must look."""

    start: date
    end: date | None = None
    note: str | None = None
    certain: bool = True


class Example(Struct, frozen=True, kw_only=True):
    """A rule's own test: the facts of one subject, and what the rule must say of it; ``clocks`` are dates by clock."""

    name: str
    as_of: date
    clocks: Mapping[str, date]
    root: Node
    party: Node | None
    match: Node | None
    expect: Answer
    effect: Effect | None


class Rule(Struct, frozen=True, kw_only=True):
    """A rule, whole: whom it binds, when, on which condition, with what effect, and why.

    ``when`` says what makes the rule relevant: while it is unknown, only its own facts are asked for.
    """

    id: str
    title: str
    subject: SubjectKind
    effect: Effect
    weight: int
    context: bool
    bound: Condition
    in_force: tuple[ForcePeriod, ...]
    clock: Clock
    rationale: str
    references: tuple[Reference, ...]
    when: Condition
    condition: Condition
    lists: tuple[str, ...]
    message: Template
    remediation: str
    examples: tuple[Example, ...]
    place: str

    @property
    def conditions(self) -> tuple[Condition, Condition, Condition]:
        """What is asked: who is bound, what makes the rule relevant, and the condition."""
        return self.bound, self.when, self.condition


class Outcome(Struct, frozen=True, kw_only=True):
    """What a rule says of one subject.

    ``effect`` is the rule's, lowered to ``requires_inquiry`` where a prohibition rests on an identity that is not
    confirmed. ``missing`` are the facts without which it cannot say more; ``listings`` are those the finding rests on.
    """

    rule: Rule
    answer: Answer
    effect: Effect
    party: Node | None
    match: Node | None
    trace: Trace
    message: str = ""
    listings: tuple[Listing, ...] = ()
    missing: tuple[Missing, ...] = ()
