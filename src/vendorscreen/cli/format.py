"""How a command writes its result."""

from enum import StrEnum

__all__ = ["Format"]


class Format(StrEnum):
    """Text for people or JSON for programs."""

    TEXT = "text"
    JSON = "json"
