"""Where vendorscreen keeps lists, and how files get there: whole or not at all, one writer at a time."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import platformdirs

from vendorscreen.errors import ListError

try:
    import fcntl
except ImportError:  # Windows has no flock; the rename of a finished edition is atomic there too
    fcntl = None  # type: ignore[assignment]

__all__ = ["home_folder", "kept_documents", "locked", "move_into_place", "new_folder", "sync_file", "write_file"]

LOCK_SECONDS = 60.0
"""How long a second writer waits for the first."""

UNFINISHED = ".unfinished-"
"""Prefix of folders that are being written; what a killed writer left behind is deleted by the next one."""


def home_folder() -> Path:
    """Return the folder of this user: the environment variable VENDORSCREEN_HOME, else the platform's data folder."""
    named = os.environ.get("VENDORSCREEN_HOME")
    return Path(named) if named else Path(platformdirs.user_data_path("vendorscreen"))


def kept_documents() -> Path:
    """Return the folder of parsed files, made again wherever they do not fit."""
    return home_folder() / "compiled" / "_documents"  # no list can have such an id


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the only right to write below a folder; a killed holder loses it.

    Raises:
        ListError: another process holds it for too long, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise ListError(f"{folder}: cannot be written: {error.strerror}") from None
    try:
        _acquire(descriptor, folder)
        _sweep(folder)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, folder: Path) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    while fcntl is not None:
        with suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        if time.monotonic() > deadline:
            raise ListError(f"{folder}: another update is running, try again when it is done")
        time.sleep(0.05)


def _sweep(folder: Path) -> None:
    for left in [*folder.glob(f"*/{UNFINISHED}*"), *folder.glob(f"*/*/{UNFINISHED}*")]:
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def new_folder(parent: Path) -> Path:
    """Return a new folder to write in, beside the place it will be moved to."""
    parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=parent))


def write_file(path: Path, content: bytes) -> None:
    """Write a file in a folder that is not yet in place, and have it reach the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_file(path: Path, content: bytes) -> None:
    """Replace a file in place by one finished beside it."""
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=UNFINISHED, delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)
    _sync_folder(path.parent)


def move_into_place(folder: Path, target: Path) -> bool:
    """Rename a finished folder to its place; return ``False`` where another stands there already."""
    _sync_folder(folder)
    folder.chmod(0o755)
    try:
        folder.rename(target)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        if target.is_dir():
            return False
        raise
    _sync_folder(target.parent)
    return True


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every system lets a folder be synced
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
