"""Files mapped into memory."""

import zlib
from pathlib import Path

import pytest

from vendorscreen.file.mapping import checksum, mapped


@pytest.mark.parametrize("content", [b"", b"Acme", b"\0" * 100_000])
def test_a_mapped_file_is_its_content(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)

    assert content == bytes(mapped(path))


def test_a_mapped_file_that_is_replaced_stays_what_it_was(tmp_path: Path) -> None:
    path, other = tmp_path / "file", tmp_path / "other"
    path.write_bytes(b"before")
    other.write_bytes(b"after")
    found = mapped(path)
    other.replace(path)

    assert bytes(found) == b"before"


def test_a_file_that_is_missing_or_a_folder_cannot_be_mapped(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(OSError, match=r"No such file|Is a directory"):
            mapped(path)


def test_what_was_summed_can_still_be_read(tmp_path: Path) -> None:
    content = bytes(range(256)) * 1000
    path = tmp_path / "file"
    path.write_bytes(content)
    found = mapped(path)

    assert checksum(found[10:]) == zlib.crc32(content[10:]) == checksum(memoryview(content)[10:])
    assert bytes(found) == content
