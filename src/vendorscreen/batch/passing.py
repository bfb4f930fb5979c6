"""Batches as bytes, as processes pass them on and files keep them."""

import pyarrow as pa

__all__ = ["decode_batch", "encode_batch"]


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
