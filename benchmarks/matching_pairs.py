"""How well similarity alone tells names of one organisation from names of two (``pairs.tsv``).

    python -m benchmarks.matching_pairs

Prints the best F1 of any threshold, that of the shipped one, and what the shipped one gets wrong.
"""

from pathlib import Path

from vendorscreen.name import MATCH_THRESHOLD, compare_names


def main() -> None:
    lines = (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    scored = [(compare_names(a, b).similarity, same == "same") for same, _, a, b in pairs]
    best, at = max((f1(scored, level), level) for level, _ in scored)
    print(f"{len(pairs)} pairs: best F1 {best:.3f} at {at:.2f}, {f1(scored, MATCH_THRESHOLD):.3f} at {MATCH_THRESHOLD}")
    for (score, same), (_, kind, a, b) in zip(scored, pairs, strict=True):
        if (score >= MATCH_THRESHOLD) != same:
            print(f"  {kind:12} {score:.2f} {'missed' if same else 'wrong'}: {a} | {b}")


def f1(scored: list[tuple[float, bool]], level: float) -> float:
    right = sum(same for score, same in scored if score >= level)
    taken = sum(score >= level for score, _ in scored)
    return 2 * right / (taken + sum(same for _, same in scored))


if __name__ == "__main__":
    main()
