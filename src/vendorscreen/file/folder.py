"""The files below a folder: all of them, or it is told what keeps some from being found."""

import os
from collections.abc import Iterator
from pathlib import Path

from vendorscreen.errors import Problem

__all__ = ["MOST_ENTRIES", "YAML", "files_below", "is_no_folder"]

YAML = (".yaml", ".yml")
"""Endings of the names of YAML files."""

MOST_ENTRIES = 100_000
"""Files and folders below a folder that are looked at."""


def files_below(folder: Path, endings: tuple[str, ...]) -> tuple[list[Path], list[Problem]]:
    """Return what has a name with such an ending below a folder, in the order of paths, and what hides more of it.

    Upper and lower case are the same in endings. A link to a folder is told, not followed: it may lead in a circle or
    anywhere. So are a link that leads nowhere and a folder that cannot be read.
    """
    found: list[Path] = []
    faults: list[Problem] = []
    waiting, looked_at = [str(folder)], 0
    while waiting:
        place = waiting.pop()
        try:
            entries = list(_entries(place, MOST_ENTRIES - looked_at))
        except (OSError, ValueError) as error:  # ValueError: a path that no system takes
            faults.append(_fault(place, f"the folder cannot be read: {getattr(error, 'strerror', error)}"))
            continue
        looked_at += len(entries)
        if looked_at >= MOST_ENTRIES:
            return found, [_fault(str(folder), f"more than {MOST_ENTRIES:,} files and folders: name a smaller folder")]
        for entry in entries:
            if entry.is_symlink() and (what := _unfollowed(entry.path)):
                faults.append(_fault(entry.path, what))
                continue
            if entry.name.lower().endswith(endings):
                found.append(Path(entry.path))
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
    return sorted(found), sorted(faults)


def is_no_folder(path: Path | str) -> bool:
    """Return whether there is nothing at a path, or something else than a folder; one out of reach may be a folder."""
    try:
        os.scandir(path).close()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def _entries(place: str, most: int) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(place) as entries:
        for _, entry in zip(range(most), entries, strict=False):
            yield entry


def _unfollowed(link: str) -> str | None:
    # os.path and not Path: its answers do not fail where a folder on the way cannot be searched
    if not os.path.exists(link):  # noqa: PTH110
        return "this link leads nowhere"
    return "this is a link to a folder, name that folder itself" if os.path.isdir(link) else None  # noqa: PTH112


def _fault(path: str, what: str) -> Problem:
    return Problem(path, 0, 0, "", what)
