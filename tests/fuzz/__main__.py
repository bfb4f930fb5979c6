"""The soak: ``python -m tests.fuzz --inputs 1000000``, all that were ever faults first.

A fault is told with the options that show its input.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain, zip_longest
from math import ceil
from pathlib import Path

from tests.fuzz.fault import Fault, keep, kept
from tests.fuzz.mutation import Files, damaged
from tests.fuzz.reader import READERS
from tests.fuzz.running import Chunk, Tally, run
from tests.fuzz.seed import seeds_of

CHUNK = 2_000
"""Inputs of a child."""

SELDOM = {"home": 0.1, "suppliers-parquet": 0.1}
"""Readers that get but a share of the inputs that others get: many files for each of theirs, or two processes."""


def main() -> int:
    """Read what was asked for, tell how it went, and return 1 where there was a fault."""
    asked = _asked()
    readers = asked.reader or list(READERS)
    if asked.show is not None:
        for name, content in _input(readers[0], asked.show).items():
            sys.stdout.buffer.write(f"== {name}\n".encode() + content + b"\n")
        return 0
    chunks = chain(_kept_chunks(readers), _chunks(readers, asked.first, asked.inputs))
    tallies = _watched(chunks, asked)
    faults = _distinct(tallies)
    for fault, count in faults:
        print(f"{count} x {fault.what}: --reader {fault.reader} --show {fault.number}")
        if asked.keep and fault.number >= 0:
            keep(fault.reader, fault.what, _input(fault.reader, fault.number))
    return 1 if faults else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000, help="how many, for all readers together")
    parser.add_argument("--first", type=int, default=0, help="the number of the first input of each reader")
    parser.add_argument("--reader", action="append", choices=READERS, help="only this one; repeat for more")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--onward", type=int, default=40, help="one input in so many is screened and written, too")
    parser.add_argument("--keep", action="store_true", help="add an input of each new fault to those that are kept")
    parser.add_argument("--show", type=int, metavar="NUMBER", help="print this input of the reader")
    return parser.parse_args()


def _input(reader: str, number: int) -> Files:
    """Return a damaged input, or, by a number below 0, one of those that are kept, counted from their end."""
    return damaged(reader, number, seeds_of(reader)) if number >= 0 else kept(reader)[number]


def _kept_chunks(readers: list[str]) -> Iterator[Chunk]:
    return (Chunk(reader, -len(kept(reader)), 0) for reader in readers if kept(reader))


def _chunks(readers: list[str], first: int, inputs: int) -> Iterator[Chunk]:
    """Yield chunks of all readers in turn."""
    shares = {reader: SELDOM.get(reader, 1.0) for reader in readers}
    each = inputs / sum(shares.values())
    ends = {reader: first + ceil(each * share) for reader, share in shares.items()}
    lines = (
        [Chunk(one, start, min(start + CHUNK, end)) for start in range(first, end, CHUNK)] for one, end in ends.items()
    )
    return (chunk for chunk in chain.from_iterable(zip_longest(*lines)) if chunk)


def _watched(chunks: Iterator[Chunk], asked: argparse.Namespace) -> dict[str, Tally]:
    _warm()
    begun = told = time.monotonic()
    tallies: dict[str, Tally] = {}
    shown: list[Fault] = []
    for tallies in run(chunks, _input, workers=asked.workers, onward=asked.onward):
        if time.monotonic() - told > 30:
            told = time.monotonic()
            for fault in (one for tally in tallies.values() for one in tally.faults if one not in shown):
                shown.append(fault)
                print(f"{fault.what}: --reader {fault.reader} --show {fault.number}")
            print(_line("so far", tallies.values(), told - begun), flush=True)
    print(f"{'reader':18} {'inputs':>9} {'answered':>9} {'refused':>9} {'faults':>6} {'slowest':>9} {'memory':>8}")
    for reader, tally in tallies.items():
        if tally.inputs:
            print(
                f"{reader:18} {tally.inputs:9,} {tally.answered:9,} {tally.refused:9,} {len(tally.faults):6,} "
                f"{tally.slowest:7.2f} s {tally.memory >> 20:4,} MiB"
            )
    print(_line("in all", tallies.values(), time.monotonic() - begun))
    return tallies


def _warm() -> None:
    """Read a seed of each reader, so that children share what is made once; not of those whose library starts threads."""
    with tempfile.TemporaryDirectory() as folder:
        for name, read in READERS.items():
            if not name.startswith("suppliers"):
                read(seeds_of(name)[0], Path(folder), True)


def _line(what: str, tallies, seconds: float) -> str:
    inputs, faults = sum(one.inputs for one in tallies), sum(len(one.faults) for one in tallies)
    return f"{what}: {inputs:,} inputs, {faults:,} faults, {seconds:,.0f} s, {inputs / seconds:,.0f} a second"


def _distinct(tallies: dict[str, Tally]) -> list[tuple[Fault, int]]:
    """Return one fault of each kind, the first, and how many there are."""
    found: dict[tuple[str, str], list[Fault]] = {}
    for tally in tallies.values():
        for fault in sorted(tally.faults, key=lambda one: one.number):
            found.setdefault((fault.reader, fault.what), []).append(fault)
    return [(some[0], len(some)) for some in found.values()]


if __name__ == "__main__":
    sys.exit(main())
