"""What a file is, told from what it holds."""

from pathlib import Path

import pytest

from tests.batch.reading.conftest import Opened
from vendorscreen.batch.reading import open_table
from vendorscreen.batch.reading.table import TableError


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \n", "the file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Excel workbook or a locked one"),
        (b"\x1f\x8b\x08", "packed with gzip: unpack it first"),
        (b"%PDF-1.7", "a PDF"),
        (b'[{"name": "A"}]', "one JSON list: write one object per line"),
        (b"<html><table>", "HTML or XML"),
        (b'<?xml version="1.0"?>', "HTML or XML"),
    ],
)
def test_what_is_no_list_is_refused_with_what_it_is(content: bytes, words: str, opened: Opened) -> None:
    with pytest.raises(TableError, match=words):
        opened(content)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="nowhere: there is no such file"):
        open_table(tmp_path / "nowhere")


def test_a_directory_is_told(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="this is a directory, name a file in it"):
        open_table(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf\xef\xbb\xbf\r\n"]
)
def test_a_file_of_nothing_but_marks_and_blanks_is_empty(content: bytes, opened: Opened) -> None:
    with pytest.raises(TableError, match="the file is empty"):
        opened(content)
