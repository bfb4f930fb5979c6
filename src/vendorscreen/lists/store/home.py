"""Where vendorscreen keeps lists, with one writer at a time."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import platformdirs

from vendorscreen.errors import ListError
from vendorscreen.file.locking import lock
from vendorscreen.file.writing import delete_unfinished

__all__ = ["home_folder", "kept_documents", "locked", "subfolders"]

LOCK_SECONDS = 60.0
"""How long a second writer waits for the first."""


def home_folder() -> Path:
    """Return the folder of this user: the environment variable VENDORSCREEN_HOME, else the platform's data folder."""
    named = os.environ.get("VENDORSCREEN_HOME")
    return Path(named) if named else Path(platformdirs.user_data_path("vendorscreen"))


def kept_documents(home: Path | None = None) -> Path:
    """Return the folder of parsed files, made again wherever they do not fit."""
    return (home or home_folder()) / "compiled" / "_documents"  # no list can have such an id


def subfolders(folder: Path) -> list[Path]:
    """Return the folders in one of the store, and links, in order; those that begin with a dot are none of them.

    There are none where the folder is not there: nothing has been installed yet.

    Raises:
        ListError: it cannot be read, or something on the way to it is no folder: what is installed there is not known.
    """
    try:
        with os.scandir(folder) as entries:
            names = [one.name for one in entries if one.is_symlink() or one.is_dir()]
    except FileNotFoundError:
        broken = next((one for one in (folder, *folder.parents) if one.is_symlink() and not one.exists()), None)
        if broken is None:
            return []
        raise ListError(f"{broken}: the lists cannot be read: this link leads nowhere") from None
    except OSError as error:
        raise ListError(f"{folder}: the lists cannot be read: {error.strerror}") from None
    return [folder / name for name in sorted(names) if not name.startswith(".")]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the only right to write below a folder; a killed holder loses it, and what it left unfinished is deleted.

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
        delete_unfinished(folder)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, folder: Path) -> None:
    deadline = time.monotonic() + LOCK_SECONDS
    try:
        while not lock(descriptor):
            if time.monotonic() > deadline:
                raise ListError(f"{folder}: another update is running, try again when it is done")
            time.sleep(0.05)
    except OSError as error:
        raise ListError(f"{folder}: cannot be locked: {error.strerror}") from None
