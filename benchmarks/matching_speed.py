"""How fast names are searched, and what the index costs, beside RapidFuzz and, if installed, nomenklatura's logic-v2.

    VENDORSCREEN_DATA=... python -m benchmarks.matching_speed [--listed 17000] [--names 20000] [--seed 1]

Times are those of one machine in one run; only their ratios carry over to another.
"""

import argparse
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.names import clean_companies, listed_up_to
from rapidfuzz import fuzz, process, utils

from vendorscreen.name import NameIndex

T = TypeVar("T")
FEW = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--listed", type=int, default=0)
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    entries = listed_up_to(asked.listed, rng)
    names = clean_companies(2 * asked.names, rng)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    seconds, index = timed(lambda: NameIndex(entries))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{len(entries):,} listed names: built in {seconds:.1f} s, {(peak - before) / 1024:,.0f} MiB at the peak")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.index"
        index.save(path)
        seconds, index = timed(lambda: NameIndex.open(path))
        print(f"file {path.stat().st_size / 2**20:,.0f} MiB, opened in {seconds:.3f} s")
        batch(index, names[: asked.names], path)
    single(index, names[asked.names :][: asked.names // 4])
    peers([name for _, name in entries], names[:FEW])


def batch(index: NameIndex, names: list[str], path: Path) -> None:
    seconds, _ = timed(lambda: index.search(names))
    print(f"one process: {len(names) / seconds:,.0f} names/s")
    with multiprocessing.get_context("forkserver").Pool(2, initializer=opened, initargs=(path,)) as pool:
        halves = [names[::2], names[1::2]]
        pool.map(searched, [names[:200]] * 4, chunksize=1)
        seconds, _ = timed(lambda: pool.map(searched, halves, chunksize=1))
    print(f"two processes: {len(names) / seconds:,.0f} names/s")


def opened(path: Path) -> None:
    global INDEX  # noqa: PLW0603 - one per process
    INDEX = NameIndex.open(path)


def searched(names: list[str]) -> int:
    return sum(map(len, INDEX.search(names)))


def single(index: NameIndex, names: list[str]) -> None:
    times = sorted(timed(lambda name=name: index.search([name]))[0] for name in names)
    p50, p99 = times[len(times) // 2], times[len(times) * 99 // 100]
    print(f"one query, warm: p50 {1000 * p50:.2f} ms, p99 {1000 * p99:.2f} ms")


def peers(listed: list[str], names: list[str]) -> None:
    choices = [utils.default_process(name) for name in listed]
    prepared = [utils.default_process(name) for name in names]
    run = lambda: [process.extractOne(name, choices, scorer=fuzz.WRatio, score_cutoff=85) for name in prepared]  # noqa: E731
    print(f"RapidFuzz extractOne(WRatio): {len(names) / timed(run)[0]:,.1f} names/s")
    try:
        from nomenklatura.matching.logic_v2.names.match import match_name_symbolic  # noqa: F401
    except ImportError:
        print("nomenklatura is not installed")


def timed(call: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    result = call()
    return time.perf_counter() - began, result


if __name__ == "__main__":
    main()
