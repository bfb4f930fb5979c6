"""Screen a supplier list with the command, as users do, and measure the whole tree of its processes.

Usage: python benchmarks/batch.py LIST RESULT [ARGUMENT...]

Prints rows a second by the clock and by processor time, and the peak of the memory of all processes together (PSS:
pages shared by several processes count once). Lists are those installed under VENDORSCREEN_HOME.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.dataset as ds

INTERVAL_SECONDS = 0.25
MEMORY_INTERVAL_SECONDS = 2.0
"""The kernel walks all pages of a process to add them up, which more often would slow what is measured."""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Tree:
    """What a process and all below it use; each sampled until it ends."""

    peak_bytes: int = 0
    seconds: dict[int, float] = field(default_factory=dict)
    weighed: float = 0.0

    def sample(self, root: int, now: float) -> None:
        """Take note of what the processes use at a second ``now``."""
        pids = list(_tree(root))
        for pid in pids:
            with suppress(OSError):
                self.seconds[pid] = _processor_seconds(pid)
        if now >= self.weighed + MEMORY_INTERVAL_SECONDS:
            self.weighed = now
            self.peak_bytes = max(self.peak_bytes, sum(map(_pss_bytes, pids)))


def _tree(root: int) -> Iterator[int]:
    queue = [root]
    for pid in queue:
        yield pid
        with suppress(OSError):
            for thread in Path(f"/proc/{pid}/task").iterdir():
                queue += map(int, (thread / "children").read_text().split())


def _pss_bytes(pid: int) -> int:
    with suppress(OSError):  # it has ended
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def main() -> None:
    suppliers, result = sys.argv[1:3]
    tree, begun = Tree(), time.monotonic()
    process = subprocess.Popen(["vendorscreen", "batch", suppliers, "-o", result, *sys.argv[3:]])
    while process.poll() is None:
        tree.sample(process.pid, time.monotonic())
        time.sleep(INTERVAL_SECONDS)
    clock, processor = time.monotonic() - begun, sum(tree.seconds.values())
    kind = {".parquet": "parquet", ".csv": "csv", ".jsonl": "json"}[Path(result).suffix]
    rows = ds.dataset(result, format=kind).count_rows()
    print(f"{rows:,} rows in {clock:.1f} s: {rows / clock:,.0f} a second")
    print(f"processor time of all processes {processor:.1f} s: {rows / processor:,.0f} rows a second and core")
    print(f"peak memory of all processes {tree.peak_bytes / 2**20:,.0f} MiB; load now {os.getloadavg()[0]:.1f}")
    sys.exit(process.returncode)


if __name__ == "__main__":
    main()
