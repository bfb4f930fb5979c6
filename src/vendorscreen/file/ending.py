"""What the name of a file to be written says of its format."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from vendorscreen.errors import UsageError

__all__ = ["by_ending"]

Format = TypeVar("Format")


def by_ending(output: Path, known: Mapping[str, Format]) -> Format:
    """Return what a name ends in, in capitals or not; the key ``""`` is for names without an ending.

    Raises:
        UsageError: nothing known ends so.
    """
    try:
        return known[output.suffix.lower()]
    except KeyError:
        endings = ", ".join(filter(None, known))
        raise UsageError(f"{output}: no format of results, the name must end in {endings}") from None
