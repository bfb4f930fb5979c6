"""How a command writes its result."""

from enum import StrEnum

__all__ = ["Format", "ReportFormat"]


class Format(StrEnum):
    """Text for people or JSON for programs."""

    TEXT = "text"
    JSON = "json"


class ReportFormat(StrEnum):
    """Text for people, JSON for programs, or one line per tender."""

    TEXT = "text"
    JSON = "json"
    SUMMARY = "summary"
