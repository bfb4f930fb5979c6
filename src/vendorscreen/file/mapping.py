"""A file as memory that processes share."""

import mmap
import zlib
from pathlib import Path

__all__ = ["checksum", "mapped"]


def mapped(path: Path) -> memoryview:
    """Return the content of a file, read from the disk as it is needed; whoever maps the same file shares one copy.

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as file:
        if not file.seek(0, 2):  # an empty file cannot be mapped
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def checksum(content: memoryview) -> int:
    """Return the CRC-32 of a part of a mapped file; its pages no longer count as this process's, for few are needed."""
    found = zlib.crc32(content)
    if isinstance(content.obj, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        content.obj.madvise(mmap.MADV_DONTNEED)
    return found
