"""The number in a name written in other ways: digits, ordinals, words, Roman numerals, with signs."""

import random
import re

__all__ = ["WAYS", "number_in", "numeral_rewritten", "with_number"]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_DIGITS = re.compile(r"(?<![\w.,/-])(?:No\.? ?)?([0-9]{1,5})(?:st|nd|rd|th)?(?![\w.,/-])", re.IGNORECASE)


def _spelt(number: int) -> str:
    if number >= 1000:
        rest = number % 1000
        return f"{_spelt(number // 1000)} thousand" + (f" {_spelt(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{_UNITS[number // 100]} hundred" + (f" and {_spelt(rest)}" if rest else "")
    if number >= 20:
        return _TENS[number // 10 - 2] + (f"-{_UNITS[number % 10]}" if number % 10 else "")
    return _UNITS[number]


def _spelt_ordinal(number: int) -> str:
    spelt = _spelt(number)
    last = re.split("[ -]", spelt)[-1]
    ending = _ORDINALS.get(last, f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return spelt[: len(spelt) - len(last)] + ending


def _ordinal(number: int) -> str:
    teens = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


WAYS = {
    "digits": str,
    "leading zero": lambda number: f"0{number}",
    "ordinal": _ordinal,
    "No.": lambda number: f"No. {number}",
    "Nr.": lambda number: f"Nr. {number}",
    "numero sign": lambda number: f"№{number}",
    "raised o": lambda number: f"Nº {number}",
    "number sign": lambda number: f"#{number}",
    "Russian ordinal": lambda number: f"{number}-й",
    "Spanish ordinal": lambda number: f"{number}º",
    "French ordinal": lambda number: f"{number}ème",
    "full width": lambda number: "".join(chr(0xFF10 + int(digit)) for digit in str(number)),
    "Arabic-Indic": lambda number: "".join(chr(0x0660 + int(digit)) for digit in str(number)),
    "words": _spelt,
    "ordinal words": _spelt_ordinal,
    "words in capitals": lambda number: _spelt_ordinal(number).upper().replace("-", " "),
    "Roman": lambda number: _roman(number) if number < 4000 else str(number),
}
"""How a number may be written, by what the way is called."""

_SPELT = {_spelt_ordinal(number): number for number in range(1, 20)} | {_UNITS[n]: n for n in range(2, 20)}
_WORD = re.compile(rf"\b(?:{'|'.join(sorted(_SPELT, key=len, reverse=True))})\b", re.IGNORECASE)


def number_in(name: str) -> int | None:
    """Return the number that stands in a name in digits or in one word, None if there is none."""
    found = _DIGITS.search(name)
    if found:
        return int(found[1])
    word = _WORD.search(name)
    return _SPELT[word[0].lower()] if word else None


def with_number(name: str, written: str) -> str:
    """Return ``name`` with its number replaced by ``written``."""
    pattern = _DIGITS if _DIGITS.search(name) else _WORD
    return pattern.sub(lambda _: written, name, count=1)


def numeral_rewritten(name: str, rng: random.Random) -> str:
    """Return ``name`` with its number, if it bears one, written in another way."""
    number = number_in(name)
    return name if number is None else with_number(name, WAYS[rng.choice(list(WAYS))](number))
