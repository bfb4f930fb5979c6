"""Writing for people: colour only on a terminal, messages on stderr, files whole or not at all."""

import os
import sys
import tempfile
from pathlib import Path

from vendorscreen.errors import UsageError

__all__ = ["complain", "style", "write"]

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
    text = "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in message)
    print(text, file=sys.stderr)  # noqa: T201


def write(text: str, output: Path | None) -> None:
    """Write to a file, by renaming a finished one into place, or to stdout.

    Raises:
        UsageError: the file cannot be written.
    """
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
        return
    try:
        with tempfile.NamedTemporaryFile("w", dir=output.parent, delete=False, encoding="utf-8") as file:
            file.write(text)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(output)
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror}") from None
