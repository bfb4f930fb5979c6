"""What an input did that was neither an answer nor an error of ours, and the faults that were found, kept as inputs."""

import base64
import json
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import vendorscreen
from tests.fuzz.mutation import Files

__all__ = ["KEPT", "Fault", "keep", "kept", "told"]

KEPT = Path(__file__).parent / "kept.jsonl"
"""A line for each fault ever found: the reader, what it did, and the files, in Base64."""

_PACKAGE = f"{Path(vendorscreen.__file__).parent}/"


@dataclass(frozen=True, slots=True)
class Fault:
    """An input by reader and number, and what it did; inputs that do the same are one fault."""

    reader: str
    number: int
    what: str


def told(error: BaseException) -> str:
    """Return an error and where it was raised, which is the same for all inputs that raise it."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.startswith(_PACKAGE)]
    place = f"{frames[-1].filename.removeprefix(_PACKAGE)}:{frames[-1].lineno}" if frames else "elsewhere"
    return f"{type(error).__name__} in {place}"


def keep(reader: str, what: str, files: Files) -> None:
    """Add an input to those that are kept."""
    line = {
        "reader": reader,
        "what": what,
        "files": {name: base64.b64encode(content).decode() for name, content in files.items()},
    }
    with KEPT.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line, ensure_ascii=False) + "\n")


@cache
def kept(reader: str) -> list[Files]:
    """Return the inputs of a reader that were ever faults."""
    lines = map(json.loads, KEPT.read_text(encoding="utf-8").splitlines())
    return [
        {name: base64.b64decode(content) for name, content in line["files"].items()}
        for line in lines
        if line["reader"] == reader
    ]
