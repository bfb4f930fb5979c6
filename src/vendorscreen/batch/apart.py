"""Work in a process of its own, so that a file on which a library aborts ends that process and not the run."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from vendorscreen.errors import DocumentError

__all__ = ["MOST_HELD", "apart", "process_context"]

MOST_HELD = 384 << 20
"""Bytes that such a process may come to hold, where the system can bound them (Linux)."""

_PRELOADED = ("vendorscreen.batch.running.worker", "vendorscreen.batch.reading.parquet_rows")
_MORE, _REFUSED = b"+", b"-"
_LONGEST_REASON = 200


def process_context() -> ForkServerContext | SpawnContext:
    """Return how processes are started: from one server that has loaded what they need, where systems have that."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_PRELOADED))
    return context


def apart(work: Callable[[Path], Iterator[bytes]], path: Path) -> Iterator[bytes]:
    """Yield what ``work(path)`` yields, one step ahead at most.

    Raises:
        DocumentError: the work raised an error, the system ended its process, or it came to hold too much.
    """
    context = process_context()
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, work, path), daemon=True)
    process.start()
    theirs.close()
    try:
        while message := ours.recv_bytes():
            if message[:1] == _REFUSED:
                raise DocumentError.at(str(path), message[1:].decode())
            yield message[1:]
    except (EOFError, OSError):
        process.join()
        raise DocumentError.at(
            str(path), f"this file is damaged: reading it ended the process (exit code {process.exitcode})"
        ) from None
    finally:
        ours.close()
        process.kill()
        process.join()


def _serve(connection: Connection, work: Callable[[Path], Iterator[bytes]], path: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libraries that abort write there; the parent tells it
    _bound_memory()
    with suppress(BrokenPipeError):
        try:
            for content in work(path):
                connection.send_bytes(_MORE + content)
            connection.send_bytes(b"")
        except Exception as error:  # noqa: BLE001 - whatever a library says of such a file, the file is wrong
            connection.send_bytes(_REFUSED + _reason(error).encode("utf-8", "replace"))


def _reason(error: Exception) -> str:
    if isinstance(error, DocumentError):
        return error.problems[0].message
    if isinstance(error, MemoryError):
        return f"reading it takes more than {MOST_HELD:,} bytes at once; write it with smaller row groups or as CSV"
    return f"it cannot be read ({str(error).partition(chr(10))[0][:_LONGEST_REASON] or type(error).__name__})"


def _bound_memory() -> None:
    """Bound what this process may hold beyond what it holds now; where a system has no such bound, nothing is done."""
    if sys.platform != "linux":
        return
    import resource

    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = held + MOST_HELD
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
