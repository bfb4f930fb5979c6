"""A worker: takes chunks, screens them, puts the answers into files."""

import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from vendorscreen.batch.passing import decode_batch, encode_batch
from vendorscreen.batch.running.protocol import (
    Done,
    Job,
    Raised,
    Ready,
    Refused,
    Reply,
    Unwritable,
)
from vendorscreen.batch.running.seal import sealed
from vendorscreen.batch.running.task import ScreenBatch
from vendorscreen.errors import VendorscreenError
from vendorscreen.file.content import path_text
from vendorscreen.file.writing import write_whole

__all__ = ["serve"]

_LONGEST_REASON = 300

_OBJECTS_BETWEEN_COLLECTIONS = 500_000
"""Objects by which memory grows before cycles are looked for: words remembered are many, and none is in a cycle."""


def serve(connection: Connection, task: Callable[[], ScreenBatch]) -> None:
    """Work until the parent is gone or closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    with suppress(BrokenPipeError):
        _work(connection, task)


def _work(connection: Connection, task: Callable[[], ScreenBatch]) -> None:
    try:
        screen = task()
    except VendorscreenError as error:
        _send(connection, Refused(str(error)))
        return
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    _send(connection, Ready())
    jobs = msgspec.msgpack.Decoder(Job)
    while True:
        try:
            job = jobs.decode(connection.recv_bytes())
        except EOFError:
            return
        _send(connection, _done(job, screen))


def _send(connection: Connection, reply: Reply) -> None:
    connection.send_bytes(msgspec.msgpack.encode(reply))


def _done(job: Job, screen: ScreenBatch) -> Reply:
    try:
        answers = screen(decode_batch(job.batch))
    except VendorscreenError as error:
        return Refused(str(error))
    except Exception as error:  # noqa: BLE001 - one row must not end a run; it is found and marked as failed
        return Raised(f"{type(error).__name__}: {error}"[:_LONGEST_REASON])
    if job.part is None:
        return Done()
    part = Path(os.fsdecode(job.part))
    try:
        write_whole(part, sealed(encode_batch(answers, compression="lz4"), job.rows))
    except OSError as error:
        return Unwritable(f"{path_text(part)}: cannot be written: {error.strerror or error}")
    return Done()
