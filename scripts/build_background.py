#!/usr/bin/env python3
"""Writes the background table: how common each word is in names of companies.

    python scripts/build_background.py company_names.csv.gz

Input: a CSV with a column ``name`` of real company names (GLEIF golden copy, CC0; IEEE OUI registry, public). Only
names whose SHA-256 digest begins with an even byte are counted; the other half stays unseen, for measuring.
"""

import collections
import csv
import gzip
import hashlib
import math
import sys
from pathlib import Path

from vendorscreen.name.folding import folded_words
from vendorscreen.name.legal_form import legal_forms

TARGET = Path(__file__).parent.parent / "src/vendorscreen/name/data/background.txt"
RAREST = 2
"""Words used by fewer companies are left out: nothing is known of them but that they are rare."""
STEP = 0.25
"""Bits between two levels of the table."""
HEAD = """\
# Words of company names by the information they carry, in bits: log2(companies / companies that use the word).
# Counted over {names} names by scripts/build_background.py; words of fewer than {rarest} companies left out.
# Source: GLEIF golden copy (CC0), IEEE OUI registry; the half of the names with an even first byte of SHA-256.
"""


def counted_half(name: str) -> bool:
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def main() -> int:
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file) if counted_half(row["name"])]
    users: collections.Counter[str] = collections.Counter()
    for name in names:
        words = folded_words(name)
        _, places = legal_forms(words)
        users.update({word for place, word in enumerate(words) if place not in places})
    levels: dict[float, list[str]] = {}
    for word, count in users.items():
        if count >= RAREST:
            levels.setdefault(round(math.log2(len(names) / count) / STEP) * STEP, []).append(word)
    lines = [f"{bits:g} {' '.join(sorted(words))}" for bits, words in sorted(levels.items())]
    table = HEAD.format(names=len(names), rarest=RAREST) + "\n".join(lines) + "\n"
    TARGET.write_text(table, encoding="utf-8")
    print(f"{sum(map(len, levels.values()))} words, {TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
