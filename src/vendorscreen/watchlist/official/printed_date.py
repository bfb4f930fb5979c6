"""Dates as official lists print them; a date that cannot be is not read, its text is kept by who asks."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from vendorscreen.period import PartialDate

__all__ = ["PERMANENT", "as_partial", "iso_day", "printed_day"]

PERMANENT = frozenset({date(2999, 12, 31), date(9999, 12, 31)})
"""Ends by which lists say that there is none."""

_FORMS = {
    "iso": ("%Y-%m-%d",),
    "us": ("%m/%d/%Y", "%m/%d/%y"),
    "european": ("%d/%m/%Y", "%d.%m.%Y"),
    "words": ("%d %b %Y", "%d %B %Y", "%B %d, %Y"),
}
_LEADING_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])", re.ASCII)


def iso_day(text: str) -> date | None:
    """Return the day of a text that begins with YYYY-MM-DD, alone or before a time."""
    match = _LEADING_DATE.match(text.strip())
    return printed_day(match[0], ("iso",)) if match else None


def printed_day(text: str, orders: Sequence[str]) -> date | None:
    """Return the day that a text prints in one of the orders: ``iso``, ``us``, ``european``, ``words``."""
    text = " ".join(text.split())
    for order in orders:
        for form in _FORMS[order]:
            try:
                day = datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar day has no time zone
            except ValueError:
                continue
            return day if day.year >= 1900 else None
    return None


def as_partial(day: date | None) -> PartialDate | None:
    """Return a day as a date that may be partial."""
    return PartialDate.of(day) if day else None
