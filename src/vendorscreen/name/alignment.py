"""Which words of two names stand for each other, and which stand alone.

Words are taken in a fixed order of certainty: the same word; words joined or split; words alike, the most telling
first; the last word of a name cut off; what is only a misspelt legal form; and, when just one word is left on either
side and the rest identifies the name, a closer look at that pair. Symmetric: which name comes first changes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import OSA

from vendorscreen.name.background import MOST_BITS, information
from vendorscreen.name.comparable import ComparableName
from vendorscreen.name.word import Likeness, differ_in_number, is_form_misspelt, likeness

__all__ = [
    "LAST_PAIR_BITS",
    "LEAST_LAST_PAIR_COST",
    "LONGEST_JOIN",
    "MOST_LAST_PAIR_EDITS",
    "SHORTEST_OF_TWO",
    "SHORTEST_PIECE",
    "AlignedWords",
    "Alignment",
    "align",
    "initials",
    "may_be_joined",
]

LONGEST_JOIN = 4
"""Words that may be written as one ("Hai Kang Wei Shi")."""

SHORTEST_OF_TWO, SHORTEST_PIECE = 2, 3
"""Letters of the shortest word that may be written together with one other, and with more."""

LONGEST_SHORT_NAME = 4
"""Letters of the longest name that must be spelt exactly ("ZTE", "BYD")."""

LAST_PAIR_BITS = 14.0
"""Information the other words must share before the last pair gets a closer look, in bits."""

MOST_LAST_PAIR_EDITS = 3
"""Letters by which a last pair of long words may differ."""

LEAST_LAST_PAIR_COST = 6.0
"""Information that a last pair destroys at least, in bits."""

_SAME = Likeness("same", 0.0)
_JOINED = Likeness("written together", 1.0)
_CUT = Likeness("cut off", 1.0)
_LAST_PAIR = {
    1: Likeness("one letter off", LEAST_LAST_PAIR_COST),
    2: Likeness("two letters off", 10.0),
    3: Likeness("three letters off", 14.0),
}
_ACRONYM = Likeness("initials", 12.0)
_SHORTEST_ACRONYM = 4


class AlignedWords(NamedTuple):
    """Words of either side that stand for each other.

    ``bits`` the information they share, ``cost`` what is lost because they differ, both in bits; ``kind`` says how
    they differ.
    """

    a: str
    b: str
    bits: float
    kind: str
    cost: float

    @property
    def quality(self) -> float:
        """How well they stand for each other, from 0 to 1 for the same word."""
        return self.bits / (self.bits + self.cost) if self.bits else 1.0


@dataclass(slots=True)
class Alignment:
    """The words of two names that stand for each other, and those left: ``cut_off`` are lost to a cut at the end."""

    aligned: list[AlignedWords] = field(default_factory=list)
    left_a: list[str] = field(default_factory=list)
    left_b: list[str] = field(default_factory=list)
    cut_off: list[str] = field(default_factory=list)


class _Side:
    """One of the two names while words are being taken from it."""

    __slots__ = ("left", "name")

    def __init__(self, name: ComparableName) -> None:
        self.name = name
        self.left = list(name.words)

    def take(self, words: list[str]) -> bool:
        """Take all of ``words`` if they are all left, else none."""
        left = list(self.left)
        for word in words:
            if word not in left:
                return False
            left.remove(word)
        self.left = left
        return True


def align(a: ComparableName, b: ComparableName) -> Alignment:
    """Return which words of ``a`` and ``b`` stand for each other."""
    swapped = b.tokens < a.tokens
    x, y = (_Side(b), _Side(a)) if swapped else (_Side(a), _Side(b))
    aligned: list[AlignedWords] = []
    cut_off: list[str] = []
    _take_same(x, y, aligned)
    if x.left or y.left:
        _take_respaced(x, y, aligned)
        _take_joined(x, y, aligned)
        _take_split_forms(x, y)
        cut_off = _take_cut(x, y, aligned)
        _take_alike(x, y, aligned)
        _take_form_like(x, y)
        _take_last_pair(x, y, aligned)
        _take_acronym(x, y, aligned)
    if swapped:
        aligned = [AlignedWords(w.b, w.a, w.bits, w.kind, w.cost) for w in aligned]
        x, y = y, x
    return Alignment(aligned, x.left, y.left, cut_off)


def _pair(a: str, b: str, bits: float, how: Likeness) -> AlignedWords:
    return AlignedWords(a, b, bits, how.kind, how.cost)


def _take_same(x: _Side, y: _Side, aligned: list[AlignedWords]) -> None:
    for word in x.name.words:
        if word in y.left:
            x.left.remove(word)
            y.left.remove(word)
            aligned.append(_pair(word, word, information(word), _SAME))


def _take_respaced(x: _Side, y: _Side, aligned: list[AlignedWords]) -> None:
    """Take everything where only the blanks differ ("VELINVESTMENTD.O.O.")."""
    if "".join(x.name.tokens) == "".join(y.name.tokens):
        bits = max(sum(map(information, side.left)) for side in (x, y))
        aligned.append(_pair(" ".join(x.left), " ".join(y.left), bits, _JOINED))
        x.left, y.left = [], []


def _take_joined(x: _Side, y: _Side, aligned: list[AlignedWords]) -> None:
    for whole, pieces, whole_is_x in ((x, y, True), (y, x, False)):
        for word in [word for word in whole.left if len(word) >= 3]:
            run = _run(pieces.name.tokens, word)
            content = [piece for piece in run if piece in pieces.left]
            fillers = sum(piece in pieces.name.fillers and piece not in content for piece in run)
            if not run or len(content) + fillers < len(run) or not pieces.take(content):
                continue
            whole.left.remove(word)
            if content:
                joined = " ".join(run)
                bits = information(word) if information(word) < MOST_BITS else sum(map(information, content))
                aligned.append(_pair(word, joined, bits, _JOINED) if whole_is_x else _pair(joined, word, bits, _JOINED))


def _take_split_forms(x: _Side, y: _Side) -> None:
    """Take words that are a legal form of the other name when written together ("Lim ited")."""
    for side, other in ((x, y), (y, x)):
        for filler in other.name.fillers if side.left else ():
            side.take([word for word in _run(side.name.tokens, filler) if word in side.left])


def _run(tokens: tuple[str, ...], word: str) -> tuple[str, ...]:
    """Return the first run of two to ``LONGEST_JOIN`` tokens that is ``word`` when written together."""
    for start in range(len(tokens) - 1):
        if word.startswith(tokens[start]):
            joined = tokens[start]
            for end in range(start + 1, min(start + LONGEST_JOIN, len(tokens))):
                joined += tokens[end]
                if joined == word and may_be_joined(tokens[start : end + 1]):
                    return tokens[start : end + 1]
    return ()


def may_be_joined(pieces: Sequence[str]) -> bool:
    """Return whether words are long enough to be recognised when they are written together."""
    return min(map(len, pieces)) >= (SHORTEST_PIECE if len(pieces) > 2 else SHORTEST_OF_TWO)


def _take_alike(x: _Side, y: _Side, aligned: list[AlignedWords]) -> None:
    if not (x.left and y.left) or any(map(_is_short, (x.name, y.name))):
        return
    alike = []
    for a in x.left:
        for b in y.left:
            how = likeness(a, b)
            if how:
                bits = min(information(a), information(b))
                alike.append((how.cost - bits, min(a, b), max(a, b), a, b, bits, how))
    for _, _, _, a, b, bits, how in sorted(alike):
        if a in x.left and b in y.left:
            x.left.remove(a)
            y.left.remove(b)
            aligned.append(_pair(a, b, bits, how))


def _is_short(name: ComparableName) -> bool:
    """Return whether a name is so short that only the same letters are the same name."""
    return len(name.words) == 1 and len(name.words[0]) <= LONGEST_SHORT_NAME


def _take_cut(x: _Side, y: _Side, aligned: list[AlignedWords]) -> list[str]:
    """Take the last word of a name that ends in the middle of the other; return the words behind the cut.

    A word that may identify both names must stand before the cut.
    """
    if not aligned:
        return []
    first = max(side.name.tokens.index(side.name.words[0]) for side in (x, y))
    for cut, full in ((x, y), (y, x)):
        tokens, longer = cut.name.tokens, full.name.tokens
        last = len(tokens) - 1
        within = first < last < len(longer)
        if within and tokens[:last] == longer[:last] and _is_cut(longer[last], tokens[last]):
            cut.take([tokens[last]])
            if full.take([longer[last]]):
                bits = min(information(tokens[last]), information(longer[last]))
                a, b = (tokens[last], longer[last]) if cut is x else (longer[last], tokens[last])
                aligned.append(_pair(a, b, bits, _CUT))
            behind = [word for word in longer[last + 1 :] if word in full.left]
            full.take(behind)
            return behind
    return []


def _is_cut(word: str, cut: str) -> bool:
    return word.startswith(cut) and not differ_in_number(word, cut)


def _take_form_like(x: _Side, y: _Side) -> None:
    """Take words that are a legal form of the other name misspelt."""
    for side, other in ((x, y), (y, x)):
        if side.left and other.name.fillers:
            fillers = Counter(other.name.fillers) - Counter(side.name.fillers)
            side.left = [word for word in side.left if not _is_form_like(word, fillers, side.name.tokens[-1])]


def _is_form_like(word: str, fillers: Iterable[str], last: str) -> bool:
    return any(is_form_misspelt(word, filler, at_end=word == last) for filler in fillers)


def _take_last_pair(x: _Side, y: _Side, aligned: list[AlignedWords]) -> None:
    """Take the only word left on either side if it is a few letters off and the other words identify the name."""
    if len(x.left) != 1 or len(y.left) != 1:
        return
    a, b = x.left[0], y.left[0]
    bits = min(information(a), information(b))
    shorter, longer = sorted((len(a), len(b)))
    if shorter < 3 or differ_in_number(a, b) or sum(words.bits for words in aligned) < LAST_PAIR_BITS:
        return
    most = 1 if shorter < 4 or longer < 5 else 2 if shorter < 8 else MOST_LAST_PAIR_EDITS
    edits = OSA.distance(a, b, score_cutoff=most)
    if edits <= most:
        x.left, y.left = [], []
        aligned.append(_pair(a, b, bits, _LAST_PAIR[edits]))


def _take_acronym(x: _Side, y: _Side, aligned: list[AlignedWords]) -> None:
    """Take a name of one word that is made of the initials of the other's words."""
    if aligned:
        return
    for short, long in ((x, y), (y, x)):
        word = short.left[0] if len(short.left) == 1 else ""
        if len(word) >= _SHORTEST_ACRONYM and word in initials(long.name):
            spelt = " ".join(long.left)
            a, b = (word, spelt) if short is x else (spelt, word)
            aligned.append(_pair(a, b, information(word), _ACRONYM))
            x.left, y.left = [], []
            return


def initials(name: ComparableName) -> list[str]:
    """Return the acronyms of a name: the initials of its words, and of its words and legal forms."""
    words, tokens = name.words, name.tokens
    if len(tokens) < _SHORTEST_ACRONYM or len(words) < _SHORTEST_ACRONYM - 1:
        return []
    of_all = "".join([word[0] for word in tokens])
    of_words = "".join([word[0] for word in words]) if len(words) < len(tokens) else of_all
    return [of_all] if of_all == of_words or len(of_words) < _SHORTEST_ACRONYM else [of_words, of_all]
