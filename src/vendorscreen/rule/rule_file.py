"""The keys of a rule file (rules/<theme>/<id>.yaml)."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

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


Day = Annotated[date, BeforeValidator(_day)]
Words = Annotated[Text, BeforeValidator(_words)]
Country = Annotated[str, BeforeValidator(_country)]
Slug = Annotated[str, BeforeValidator(_slug)]


class ReferenceEntry(Record):
    """Where the law or fact behind a rule stands, and how it was read."""

    title: Words
    url: Words
    locator: Words
    checked: Day
    read: Literal["own_text", "official_page", "reprint", "secondary", "not_read"]


class ForceEntry(Record):
    """A period in force; ``to`` is the first day no longer in force."""

    from_: Annotated[Day, Field(alias="from")]
    to: Day | None = None
    note: Words | None = None
    certain: bool = True


class ExampleEntry(Record):
    """A rule's own test."""

    name: Words
    as_of: Day
    clocks: dict[Literal["launch", "award", "signature"], Day] = {}
    facts: dict[str, Any]
    expect: Literal["finding", "clear", "unknown"]
    effect: EffectWord | None = None


class RuleFile(Record):
    """A whole rule file."""

    id: Slug
    title: Annotated[Words, Field(max_length=60)]
    subject: Literal["tender", "party", "match"]
    effect: EffectWord
    weight: Annotated[int, Field(ge=0, le=100)]
    context: bool = False
    bound: Any = None
    in_force: list[ForceEntry] = []
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
