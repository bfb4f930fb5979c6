"""Worker processes, one chunk each at a time; one that dies is replaced, and what it worked on is told."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess, SpawnProcess
from types import TracebackType
from typing import Self

import msgspec

from vendorscreen.batch.apart import process_context
from vendorscreen.batch.running.protocol import Job, Ready, Refused, Reply, read_reply
from vendorscreen.batch.running.task import ScreenBatch
from vendorscreen.batch.running.worker import serve
from vendorscreen.errors import UsageError

__all__ = ["Pool", "WorkerDied"]

_MOST_FAILED_STARTS = 3
"""Workers that may die one after the other before any has begun to work."""
_PATIENCE = 5.0
"""Seconds in which a worker may end by itself."""


@dataclass(frozen=True, slots=True)
class WorkerDied:
    """The process that worked on a chunk is gone."""

    reason: str


@dataclass(eq=False, slots=True)
class _Worker:
    process: ForkServerProcess | SpawnProcess
    connection: Connection
    ready: bool = False
    job: Job | None = field(default=None)


class Pool:
    """At most ``size`` workers, started when there is work for them."""

    def __init__(self, task: Callable[[], ScreenBatch], size: int) -> None:
        self._context = process_context()
        self._task = task
        self._size = size
        self._workers: list[_Worker] = []
        self._failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for worker in self._workers:
            worker.connection.close()
            if kind is not None:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    @property
    def busy(self) -> bool:
        """Whether any worker has a chunk."""
        return any(worker.job for worker in self._workers)

    def give(self, waiting: deque[Job]) -> None:
        """Give chunks to idle workers, and start workers for those that are left."""
        for worker in self._workers:
            if waiting and worker.ready and worker.job is None:
                worker.job = waiting.popleft()
                with suppress(BrokenPipeError, ConnectionResetError):  # it died; wait() tells of it and the chunk
                    worker.connection.send_bytes(msgspec.msgpack.encode(worker.job))
        starting = sum(not worker.ready for worker in self._workers)
        for _ in range(min(len(waiting) - starting, self._size - len(self._workers))):
            self._start()

    def wait(self) -> list[tuple[Job, Reply | WorkerDied]]:
        """Wait until a worker has something to tell; return what became of chunks.

        Raises:
            UsageError: the workers cannot work at all.
        """
        by_connection = {worker.connection: worker for worker in self._workers}
        told: list[tuple[Job, Reply | WorkerDied]] = []
        for connection in wait(by_connection):
            worker = by_connection[connection]  # type: ignore[index]
            reply = self._heard(worker)
            if isinstance(reply, Refused):
                raise UsageError(reply.message)
            if isinstance(reply, Ready):
                worker.ready, self._failed_starts = True, 0
            elif worker.job is not None:
                told.append((worker.job, reply))
                worker.job = None
        return told

    def run(self, job: Job) -> Reply | WorkerDied:
        """Return what becomes of one chunk when nothing else is done."""
        waiting = deque([job])
        while True:
            self.give(waiting)
            for _, reply in self.wait():
                return reply

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._task), daemon=True)
        try:
            process.start()
        except (OSError, EOFError) as error:  # what starts workers was ended by somebody, or there are too many
            raise UsageError(f"workers cannot be started ({error or 'ended'}); go on with --resume") from None
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _heard(self, worker: _Worker) -> Reply | WorkerDied:
        try:
            return read_reply(worker.connection.recv_bytes())
        except (EOFError, OSError):
            worker.process.join(_PATIENCE)
            self._workers.remove(worker)
            worker.connection.close()
            died = WorkerDied(f"its process ended (exit code {worker.process.exitcode})")
            if not worker.ready:
                self._failed_starts += 1
            if self._failed_starts >= _MOST_FAILED_STARTS:
                raise UsageError(f"workers end before they begin: {died.reason}") from None
            return died
