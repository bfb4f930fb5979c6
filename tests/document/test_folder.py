"""Folders of documents: nothing in them is skipped, and nothing hangs."""

import os
from pathlib import Path

from tests.alarm import at_most

from vendorscreen.document import read_folders


def test_a_pipe_among_documents_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_text("b: 1", encoding="utf-8")
    with at_most(10):
        documents, problems = read_folders([tmp_path], "rule files")

    assert [document.value for document in documents] == [{"b": 1}]
    assert [str(problem) for problem in problems] == [f"{tmp_path}/a.yaml: this is no file but a pipe or a device"]
