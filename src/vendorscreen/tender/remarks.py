"""Values as notices write them, read tolerantly: what cannot be used is unknown, and a warning says so."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from vendorscreen.country import country_code
from vendorscreen.cpv import cpv_code
from vendorscreen.errors import Problem
from vendorscreen.file.double_encoding import repaired
from vendorscreen.name.folding import LONGEST_NAME
from vendorscreen.period import full_date
from vendorscreen.tender.tender import Value

__all__ = ["Remarks"]

W = TypeVar("W")

MAXIMUM_WARNINGS = 20
"""Most warnings told one by one of one notice; of further ones, their number."""

_MOST = Decimal(10) ** 15
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\D.*)?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}")


class Remarks(Generic[W]):
    """Reads values and remembers what was wrong; ``place`` tells the line (0: unknown) and the field of a value."""

    def __init__(self, source: str, place: Callable[[W], tuple[int, str]]) -> None:
        self._warnings: dict[Problem, None] = {}
        self._further = 0
        self._source = source
        self._place = place

    def remark(self, where: W, message: str) -> None:
        """Note that what stands somewhere cannot be used."""
        if len(self._warnings) < MAXIMUM_WARNINGS:
            line, field = self._place(where)
            self._warnings[Problem(self._source, line, 1 if line else 0, field, message)] = None
        else:
            self._further += 1

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What was noted, in order, each once, and how many more there are."""
        further = f"{self._further:,} more remarks on this notice, repeated ones among them, are not shown"
        return (*self._warnings, *([Problem(self._source, 0, 0, "", further)] if self._further else ()))

    def name(self, text: str | None, where: W) -> str | None:
        """Return a name with single blanks, repaired if it was encoded twice, ``None`` for an empty one."""
        once = repaired(text) if text else ""
        name = " ".join(once.split())
        if once != (text or ""):
            self.remark(where, f"a name that was encoded twice: '{str(text)[:60]}' is read as '{name[:60]}'")
        if len(name) > LONGEST_NAME:
            self.remark(where, f"this name is {len(name):,} characters long, only {LONGEST_NAME:,} are compared")
        return name or None

    def day(self, text: str | None, where: W) -> date | None:
        """Return the day of a date or moment, as it stands on the writer's calendar."""
        if not text:
            return None
        compact = _COMPACT_DAY.fullmatch(text)
        written = "-".join(compact.groups()) if compact else text[:10]
        try:
            return full_date(written)
        except ValueError:
            self.remark(where, f"'{text[:40]}' is no date, write it as YYYY-MM-DD")
            return None

    def value(self, amount: object, currency: object, where: W) -> Value | None:
        """Return an amount of money; nothing is bought for zero, so zero is read as not stated."""
        if amount is None or amount == "":
            return None
        number = _number(amount)
        if number is None or abs(number) >= _MOST or number < 0:
            self.remark(where, f"'{str(amount)[:40]}' is no amount of money")
            return None
        if number == 0:
            return None
        known = isinstance(currency, str) and _CURRENCY.fullmatch(currency)
        if currency and not known:
            self.remark(where, f"'{str(currency)[:40]}' is no currency code (ISO 4217)")
        return Value(number, str(currency) if known else None)

    def country(self, text: str | None, where: W) -> str | None:
        """Return the alpha-2 code of a country written in any usual way."""
        if not text or not text.strip():
            return None
        code = country_code(text) if len(text) <= LONGEST_NAME else None
        if code is None:
            self.remark(where, f"'{text[:40]}' is no country")
        return code

    def cpv(self, text: str | None, where: W) -> str | None:
        """Return the eight digits of a CPV code; spreadsheets leave a trailing ``.0`` that means nothing."""
        if not text:
            return None
        try:
            code = cpv_code(text.removesuffix(".0"))
        except ValueError:
            self.remark(where, f"'{text[:40]}' is no CPV code")
            return None
        if code not in text:
            self.remark(where, f"'{text}' lacks a digit of a CPV code, read as {code}")
        return code


def _number(amount: object) -> Decimal | None:
    if isinstance(amount, int | float) and not isinstance(amount, bool):
        amount = repr(amount)
    written = isinstance(amount, str) and _NUMBER.fullmatch(amount.strip())
    return Decimal(written[0]) if written else None
