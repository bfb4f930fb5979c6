"""One index of all sources finds what their own indexes find."""

from pathlib import Path

import pytest

from vendorscreen.vendor.vendor import Vendor, VendorName
from vendorscreen.watchlist.joint_index import joint_index
from vendorscreen.watchlist.part import Part
from vendorscreen.watchlist.watchlist import Watchlist

SOURCES = {
    "curated": ("Hangzhou Hikvision Digital Technology Co., Ltd", "Nuctech Company Limited"),
    "list-a": ("Hikvision Digital Technology", "Golden Star Trading LLC", "Golden Star Trading FZE", "Golden Star"),
    "list-b": ("Golden Star Trading Company", "Nuctech Co. Ltd."),
}
SEARCHED = ["Hikvision Digital Technology", "Golden Star Trading", "NUCTECH Company", "Siemens AG", ""]


def _vendor(id_: str, name: str) -> Vendor:
    return Vendor(id=id_, name=name, names=(VendorName(text=name, kind="listed_name"),))


@pytest.fixture
def watchlist() -> Watchlist:
    parts = [
        Part.of(source, [_vendor(f"{source}-{number}", name) for number, name in enumerate(names)])
        for source, names in SOURCES.items()
    ]
    return Watchlist(parts, {}, [], "digest")


@pytest.mark.parametrize("limit", [1, 2, 20])
def test_it_finds_what_the_indexes_of_the_sources_find(limit: int, watchlist: Watchlist, tmp_path: Path) -> None:
    joint = watchlist.with_joint_index(joint_index(watchlist.parts, watchlist.digest, tmp_path))

    found = joint.search(SEARCHED, limit=limit)

    assert found == watchlist.search(SEARCHED, limit=limit)
    assert [bool(hits) for hits in found] == [True, True, True, False, False]


def test_it_is_compiled_once_and_made_again_where_it_is_damaged(watchlist: Watchlist, tmp_path: Path) -> None:
    first = joint_index(watchlist.parts, watchlist.digest, tmp_path)
    expected = first.search(SEARCHED, at_least=0.85, limit=5)

    again = joint_index((), watchlist.digest, tmp_path).search(SEARCHED, at_least=0.85, limit=5)
    (kept,) = tmp_path.rglob("names")
    kept.write_bytes(kept.read_bytes()[:-8])
    mended = joint_index(watchlist.parts, watchlist.digest, tmp_path)

    assert again == expected
    assert mended.search(SEARCHED, at_least=0.85, limit=5) == expected


def test_a_home_that_cannot_be_written_costs_time_only(watchlist: Watchlist, tmp_path: Path) -> None:
    home = tmp_path / "a file"
    home.touch()

    joint = joint_index(watchlist.parts, watchlist.digest, home)

    assert joint.search(["Nuctech"], at_least=0.85, limit=5)[0]
