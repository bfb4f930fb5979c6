"""How a command writes its result: as asked for, else as the name of the output says."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from vendorscreen.errors import UsageError
from vendorscreen.file.ending import by_ending

__all__ = ["Format", "ReportFormat", "has_lines", "report_format"]


class Format(StrEnum):
    """Text for people or JSON for programs."""

    TEXT = "text"
    JSON = "json"


class ReportFormat(StrEnum):
    """Text for people, JSON for programs, or one line per tender."""

    TEXT = "text"
    JSON = "json"
    SUMMARY = "summary"


_LINES = (".jsonl", ".ndjson")

_ENDINGS: Mapping[str, tuple[ReportFormat, ...]] = {
    "": (ReportFormat.TEXT, ReportFormat.JSON, ReportFormat.SUMMARY),
    ".txt": (ReportFormat.TEXT, ReportFormat.SUMMARY),
    ".json": (ReportFormat.JSON,),
    **dict.fromkeys(_LINES, (ReportFormat.JSON,)),
}
"""What a file of reports may hold, the first unless another is asked for."""


def report_format(asked: ReportFormat | None, output: Path | None) -> ReportFormat:
    """Return the format asked for, else that of the output's name, else text.

    Raises:
        UsageError: the name stands for no format, or for another one.
    """
    fitting = by_ending(output or Path(), _ENDINGS)
    if asked and asked not in fitting:
        raise UsageError(f"{output}: a file of this name holds {fitting[0]}, not {asked}; leave --format out")
    return asked or fitting[0]


def has_lines(output: Path | None) -> bool:
    """Return whether the name says that each report is one line of JSON."""
    return output is not None and output.suffix.lower() in _LINES
