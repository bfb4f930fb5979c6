"""Raw text -> lower-case Latin words: what is left of a name when habits of spelling are taken away.

Invariants: a word holds only ``a-z`` and ``0-9``; folding the joined words again gives the same words; no more than
the first ``LONGEST_NAME`` characters of a text are looked at.

Look-alike letters (a Cyrillic "а" in "Huаwei") become the Latin letter they pretend to be where a word mixes scripts,
and in every word when all else in the name is Latin; genuinely Cyrillic or Greek words are transliterated.
Han, Hangul and Thai text is written without blanks, so the legal forms, places and trade words in it are recognised
before it is transliterated; so are short legal forms that would become ordinary words ("ПП", "ՍՊԸ")
(``data/native_words.tsv``).
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby
from string import ascii_lowercase

from anyascii import anyascii

from vendorscreen.name.han_numeral import han_numerals_in_digits

__all__ = ["CONNECTIVES", "LONGEST_NAME", "folded_words", "native_words", "plain_words", "without_native_forms"]

LONGEST_NAME = 1000
"""Characters of a raw name that are read, so that a hostile name costs no more than this."""

CONNECTIVES = frozenset({"and", "und", "et", "och", "og", "ve", "the"})
"""Words that identify nobody: "&", a comma or nothing at all stands for them just as often."""

_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
"""Each ASCII byte in lower case, and a blank for what is neither letter nor digit."""
_DROPPED = b"'`"
_LETTERS = frozenset(ascii_lowercase)
_DOTTED_INITIALS = re.compile(r"(?<![a-z0-9])(?:[a-z]\.){2,}[a-z]?(?![a-z0-9])")
_BETWEEN_DOTS = re.compile(r"\.[A-Za-z]\.")
_LOOKALIKES = str.maketrans(
    "асеорхуіјѕԁһԛԝкАВЕКМНОРСТХУІЈЅԌԚԜЗαορνικυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aceopxyijsdhqwkABEKMHOPCTXYIJSGQW3aopvikuABEZHIKMNOPTYX",
)
_FOREIGN = re.compile("[\u0370-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_GLUED_SCRIPT = re.compile(
    "[\u05d0-\u05ea\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_UNREADABLE = frozenset({"Cf", "Cs", "Co", "Cn"})
_RAISED = re.compile(r"(?<=[0-9])\.?[ºª°]|(?<=\b[nN])[º°]")
"""A raised letter or ring behind a number, and behind an "n" before one."""


def folded_words(text: str) -> list[str]:
    """Return the words of ``text`` in lower-case Latin letters and digits, in the order they stand.

    Runs of single letters become one word ("S. p. A." and "S.p.A." are "spa"). Empty when nothing can be read.
    """
    text = text[:LONGEST_NAME]
    if not text.isascii():
        text = _latin(text)
    if "." in text and _BETWEEN_DOTS.search(text):
        text = _DOTTED_INITIALS.sub(lambda found: found.group().replace(".", "") + " ", text.lower())
    words = plain_words(text)
    return words if _LETTERS.isdisjoint(words) else _joined_initials(words)


def plain_words(text: str) -> list[str]:
    """Return the words of a text in ASCII, in lower case; single letters are not joined."""
    return text.encode("ascii").translate(_PLAIN, _DROPPED).decode("ascii").split()


def _joined_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    for is_initial, run in groupby(words, _LETTERS.__contains__):
        letters = list(run)
        together = "".join(letters)
        joined += [together] if is_initial and together not in CONNECTIVES else letters
    return joined


def _latin(text: str) -> str:
    text = unicodedata.normalize("NFKC", _RAISED.sub(" ", text))
    if not text.isprintable():
        text = "".join(c for c in text if unicodedata.category(c) not in _UNREADABLE)
    text = _MARKS.sub("", text)
    is_mixed = _FOREIGN.search(text) and _LATIN.search(text)
    glued, replacements = _native_words()
    if _GLUED_SCRIPT.search(text):  # first, for what digits stand before would be taken for a whole word
        text = glued.sub(lambda found: f" {replacements[found.group()]} ", han_numerals_in_digits(text))
    if not replacements.keys().isdisjoint(_WORD.findall(text.casefold())):
        text = _WORD.sub(lambda found: replacements.get(found.group().casefold(), found.group()), text)
    if is_mixed:
        text = _without_lookalikes(text)
    return anyascii(text)


def _without_lookalikes(text: str) -> str:
    """Return ``text`` with look-alikes made Latin: everywhere if no foreign letter stays, else in mixed words."""
    everywhere = text.translate(_LOOKALIKES)
    if not _FOREIGN.search(everywhere):
        return everywhere
    pieces = re.split(r"(\W+)", text)
    return "".join(piece.translate(_LOOKALIKES) if _LATIN.search(piece) else piece for piece in pieces)


@cache
def native_words() -> tuple[str, ...]:
    """Return the legal forms, trade words and places that are known in other scripts."""
    return tuple(_native_words()[1])


@cache
def _native_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds the words that stand anywhere in a text, and the Latin words for them and for whole words."""
    replacements = {word: latin for word, latin, _ in _native_rows()}
    return _anywhere(replacements), replacements


def without_native_forms(text: str) -> str:
    """Return ``text`` without the legal forms of scripts that have no blanks ("NJS" of "株式会社NJS")."""
    return _native_forms().sub(" ", unicodedata.normalize("NFKC", text))


@cache
def _native_forms() -> re.Pattern[str]:
    return _anywhere(word for word, _, kind in _native_rows() if kind == "legal form")


@cache
def _native_rows() -> list[list[str]]:
    """Return word, Latin words and class of each row of the table."""
    lines = files("vendorscreen.name").joinpath("data/native_words.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _anywhere(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds those of the words that are of a script without blanks, the longest first."""
    longest_first = sorted(filter(_GLUED_SCRIPT.search, words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))
