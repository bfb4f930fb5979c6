"""Bytes of files, bounded."""

from pathlib import Path

import pytest

from vendorscreen.errors import DocumentError
from vendorscreen.file.content import file_digest, opened, read_bytes


def test_a_file_of_the_bound_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")

    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(DocumentError, match="the file is larger than 4 bytes"):
        read_bytes(path, 4)


@pytest.mark.parametrize(
    ("name", "words"), [("none", "there is no such file"), (".", "this is a directory"), ("a\0b", "cannot be read")]
)
def test_what_cannot_be_read_is_refused_in_one_set_of_words(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        file_digest(tmp_path / name)


def test_other_errors_of_what_is_done_with_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(ValueError, match="mine"), opened(tmp_path / "file"):
        raise ValueError("mine")
