"""How fast notices are read on one core, and whether memory stays flat over a million lines.

    python benchmarks/notices.py                     # with the folder VENDORSCREEN_DATA names
    python benchmarks/notices.py --lines 1000000     # memory over that many lines

Speed is from bytes in memory to Tenders. Each notice counts with its best time of several rounds, so that other work on
the machine disturbs little.
"""

import argparse
import io
import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from vendorscreen.tender import parse_tenders

ROUNDS = 40
SETS = {
    "eForms": ("eforms/ted/*.xml", "eforms/doffin/*.xml"),
    "legacy TED": ("ted_legacy/*.xml",),
    "OCDS JSON Lines": ("ocds/uk/*.jsonl",),
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=0)
    lines = parser.parse_args().lines
    if lines:
        memory(lines)
        return
    folder = os.environ.get("VENDORSCREEN_DATA")
    if not folder:
        sys.exit("VENDORSCREEN_DATA names no folder with real notices")
    for name, patterns in SETS.items():
        speed(name, [path for pattern in patterns for path in sorted((Path(folder) / "tenders").glob(pattern))])


def speed(name: str, paths: list[Path]) -> None:
    contents = [content for path in paths for content in notices(path)]
    best = [float("inf")] * len(contents)
    for _ in range(ROUNDS):
        for place, content in enumerate(contents):
            start = time.perf_counter()
            list(parse_tenders(io.BytesIO(content), "bench"))
            best[place] = min(best[place], time.perf_counter() - start)
    size, total, count = sum(map(len, contents)), sum(best), len(contents)
    print(f"{name}: {count / total:,.0f} a second, {size / total / 1e6:.1f} MB/s, {size / count / 1000:.0f} kB each")


def notices(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines() if path.suffix == ".jsonl" else [path.read_bytes()]


class Lines(io.RawIOBase):
    """A file of JSON Lines that is made while it is read."""

    def __init__(self, count: int) -> None:
        self._lines, self._rest = releases(count), b""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        while len(self._rest) < size:
            line = next(self._lines, None)
            if line is None:
                break
            self._rest += line
        chunk, self._rest = self._rest[:size], self._rest[size:]
        return chunk


def releases(count: int) -> Iterator[bytes]:
    for n in range(count):
        release = {
            "ocid": f"ocds-bench-{n}",
            "date": "2026-11-21T00:00:00Z",
            "tag": ["award"],
            "buyer": {"id": "B", "name": "Example Town"},
            "parties": [
                {"id": "B", "name": "Example Town", "roles": ["buyer"], "address": {"country": "FR"}},
                {"id": "S", "name": f"Example {n} SAS", "roles": ["supplier"], "address": {"country": "FR"}},
            ],
            "tender": {"title": f"Cameras {n}", "classification": {"scheme": "CPV", "id": "35125300"}},
            "awards": [{"id": "1", "suppliers": [{"id": "S", "name": f"Example {n} SAS"}]}],
        }
        yield json.dumps(release).encode() + b"\n"


def memory(lines: int) -> None:
    marks = {lines // 100, lines // 10, lines}
    start = time.perf_counter()
    for count, _ in enumerate(parse_tenders(Lines(lines), "bench.jsonl"), 1):  # type: ignore[arg-type]
        if count in marks:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{count:,} lines: at most {peak:.1f} MB, {count / (time.perf_counter() - start):,.0f} a second")


if __name__ == "__main__":
    main()
