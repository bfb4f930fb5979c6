"""Files below folders: nothing is passed over without a word, and nothing leads astray."""

from pathlib import Path

import pytest

from vendorscreen.file import folder as folder_module
from vendorscreen.file.folder import YAML, files_below, is_no_folder


def told(folder: Path) -> tuple[list[str], list[str]]:
    found, faults = files_below(folder, YAML)
    return [path.relative_to(folder).as_posix() for path in found], [str(fault) for fault in faults]


def test_files_are_found_at_any_depth_in_the_order_of_their_paths(tmp_path) -> None:
    for name in ("b/z.yaml", "b/a.yml", "a.YAML", "b.yaml", "c/d/e/f.yaml", "other.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assert told(tmp_path) == (["a.YAML", "b/a.yml", "b/z.yaml", "b.yaml", "c/d/e/f.yaml"], [])


@pytest.mark.parametrize("name", ["gone.yaml", "gone"])
def test_a_link_that_leads_nowhere_is_told(tmp_path, name) -> None:
    (tmp_path / name).symlink_to(tmp_path / "nothing")

    assert told(tmp_path)[1] == [f"{tmp_path / name}: this link leads nowhere"]


def test_a_link_to_a_folder_is_told_and_not_followed_in_a_circle(tmp_path) -> None:
    (tmp_path / "a.yaml").touch()
    (tmp_path / "again").symlink_to(tmp_path)

    assert told(tmp_path) == (
        ["a.yaml"],
        [f"{tmp_path}/again: this is a link to a folder, name that folder itself"],
    )


def test_a_link_in_a_circle_is_told(tmp_path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "a.yaml")

    assert told(tmp_path)[1] == [f"{tmp_path}/a.yaml: this link leads nowhere"]


def test_a_link_to_a_file_is_read_and_so_is_a_folder_named_by_a_link(tmp_path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.yaml").touch()
    (tmp_path / "real" / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    assert told(tmp_path / "link") == (["a.yaml", "b.yaml"], [])


def test_a_folder_with_too_many_files_is_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(folder_module, "MOST_ENTRIES", 5)
    for number in range(9):
        (tmp_path / f"{number}.yaml").touch()

    assert told(tmp_path)[1] == [f"{tmp_path}: more than 5 files and folders: name a smaller folder"]


@pytest.mark.parametrize("kind", ["missing", "file", "dangling", "impossible"])
def test_what_is_no_folder_is_told_apart(tmp_path, kind) -> None:
    path = tmp_path / kind
    if kind == "file":
        path.touch()
    elif kind == "dangling":
        path.symlink_to(tmp_path / "nothing")
    elif kind == "impossible":
        path = tmp_path / "a\0b"

    assert is_no_folder(path)
    assert len(files_below(path, YAML)[1]) == 1
    assert not is_no_folder(tmp_path)
