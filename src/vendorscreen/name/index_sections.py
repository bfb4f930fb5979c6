"""Builds the sections of a name index: its names, their words, and from which words and keys they are found.

Every table that leads from numbers to lists of numbers is a pair of sections: the i-th list is ``x`` from ``x_ends[i]``
to ``x_ends[i + 1]``. Tables found by text hash the text to a bucket; what else lands in a bucket is only a false lead.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from vendorscreen.name.alignment import LONGEST_JOIN, initials, may_be_joined
from vendorscreen.name.background import information
from vendorscreen.name.comparable import ComparableName, comparable
from vendorscreen.name.key import word_keys
from vendorscreen.name.name_parts import read_names
from vendorscreen.name.numeral import words_in_digits
from vendorscreen.name.word import is_sparse

__all__ = ["CUT_ITSELF", "FILLER", "SPARSE", "build_sections", "cut_digests", "digest", "last_cut", "whole_digests"]


FILLER, SPARSE = 1, 2
"""What kind of word one is: a filler in some name; without vowels but at its ends."""

_Section: TypeAlias = "array[int] | array[float] | bytes"


def name_digests(name: ComparableName) -> list[int]:
    """Return the digests by which a whole listed name is found: as it is, in initials, cut off, and as if cut off."""
    cuts = cut_digests(name)
    digests = [*whole_digests(name), *(digest("@" + acronym) for acronym in initials(name))]
    return [*digests, *cuts, *(CUT_ITSELF ^ cut for cut in last_cut(name, cuts))]


def digest(text: str) -> int:
    """Return 32 bits by which ``text`` is looked up."""
    return zlib.crc32(text.encode())


def whole_digests(name: ComparableName) -> list[int]:
    """Return the digests of a name's words, their numbers in digits, and of all of it written together."""
    return [digest("=" + " ".join(words_in_digits(name.words))), digest("#" + "".join(name.tokens))]


def cut_digests(name: ComparableName) -> list[int]:
    """Return, for each word that may be cut off, the digests of the words before it and its first letters.

    Two for each word but the first and the fillers before it: of its first three letters, and of its first.
    """
    tokens = name.tokens
    first = tokens.index(name.words[0])
    before = digest(" ".join(tokens[: first + 1]))
    digests: list[int] = []
    for token in tokens[first + 1 :]:
        word = b" " + token.encode()
        digests.append(zlib.crc32(word[: 1 + _CUT_LETTERS] + b">", before))
        digests.append(zlib.crc32(word[:2], before))
        before = zlib.crc32(word, before)
    return digests


def last_cut(name: ComparableName, cuts: list[int]) -> list[int]:
    """Return that of the digests of a name by which it is found if its last word is cut off itself."""
    return cuts[-2:-1] if len(name.tokens[-1]) >= _CUT_LETTERS else cuts[-1:]


_CUT_LETTERS = 3
"""Letters of a cut word by which it is looked up; one that is cut shorter is looked up by its first."""

CUT_ITSELF = 0x9E3779B9
"""Told apart from the digests of longer names, those of a name that may be cut off itself."""


def build_sections(entries: Iterable[tuple[str, str]]) -> dict[str, memoryview]:
    """Return the sections of an index over (key, name) pairs.

    Parts of the same comparable name are one; their bearers are the numbers of the pairs.
    """
    keys, names, words = _Texts(), _Texts(), _Words()
    part_entry, part_start, part_end = array("I"), array("H"), array("H")
    parts, bearers = array("I"), array("I")
    whole_keys, whole_parts = array("I"), array("I")
    known: dict[str, int] = {}
    for entry, (key, name) in enumerate(entries):
        keys.add(key)
        names.add(name)
        for part in read_names(name):
            made = comparable(part.text)
            number = known.setdefault(str(made), len(known))
            parts.append(number)
            bearers.append(entry)
            if number < len(part_entry):
                continue
            for whole in name_digests(made) if made.words else ():
                whole_keys.append(whole)
                whole_parts.append(number)
            words.add(made)
            part_entry.append(entry)
            part_start.append(part.start)
            part_end.append(part.end)
    sections: dict[str, _Section] = {
        "keys": bytes(keys.text), "keys_ends": keys.ends, "names": bytes(names.text), "names_ends": names.ends,
        "part_entry": part_entry, "part_start": part_start, "part_end": part_end,
    }  # fmt: skip
    digested = array("Q", [whole << 32 | part for whole, part in zip(whole_keys, whole_parts, strict=True)])
    sections |= words.sections() | _hashed("whole", whole_keys, digested)
    sections |= _table("bearers", parts, bearers, len(part_entry))
    return {name: memoryview(section) for name, section in sections.items()}


class _Texts:
    """Texts one after the other, and where each ends."""

    def __init__(self) -> None:
        self.text = bytearray()
        self.ends = array("I", [0])

    def add(self, text: str) -> None:
        self.text += text.encode("utf-8", "surrogatepass")
        self.ends.append(len(self.text))


class _Words:
    """The words of the parts, numbered as they come."""

    def __init__(self) -> None:
        self.number: dict[str, int] = {}
        self.codes = array("I")
        self.ends = array("I", [0])
        self.joined = array("I")

    def add(self, name: ComparableName) -> None:
        """Note the words of the next part: twice a word's number, plus one unless it is a filler."""
        number = self.number
        for content, words in ((1, name.words), (0, name.fillers)):
            self.codes.extend([2 * number.setdefault(word, len(number)) + content for word in dict.fromkeys(words)])
        self.ends.append(len(self.codes))
        self.joined.extend(_joined_digests(name.tokens))

    def sections(self) -> dict[str, _Section]:
        """Return the lexicon in alphabetical order, what its words make when joined, the words and parts, the keys."""
        lexicon = sorted(self.number)
        rank = array("I", bytes(4 * len(lexicon)))
        for place, word in enumerate(lexicon):
            rank[self.number[word]] = place
        codes = array("I", [2 * rank[code >> 1] + (code & 1) for code in self.codes])
        kinds = bytearray([SPARSE * is_sparse(word) for word in lexicon])
        for code in codes:
            kinds[code >> 1] |= FILLER * (not code & 1)
        sections: dict[str, _Section] = {
            "lexicon": "\n".join(lexicon).encode(), "bits": array("d", map(information, lexicon)),
            "kinds": bytes(kinds), "joined": _bitmap(self.joined), "words": codes, "words_ends": self.ends,
        }  # fmt: skip
        return sections | self._postings(codes, len(lexicon)) | _alike(lexicon)

    def _postings(self, codes: array[int], size: int) -> dict[str, array[int]]:
        words, parts = array("I"), array("I")
        for part, (start, end) in enumerate(pairwise(self.ends)):
            content = [code >> 1 for code in codes[start:end] if code & 1]
            words.extend(content)
            parts.extend([part] * len(content))
        return _table("postings", words, parts, size)


def _joined_digests(tokens: Sequence[str]) -> list[int]:
    """Return the digests of the words that neighbouring ones make when they are written together."""
    encoded = [token.encode() for token in tokens]
    digests: list[int] = []
    for start in range(len(tokens) - 1):
        joined = zlib.crc32(encoded[start])
        for end in range(start + 1, min(start + LONGEST_JOIN, len(tokens))):
            joined = zlib.crc32(encoded[end], joined)
            if may_be_joined(tokens[start : end + 1]):
                digests.append(joined)
    return digests


def _bitmap(digests: array[int]) -> bytes:
    """Return a bit per digest, of a table so large that few others meet a bit that is set."""
    table = bytearray(1 << max(7, (2 * len(digests)).bit_length()))
    mask = 8 * len(table) - 1
    for one in digests:
        table[(one & mask) >> 3] |= 1 << (one & 7)
    return bytes(table)


def _alike(lexicon: Sequence[str]) -> dict[str, array[int]]:
    """Return the numbers of the words by each of their keys."""
    keys, words = array("I"), array("I")
    for number, word in enumerate(lexicon):
        digests = sorted({key & 0xFFFFFFFF for key in word_keys(word)})
        keys.extend(digests)
        words.extend([number] * len(digests))
    return _hashed("alike", keys, words)


def _hashed(name: str, digests: array[int], members: array[int]) -> dict[str, array[int]]:
    buckets = 1 << max(10, (2 * len(digests)).bit_length())
    return _table(name, array("I", [key & (buckets - 1) for key in digests]), members, buckets)


def _table(name: str, lists: array[int], members: array[int], size: int) -> dict[str, array[int]]:
    """Return ``members`` sorted by the list each belongs to, in the order they come, and where each list ends."""
    counts = array("I", bytes(4 * size))
    for number in lists:
        counts[number] += 1
    ends = array("I", accumulate(counts, initial=0))
    places = ends[:size]
    joined = array(members.typecode, bytes(members.itemsize * len(members)))
    for number, member in zip(lists, members, strict=True):
        joined[places[number]] = member
        places[number] += 1
    return {name: joined, f"{name}_ends": ends}
