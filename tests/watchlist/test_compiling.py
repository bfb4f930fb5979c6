"""Compiled vendors: the same as read anew, never stale, never damaged, and not needed."""

import shutil
from pathlib import Path

import pytest

from tests.lists.store.stores import NAMES, install
from vendorscreen.file import keeping
from vendorscreen.watchlist import compiling, installed_watchlist, read_watchlists

VENDOR = """
id: {id}
name: {name}
country: CN
what: A maker.
listings:
  - id: el
    kind: export_control
    programme: P
    listed_name: {name}
    authority: Bureau
    jurisdiction: US
    start_date: 2019-10-09
    summary: Listed.
    evidence: primary
    sources: [{{title: List}}]
"""
PROGRAMMES = """
programmes:
  - {id: P, name: P, authority: A, jurisdiction: US, kind: export_control, legal_basis: L, meaning: M, reach: [],
     evidence: primary}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "vendors"
    (folder / "optics").mkdir(parents=True)
    (folder / "programmes.yaml").write_text(PROGRAMMES)
    (folder / "optics" / "acme.yaml").write_text(VENDOR.format(id="acme", name="Acme Optics Co"))
    return folder


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The times that vendor files were really read."""
    done: list[object] = []
    read = compiling._read_curated
    monkeypatch.setattr(compiling, "_read_curated", lambda folders: done.append(folders) or read(folders))
    return done


def test_a_compiled_watchlist_is_the_one_that_is_read(root, tmp_path) -> None:
    read = read_watchlists(root / "watchlists")
    for _ in range(2):
        opened = installed_watchlist(root / "watchlists", home=tmp_path)

        assert dict(opened.vendors) == dict(read.vendors)
        assert opened.programmes == read.programmes
        assert opened.lists == read.lists
        assert opened.digest == read.digest
        assert opened.brands == read.brands
        assert opened.search(["Nuctech Warsaw"]) == read.search(["Nuctech Warsaw"])
        assert opened.ties("nuctech") == read.ties("nuctech")


def test_vendor_files_are_read_once(folder, tmp_path, builds) -> None:
    for _ in range(3):
        assert installed_watchlist(folder, home=tmp_path).vendors["acme"].name == "Acme Optics Co"

    assert len(builds) == 1


def test_a_changed_file_is_read_again(folder, tmp_path, builds) -> None:
    installed_watchlist(folder, home=tmp_path)
    (folder / "optics" / "acme.yaml").write_text(VENDOR.format(id="acme", name="Acme Lasers Co"))

    assert installed_watchlist(folder, home=tmp_path).vendors["acme"].name == "Acme Lasers Co"
    assert len(builds) == 2


def test_a_new_file_and_a_deleted_one_are_noticed(folder, tmp_path) -> None:
    installed_watchlist(folder, home=tmp_path)
    (folder / "optics" / "beta.yaml").write_text(VENDOR.format(id="beta", name="Beta Lasers Co"))
    assert set(installed_watchlist(folder, home=tmp_path).vendors) == {"acme", "beta"}

    (folder / "optics" / "acme.yaml").unlink()
    assert set(installed_watchlist(folder, home=tmp_path).vendors) == {"beta"}


def test_a_changed_program_reads_the_files_again(folder, tmp_path, builds, monkeypatch) -> None:
    installed_watchlist(folder, home=tmp_path)
    monkeypatch.setattr(keeping, "_code_state", lambda *_: "another version")
    installed_watchlist(folder, home=tmp_path)

    assert len(builds) == 2


@pytest.mark.parametrize("name", ["records", "names", "further"])
@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "missing"])
def test_whatever_is_damaged_is_made_again(folder, tmp_path, builds, name, damage) -> None:
    installed_watchlist(folder, home=tmp_path)
    (path,) = (tmp_path / "compiled" / "curated").glob(f"*/{name}")
    content = path.read_bytes()
    place = len(content) // 2
    path.unlink()
    if damage != "missing":
        changed = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        path.write_bytes({"cut": content[:-1], "changed": changed, "empty": b""}[damage])

    known = installed_watchlist(folder, home=tmp_path)

    assert known.vendors["acme"].name == "Acme Optics Co"
    assert len(known.search(["Acme Optics Co"])[0]) == 1
    assert len(builds) == 2
    assert path.read_bytes() == content


def test_without_a_home_that_can_be_written_the_files_are_read_each_time(folder, tmp_path, builds) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "compiled").write_text("a file where a folder should be")

    for _ in range(2):
        assert installed_watchlist(folder, home=home).vendors["acme"].name == "Acme Optics Co"

    assert len(builds) == 2


def test_two_folders_with_other_contents_do_not_share_a_compiled_form(folder, tmp_path) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    (other / "optics" / "acme.yaml").write_text(VENDOR.format(id="acme", name="Acme Other Co"))

    names = [installed_watchlist(one, home=tmp_path).vendors["acme"].name for one in (folder, other, folder)]

    assert names == ["Acme Optics Co", "Acme Other Co", "Acme Optics Co"]


def test_only_the_newest_compiled_forms_are_kept(folder, tmp_path) -> None:
    for number in range(8):
        (folder / "optics" / "acme.yaml").write_text(VENDOR.format(id="acme", name=f"Acme {number} Co"))
        installed_watchlist(folder, home=tmp_path)

    assert len(list((tmp_path / "compiled" / "curated").iterdir())) <= keeping.KEPT


def test_a_wrong_vendor_file_is_said_and_nothing_is_compiled(folder, tmp_path) -> None:
    from vendorscreen.errors import WatchlistError

    (folder / "optics" / "acme.yaml").write_text("id: acme\n")

    with pytest.raises(WatchlistError):
        installed_watchlist(folder, home=tmp_path)
    assert not (tmp_path / "compiled" / "curated").exists()


def test_a_changed_vendor_file_does_not_compile_the_lists_again(root, tmp_path, monkeypatch) -> None:
    vendors = tmp_path / "watchlists"
    shutil.copytree(root / "watchlists", vendors)
    install(tmp_path, root, NAMES, "2026-11-01")
    installed_watchlist(vendors, home=tmp_path)
    (vendors / "optics.yaml").write_text(
        VENDOR.format(id="acme-x", name="Acme X Co").replace("programme: P", "programme: US-BIS-EL")
    )
    monkeypatch.setattr(compiling, "_vendors_of", lambda *_: pytest.fail("the list was compiled again"))

    assert "acme-x" in installed_watchlist(vendors, home=tmp_path).vendors
