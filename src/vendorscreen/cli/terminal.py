"""Writing for people: colour only on a terminal, messages on stderr, files whole or not at all."""

import os
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from vendorscreen.errors import UsageError
from vendorscreen.file.writing import whole_file
from vendorscreen.showing import shortened, shown

__all__ = ["complain", "style", "write", "write_chunks"]

LONGEST_LINE = 4000
"""Characters of a line on stderr: commands to go on with are longer than messages."""

_RESET = "\x1b[0m"
_CODES = {
    "heading": "\x1b[1m",
    "prohibits": "\x1b[1;31m",
    "permits_exclusion": "\x1b[31m",
    "requires_condition": "\x1b[33m",
    "requires_inquiry": "\x1b[33m",
    "suggests_inquiry": "\x1b[36m",
    "signals": "\x1b[36m",
}


def style(kind: str, text: str) -> str:
    """Return the text in the colour of its kind where stdout is a terminal that wants colour."""
    wanted = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return f"{_CODES[kind]}{text}{_RESET}" if wanted and kind in _CODES else text


def complain(message: str) -> None:
    """Print a message on stderr."""
    print("\n".join(shown(shortened(line, LONGEST_LINE)) for line in message.split("\n")), file=sys.stderr)  # noqa: T201


def write(text: str, output: Path | None) -> None:
    """Write a text to a file, whole or not at all, or to stdout.

    Raises:
        UsageError: the file cannot be written.
    """
    write_chunks([text], output)


def write_chunks(chunks: Iterable[str], output: Path | None) -> None:
    """Write to a file, whole or not at all, or to stdout as the chunks come.

    Nothing is written where there are no chunks.

    Raises:
        UsageError: the file cannot be written.
    """
    if output is None:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk.encode("utf-8", "replace"))
            sys.stdout.flush()
        return
    chunks = iter(chunks)
    first = next(chunks, None)
    if first is None:
        return
    try:
        with whole_file(output) as file:
            file.writelines(chunk.encode("utf-8", "replace") for chunk in chain([first], chunks))
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror}") from None
