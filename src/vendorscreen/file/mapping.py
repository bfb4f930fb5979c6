"""A file as memory that processes share."""

import mmap
from pathlib import Path

__all__ = ["mapped"]


def mapped(path: Path) -> memoryview:
    """Return the content of a file, read from the disk as it is needed; whoever maps the same file shares one copy.

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as file:
        if not file.seek(0, 2):  # an empty file cannot be mapped
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
