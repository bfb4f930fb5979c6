"""An edition in the store to vendors: read again from its own files."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from vendorscreen.errors import ListError
from vendorscreen.watchlist.lists import OfficialList
from vendorscreen.watchlist.mapped import MAP_FILE, MapFile, read_map, read_mapped
from vendorscreen.watchlist.model import Programme, Vendor
from vendorscreen.watchlist.official import ListFile, ListReading, read_official
from vendorscreen.watchlist.official.vendors import vendors_of_list
from vendorscreen.watchlist.store import Edition

__all__ = ["EditionRead", "read_edition", "reading_of"]


class EditionRead(Struct, frozen=True):
    """The vendors of an edition, with the list and the programme that a user's own map describes."""

    vendors: list[Vendor]
    own_list: OfficialList | None
    own_programme: Programme | None


def read_edition(
    edition: Edition,
    first_seen: Mapping[str, date],
    programmes: Mapping[str, Programme],
    lists: Iterable[OfficialList],
) -> EditionRead:
    """Return what an edition holds.

    Raises:
        ListError: a file is damaged, cannot be read by this version, or nothing describes the list.
    """
    manifest, files = edition.manifest, edition.list_files()
    file_map = _map_among(files)
    own = file_map.official_list() if file_map else None
    described = own or next((one for one in lists if one.id == manifest.list), None)
    if described is None:
        raise ListError(f"{manifest.list}: lists.yaml does not describe this list")
    programme = file_map.own_programme() if file_map else None
    vendors = vendors_of_list(
        reading_of(manifest.list, files).entries,
        list_id=manifest.list,
        title=manifest.title,
        url=described.url,
        edition=manifest.edition,
        programmes={**programmes, **({programme.id: programme} if programme else {})},
        first_seen=first_seen,
    )
    return EditionRead(vendors, own, programme)


def reading_of(list_id: str, files: Sequence[ListFile]) -> ListReading:
    """Return what the files of a list hold: an official one, or one that a user's map among them describes.

    Raises:
        ListError: the files are no such list, cut or damaged.
    """
    file_map = _map_among(files)
    if file_map is None:
        return read_official(list_id, files)
    return read_mapped([file for file in files if file.name != MAP_FILE], file_map)


def _map_among(files: Iterable[ListFile]) -> MapFile | None:
    own = next((file for file in files if file.name == MAP_FILE), None)
    return read_map(own.content, MAP_FILE) if own else None
