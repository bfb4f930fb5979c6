"""A list that comes as a stream, kept as a file, for it is read more than once."""

import shutil
from pathlib import Path
from typing import BinaryIO

from vendorscreen.batch.running.state import SPOOL, begin_empty, held, remove_state
from vendorscreen.errors import UsageError
from vendorscreen.file.writing import whole_file

__all__ = ["spooled"]


def spooled(stream: BinaryIO, source: str, folder: Path) -> Path:
    """Return the file in the folder of a run to which the rest of a stream was written; it goes with the folder.

    Until the stream has ended, the file has the name of an unfinished one; if it does not end, nothing stays.

    Raises:
        UsageError: the stream cannot be read, or the folder cannot be written or holds an unfinished run.
    """
    path = folder / SPOOL
    if held(folder) is not None:
        on = f"go on with '{path}' and --resume" if path.exists() else "go on with its list and --resume"
        raise UsageError(f"{folder} holds an unfinished run: {on}, or remove it")
    try:
        begin_empty(folder)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from None
    try:
        with whole_file(path) as file:
            shutil.copyfileobj(stream, file)
    except BaseException as error:
        remove_state(folder)
        if isinstance(error, OSError):
            raise UsageError(f"{source}: cannot be copied to {path}: {error.strerror or error}") from None
        raise
    return path
