"""Tasks that go wrong on purpose: they stand in a module so that workers can import them."""

import os
import resource
import signal
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from vendorscreen.batch.running.task import ScreenBatch, ScreeningTask

DEADLY, RAISING = "Deadly Name Ltd", "Raising Name Ltd"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostileTask(ScreeningTask):
    """Screens, but one name ends the process and another raises."""

    def __call__(self) -> ScreenBatch:
        screen = ScreeningTask.__call__(self)

        def screened(batch: pa.RecordBatch) -> pa.RecordBatch:
            statuses = batch.column("screening_status").to_pylist()
            names = {
                name for name, status in zip(batch.column("name").to_pylist(), statuses, strict=True) if status is None
            }
            if DEADLY in names:
                os.kill(os.getpid(), signal.SIGKILL)
            if RAISING in names:
                raise RecursionError("too deep")
            return screen(batch)

        return screened


@dataclass(frozen=True, slots=True, kw_only=True)
class OnceDeadlyTask(ScreeningTask):
    """Screens, but the first worker that gets a chunk is killed."""

    marker: Path

    def __call__(self) -> ScreenBatch:
        screen = ScreeningTask.__call__(self)

        def screened(batch: pa.RecordBatch) -> pa.RecordBatch:
            try:
                self.marker.touch(exist_ok=False)
            except FileExistsError:
                return screen(batch)
            os.kill(os.getpid(), signal.SIGKILL)
            return batch

        return screened


@dataclass(frozen=True, slots=True, kw_only=True)
class StillbornTask(ScreeningTask):
    """Ends its process before it can do anything."""

    def __call__(self) -> ScreenBatch:
        os._exit(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class FullDiskTask(ScreeningTask):
    """Screens, but may write no file of any length."""

    def __call__(self) -> ScreenBatch:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))
        return ScreeningTask.__call__(self)
