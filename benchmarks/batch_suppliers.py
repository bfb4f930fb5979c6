"""Write a CSV of suppliers: the real names of VENDORSCREEN_DATA, repeated and altered, the same each time.

Usage: python benchmarks/batch_suppliers.py ROWS FILE [plain]

``plain`` repeats the names without altering them, as lists of invoices do.
"""

import csv
import gzip
import os
import random
import sys
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path


def _swapped(name: str, dice: random.Random) -> str:
    place = dice.randrange(max(1, len(name) - 1))
    return name[:place] + name[place : place + 2][::-1] + name[place + 2 :]


def _without_a_letter(name: str, dice: random.Random) -> str:
    place = dice.randrange(len(name))
    return name[:place] + name[place + 1 :]


def _without_last_word(name: str, _: random.Random) -> str:
    return name.rpartition(" ")[0] or name


ALTERATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    lambda name, _: name,
    lambda name, _: name.upper(),
    lambda name, _: name.title(),
    lambda name, _: name.replace(" ", "  ").replace(",", ""),
    lambda name, dice: f"{name} {dice.choice(('Deutschland', 'Polska', 'France', '(UK)', 'Branch'))}",
    _swapped,
    _without_a_letter,
    _without_last_word,
)


def suppliers(rows: int, *, altered: bool = True) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield number, name, country, LEI and an amount; each name first as it is, later altered."""
    folder = Path(os.environ["VENDORSCREEN_DATA"])
    with gzip.open(folder / "names" / "company_names.csv.gz", "rt", encoding="utf-8", newline="") as file:
        real = [(row["name"], row["country"], row["lei"]) for row in csv.DictReader(file)]
    dice = random.Random(7)
    for number, (name, country, lei) in enumerate(islice(cycle(real), rows)):
        written = dice.choice(ALTERATIONS)(name, dice) if altered and number >= len(real) else name
        amount = f"{dice.randrange(10**7) / 100:.2f}"
        yield str(number + 1), written, country, lei if not altered or dice.random() < 0.5 else "", amount


def main() -> None:
    rows, path = int(sys.argv[1]), Path(sys.argv[2])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Lieferantennummer", "Lieferant", "Land", "LEI", "Umsatz"))
        writer.writerows(suppliers(rows, altered="plain" not in sys.argv[3:]))


if __name__ == "__main__":
    main()
