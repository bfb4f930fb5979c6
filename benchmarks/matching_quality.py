"""How many altered names are found, and how many clean companies are taken for a listed one.

    VENDORSCREEN_DATA=... python -m benchmarks.matching_quality [--listed 60000] [--altered 8000] [--seed 1]

Prints recall at 1, 2 and 5 false alerts per 1,000 clean companies, recall and false alerts at the shipped threshold,
recall per kind of alteration at 2 per 1,000, and the false alerts at each similarity: the calibration table.
"""

import argparse
import random
from collections import defaultdict

from benchmarks.alterations import ALTERATIONS
from benchmarks.names import clean_companies, listed_names, listed_up_to

from vendorscreen.name import MATCH_THRESHOLD, MINIMUM_SIMILARITY, NameIndex, comparable

SHORTEST_BITS = 18
"""Information of the names that are altered, and of what an alteration must leave of them: less identifies nobody."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--listed", type=int, default=0)
    parser.add_argument("--altered", type=int, default=8_000)
    parser.add_argument("--clean", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    entries = listed_up_to(asked.listed, rng)
    index = NameIndex(entries)
    clean = clean_companies(asked.clean, rng)
    alarms = [
        matches[0].similarity if matches else 0.0
        for matches in index.search(clean, at_least=MINIMUM_SIMILARITY, limit=1)
    ]
    alarms.sort(reverse=True)
    cases = altered_names(asked.altered, rng)
    found = index.search([name for _, name, _ in cases], at_least=MINIMUM_SIMILARITY, limit=20)
    best = [
        max((match.similarity for match in matches if match.key == key), default=0.0)
        for matches, (_, _, key) in zip(found, cases, strict=True)
    ]
    print(f"{len(entries):,} listed names, {len(cases):,} altered names, {len(clean):,} clean companies")
    for budget in (1, 2, 5):
        cut = alarms[len(clean) * budget // 1000]
        print(f"at {budget} per 1,000: similarity > {cut:.3f}, recall {share(best, cut):.3f}")
    at_threshold = 1000 * sum(alarm >= MATCH_THRESHOLD for alarm in alarms) / len(clean)
    print(f"at {MATCH_THRESHOLD}: recall {share(best, MATCH_THRESHOLD):.3f}, {at_threshold:.2f} false alerts per 1,000")
    kinds: dict[str, list[float]] = defaultdict(list)
    for (kind, _, _), similarity in zip(cases, best, strict=True):
        kinds[kind].append(similarity)
    cut = alarms[len(clean) * 2 // 1000]
    for kind, similarities in sorted(kinds.items(), key=lambda item: share(item[1], cut)):
        print(f"  {kind:24} {share(similarities, cut):.3f} of {len(similarities)}")
    for level in [step / 50 for step in range(25, 51)]:
        print(f"({level}, {1000 * sum(alarm >= level for alarm in alarms) / len(clean):.2f})", end=" ")
    print()


def altered_names(count: int, rng: random.Random) -> list[tuple[str, str, str]]:
    """Return kind of alteration, altered name and key, every kind equally often."""
    listed = [(key, name) for key, name in listed_names() if len(name.split()) > 1 and bits(name) >= SHORTEST_BITS]
    kinds = list(ALTERATIONS)
    cases: list[tuple[str, str, str]] = []
    while len(cases) < count:
        kind = kinds[len(cases) % len(kinds)]
        key, name = rng.choice(listed)
        other = ALTERATIONS[kind](name, rng)
        takes_away = kind in {"word left out", "cut off"}
        if (other != name or kind == "upper case") and not (takes_away and bits(other) < SHORTEST_BITS):
            cases.append((kind, other, key))
    return cases


def bits(name: str) -> float:
    return sum(comparable(name).bits)


def share(similarities: list[float], at_least: float) -> float:
    return sum(similarity >= at_least for similarity in similarities) / len(similarities)


if __name__ == "__main__":
    main()
