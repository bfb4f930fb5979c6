"""Rules and vendor files that come with vendorscreen."""

from importlib.resources import files
from pathlib import Path

__all__ = ["shipped_folder"]


def shipped_folder(name: str) -> Path:
    """Return the folder ``rules`` or ``watchlists`` that comes with vendorscreen, installed or in a checkout."""
    installed = Path(str(files("vendorscreen"))) / "_shipped" / name
    return installed if installed.is_dir() else Path(__file__).parents[3] / name
