"""What may be asked about a fact of each kind: operators with typed operands and three answers.

An operator is only asked about a stated value; unknown facts are handled by the condition.
"""

import operator
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from vendorscreen.country import country_code
from vendorscreen.cpv import is_branch
from vendorscreen.document import suggestion
from vendorscreen.fact import Fact, ValueKind
from vendorscreen.fact.node import Prose
from vendorscreen.fact.ownership import Shares
from vendorscreen.matching import Certainty
from vendorscreen.period import full_date
from vendorscreen.rule.country_group import CountryGroup
from vendorscreen.rule.lexicon import Lexicon

__all__ = ["LARGEST", "OPERATORS", "Test", "Vocabulary", "read_test"]

LARGEST = 1e18
"""Largest number, in absolute value, that a rule may compare with."""


class Vocabulary(Struct, frozen=True):
    """What rules may name besides facts: country groups and lexicons."""

    groups: Mapping[str, CountryGroup]
    lexicons: Mapping[str, Lexicon]


class Test(Struct, frozen=True):
    """An operator with its operand, ready to be asked about a value on a day."""

    operator: str
    operand: Any
    ask: Callable[[Any, Any, date], bool | None]

    def __call__(self, value: object, day: date) -> bool | None:
        """Return the answer for a stated value."""
        return self.ask(value, self.operand, day)

    def __str__(self) -> str:
        return f"{self.operator} {_written(self.operand)}"


def read_test(fact: Fact, raw: object, vocabulary: Vocabulary) -> Test:
    """Return the test a rule writes behind a fact: ``{operator: operand}``.

    Raises:
        ValueError: the operator does not fit the fact, or the operand does not fit the operator.
    """
    if not isinstance(raw, dict):
        raise ValueError(f"write an operator and a value, such as {{{_fitting(fact)[0]}: ...}}")  # noqa: TRY004
    if fact.kind is ValueKind.SHARES:
        return _read_shares(raw, vocabulary)
    if len(raw) != 1:
        raise ValueError(f"write exactly one operator here, known: {', '.join(_fitting(fact))}")
    (name, operand), *_ = raw.items()
    if name not in _fitting(fact):
        fits = (
            f"'{name}' does not fit {fact.name}, which is a {fact.kind.value}"
            if name in OPERATORS
            else f"unknown operator '{name}'"
        )
        raise ValueError(f"{fits}, {suggestion(name, _fitting(fact))}")
    known = OPERATORS[name]
    return Test(name, known.read(operand, fact, vocabulary), known.ask)


class Operator(Struct, frozen=True):
    """How an operator reads its operand and answers; ``kinds`` are those it fits."""

    kinds: frozenset[ValueKind]
    read: Callable[[object, Fact, Vocabulary], Any]
    ask: Callable[[Any, Any, date], bool | None]
    meaning: str


def _fitting(fact: Fact) -> list[str]:
    return [name for name, known in OPERATORS.items() if fact.kind in known.kinds]


def _one(raw: object, fact: Fact, _: Vocabulary) -> object:
    if fact.kind is ValueKind.FLAG:
        if not isinstance(raw, bool):
            raise ValueError(f"{fact.name} is yes or no, write true or false")
        return raw
    text = getattr(raw, "text", raw)
    if not isinstance(text, str):
        raise ValueError(f"write one word, found {_written(raw)}")  # noqa: TRY004
    if fact.kind is ValueKind.COUNTRY:
        return _country(text)
    if fact.values and text not in fact.values:
        raise ValueError(f"'{text}' is no value of {fact.name}, {suggestion(text, fact.values)}")
    return text


def _country(text: str) -> str:
    if len(text) != 2 or country_code(text) != text:
        raise ValueError(f"'{text}' is no country, write its two letters (ISO 3166-1), such as FR")
    return text


def _several(raw: object, fact: Fact, vocabulary: Vocabulary) -> tuple[object, ...]:
    if not isinstance(raw, list) or not raw:
        raise ValueError("write a list, such as [a, b]")
    return tuple(dict.fromkeys(_one(value, fact, vocabulary) for value in raw))


def _number(raw: object, fact: Fact, _: Vocabulary) -> object:
    if fact.kind is ValueKind.CERTAINTY:
        if raw not in fact.values:
            raise ValueError(f"'{raw}' is no certainty, known: {', '.join(fact.values)}")
        return Certainty[str(raw).upper()]
    if isinstance(raw, bool) or not isinstance(raw, int | float) or abs(raw) > LARGEST:
        raise ValueError(f"write a number ({fact.unit})" if fact.unit else "write a number")
    return float(raw)


def _day(raw: object, _: Fact, __: Vocabulary) -> date:
    if not isinstance(raw, str):
        raise ValueError("write a date as YYYY-MM-DD")  # noqa: TRY004
    return full_date(raw)


def _groups(raw: object, _: Fact, vocabulary: Vocabulary) -> tuple[CountryGroup, ...]:
    names = [str(name) for name in (raw if isinstance(raw, list) else [raw])]
    if not names:
        raise ValueError("name at least one country group")
    for name in names:
        if name not in vocabulary.groups:
            raise ValueError(f"unknown country group '{name}', {suggestion(name, vocabulary.groups)}")
    return tuple(vocabulary.groups[name] for name in names)


def _branches(raw: object, _: Fact, __: Vocabulary) -> tuple[str, ...]:
    texts = [str(getattr(value, "text", value)) for value in raw] if isinstance(raw, list) else []
    wrong = [text for text in texts if not is_branch(text)]
    if not texts or wrong:
        raise ValueError('write a list of leading CPV digits, two to eight each, such as ["3858"]')
    return tuple(texts)


def _lexicon(raw: object, _: Fact, vocabulary: Vocabulary) -> Lexicon:
    if not isinstance(raw, str) or raw not in vocabulary.lexicons:
        raise ValueError(f"unknown lexicon '{raw}', {suggestion(str(raw), vocabulary.lexicons)}")
    return vocabulary.lexicons[raw]


def _yes_or_no(raw: object, _: Fact, __: Vocabulary) -> bool:
    if not isinstance(raw, bool):
        raise ValueError("write true or false")  # noqa: TRY004
    return raw


def _among(values: Any, others: tuple[object, ...]) -> bool | None:
    """Return whether one of the others is among the values; unknown rather than no where more values may exist."""
    if any(value in others for value in values):
        return True
    return False if getattr(values, "complete", True) else None


def _ordered(value: object) -> float:
    return float(Certainty[value.upper()]) if isinstance(value, str) else float(value)  # type: ignore[arg-type]


def _ask_prose(prose: Prose, lexicon: Lexicon, _: date) -> bool | None:
    """Return whether a text mentions a concept; unknown rather than no for part of a text, or in another language."""
    if lexicon.mentions(prose.text):
        return True
    return False if prose.whole and lexicon.reads(prose.text) else None


_EQUAL = frozenset({ValueKind.TEXT, ValueKind.CHOICE, ValueKind.CERTAINTY, ValueKind.COUNTRY, ValueKind.FLAG})
_AMONG = frozenset({ValueKind.TEXT, ValueKind.CHOICE, ValueKind.CERTAINTY, ValueKind.COUNTRY})
_NUMBERS = frozenset({ValueKind.NUMBER})
_RANKED = frozenset({ValueKind.NUMBER, ValueKind.CERTAINTY})
_DATES = frozenset({ValueKind.DATE})

OPERATORS: dict[str, Operator] = {
    "equals": Operator(_EQUAL, _one, lambda value, other, _: value == other, "the value is this"),
    "in": Operator(_AMONG, _several, lambda value, others, _: value in others, "the value is one of these"),
    "at_least": Operator(_RANKED, _number, lambda value, bound, _: _ordered(value) >= float(bound), "this or more"),
    "at_most": Operator(_RANKED, _number, lambda value, bound, _: _ordered(value) <= float(bound), "this or less"),
    "more_than": Operator(_NUMBERS, _number, lambda value, bound, _: value > bound, "more than this"),
    "less_than": Operator(_NUMBERS, _number, lambda value, bound, _: value < bound, "less than this"),
    "before": Operator(_DATES, _day, lambda value, day, _: value < day, "earlier than this day"),
    "after": Operator(_DATES, _day, lambda value, day, _: value > day, "later than this day"),
    "within": Operator(
        frozenset({ValueKind.COUNTRY}),
        _groups,
        lambda value, groups, day: any(group.holds(value, day) for group in groups),
        "the country belongs to this group (or one of these) on the as-of date",
    ),
    "under": Operator(
        frozenset({ValueKind.CODES}),
        _branches,
        lambda codes, branches, _: any(code.startswith(branches) for code in codes),
        "a code lies in one of these branches of the CPV",
    ),
    "includes": Operator(
        frozenset({ValueKind.SET}),
        _several,
        lambda values, others, _: _among(values, others),
        "one of these is among the values",
    ),
    "mentions": Operator(
        frozenset({ValueKind.PROSE}),
        _lexicon,
        _ask_prose,
        "the text mentions what the lexicon describes",
    ),
    "stated": Operator(
        frozenset(ValueKind),
        _yes_or_no,
        lambda value, wanted, _: (value is not None) == wanted,
        "somebody stated the fact",
    ),
}


_BOUNDS: dict[str, Callable[[float, float], bool]] = {
    "more_than": operator.gt,
    "at_least": operator.ge,
    "less_than": operator.lt,
    "at_most": operator.le,
}


class _Shares(Struct, frozen=True):
    """Countries or groups of them, and how their share compares with a bound."""

    groups: tuple[CountryGroup, ...]
    countries: tuple[str, ...]
    compared: str
    bound: float

    def holds(self, code: str, day: date) -> bool:
        """Return whether a country is among those wanted on a day."""
        return code in self.countries or any(group.holds(code, day) for group in self.groups)

    def __str__(self) -> str:
        names = ", ".join([*(group.id for group in self.groups), *self.countries])
        return f"{names} {self.compared} {self.bound:.0%}"


def _read_shares(raw: Mapping[str, object], vocabulary: Vocabulary) -> Test:
    if raw.keys() == {"stated"}:
        return Test("stated", _yes_or_no(raw["stated"], _ANY, vocabulary), OPERATORS["stated"].ask)
    word = next((key for key in _BOUNDS if key in raw), None)
    if word is None or raw.keys() != {"from", word}:
        raise ValueError("write whose share and how much, such as {from: RU, more_than: 0.5}")
    names = [str(name) for name in (raw["from"] if isinstance(raw["from"], list) else [raw["from"]])]
    groups = tuple(vocabulary.groups[name] for name in names if name in vocabulary.groups)
    countries = tuple(_country(name) for name in names if name not in vocabulary.groups)
    bound = raw[word]
    if isinstance(bound, bool) or not isinstance(bound, int | float) or not 0 <= bound <= 1:
        raise ValueError("a share is a number from 0 to 1, such as 0.5")
    if not names:
        raise ValueError("name at least one country or group behind from")
    return Test("from", _Shares(groups, countries, word, float(bound)), _ask_shares)


def _ask_shares(shares: Shares, wanted: _Shares, day: date) -> bool | None:
    """Return whether the shares suffice: surely, surely not, or as the undecided rest may fall."""
    compare = _BOUNDS[wanted.compared]
    answers = {compare(held, wanted.bound) for held in shares.between(lambda code: wanted.holds(code, day))}
    return answers.pop() if len(answers) == 1 else None


_ANY = Fact(name="share", kind=ValueKind.NUMBER, unit="0 to 1", meaning="", read=lambda _: None)


def _written(operand: object) -> str:
    if isinstance(operand, tuple | list):
        return "[" + ", ".join(_written(one) for one in operand) + "]"
    if isinstance(operand, bool):
        return str(operand).lower()
    return str(getattr(operand, "id", getattr(operand, "word", operand)))
