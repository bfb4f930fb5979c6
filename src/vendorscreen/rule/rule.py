"""Rules and what they say of one subject."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum, IntEnum
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec import field as spelt

from vendorscreen.document import suggestion
from vendorscreen.document.field import Day, FieldKind, Slug, Url, Words
from vendorscreen.fact import Node
from vendorscreen.rule.answer import Condition, Missing, Trace
from vendorscreen.rule.message import Template
from vendorscreen.vendor import Listing

__all__ = [
    "Answer",
    "Clock",
    "Effect",
    "EffectWritten",
    "Example",
    "ForcePeriod",
    "Outcome",
    "Reading",
    "Reference",
    "Rule",
    "RuleHead",
    "SubjectKind",
    "Unless",
    "backwards",
    "ordered_periods",
]


class Effect(IntEnum):
    """What a rule means for this buyer; a larger number is stronger."""

    NO_FINDING = 0
    SIGNALS = 1
    SUGGESTS_INQUIRY = 2
    REQUIRES_INQUIRY = 3
    REQUIRES_CONDITION = 4
    PERMITS_EXCLUSION = 5
    REQUIRES_EXCLUSION = 6
    PROHIBITS = 7

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
    """What a rule says of one subject; ``LIFTED`` is a finding that an exemption shown to the buyer takes away."""

    FINDING = "finding"
    LIFTED = "lifted"
    CLEAR = "clear"
    UNKNOWN = "unknown"


class Reference(Struct, frozen=True, kw_only=True):
    """Where the law or fact behind a rule stands, and when and how it was last looked up."""

    title: Words
    url: Url
    locator: Words
    checked: Day
    read: Reading


class Unless(Struct, frozen=True, kw_only=True):
    """An exception to a rule: an act of an authority, or proof the buyer accepted, that lifts its finding.

    ``act`` is the word by which a tender's ``exemptions`` name it; ``words`` continue a sentence that begins "unless".
    """

    act: Slug
    words: Words


class ForcePeriod(Struct, frozen=True, kw_only=True):
    """A period in which a rule is in force; ``end`` is the first day it is not. Not ``certain``: a person must look."""

    start: Day = spelt(name="from")
    end: Day | None = spelt(name="to", default=None)
    note: Words | None = None
    certain: bool = True

    def flaw(self) -> str | None:
        """Return what a file says wrong of the period as a whole."""
        return backwards(self.start, self.end)


def backwards(start: date | None, end: date | None) -> str | None:
    """Return what is wrong with a period that ends before it begins."""
    return f"the period ends on {end}, no later than it begins" if start and end and end <= start else None


def ordered_periods(periods: Iterable[tuple[date | None, date | None]]) -> None:
    """Refuse periods that overlap or are not in order.

    Raises:
        ValueError: naming the first one that is wrong.
    """
    for (_, end), (start, _) in pairwise(periods):
        if end is None or start is None or start < end:
            raise ValueError(f"the period from {start} begins before the one above it has ended")


def _force_in_order(periods: Iterable[ForcePeriod]) -> None:
    ordered_periods((one.start, one.end) for one in periods)


def _effect(written: object) -> object:
    if not isinstance(written, str) or written not in _EFFECTS:
        raise ValueError(f"'{str(written)[:60]}' is not known here, {suggestion(str(written), list(_EFFECTS))}")
    return _EFFECTS[written]


_EFFECTS = {effect.word: effect for effect in reversed(Effect) if effect is not Effect.NO_FINDING}

EffectWritten = Annotated[
    Effect,
    FieldKind(
        _effect,
        written=Literal[
            "prohibits",
            "requires_exclusion",
            "permits_exclusion",
            "requires_condition",
            "requires_inquiry",
            "suggests_inquiry",
            "signals",
        ],
    ),
]


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


class RuleHead(Struct, frozen=True, kw_only=True):
    """What a rule says of itself: what it is about, its effect, whom it serves, since when, and why."""

    id: Slug
    title: Annotated[Words, Meta(max_length=60)]
    subject: SubjectKind
    effect: EffectWritten
    weight: Annotated[int, Meta(ge=0, le=100)]
    context: bool = False
    in_force: Annotated[tuple[ForcePeriod, ...], FieldKind(check=_force_in_order)] = ()
    clock: Clock = "as_of"
    rationale: Words
    references: tuple[Reference, ...] = ()
    lists: tuple[Slug, ...] = ()
    unless: tuple[Unless, ...] = ()
    remediation: Words


class Rule(RuleHead, frozen=True, kw_only=True):
    """A rule, whole: whom it binds, when, on which condition, with what effect, and why.

    ``when`` says what makes the rule relevant: while it is unknown, only its own facts are asked for. ``lifts`` are
    asked, one for each of ``unless``, once the rest holds.
    """

    bound: Condition
    when: Condition
    condition: Condition
    lifts: tuple[Condition, ...]
    message: Template
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
    ``open`` are the exceptions that nobody ruled out; ``exemptions`` are those that lift the finding.
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
    open: tuple[Unless, ...] = ()
    exemptions: tuple[Node, ...] = ()
