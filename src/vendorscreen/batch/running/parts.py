"""The rows of a list to parts of answers: dealt out to workers, no more in memory than they can take."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator
from itertools import islice

import pyarrow as pa

from vendorscreen.batch.passing import decode_batch, encode_batch
from vendorscreen.batch.reading import Chunk, SupplierTable
from vendorscreen.batch.running.isolation import failing_rows, marked_failed
from vendorscreen.batch.running.pool import Pool, WorkerDied
from vendorscreen.batch.running.protocol import Done, Job, Raised, Reply, Unwritable
from vendorscreen.batch.running.sample import sampled
from vendorscreen.batch.running.seal import rows_digest
from vendorscreen.batch.running.state import RunState
from vendorscreen.batch.running.task import ScreeningTask
from vendorscreen.errors import UsageError

__all__ = ["PartScreening", "Progress"]

Progress = Callable[[int, float, bool], None]
"""Called with the rows finished, the share of the list read (0 to 1), and whether an earlier run did them."""

_TRIES = 2
"""How often a chunk is given out before its rows are looked into: a worker may end for reasons of its own."""


class PartScreening:
    """Screens chunks with a pool; a chunk is kept until its part is in place."""

    def __init__(self, task: ScreeningTask, workers: int, state: RunState, progress: Progress) -> None:
        self._task = task
        self._workers = workers
        self._state = state
        self._progress = progress
        self._waiting: deque[Job] = deque()
        self._failures: dict[int, int] = {}
        self._dealt: dict[int, tuple[int, float]] = {}
        self._in_place: set[int] = set()
        self._next = 0

    def screen(self, table: SupplierTable, sample: int | None, most_rows: int | None) -> Generator[int, None, None]:
        """Screen what is not done yet, and yield the numbers of the parts in order, each once it is in place.

        Chunks are dealt out while numbers are being taken; closing the generator ends the workers.

        Args:
            table: the list.
            sample: how many rows, evenly spread; all where it is ``None``.
            most_rows: how many rows the output can hold.

        Raises:
            UsageError: the list is damaged or too long, workers cannot work, or parts cannot be written.
        """
        chunks = table.chunks() if sample is None else sampled(table, sample)
        jobs = self._jobs(chunks, most_rows)
        with Pool(self._task, self._workers) as pool:
            while True:
                self._waiting.extend(islice(jobs, max(0, self._workers - len(self._waiting))))
                pool.give(self._waiting)  # before parts are written, so that nobody waits for that
                yield from self._in_order()
                if not self._waiting and not pool.busy:
                    return
                self._settle(pool)
                pool.give(self._waiting)  # and before more is read

    def _in_order(self) -> Iterator[int]:
        while self._next in self._in_place:
            self._in_place.remove(self._next)
            self._next += 1
            yield self._next - 1

    def _jobs(self, chunks: Iterator[Chunk], most_rows: int | None) -> Iterator[Job]:
        rows = 0
        for number, chunk in enumerate(chunks):
            rows += chunk.batch.num_rows
            if most_rows is not None and rows > most_rows:
                raise UsageError(f"more than {most_rows:,} rows, which a sheet cannot hold; write CSV or Parquet")
            content = encode_batch(chunk.batch)
            digest = rows_digest(content)
            if self._state.is_done(number, digest):
                self._progress(chunk.batch.num_rows, chunk.read, True)
                self._in_place.add(number)
                continue
            self._dealt[number] = chunk.batch.num_rows, chunk.read
            yield Job(number, content, os.fsencode(self._state.part(number)), digest)

    def _settle(self, pool: Pool) -> None:
        """Wait for workers, and take note of what became of their chunks."""
        for job, reply in pool.wait():
            if isinstance(reply, Done):
                rows, read = self._dealt.pop(job.number)
                self._progress(rows, read, False)
                self._in_place.add(job.number)
            elif isinstance(reply, Unwritable):
                raise UsageError(f"{reply.message}; what is done stays, go on with --resume")
            else:
                self._waiting.append(self._after_failure(job, reply))

    def _after_failure(self, job: Job, reply: Reply | WorkerDied) -> Job:
        failures = self._failures[job.number] = self._failures.get(job.number, 0) + 1
        if failures < _TRIES and isinstance(reply, WorkerDied):
            return job
        if failures > _TRIES:
            raise UsageError(f"a chunk fails, but none of its rows does alone: {_reason(reply)}")
        self._failures[job.number] = _TRIES
        batch = decode_batch(job.batch)
        with Pool(self._task, 1) as pool:

            def failure(rows: pa.RecordBatch) -> str | None:
                tried = pool.run(Job(job.number, encode_batch(rows)))
                return None if isinstance(tried, Done) else _reason(tried)

            failing = failing_rows(batch, failure)
        return Job(job.number, encode_batch(marked_failed(batch, failing)), job.part, job.rows)


def _reason(reply: Reply | WorkerDied) -> str:
    return reply.reason if isinstance(reply, Raised | WorkerDied) else type(reply).__name__
