"""How often each level of certainty is right, on altered real names and clean companies with their countries.

    VENDORSCREEN_DATA=... python -m benchmarks.matching_certainty [ALTERED] [CLEAN] [SEED]

Looks among the US Consolidated Screening List and the curated vendors. ALTERED names of listed organisations (default
2,000) are as they stand or altered, CLEAN companies (default 10,000) are real; every other one states its country. A
match is right if it is of the very vendor. Prints the levels, best match per name, separately for the two.
"""

import csv
import gzip
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from benchmarks.alterations import altered
from benchmarks.names import clean_companies

from vendorscreen.matching import Match, match_tender
from vendorscreen.screening import shipped_folder
from vendorscreen.tender.tender import Collection, Party, Tender
from vendorscreen.watchlist import Watchlist, installed_watchlist

AT_ONCE = 200


def main(count: int = 2_000, clean: int = 10_000, seed: int = 1) -> None:
    rng = random.Random(seed)
    watchlist = screening_list()
    listed = [v for id_ in sorted(watchlist.vendors) if (v := watchlist.vendors[id_]).listings and v.country]
    chosen = [vendor for vendor in rng.choices(listed, k=count) if vendor.subject_type == "organisation"]
    names = [vendor.name if rng.random() < 0.2 else altered(vendor.name, rng) for vendor in chosen]
    right, wrong = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for stated in (True, False):
        parties = [(name, vendor.country if stated else None) for name, vendor in zip(names, chosen, strict=True)]
        for vendor, best in zip(chosen, best_matches(parties, watchlist), strict=True):
            if best:
                (right if best.vendor.id == vendor.id else wrong)[best.certainty.word, stated] += 1
        missed = len(chosen) - sum(n for (_, s), n in (right + wrong).items() if s is stated)
        print(f"{len(chosen):,} listed names, country {'stated' if stated else 'not stated'}: {missed} not found")
    countries = company_countries()
    companies = clean_companies(clean, rng)
    alarms = Counter[tuple[str, bool]]()
    for stated in (True, False):
        parties = [(name, countries[name] if stated else None) for name in companies]
        alarms.update((best.certainty.word, stated) for best in best_matches(parties, watchlist) if best)
    for level in ("strong", "probable", "possible"):
        for stated in (True, False):
            key, all_found = (level, stated), right[level, stated] + wrong[level, stated]
            share = f"{right[key] / all_found:.3f} right" if all_found else "none"
            false = f"{1000 * alarms[key] / len(companies):.2f} of 1,000 clean companies"
            print(f"{level:9} country {'stated' if stated else 'open':6} {all_found:5} found, {share}; {false}")


def screening_list() -> Watchlist:
    with tempfile.TemporaryDirectory() as home:
        os.environ["VENDORSCREEN_HOME"] = home
        file = Path(os.environ["VENDORSCREEN_DATA"]) / "lists/us_csl/consolidated_2022-04.csv.gz"
        command = [str(Path(sys.executable).parent / "vendorscreen"), "watchlist", "update", "us-csl"]
        subprocess.run([*command, "--from", file, "--dated", "2022-04-21"], check=True, stdout=subprocess.DEVNULL)
        return installed_watchlist(shipped_folder("watchlists"))


def company_countries() -> dict[str, str]:
    path = Path(os.environ["VENDORSCREEN_DATA"]) / "names/company_names.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return {row["name"]: row["country"] for row in csv.DictReader(file)}


def best_matches(parties: list[tuple[str, str | None]], watchlist: Watchlist) -> list[Match | None]:
    """Return the surest match of each as the vendor itself, if it has one."""
    best: list[Match | None] = []
    for start in range(0, len(parties), AT_ONCE):
        some = [
            Party(id=str(number), name=name or "?", country=country or None, roles=("tenderer",))
            for number, (name, country) in enumerate(parties[start : start + AT_ONCE])
        ]
        found = match_tender(Tender(source="names", parties=Collection(tuple(some))), watchlist, date(2022, 5, 1))
        same = [match for match in found if match.relation == "same"]
        best += [next((match for match in same if match.party == party.id), None) for party in some]
    return best


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
