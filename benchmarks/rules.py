"""How long does it take to ask all rules about one tender, its matches given?

Per example, warm, the median of many runs: evaluation alone, evaluation with the report, and the whole check with the
search for names.

    python benchmarks/rules.py [--runs 200]
"""

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

from vendorscreen.fact import Case
from vendorscreen.matching import match_tender
from vendorscreen.report import build_report
from vendorscreen.rule import evaluate, read_rules
from vendorscreen.screening import Screener, shipped_folder
from vendorscreen.tender import Tender, read_tender
from vendorscreen.watchlist import read_watchlists

EXAMPLES = Path(__file__).parent.parent / "examples"
DAY = date(2026, 11, 21)


def milliseconds(run: Callable[[], object], runs: int) -> float:
    """Return the median time of a call."""
    run()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def row(screener: Screener, name: str, tender: Tender, runs: int) -> tuple[str, float, float, float]:
    """Return the three figures of one tender."""
    matches = tuple(match_tender(tender, screener.watchlist, DAY))

    def case() -> Case:
        return Case(tender, screener.watchlist, matches, DAY)

    return (
        name,
        milliseconds(lambda: evaluate(screener.rules.rules, case()), runs),
        milliseconds(
            lambda: build_report(one := case(), evaluate(screener.rules.rules, one), screener.rules, "0", ()), runs
        ),
        milliseconds(lambda: screener.check(tender, DAY), runs),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=50, help="runs per figure")
    args = parser.parse_args()
    screener = Screener(read_watchlists(shipped_folder("watchlists")), read_rules(shipped_folder("rules")))
    print(f"{len(screener.rules.rules)} rules; milliseconds, median of {args.runs} runs")
    print(f"{'tender':32} {'rules':>8} {'and report':>11} {'whole check':>12}")
    rows = [
        row(screener, path.name.removesuffix(".tender.yaml"), read_tender(path), args.runs)
        for path in sorted(EXAMPLES.glob("*.tender.yaml"))
    ]
    for name, *figures in [*rows, ("slowest", *(max(one[n] for one in rows) for n in (1, 2, 3)))]:
        print(f"{name:32} {figures[0]:8.2f} {figures[1]:11.2f} {figures[2]:12.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
