"""How well names are found when their number is written in another way, and kept apart when it is another number.

    VENDORSCREEN_DATA=... python -m benchmarks.matching_numerals

Prints, for each way to write a number, how many of the listed names that bear one are found at the shipped threshold;
then how many are found although their number is another.
"""

from benchmarks.names import listed_names
from benchmarks.numerals import WAYS, number_in, with_number

from vendorscreen.name import MATCH_THRESHOLD, NameIndex, compare_names

SHOWN = 5


def main() -> None:
    listed = listed_names()
    numbered = [(key, name, number) for key, name in listed if (number := number_in(name)) is not None]
    index = NameIndex(listed)
    found_in_all = 0
    for way, write in WAYS.items():
        names = [with_number(name, write(number)) for _, name, number in numbered]
        keys = [{match.key for match in matches} for matches in index.search(names, limit=100)]
        missed = [name for name, (key, _, _), found in zip(names, numbered, keys, strict=True) if key not in found]
        found_in_all += len(names) - len(missed)
        print(f"  {way:20} {1 - len(missed) / len(names):.3f} of {len(names)}", *missed[:SHOWN], sep=" | ")
    print(f"recall at {MATCH_THRESHOLD}: {found_in_all / len(WAYS) / len(numbered):.4f}")
    others = [(name, with_number(name, str(number + 1))) for _, name, number in numbered]
    alike = [other for name, other in others if compare_names(name, other).similarity >= MATCH_THRESHOLD]
    print(f"another number: {len(alike)} of {len(others)} found", *alike[:SHOWN], sep=" | ")


if __name__ == "__main__":
    main()
