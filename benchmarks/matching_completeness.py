"""Does the index miss anything that comparing every name would find?

    VENDORSCREEN_DATA=... python -m benchmarks.matching_completeness [EXAMPLES] [LISTED] [SEED]

Searches EXAMPLES names (default 10,000), each a listed name altered once or twice, in LISTED names (default 1,000)
drawn from the real ones, and compares with a full scan of all parts at 0.5, 0.7 and 0.85.
"""

import random
import sys

from benchmarks.alterations import altered
from benchmarks.names import listed_names

from vendorscreen.name import NameIndex, comparable, read_names
from vendorscreen.name.similarity import compare_comparable

LEVELS = (0.5, 0.7, 0.85)


def main(examples: int = 10_000, listed: int = 1_000, seed: int = 1) -> None:
    rng = random.Random(seed)
    entries = rng.sample(listed_names(), listed)
    index = NameIndex(entries)
    parts = [(key, comparable(part.text)) for key, name in entries for part in read_names(name)]
    missed = dict.fromkeys(LEVELS, 0)
    found = dict.fromkeys(LEVELS, 0)
    for _ in range(examples):
        name = altered(rng.choice(entries)[1], rng)
        name = altered(name, rng) if rng.random() < 0.5 else name
        scanned = _full_scan(name, parts)
        for level in LEVELS:
            expected = {key: alike for key, alike in scanned.items() if alike >= level}
            [matches] = index.search([name], at_least=level, limit=listed)
            got = {match.key: match.similarity for match in matches}
            found[level] += len(expected)
            if got != expected:
                missed[level] += 1
                print(f"missed at {level}: {name!r}: {expected} but {got}")
    for level in LEVELS:
        print(f"at {level}: {missed[level]} of {examples:,} examples differ; {found[level]:,} matches")


def _full_scan(name: str, parts: list[tuple[str, object]]) -> dict[str, float]:
    best: dict[str, float] = {}
    for part in read_names(name):
        searched = comparable(part.text)
        for key, listed in parts:
            alike = compare_comparable(searched, listed).similarity
            if alike >= LEVELS[0]:
                best[key] = max(alike, best.get(key, 0.0))
    return best


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
