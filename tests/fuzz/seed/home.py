"""A home with two editions of a list, and what is compiled of them and of vendor files."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.mutation import Files
from tests.fuzz.seed.vendor import WATCHLISTS
from tests.lists.store.stores import NAMES, install
from vendorscreen.watchlist import installed_watchlist

__all__ = ["NAMES", "home", "unpacked"]

_FORM = ".bytes"
"""Ends the names: these files are damaged as bytes, whatever they hold."""


def home() -> list[Files]:
    """Return the files of a home; the day and the code tell their names, so a number tells an input for a day at most."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        for day, names in (("2026-01-01", NAMES[:3]), ("2026-02-01", NAMES)):
            install(place, WATCHLISTS.parent, names, day)
        installed_watchlist(WATCHLISTS, home=place)
        paths = [
            path
            for path in sorted(place.rglob("*"))
            if path.is_file() and path.parent != place and path.name != ".lock"
        ]
        return [{f"{path.relative_to(place).as_posix()}{_FORM}": path.read_bytes() for path in paths}]


def unpacked(files: Files, folder: Path) -> Path:
    """Return a home with these files, and nothing else."""
    place = folder / "home"
    shutil.rmtree(place, ignore_errors=True)
    for name, content in files.items():
        path = place / name.removesuffix(_FORM)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return place
