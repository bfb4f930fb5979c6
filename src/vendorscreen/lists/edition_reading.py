"""The files of an edition to what they hold, and that to vendors."""

from collections.abc import Iterable, Mapping
from datetime import date

from vendorscreen.errors import ListError, WatchlistError
from vendorscreen.lists.official_list import OfficialList, OwnList
from vendorscreen.lists.own_list import MAP_FILE, MapFile, read_map
from vendorscreen.lists.readers import READERS, ListFile, ListReading, read_official
from vendorscreen.lists.readers.vendors import vendors_of_list
from vendorscreen.lists.store.edition import Manifest, Retrieved
from vendorscreen.lists.store.publication import EditionRead
from vendorscreen.lists.table_reading import read_table
from vendorscreen.vendor.vendor import Programme, Vendor

__all__ = ["read_edition", "vendors_of_edition"]


def read_edition(
    list_id: str, files: Iterable[Retrieved], lists: Iterable[OfficialList] = (), file_map: MapFile | None = None
) -> EditionRead:
    """Return what the files of a list hold: by its reader, by the map among them, or by its tables in ``lists``.

    Where that map was read before, it is ``file_map``.

    Raises:
        ListError: the files are no such list, cut or damaged.
        DocumentError, WatchlistError: the map is wrong, or names columns that the table does not have.
    """
    others = list(files)
    own = None if list_id in READERS else next((file for file in others if file.name == MAP_FILE), None)
    if own is None:
        return EditionRead(_official(list_id, _unpacked(others), lists))
    others.remove(own)
    file_map = file_map or read_map(own.content, MAP_FILE)
    return EditionRead(
        read_table(_unpacked(others), file_map.id, file_map.programme or file_map.id, [file_map]),
        OwnList(file_map.official_list(), file_map.own_programme()),
    )


def _official(list_id: str, files: list[ListFile], lists: Iterable[OfficialList]) -> ListReading:
    described = next((one for one in lists if one.id == list_id and one.tables), None)
    if described is None:
        return read_official(list_id, files)
    try:
        return read_table(files, list_id, described.programmes[0], described.tables)
    except WatchlistError as error:
        more = f" ({len(error.problems) - 1} more are missing)" if len(error.problems) > 1 else ""
        raise ListError(f"{error.problems[0].path}: {error.problems[0].message}{more}") from None


def _unpacked(files: Iterable[Retrieved]) -> list[ListFile]:
    return [ListFile.of(file.name, file.content) for file in files]


def vendors_of_edition(
    read: EditionRead,
    manifest: Manifest,
    first_seen: Mapping[str, date],
    programmes: Mapping[str, Programme],
    lists: Iterable[OfficialList],
) -> list[Vendor]:
    """Return the vendors of an edition.

    Raises:
        ListError: nothing describes the list, or the programme of an entry.
    """
    own = read.own.programme
    described = read.own.list or next((one for one in lists if one.id == manifest.list), None)
    if described is None:
        raise ListError(f"{manifest.list}: lists.yaml does not describe this list")
    return vendors_of_list(
        read.reading.entries,
        list_id=manifest.list,
        title=manifest.title,
        url=described.url,
        edition=manifest.edition,
        programmes={**programmes, **({own.id: own} if own else {})},
        first_seen=first_seen,
    )
