"""Names as people, systems and evaders alter them; the same random numbers give the same names."""

import random
import re
from collections.abc import Callable

from benchmarks.numerals import numeral_rewritten

__all__ = ["ALTERATIONS", "altered"]

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LOOKALIKES = str.maketrans("aceopxyABEKMHOPCTX", "асеорхуАВЕКМНОРСТХ")
SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("s", "z"), ("y", "i"), ("ie", "ei"), ("w", "v"))
FORMS = {"limited": "Ltd.", "ltd": "Limited", "co": "Company", "company": "Co.", "corporation": "Corp.", "inc": "Inc"}


def _in_long_word(change: Callable[[str, random.Random], str]) -> Callable[[str, random.Random], str]:
    def alter(name: str, rng: random.Random) -> str:
        words = name.split()
        place = rng.choice([i for i, word in enumerate(words) if len(word) > 4] or [0])
        words[place] = change(words[place], rng)
        return " ".join(words)

    return alter


def _replaced(word: str, rng: random.Random) -> str:
    place = rng.randrange(len(word))
    return word[:place] + rng.choice(LETTERS) + word[place + 1 :]


def _deleted(word: str, rng: random.Random) -> str:
    place = rng.randrange(len(word))
    return word[:place] + word[place + 1 :]


def _swapped(word: str, rng: random.Random) -> str:
    place = rng.randrange(max(1, len(word) - 1))
    return word[:place] + word[place : place + 2][::-1] + word[place + 2 :]


def _doubled(word: str, rng: random.Random) -> str:
    place = rng.randrange(len(word))
    return word[:place] + word[place] + word[place:]


def _split(word: str, rng: random.Random) -> str:
    place = rng.randrange(2, max(3, len(word) - 1))
    return f"{word[:place]} {word[place:]}".strip()


def _two_slips(name: str, rng: random.Random) -> str:
    return _in_long_word(_deleted)(_in_long_word(_replaced)(name, rng), rng)


def _sounded(name: str, rng: random.Random) -> str:
    spelling, other = rng.choice([pair for pair in SOUNDS if pair[0] in name.lower()] or [("a", "a")])
    return re.sub(spelling, other, name, count=1, flags=re.IGNORECASE)


def _word_left_out(name: str, rng: random.Random) -> str:
    words = name.split()
    if len(words) > 2:
        del words[rng.randrange(len(words))]
    return " ".join(words)


def _written_together(name: str, rng: random.Random) -> str:
    words = name.split()
    place = rng.randrange(max(1, len(words) - 1))
    return " ".join([*words[:place], "".join(words[place : place + 2]), *words[place + 2 :]])


def _without_vowels(name: str, _: random.Random) -> str:
    return " ".join(w if len(w) < 4 else w[0] + re.sub("[aeiouAEIOU]", "", w[1:-1]) + w[-1] for w in name.split())


def _other_form(name: str, _: random.Random) -> str:
    return " ".join(FORMS.get(word.strip(".,").lower(), word) for word in name.split())


ALTERATIONS: dict[str, Callable[[str, random.Random], str]] = {
    "upper case": lambda name, _: name.upper(),
    "no punctuation": lambda name, _: re.sub(r"[^\w\s]", " ", name),
    "words reversed": lambda name, _: " ".join(reversed(name.split())),
    "other legal form": _other_form,
    "look-alike letters": lambda name, _: name.translate(LOOKALIKES),
    "letter replaced": _in_long_word(_replaced),
    "letter left out": _in_long_word(_deleted),
    "letters swapped": _in_long_word(_swapped),
    "letter doubled": _in_long_word(_doubled),
    "two slips": _two_slips,
    "sounds alike": _sounded,
    "words written together": _written_together,
    "word written apart": _in_long_word(_split),
    "word left out": _word_left_out,
    "cut off": lambda name, _: name[: max(10, 2 * len(name) // 3)],
    "vowels left out": _without_vowels,
    "numeral rewritten": numeral_rewritten,
}
"""What may happen to a name, by what it is called."""


def altered(name: str, rng: random.Random) -> str:
    """Return ``name`` altered in one of these ways, chosen at random; sometimes it stays as it is."""
    return ALTERATIONS[rng.choice(list(ALTERATIONS))](name, rng) if name.split() else name
