"""Lists as programs install them: an official list, a table of one's own; and a watchlist from mappings."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from vendorscreen.document import suggestion
from vendorscreen.errors import UsageError
from vendorscreen.lists.store import home_folder
from vendorscreen.period import day_of
from vendorscreen.screening.shipped import shipped_folder
from vendorscreen.tender.stated import document_of
from vendorscreen.watchlist import Watchlist
from vendorscreen.watchlist.compiling import curated_part
from vendorscreen.watchlist.updating import Update, import_table
from vendorscreen.watchlist.updating import update_list as install_list
from vendorscreen.watchlist.vendor_folders import watchlist_of_documents

__all__ = ["import_list", "update_list", "watchlist_of"]


def update_list(
    list_id: str,
    *,
    sources: Sequence[str | Path] = (),
    dated: date | str | None = None,
    accept_smaller: bool = False,
    home: Path | str | None = None,
) -> Update:
    """Install the current edition of an official list, from its publisher or from files and addresses given.

    Args:
        list_id: the id of the list, such as ``eu-fsf``.
        sources: files, folders of files, or web addresses; the publisher's own where none is given.
        dated: the day of the edition, where the list prints none.
        accept_smaller: take an edition that has far fewer entries than the one before.
        home: where lists are installed; the user's own folder where it is ``None``.

    Raises:
        UsageError: there is no such list, no reader for it, or no address to download it from.
        ListError: the edition was refused; the former one stays.
    """
    place = Path(home) if home is not None else home_folder()
    curated = curated_part(place, [shipped_folder("watchlists")])
    described = {one.id: one for one in curated.lists}
    if list_id not in described:
        raise UsageError(f"no list has the id '{list_id}', {suggestion(list_id, described)}")
    return install_list(
        described[list_id],
        curated,
        place,
        sources=[str(one) for one in sources],
        dated=day_of(dated),
        accept_smaller=accept_smaller,
    )


def import_list(
    table: Path | str,
    map_file: Path | str,
    *,
    dated: date | str | None = None,
    accept_smaller: bool = False,
    home: Path | str | None = None,
) -> Update:
    """Install a table of one's own, CSV or XLSX, as a map file describes it.

    Raises:
        UsageError: the map names a programme that is not described, or ``dated`` is no day or in the future.
        DocumentError, WatchlistError: a file cannot be read, the map is wrong, or names columns that the table lacks.
        ListError: the table was refused.
    """
    place = Path(home) if home is not None else home_folder()
    curated = curated_part(place, [shipped_folder("watchlists")])
    day = day_of(dated)
    return import_table(Path(table), Path(map_file), curated, place, dated=day, accept_smaller=accept_smaller)


def watchlist_of(vendors: Iterable[Mapping[str, Any]], programmes: Iterable[Mapping[str, Any]] = ()) -> Watchlist:
    """Return a watchlist of vendors in memory: mappings with the keys of a vendor file, and their programmes.

    Raises:
        WatchlistError: with every problem of the mappings.
    """
    documents = [document_of(one, f"vendors[{place}]") for place, one in enumerate(vendors)]
    described = document_of({"programmes": list(programmes)}, "programmes.yaml")
    return watchlist_of_documents([*documents, described])
