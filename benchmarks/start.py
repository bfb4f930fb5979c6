"""How long one check takes as a whole process: with the curated vendors alone, and with official lists installed.

    python benchmarks/start.py [RUNS]

Prints the shortest of RUNS runs (default 9) in seconds, and the ratios: to the bare import of the libraries every
start needs, and of all lists to the curated vendors alone. VENDORSCREEN_DATA names a folder with real lists.
"""

import os
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
    "us-ofac-cons": (["us_ofac/cons_2025-12"], "2025-12-01"),
    "us-bis-el": (["us_tradelists_2026-07/bis_entity_list.json.gz"], "2026-07-09"),
    "un-sc": (["un/UN_consolidated_2026-02.xml.gz"], "2026-02-27"),
    "wb-debarred": (["debarment_2025-02/world_bank_listing_of_ineligible_firms_and_individuals.xlsx"], "2025-01-07"),
}


def shortest(command: list[str], home: str, runs: int) -> float:
    """Return the seconds of the shortest run."""
    environment = {**os.environ, "VENDORSCREEN_HOME": home}
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - began)
    return min(times)


def install(home: str, data: Path) -> None:
    """Install every list there is a real file for."""
    for name, (files, day) in LISTS.items():
        sources = [word for file in files for word in ("--from", str(data / file))]
        command = [VENDORSCREEN, "watchlist", "update", name, *sources, "--dated", day]
        began = time.perf_counter()
        done = subprocess.run(
            command, check=False, env={**os.environ, "VENDORSCREEN_HOME": home}, text=True, capture_output=True
        )
        print(f"{time.perf_counter() - began:6.1f} s  {(done.stdout or done.stderr).strip()}")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as bare, tempfile.TemporaryDirectory() as full:
        shortest(CHECK, bare, 2)
        libraries, curated = shortest(LIBRARIES, bare, runs), shortest(CHECK, bare, runs)
        print(f"import of the libraries     {libraries:.3f} s")
        print(f"check, curated vendors      {curated:.3f} s, {curated / libraries:.1f} times the import")
        data = os.environ.get("VENDORSCREEN_DATA")
        if data:
            install(full, Path(data) / "lists")
            shortest(CHECK, full, 2)
            lists = shortest(CHECK, full, runs)
            print(f"check, all lists installed  {lists:.3f} s, {lists / curated:.2f} times the curated vendors alone")


if __name__ == "__main__":
    main()
