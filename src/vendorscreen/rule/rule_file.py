"""The keys of a rule file (rules/<theme>/<id>.yaml)."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from vendorscreen.country import country_code
from vendorscreen.document import Record, Text
from vendorscreen.period import full_date

EffectWord = Literal[
    "prohibits", "permits_exclusion", "requires_condition", "requires_inquiry", "suggests_inquiry", "signals"
]  # fmt: skip


def _day(value: object) -> object:
    return full_date(value) if isinstance(value, str) else value


def _words(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise ValueError("write a text, found nothing")
    return " ".join(value.split()) if isinstance(value, str) else value


def _country(value: object) -> object:
    if isinstance(value, str) and (len(value) != 2 or country_code(value) != value):
        raise ValueError(f"'{value[:60]}' is no country, write its two letters (ISO 3166-1), such as FR")
    return value


def _slug(value: object) -> object:
    if isinstance(value, str) and not (value and set(value) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")):
        raise ValueError(f"'{value[:60]}' is no id, use small letters, digits and dashes")
    return value


def _url(value: object) -> object:
    if isinstance(value, str) and not (value.startswith(("https://", "http://")) and len(value.split()) == 1):
        raise ValueError(f"'{value[:60]}' is no address, write it whole, from https://")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Words = Annotated[Text, BeforeValidator(_words)]
Country = Annotated[str, BeforeValidator(_country)]
Address = Annotated[str, BeforeValidator(_url)]
Slug = Annotated[str, BeforeValidator(_slug)]


class ReferenceEntry(Record):
    """Where the law or fact behind a rule stands, and how it was read."""

    title: Words
    url: Address
    locator: Words
    checked: Day
    read: Literal["own_text", "official_page", "reprint", "secondary", "not_read"]


class PeriodEntry(Record):
    """A period; ``to`` is the first day after it."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.from_ and self.to and self.to <= self.from_:
            raise ValueError(f"the period ends on {self.to}, no later than it begins")
        return self


class ForceEntry(PeriodEntry):
    """A period in force."""

    from_: Annotated[Day, Field(alias="from")]
    note: Words | None = None
    certain: bool = True


def ordered_periods(periods: Iterable[PeriodEntry]) -> None:
    """Refuse periods that overlap or are not in order.

    Raises:
        ValueError: naming the first one that is wrong.
    """
    for before, after in pairwise(periods):
        if before.to is None or after.from_ is None or after.from_ < before.to:
            raise ValueError(f"the period from {after.from_} begins before the one above it has ended")


class ExampleEntry(Record):
    """A rule's own test."""

    name: Words
    as_of: Day
    clocks: dict[Literal["launch", "award", "signature"], Day] = {}
    facts: dict[str, Any]
    expect: Literal["finding", "clear", "unknown"]
    effect: EffectWord | None = None


def _in_order(periods: list[ForceEntry]) -> list[ForceEntry]:
    ordered_periods(periods)
    return periods


class RuleFile(Record):
    """A whole rule file."""

    id: Slug
    title: Annotated[Words, Field(max_length=60)]
    subject: Literal["tender", "party", "match"]
    effect: EffectWord
    weight: Annotated[int, Field(ge=0, le=100)]
    context: bool = False
    bound: Any = None
    in_force: Annotated[list[ForceEntry], AfterValidator(_in_order)] = []
    clock: Literal["as_of", "launch", "award", "signature"] = "as_of"
    rationale: Words
    references: list[ReferenceEntry] = []
    when: Any = None
    condition: Any
    lists: list[Slug] = []
    message: Words
    remediation: Words
    questions: dict[str, Words] = {}
    tests: list[ExampleEntry]
