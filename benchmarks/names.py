"""Real names to measure with: listed organisations and companies, from the folder VENDORSCREEN_DATA names."""

import csv
import gzip
import hashlib
import os
import random
from pathlib import Path

from benchmarks.alterations import altered

from vendorscreen.name import comparable

__all__ = ["clean_companies", "listed_names", "listed_up_to"]

csv.field_size_limit(1 << 24)


def _rows(path: str) -> list[dict[str, str]]:
    with gzip.open(Path(os.environ["VENDORSCREEN_DATA"]) / path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed_names() -> list[tuple[str, str]]:
    """Return key and name of the organisations of the US Consolidated Screening List, about 17,000."""
    names: dict[tuple[str, str], None] = {}
    for row in _rows("lists/us_csl/consolidated_2022-04.csv.gz"):
        mostly_persons = row["source"].startswith(("Denied", "ITAR", "Palest"))
        if row["type"] not in {"Individual", "Vessel", "Aircraft"} and not mostly_persons:
            key = " ".join(comparable(row["name"]).words)
            names |= dict.fromkeys((key, name.strip()) for name in [row["name"], *row["alt_names"].split(";")] if name)
    return [(key, name) for key, name in names if name]


def listed_up_to(count: int, rng: random.Random) -> list[tuple[str, str]]:
    """Return the listed names, then as many of them altered as there must be ``count``, each under a key of its own."""
    listed = listed_names()
    more = (rng.choice(listed)[1] for _ in range(max(0, count - len(listed))))
    return listed + [(f"altered {n}", altered(name, rng)) for n, name in enumerate(more)]


def clean_companies(count: int, rng: random.Random) -> list[str]:
    """Return real companies outside the half the background was counted over; none is called as a listed one."""
    listed = {"".join(comparable(name).words) for _, name in listed_names()}
    names = [row["name"] for row in _rows("names/company_names.csv.gz")]
    unseen = [name for name in names if hashlib.sha256(name.encode()).digest()[0] % 2]
    rng.shuffle(unseen)
    clean: list[str] = []
    for name in unseen:
        if len(clean) == count:
            break
        if "".join(comparable(name).words) not in listed:
            clean.append(name)
    return clean
