"""Parsed files that are kept: the same as parsed anew, and never of another text."""

from pathlib import Path

import pytest

from vendorscreen.document import documents_below as folder_module
from vendorscreen.document import read_folders, read_folders_once
from vendorscreen.file import keeping


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "files" / "a").mkdir(parents=True)
    (tmp_path / "files" / "a" / "one.yaml").write_text(
        "id: 0712\ncountry: NO\nshare: 1.50\nwhole: 007\nn: [1, true, null]\n"
    )
    (tmp_path / "files" / "two.yaml").write_text('{"a": "b", "n": 12}')
    return tmp_path / "files"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were really parsed."""
    done: list[Path] = []
    read = folder_module.read_document
    monkeypatch.setattr(folder_module, "read_document", lambda path: done.append(path) or read(path))
    return done


def written(value: object) -> object:
    """Return a value with the numbers as they were written."""
    if isinstance(value, dict):
        return {key: written(item) for key, item in value.items()}
    if isinstance(value, list):
        return [written(item) for item in value]
    return (type(value).__name__, getattr(value, "text", None), value)


def test_what_is_kept_is_what_is_parsed(folder, tmp_path, parsed) -> None:
    expected, _ = read_folders([folder], "files")
    del parsed[:]
    for _ in range(2):
        documents, problems = read_folders_once([folder], "files", tmp_path / "kept")

        assert problems == []
        assert [(one.path, one.text, written(one.value)) for one in documents] == [
            (one.path, one.text, written(one.value)) for one in expected
        ]
        assert documents[0].places.of(("share",)) == (3, 8)
    assert len(parsed) == 2


def test_every_file_that_ships_is_kept_as_it_is(root, tmp_path) -> None:
    expected, _ = read_folders([root / "rules"], "files")
    read_folders_once([root / "rules"], "files", tmp_path)
    again, _ = read_folders_once([root / "rules"], "files", tmp_path)

    assert [written(one.value) for one in again] == [written(one.value) for one in expected]


@pytest.mark.parametrize("change", ["edited", "added", "deleted"])
def test_a_change_of_the_files_is_noticed(folder, tmp_path, change) -> None:
    read_folders_once([folder], "files", tmp_path / "kept")
    if change == "edited":
        (folder / "two.yaml").write_text("a: c\n")
    elif change == "added":
        (folder / "three.yaml").write_text("a: c\n")
    else:
        (folder / "two.yaml").unlink()

    documents, _ = read_folders_once([folder], "files", tmp_path / "kept")

    assert [one.text for one in documents] == [one.text for one in read_folders([folder], "files")[0]]


def test_a_change_of_the_code_is_noticed(folder, tmp_path, parsed, monkeypatch) -> None:
    read_folders_once([folder], "files", tmp_path / "kept")
    monkeypatch.setattr(keeping, "_code_state", lambda *_: "another version")
    read_folders_once([folder], "files", tmp_path / "kept")

    assert len(parsed) == 4


@pytest.mark.parametrize("damage", [b"", b"abc", None])
def test_a_damaged_form_is_parsed_again(folder, tmp_path, parsed, damage) -> None:
    read_folders_once([folder], "files", tmp_path / "kept")
    (path,) = (tmp_path / "kept").glob("*/documents")
    content = path.read_bytes()
    path.write_bytes(content[:-1] + b"x" if damage is None else damage)

    assert len(read_folders_once([folder], "files", tmp_path / "kept")[0]) == 2
    assert len(parsed) == 4
    assert path.read_bytes() == content


def test_files_with_problems_are_told_each_time(folder, tmp_path) -> None:
    (folder / "two.yaml").write_text("a: [")

    for _ in range(2):
        assert len(read_folders_once([folder], "files", tmp_path / "kept")[1]) == 1


def test_a_folder_that_cannot_be_written_does_not_matter(folder, tmp_path) -> None:
    (tmp_path / "file").write_text("")

    for _ in range(2):
        assert len(read_folders_once([folder], "files", tmp_path / "file" / "kept")[0]) == 2
