"""Folders of documents: nothing in them is skipped, and nothing hangs."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.alarm import at_most

from vendorscreen.document import read_folders, read_folders_once


def test_a_pipe_among_documents_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_text("b: 1", encoding="utf-8")
    with at_most(10):
        documents, problems = read_folders([tmp_path], "rule files")

    assert [document.value for document in documents] == [{"b": 1}]
    assert [str(problem) for problem in problems] == [f"{tmp_path}/a.yaml: this is no file but a pipe or a device"]


def _file(path: Path) -> None:
    path.write_text("id: x")


def _only_others(path: Path) -> None:
    path.mkdir()
    (path / "README.txt").touch()
    (path / "vendor.json").touch()


def _broken_link(path: Path) -> None:
    path.mkdir()
    (path / "gone.yaml").symlink_to("nothing")


def _other_ending(path: Path) -> None:
    path.mkdir()
    (path / "vendor.YAML").touch()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda _: None, "is no folder of rule files"),
        (_file, "is no folder of rule files"),
        (Path.mkdir, "holds no rule files (*.yaml)"),
        (_only_others, "holds no rule files (*.yaml)"),
        (lambda path: path.symlink_to("nothing"), "is no folder of rule files"),
        (lambda path: path.symlink_to(path), "the folder cannot be read: Too many levels of symbolic links"),
        (_broken_link, "/gone.yaml: this link leads nowhere"),
        (_other_ending, "/vendor.YAML: is not read: its name must end in .yaml"),
    ],
)
def test_a_folder_that_gives_nothing_is_told_also_where_others_are_kept(
    tmp_path: Path, made: Callable[[Path], None], said: str
) -> None:
    good, own = tmp_path / "good", tmp_path / "own"
    good.mkdir()
    (good / "a.yaml").write_text("a: 1")
    read_folders_once([good], "rule files", tmp_path / "kept")
    made(own)

    for _ in range(2):
        documents, problems = read_folders_once([good, own], "rule files", tmp_path / "kept")

        assert [document.value for document in documents] == [{"a": 1}]
        assert said in str(problems[0])
        assert len({problem.path for problem in problems}) == 1
