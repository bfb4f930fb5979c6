#!/usr/bin/env python3
"""Writes the tables of legal forms, and of the words they are made of, from ISO 20275 and ``legal_forms.txt``.

    python scripts/build_legal_forms.py elf-codes-1.4.1.csv

Source: "Entity legal forms" code list 1.4.1 (ISO 20275), published by GLEIF, https://www.gleif.org/en/about-lei/code-lists/iso-20275-entity-legal-forms-code-list.
Taken over: abbreviations, and full names of at least two words, each with the abbreviation it stands for. Left out:
abbreviations that are ordinary words, and forms of public bodies and schools.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import TypeAlias

from anyascii import anyascii

from vendorscreen.name.folding import folded_words, plain_words

HERE = Path(__file__).parent
DATA = HERE.parent / "src/vendorscreen/name/data"

Forms: TypeAlias = dict[str, tuple[str, str]]
"""Spelling -> form and families."""

ORDINARY = frozenset(
    """a act ai al am an as at au ba bank be bo br bund canton cantone capital commune comune corpo de district do ec
    el embassy en ent es est eu fe fi fo for fund gar gas gen go gp hi i in ind inst ip is it la le li lo ma me mi
    mo ms my na ne no obec of ok on or os pa pac pc per ph pi pp pr ps ra re sam sap sat sb scr sd sec ses si sii
    simple so soc son sp ss st su tak te ti to trust tu uk un up us va vi wa we xi yu trade branch association
    assoc assn chartered partnership cooperative corporation proprietor undivided procura prokura owner podnik ziv
    zoo bhs pod kom spol zaujmove confederation other lipa axe""".split()
)
UNCLEAR = frozenset(
    """insurance bank loan credit savings trust school church union benefit investment fund branch embassy religious
    agricultural professional business international foreign public state private profit rural general federal
    capital development produccion cooperation municipal electric foundation""".split()
)
"""Words of full names of forms that stand in names of companies as often; such full names are left out."""
FAMILY_HINTS = {
    "partnership": "partner komand command comandit accomandita maatschap handelsgesellschaft colectiv товариств"
    " vennootschap.onder nom.colle nome.colle",
    "cooperative": "co-?op kooperat genossensch gobierno spoldzieln druzstv coöperat кооператив",
    "association": "associa verein vereniging yhdistys forening förening association stowarzysz asociaci",
    "fund": "fund fonds fondo fundo sicav investment.company",
    "stock": "anon aktie aksje akci akcj azioni acciones ações actions public.limited joint.?stock акцион акционер"
    " részvény osakeyhti",
    "limited": "limit beschränk beperk begräns begrens begrænset respons ogranič ograniczon обмеж ограничен omejen"
    " obmedz proprietary private",
}
"""Family -> beginnings of words in full names of its forms, the first that fits counts."""

NEEDS_NO_ABBREVIATION = frozenset({"partnership", "cooperative", "stock", "limited"})
"""Families whose full names are taken over where the standard names no abbreviation."""

LETTERS = {
    "щ": "shch sch sh sc", "ш": "sh s", "ч": "ch c", "ж": "zh z j", "ц": "ts c tc", "х": "kh h", "ю": "yu iu ju",
    "я": "ya ia ja", "й": "y i j", "ё": "yo e", "є": "ye ie e", "ы": "y i", "ь": "", "і": "i", "ї": "i yi", "ў": "u",
    "ә": "a e", "ө": "o", "қ": "q k", "ғ": "gh g", "ң": "ng n", "һ": "h", "ҳ": "h kh", "ҷ": "j ch", "ӣ": "i",
    "ӯ": "u", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ъ": "a",
}  # fmt: skip
"""Cyrillic letters that are written in several ways in Latin, and how; others as they are folded."""
UKRAINIAN = {"и": "y i", "г": "h g"}
_CYRILLIC = re.compile("[\u0400-\u052f]")
_AFTER_VOWEL = re.compile("(?<=[аеиоуыэюяіє])е")
SHORTEST_WORD = 5
"""Letters of the shortest word that says little because legal forms are made of it."""


def family_of(name: str) -> str:
    lowered = name.casefold()
    hints = ((family, hint) for family, hints in FAMILY_HINTS.items() for hint in hints.split())
    return next((family for family, hint in hints if re.search(hint, lowered)), "company")


def written() -> tuple[Forms, list[list[str]], set[str], set[str]]:
    """Return the forms of ``legal_forms.txt``, its words that are one, its Cyrillic ones, and those that tell."""
    forms: Forms = {}
    equal: list[list[str]] = []
    telling: set[str] = set()
    cyrillic: set[str] = set()
    families = ""
    for line in (HERE / "legal_forms.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            families = line.strip("[]")
        elif line.startswith("="):
            equal.append(line[1:].split())
        elif line.startswith("!"):
            telling.update(line[1:].split())
        elif line and not line.startswith("#"):
            form, _, spelled = line.partition(":")
            for spelling in spelled.split(","):
                words = folded_words(spelling)
                forms.setdefault(" ".join(words), (form, families))
                if len(words) > 1:
                    forms.setdefault(" ".join(reversed(words)), (form, families))
        cyrillic.update(word for word in re.findall(r"[^\W\d_]+", line.casefold()) if _CYRILLIC.search(word))
    return forms, equal, cyrillic - telling, telling


def from_standard(path: Path, known: Forms) -> Forms:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    votes: dict[str, Counter[tuple[str, str]]] = {}
    for row in rows:
        local = row["Entity Legal Form name Local name"]
        abbreviations = spellings(row["Abbreviations Local language"]) + spellings(row["Abbreviations transliterated"])
        full = spellings(local) + spellings(row["Entity Legal Form name Transliterated name (per ISO 01-140-10)"])
        plain = [name for name in full if " " in name and UNCLEAR.isdisjoint(name.split())]
        usable = [a for a in abbreviations if a not in ORDINARY and len(a) > 1 and len(a.split()) < 4]
        family = family_of(local)
        if not usable and (not plain or family not in NEEDS_NO_ABBREVIATION):
            continue
        form = next((known[a] for a in usable + plain if a in known), ([*usable, *plain][0], family))
        if form[1] == "company":
            continue
        for spelling in [*(a for a in usable if len(a) > 2), *plain]:
            votes.setdefault(spelling, Counter())[form] += 1
    return {spelling: max(sorted(counted), key=counted.__getitem__) for spelling, counted in votes.items()}


def spellings(field: str) -> list[str]:
    folded = (" ".join(folded_words(part)) for part in re.split(r"[;(]", field))
    return [part for part in folded if part and len(part.split()) <= 8]


def romanised(word: str) -> set[str]:
    """Return the ways to write a Cyrillic word in Latin letters; a letter is written in one way throughout."""
    ways: set[str] = set()
    for letters in (LETTERS, LETTERS | UKRAINIAN):
        marked = _AFTER_VOWEL.sub("є", word)
        several = [letter for letter in letters if letter in marked]
        for chosen in product(*(letters[letter].split() or [""] for letter in several)):
            text = marked.translate({ord(a): b for a, b in zip(several, chosen, strict=True)})
            ways.add("".join(plain_words(anyascii(text))))
    return ways


def classes(equal: list[list[str]], cyrillic: Iterable[str]) -> list[list[str]]:
    """Return the words that stand for each other, in every spelling; a word shared by two classes joins them."""
    spelled = {word: romanised(word) | set(folded_words(word)) for word in sorted(cyrillic)}
    groups = [set().union(*(spelled.get(word, set(folded_words(word))) for word in group)) for group in equal]
    groups += spelled.values()
    joined: list[set[str]] = []
    for group in ({word for word in group if len(word) >= SHORTEST_WORD} for group in groups):
        touching = [other for other in joined if not other.isdisjoint(group)]
        joined = [other for other in joined if other.isdisjoint(group)] + [group.union(*touching)]
    return [sorted(group) for group in joined if group]


def known_words() -> set[str]:
    """Return the words whose information or class is known from names of companies."""
    lines = [*(DATA / "background.txt").read_text("ascii").splitlines()]
    lines += (DATA / "word_classes.txt").read_text("ascii").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()[1:]}


def main() -> int:
    known, equal, cyrillic, telling = written()
    table = from_standard(Path(sys.argv[1]), known) | known
    same = classes(equal, cyrillic)
    first = {word: group[0] for group in same for word in group}
    forms = {
        " ".join(first.get(word, word) for word in spelling.split()): table[spelling] for spelling in sorted(table)
    }
    full = {word for spelling in forms if " " in spelling for word in spelling.split()}
    said = known_words().union(first, *map(folded_words, telling))
    alone = {word for word in full - said if len(word) >= SHORTEST_WORD and word.isalpha()}
    words = sorted([*(group for group in same if not full.isdisjoint(group)), *([word] for word in alone)])
    source = "# Source: ISO 20275 code list 1.4.1 (GLEIF), and company law as named in scripts/legal_forms.txt."
    made = "Written by scripts/build_legal_forms.py; not edited by hand."
    rows = [f"{spelling}\t{form}\t{families}" for spelling, (form, families) in sorted(forms.items())]
    write("legal_forms.tsv", [f"# Legal forms: spelling, form, families. {made}", source, *rows])
    head = f"# Words of legal forms that companies seldom use otherwise, each in all its spellings. {made}"
    write("legal_form_words.txt", [head, source, *map(" ".join, words)])
    print(f"{len(rows)} spellings, {sum(map(len, words))} words")
    return 0


def write(name: str, lines: list[str]) -> None:
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    sys.exit(main())
