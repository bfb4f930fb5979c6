"""How long one check takes as a whole process: with the curated vendors alone, and with official lists installed.

    VENDORSCREEN_DATA=FOLDER python benchmarks/start.py [RUNS]

Runs the bare import of the libraries every start needs, the check with the curated vendors, and the check with all
lists in turn, RUNS times (default 15), so that other work on the machine falls on all three alike. Prints medians and
shortest runs in seconds, and their ratios. VENDORSCREEN_DATA names a folder with real lists; without it the last of
the three is left out.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIBRARIES = [sys.executable, "-c", "import pydantic, typer, rich, lxml"]
VENDORSCREEN = str(Path(sys.executable).parent / "vendorscreen")
CHECK = [VENDORSCREEN, "check", str(ROOT / "examples" / "lithuanian-airports.tender.yaml")]
LISTS = {
    "us-csl": (["us_csl/consolidated_2022-04.csv.gz"], "2022-04-21"),
    "us-ofac-sdn": (["us_ofac/sdn_2024-05-03.csv.gz", "us_ofac/set_2025-12"], "2024-05-03"),
    "us-bis-el": (["us_tradelists_2026-07/bis_entity_list.json.gz"], "2026-07-09"),
    "un-sc": (["un/UN_consolidated_2026-02.xml.gz"], "2026-02-27"),
    "wb-debarred": (["debarment_2025-02/world_bank_listing_of_ineligible_firms_and_individuals.xlsx"], "2025-01-07"),
}


def seconds(command: list[str], home: str) -> float:
    """Return how long a command takes as a whole."""
    began = time.perf_counter()
    environment = {**os.environ, "VENDORSCREEN_HOME": home}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def vendorscreen(home: str, *arguments: str) -> str:
    """Return what a command prints."""
    environment = {**os.environ, "VENDORSCREEN_HOME": home}
    done = subprocess.run([VENDORSCREEN, *arguments], check=True, env=environment, text=True, stdout=subprocess.PIPE)
    return done.stdout


def install(home: str, data: Path) -> None:
    """Install every list there is a real file for, and say how long each took."""
    for name, (files, day) in LISTS.items():
        sources = [word for file in files for word in ("--from", str(data / file))]
        began = time.perf_counter()
        told = vendorscreen(home, "watchlist", "update", name, *sources, "--dated", day)
        print(f"{time.perf_counter() - began:6.1f} s  {told.strip()}")
    entries = json.loads(vendorscreen(home, "watchlist", "list", "--format", "json"))
    print(f"          {sum(one['editions'][0]['names'] for one in entries):,} names installed")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    data = os.environ.get("VENDORSCREEN_DATA")
    with tempfile.TemporaryDirectory() as bare, tempfile.TemporaryDirectory() as full:
        measured = {"import of the libraries": (LIBRARIES, bare), "check, curated vendors": (CHECK, bare)}
        if data:
            install(full, Path(data) / "lists")
            measured["check, all lists"] = (CHECK, full)
        times: dict[str, list[float]] = {name: [] for name in measured}
        for run in range(-2, runs):  # two rounds to warm up
            for name, (command, home) in measured.items():
                taken = seconds(command, home)
                if run >= 0:
                    times[name].append(taken)
    before: list[float] = []
    for name, found in times.items():
        median, shortest = statistics.median(found), min(found)
        ratio = f"; {median / before[0]:.2f} and {shortest / before[1]:.2f} times the line above" if before else ""
        print(f"{name:24}  median {median:.3f} s, shortest {shortest:.3f} s{ratio}")
        before = [median, shortest]
    print(f"load of the machine       {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {runs} alternating runs")


if __name__ == "__main__":
    main()
