"""Dates that may be known only to the month or year, and spans of time, asked about with three answers.

Every question returns ``True``, ``False`` or ``None``; ``None`` means that what is known does not decide it.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime

from vendorscreen.errors import UsageError

__all__ = ["PartialDate", "Period", "day_of", "full_date"]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def full_date(text: str) -> date:
    """Return the day written as ``YYYY-MM-DD``.

    Raises:
        ValueError: the text is not a full date of the calendar.
    """
    match = _PARTIAL.fullmatch(text)
    if match is None or match[3] is None:
        raise ValueError(f"{text!r} is not a full date, write it as YYYY-MM-DD")
    return PartialDate.parse(text).first


def day_of(when: date | str | None) -> date | None:
    """Return a day given as a date, a datetime (its own calendar day) or a text; ``None`` where none is given.

    Raises:
        UsageError: it is no full date of the calendar.
    """
    if isinstance(when, datetime):
        return when.date()
    if when is None or isinstance(when, date):
        return when
    if not isinstance(when, str):
        raise UsageError(f"as_of: a date, a datetime or a text such as 2026-01-31 is needed, not {type(when).__name__}")
    try:
        return full_date(when)
    except ValueError as error:
        raise UsageError(f"as_of: {error}") from None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year: the interval of days, first and last included, that it may stand for."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the partial date written as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

        Raises:
            ValueError: the text is none of these, or no date of the calendar.
        """
        match = _PARTIAL.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a date, write it as YYYY-MM-DD, YYYY-MM or YYYY")
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            first = date(year or 0, month or 1, day or 1)
        except ValueError as error:
            raise ValueError(f"{text!r} is no date of the calendar ({error})") from None
        last_month = month or 12
        last = first if day else date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])
        return cls(first, last)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return the partial date that is exactly this day."""
        return cls(day, day)

    def reached(self, day: date) -> bool | None:
        """Return whether this date is ``day`` or before it; ``None`` inside the interval of a partial date."""
        if self.last <= day:
            return True
        return False if self.first > day else None

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        same_month = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return f"{self.first:%Y-%m}" if same_month else f"{self.first:%Y}"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time; ``end`` is the first day no longer inside, ``None`` at either side is open or not known."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def started(self, day: date) -> bool | None:
        """Return whether the period has begun by ``day``; ``None`` without a start or inside a partial one."""
        return None if self.start is None else self.start.reached(day)

    def ended(self, day: date) -> bool | None:
        """Return whether the period is over on ``day``; never without an end."""
        return False if self.end is None else self.end.reached(day)

    def holds(self, day: date) -> bool | None:
        """Return whether ``day`` lies inside the period."""
        started, ended = self.started(day), self.ended(day)
        if started is False or ended is True:
            return False
        return True if started and ended is False else None

    def __str__(self) -> str:
        if self.start is None and self.end is None:
            return "dates not known"
        start = f"since {self.start}" if self.start else "start not known"
        return f"{start}, until {self.end}" if self.end else start
