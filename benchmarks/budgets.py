"""How long do one check and one match take as whole processes, and is that within the budget?

    python benchmarks/budgets.py [--against FOLDER_OR_PYTHON] [--runs 15]

``check`` of the town example and ``match "Nuctech Warsaw"``, each with the curated vendors alone and, where
VENDORSCREEN_DATA names a folder with real lists, with six lists installed. ``--against`` names another checkout or the
Python of another installation: the same command of both runs in turn, so that other work on the machine falls on both
alike. Prints medians in seconds and their ratio; exit 1 if a ratio is above the budget.

    git worktree add ../reference c943d2c
    python benchmarks/budgets.py --against ../reference
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUDGET = 1.5
"""Most that a command may take, in medians of the reference, commit c943d2c."""
COMMANDS = {
    "check": ["check", str(ROOT / "examples" / "town-cameras.tender.yaml")],
    "match": ["match", "Nuctech Warsaw"],
}
LISTS = {
    "us-csl": (["us_csl/consolidated_2022-04.csv.gz"], "2022-04-21"),
    "us-ofac-sdn": (["us_ofac/sdn_2024-05-03.csv.gz", "us_ofac/set_2025-12"], "2024-05-03"),
    "us-bis-el": (["us_tradelists_2026-07/bis_entity_list.json.gz"], "2026-07-09"),
    "un-sc": (["un/UN_consolidated_2026-02.xml.gz"], "2026-02-27"),
    "wb-debarred": (["debarment_2025-02/world_bank_listing_of_ineligible_firms_and_individuals.xlsx"], "2025-01-07"),
    "eu-fsf": (["format_samples/eu_fsf/sample_eu.xml"], "2020-04-15"),
}


@dataclass(frozen=True, slots=True)
class Installation:
    """One version of vendorscreen, with a home of its own."""

    python: str
    source: Path | None
    home: str

    @classmethod
    def at(cls, place: Path, home: str) -> "Installation":
        """Return what a checkout, run by this Python, or another Python has installed."""
        return cls(sys.executable, place / "src", home) if place.is_dir() else cls(str(place), None, home)

    def run(self, arguments: list[str]) -> float:
        """Run a command and return how long it took as a whole, in seconds."""
        environment = {**os.environ, "VENDORSCREEN_HOME": self.home}
        if self.source:
            environment["PYTHONPATH"] = str(self.source)
        began = time.perf_counter()
        done = subprocess.run(
            [self.python, "-m", "vendorscreen", *arguments], env=environment, stdout=subprocess.DEVNULL, check=False
        )
        taken = time.perf_counter() - began
        if done.returncode not in (0, 1, 3):
            sys.exit(f"{self.source or self.python}: {' '.join(arguments)} ended with {done.returncode}")
        return taken

    def install(self, data: Path) -> None:
        """Install every list from its real file."""
        for name, (files, day) in LISTS.items():
            sources = [word for file in files for word in ("--from", str(data / "lists" / file))]
            self.run(["watchlist", "update", name, *sources, "--dated", day])


def medians(places: list[Path], data: Path | None, runs: int) -> Iterator[tuple[str, list[float]]]:
    """Yield each measure with the median seconds of every place."""
    with tempfile.TemporaryDirectory() as homes:
        installations = [Installation.at(place, f"{homes}/{number}") for number, place in enumerate(places)]
        if data:
            for one in installations:
                one.install(data)
        for name, arguments in COMMANDS.items():
            times: list[list[float]] = [[] for _ in installations]
            for run in range(-2, runs):  # two rounds to warm up
                for one, found in zip(installations, times, strict=True):
                    taken = one.run(arguments)
                    if run >= 0:
                        found.append(taken)
            yield f"{name}, {'six lists' if data else 'curated vendors'}", [statistics.median(one) for one in times]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", type=Path, help="another checkout, or the Python of another installation")
    parser.add_argument("--runs", type=int, default=15, help="runs per measure and installation")
    args = parser.parse_args()
    places = [ROOT, *([args.against.absolute()] if args.against else [])]
    data = os.environ.get("VENDORSCREEN_DATA")
    within = True
    for lists in (None, *([Path(data)] if data else [])):
        for name, (mine, *reference) in medians(places, lists, args.runs):
            print(f"{name:24} {mine:.3f} s" + "".join(f"; {mine / its:.2f} x {its:.3f} s" for its in reference))
            within &= all(mine <= BUDGET * its for its in reference)
    print(f"load of the machine      {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {args.runs} alternating runs")
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
