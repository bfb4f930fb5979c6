"""Bytes changed without regard to what they are."""

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.odd import BYTES, NUMBERS

__all__ = ["changed_bytes", "changed_footer"]

LONGEST = 300_000
"""Bytes that a change may lead to."""

_NUMBER = re.compile(rb"\d+")


def _flip(content: bytes, random: Random, _: bytes) -> bytes:
    place = random.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << random.randrange(8)]) + content[place + 1 :]


def _put(content: bytes, random: Random, _: bytes) -> bytes:
    place = random.randrange(len(content) + 1)
    return content[:place] + random.choice(BYTES) + content[place + random.choice((0, 0, 1, 4)) :]


def _drop(content: bytes, random: Random, _: bytes) -> bytes:
    start, end = _slice(content, random)
    return content[:start] + content[end:]


def _repeat(content: bytes, random: Random, _: bytes) -> bytes:
    start, end = _slice(content, random)
    times = random.choice((1, 1, 2, 8, 60, 2_000))
    return content[:end] + content[start:end] * min(times, LONGEST // max(end - start, 1)) + content[end:]


def _move(content: bytes, random: Random, _: bytes) -> bytes:
    start, end = _slice(content, random)
    rest, place = content[:start] + content[end:], random.randrange(len(content) - (end - start) + 1)
    return rest[:place] + content[start:end] + rest[place:]


def _splice(content: bytes, random: Random, other: bytes) -> bytes:
    return content[: random.randrange(len(content) + 1)] + other[random.randrange(len(other) + 1) :]


def _cut(content: bytes, random: Random, _: bytes) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _number(content: bytes, random: Random, _: bytes) -> bytes:
    found = list(_NUMBER.finditer(content))
    if not found:
        return content
    one = random.choice(found)
    return content[: one.start()] + str(random.choice(NUMBERS)).encode() + content[one.end() :]


_CHANGES: Sequence[Callable[[bytes, Random, bytes], bytes]] = (
    _flip, _flip, _put, _put, _drop, _repeat, _move, _splice, _cut, _number, _number,
)  # fmt: skip


def changed_bytes(content: bytes, random: Random, other: bytes = b"") -> bytes:
    """Return the content after one to four changes; ``other`` is what it is spliced with."""
    for _ in range(random.choice((1, 1, 2, 3, 4))):
        if not content:
            break
        content = random.choice(_CHANGES)(content, random, other)[:LONGEST]
    return content


def changed_footer(content: bytes, random: Random) -> bytes:
    """Return a Parquet file with bytes changed, mostly in its footer, whose length stands before the last four."""
    length = int.from_bytes(content[-8:-4], "little")
    start = len(content) - 8 - length if random.random() < 0.8 and 0 < length < len(content) - 8 else 4
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        place = random.randrange(start, len(changed))
        changed[place] = random.choice((changed[place] ^ 1 << random.randrange(8), random.randrange(256), 0, 127, 255))
    return bytes(changed)


def _slice(content: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(content))
    return start, min(len(content), start + random.choice((1, 2, 4, 16, 64, 256)))
