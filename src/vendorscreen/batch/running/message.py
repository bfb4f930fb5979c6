"""What the parent and its workers say to each other, and batches as bytes."""

import msgspec
import pyarrow as pa

__all__ = [
    "Done",
    "Job",
    "Raised",
    "Ready",
    "Refused",
    "Reply",
    "Unwritable",
    "decode_batch",
    "encode_batch",
    "read_reply",
]


class Job(msgspec.Struct, frozen=True):
    """A chunk to screen; the answers go to the file ``part``, or nowhere where it is only tried.

    ``rows`` is the digest of the chunk as it was read.
    """

    number: int
    batch: bytes
    part: str | None = None
    rows: bytes = b""


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The worker has opened the watchlists and waits."""


class Done(msgspec.Struct, frozen=True, tag=True):
    """The chunk is screened, and its file in place."""


class Raised(msgspec.Struct, frozen=True, tag=True):
    """Screening the chunk raised an error."""

    reason: str


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The worker cannot work at all: wrong files, other watchlists."""

    message: str


class Unwritable(msgspec.Struct, frozen=True, tag=True):
    """The file of the answers cannot be written: the disk is full, the folder is gone."""

    message: str


Reply = Ready | Done | Raised | Refused | Unwritable
_REPLIES: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def read_reply(content: bytes) -> Reply:
    """Return the reply in a message."""
    return _REPLIES.decode(content)


def encode_batch(batch: pa.RecordBatch, compression: str | None = None) -> bytes:
    """Return a batch with its schema as an Arrow IPC stream."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema, options=pa.ipc.IpcWriteOptions(compression=compression)) as writer:
        writer.write_batch(batch)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def decode_batch(content: bytes) -> pa.RecordBatch:
    """Return the batch that ``encode_batch`` wrote."""
    with pa.ipc.open_stream(content) as reader:
        return reader.read_next_batch()
