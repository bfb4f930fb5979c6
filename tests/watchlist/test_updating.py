"""An update retrieves, reads, checks, stores and compiles, and reads each file once."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.lists.store.stores import NAMES, curated, install
from tests.lists.test_own_list import HEADER, MAP, ROWS
from vendorscreen.errors import DocumentError, ListError
from vendorscreen.lists import edition_reading, own_list
from vendorscreen.lists.readers import us_csl
from vendorscreen.lists.store import ListStore
from vendorscreen.watchlist import installed_watchlist
from vendorscreen.watchlist.updating import Update, import_table, update_list


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a list, a table and a map were really read."""
    counted: Counter[str] = Counter()

    def count(what: str, module: object, name: str) -> None:
        read = getattr(module, name)

        def counting(*arguments: object) -> object:
            counted[what] += 1
            return read(*arguments)

        monkeypatch.setattr(module, name, counting)

    count("list", us_csl, "read")
    count("table", edition_reading, "read_table")
    count("map", own_list, "parse_document")
    return counted


def bring(home: Path, root: Path) -> Update:
    (home.parent / "excluded.csv").write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    (home.parent / "m.yaml").write_text(MAP, encoding="utf-8")
    return import_table(home.parent / "excluded.csv", home.parent / "m.yaml", curated(home, root), home)


def test_an_update_reads_the_list_once_and_a_start_does_not_read_it(home, root, reads) -> None:
    install(home, root, NAMES, "2026-11-01")
    installed_watchlist(root / "watchlists", home=home)

    assert Counter({"list": 1}) == reads


def test_an_import_reads_the_table_and_its_map_once_and_a_start_does_not_read_them(home, root, reads) -> None:
    bring(home, root)
    installed_watchlist(root / "watchlists", home=home)

    assert Counter({"table": 1, "map": 1}) == reads


def test_a_start_without_compiled_forms_reads_each_file_once_from_the_store(home, root, reads) -> None:
    install(home, root, NAMES, "2026-11-01")
    bring(home, root)
    reads.clear()
    shutil.rmtree(home / "compiled")
    for _ in range(2):
        installed_watchlist(root / "watchlists", home=home)

    assert Counter({"list": 1, "table": 1, "map": 1}) == reads


def test_an_update_with_files_that_are_installed_does_not_read_them_again(home, root, reads) -> None:
    install(home, root, NAMES, "2026-11-01")
    reads.clear()

    assert not install(home, root, NAMES, "2026-11-01").new
    assert Counter() == reads


def test_what_an_update_compiles_is_what_a_start_compiles_from_the_store(home, root) -> None:
    def compiled() -> dict[str, bytes]:
        return {str(path.relative_to(home)): path.read_bytes() for path in (home / "compiled").glob("[uc]*-*/*/*")}

    install(home, root, NAMES, "2026-11-08")
    bring(home, root)
    by_update = compiled()
    shutil.rmtree(home / "compiled")
    installed_watchlist(root / "watchlists", home=home)

    assert by_update == compiled()
    assert len(by_update) == 6


def test_an_edition_that_cannot_be_compiled_stays_in_the_store(home, root, monkeypatch) -> None:
    install(home, root, NAMES, "2026-11-01")

    def fail(*_: object) -> None:
        raise ListError("an entry stands under a programme that is not described")

    with monkeypatch.context() as patch:
        patch.setattr(edition_reading, "vendors_of_edition", fail)
        with pytest.raises(ListError, match="is not described"):
            install(home, root, [*NAMES, "Newest Acme"], "2026-11-08")

    assert [str(one.manifest.edition) for one in ListStore(home).editions("us-csl")] == ["2026-11-01", "2026-11-08"]
    assert installed_watchlist(root / "watchlists", home=home).search(["Newest Acme"])[0]


def test_a_map_among_the_files_of_an_official_list_does_not_read_it(home, root) -> None:
    folder = home.parent / "files"
    folder.mkdir()
    (folder / "map.yaml").write_text(MAP, encoding="utf-8")
    (folder / "excluded.csv").write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    known = curated(home, root)
    (official,) = [one for one in known.lists if one.id == "us-csl"]

    with pytest.raises(ListError):
        update_list(official, known, home, sources=[str(folder)])
    assert ListStore(home).installed() == {}


def test_a_file_that_cannot_be_read_is_said(home, root) -> None:
    known = curated(home, root)
    (official,) = [one for one in known.lists if one.id == "us-csl"]

    with pytest.raises(DocumentError, match=r"nowhere\.csv: there is no such file"):
        update_list(official, known, home, sources=["nowhere.csv"])
