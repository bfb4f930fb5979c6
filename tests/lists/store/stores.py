"""Editions of made-up lists in a store."""

from datetime import date
from pathlib import Path

from tests.lists.readers.files import EL, csl
from vendorscreen.watchlist.compiling import CuratedPart, curated_part
from vendorscreen.watchlist.updating import Update, update_list

NAMES = ["Acme Optics", "Beta Lasers", "Gamma Drones", "Delta Radar", "Epsilon Chips"]


def curated(home: Path, root: Path) -> CuratedPart:
    return curated_part(home, [root / "watchlists"])


def csl_bytes(*names: str, **fields: str) -> bytes:
    rows = [{"source": EL, "name": name, "addresses": "1 Road, Hangzhou, CN"} | fields for name in names]
    return csl(*rows).content


def install(home: Path, root: Path, names: list[str], day: str, **options: object) -> Update:
    """Install an edition of us-csl with these names."""
    file = home / f"csl-{day}.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(csl_bytes(*names))
    known = curated(home, root)
    (official,) = [one for one in known.lists if one.id == "us-csl"]
    return update_list(official, known, home, sources=[str(file)], dated=date.fromisoformat(day), **options)  # type: ignore[arg-type]
