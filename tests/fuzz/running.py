"""Inputs dealt out to child processes, bounded in processor time and memory; what kills a child is a fault of its input."""

import ctypes
import gc
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import context
from multiprocessing.connection import Connection, wait
from multiprocessing.sharedctypes import RawValue
from pathlib import Path

from tests.fuzz.fault import Fault, told
from tests.fuzz.mutation import Files
from tests.fuzz.reader import READERS
from vendorscreen.errors import VendorscreenError

__all__ = ["Chunk", "Tally", "run"]

MOST_SECONDS = 5
"""Processor time of an input."""

MOST_BYTES = 1 << 30
"""Memory that an input may take."""

RESERVED_BYTES = 3 << 30
"""Address space that a child may take beyond what it has when it begins; threads reserve more than they use."""

OVER_MEMORY = 86
"""How a child ends that took too much memory: its successor begins anew."""

MOST_WAITING = 120
"""Seconds of the clock after which a child that does nothing is ended."""

ONWARD = 40
"""One input in so many goes on to what comes after reading, and every kept one."""

_TOO_LONG = "takes too long"

Made = Callable[[str, int], Files]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Inputs of a reader that one child takes: numbers from ``start`` up to, without, ``end``; below 0 they are kept ones."""

    reader: str
    start: int
    end: int


@dataclass(slots=True)
class Tally:
    """What came of the inputs of a reader; ``memory`` is the most bytes that a child took."""

    answered: int = 0
    refused: int = 0
    faults: list[Fault] = field(default_factory=list)
    slowest: float = 0
    slowest_number: int = 0
    memory: int = 0

    @property
    def inputs(self) -> int:
        """All of them."""
        return self.answered + self.refused + len(self.faults)


class _Progress(ctypes.Structure):
    """How far a child is, in memory that outlives it; times in seconds."""

    _fields_ = [
        ("number", ctypes.c_int64), ("answered", ctypes.c_int64), ("refused", ctypes.c_int64),
        ("slowest", ctypes.c_double), ("slowest_number", ctypes.c_int64), ("memory", ctypes.c_int64),
    ]  # fmt: skip


class _Child:
    """A process that works on a chunk."""

    def __init__(self, chunk: Chunk, made: Made, onward: int, folder: str) -> None:
        self.chunk = chunk
        self.progress = RawValue(_Progress, chunk.start)
        self.connection, other = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=_work, args=(chunk, made, onward, folder, self.progress, other))
        self._process.start()
        other.close()
        self._seen, self._since = chunk.start, time.monotonic()

    def end_if_stuck(self) -> None:
        """Kill the child where its input has not changed for long."""
        if self.progress.number != self._seen:
            self._seen, self._since = self.progress.number, time.monotonic()
        elif time.monotonic() - self._since > MOST_WAITING:
            self._process.kill()

    def ended(self, tally: Tally) -> Chunk | None:
        """Add what was done to the tally; return what is left where the child died."""
        self._process.join()
        self.connection.close()
        done = self.progress
        tally.answered += done.answered
        tally.refused += done.refused
        tally.memory = max(tally.memory, done.memory)
        if done.slowest > tally.slowest:
            tally.slowest, tally.slowest_number = done.slowest, done.slowest_number
        if done.number >= self.chunk.end:
            return None
        tally.faults.append(Fault(self.chunk.reader, done.number, _death(self._process.exitcode or 0)))
        return Chunk(self.chunk.reader, done.number + 1, self.chunk.end)


_CONTEXT = multiprocessing.get_context("fork")


def run(chunks: Iterable[Chunk], made: Made, *, workers: int, onward: int = ONWARD) -> Iterator[dict[str, Tally]]:
    """Read the inputs of chunks, and yield the tallies by reader each time a chunk is done.

    Args:
        chunks: what is to be read.
        made: makes the input of a reader and a number.
        workers: how many children work at once.
        onward: one input in so many goes on to screening, reports and writing.
    """
    gc.collect()
    gc.freeze()
    tallies = {reader: Tally() for reader in READERS}
    waiting, children = iter(chunks), list[_Child]()
    again: list[Chunk] = []
    with tempfile.TemporaryDirectory() as folder:
        while True:
            while len(children) < workers and (chunk := again.pop() if again else next(waiting, None)):
                children.append(_Child(chunk, made, onward, tempfile.mkdtemp(dir=folder)))
            if not children:
                return
            for child in _reported(children, tallies):
                children.remove(child)
                rest = child.ended(tallies[child.chunk.reader])
                again += [rest] if rest and rest.start < rest.end else []
                yield tallies


def _reported(children: Sequence[_Child], tallies: dict[str, Tally]) -> list[_Child]:
    """Take in the faults that children report, and return the children that have ended."""
    ended = []
    ready = wait([child.connection for child in children], timeout=1)
    for child in children:
        child.end_if_stuck()
        while child.connection in ready and child.connection.poll():
            try:
                tallies[child.chunk.reader].faults.append(child.connection.recv())
            except EOFError:
                ended.append(child)
                break
    return ended


def _work(chunk: Chunk, made: Made, onward: int, folder: str, progress: _Progress, connection: Connection) -> None:
    _settle()
    for number in range(chunk.start, chunk.end):
        progress.number = number
        files = made(chunk.reader, number)
        begun, memory = _used()
        _bound_seconds()
        fault, refused = None, 0
        try:
            READERS[chunk.reader](files, Path(folder), number < 0 or number % onward == 0)
        except VendorscreenError as error:
            str(error).encode("utf-8", "replace")
            refused = 1
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is a fault
            fault = Fault(chunk.reader, number, told(error))
        seconds, progress.memory = (after - before for after, before in zip(_used(), (begun, 0), strict=True))
        if progress.memory - memory > MOST_BYTES:
            os._exit(OVER_MEMORY)
        if seconds > progress.slowest:
            progress.slowest, progress.slowest_number = seconds, number
        if seconds > MOST_SECONDS + 1:
            fault = Fault(chunk.reader, number, _TOO_LONG)
        if fault:
            connection.send(fault)
        else:
            progress.answered, progress.refused = progress.answered + 1 - refused, progress.refused + refused
    progress.number = chunk.end


def _settle() -> None:
    """Send what dying libraries print to nowhere, have them leave no dump, and bound the address space."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"  # the usual one reserves a gigabyte at once
    # processes that a reader starts are forked: a server that loads all anew costs more than the inputs of a child
    context._concrete_contexts["forkserver"] = _CONTEXT
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + RESERVED_BYTES, hard))


def _bound_seconds() -> None:
    """Have the system end this process when the next input takes too long."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + MOST_SECONDS + 1, hard))


def _used() -> tuple[float, int]:
    """Return the processor time, and the most bytes, that this process and those it started have taken."""
    some = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    unit = 1 if sys.platform == "darwin" else 1024
    return sum(one.ru_utime + one.ru_stime for one in some), max(one.ru_maxrss for one in some) * unit


def _address_space() -> int:
    status = Path("/proc/self/statm")
    pages = int(status.read_text().split()[0]) if status.exists() else 0
    return pages * resource.getpagesize() if pages else 8 << 30


def _death(code: int) -> str:
    if code == -signal.SIGXCPU:
        return _TOO_LONG
    if code == OVER_MEMORY:
        return f"more than {MOST_BYTES:,} bytes"
    return signal.Signals(-code).name if code < 0 else f"exit {code}"
