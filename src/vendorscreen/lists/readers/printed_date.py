"""Dates as official lists print them; a date that cannot be is not read, its text is kept by who asks."""

import re
from collections.abc import Sequence
from datetime import date

from vendorscreen.period import PartialDate

__all__ = ["PERMANENT", "as_partial", "iso_day", "printed_day"]

PERMANENT = frozenset({date(2999, 12, 31), date(9999, 12, 31)})
"""Ends by which lists say that there is none."""

FIRST_YEAR = 1900
CENTURY_BREAK = 70
"""Two digits from here on stand for a year of the 20th century: 11/26/79."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDERS = {
    "iso": re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:$|[T ])", re.ASCII),
    "us": re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})$", re.ASCII),
    "european": re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})$", re.ASCII),
    "words": re.compile(r"(?P<day>\d{1,2}) (?P<word>[A-Za-z]{3})[A-Za-z]*\.? (?P<year>\d{4})$", re.ASCII),
}


def iso_day(text: str) -> date | None:
    """Return the day of a text that begins with YYYY-MM-DD, alone or before a time."""
    return printed_day(text, ("iso",))


def printed_day(text: str, orders: Sequence[str]) -> date | None:
    """Return the day that a text prints in one of the orders: ``iso``, ``us``, ``european``, ``words``."""
    for order in orders if text else ():
        match = _ORDERS[order].match(text.strip())
        if match is not None:
            return _day(match)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    year, word = int(parts["year"]), parts.get("word")
    if len(parts["year"]) == 2:
        year += 1900 if year >= CENTURY_BREAK else 2000
    try:
        month = _MONTHS.index(word.lower()) + 1 if word else int(parts["month"])
        found = date(year, month, int(parts["day"]))
    except ValueError:
        return None
    return found if year >= FIRST_YEAR else None


def as_partial(day: date | None) -> PartialDate | None:
    """Return a day as a date that may be partial."""
    return PartialDate.of(day) if day else None
