"""Archives: only what is unpacked counts."""

import io
import zipfile

import pytest

from tests.lists.readers.files import zip_of
from vendorscreen.errors import DocumentError
from vendorscreen.file.archive import MOST_MEMBERS, Archive


def unpacked(content: bytes, most: int = 1 << 20) -> dict[str, bytes]:
    archive = Archive(io.BytesIO(content), "book.xlsx", most)
    return {member.filename: b"".join(archive.blocks(member)) for member in archive.members}


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_are_unpacked(how: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        archive.writestr("a", b"x" * 3_000_000)
        archive.writestr("b", b"")

    assert unpacked(buffer.getvalue(), 3_000_000) == {"a": b"x" * 3_000_000, "b": b""}


def test_members_that_unpack_to_more_than_they_may_are_refused() -> None:
    with pytest.raises(DocumentError, match="unpacks to more than 10 bytes"):
        unpacked(zip_of({"a": b"12345", "b": b"678901"}), 10)


def test_a_size_that_is_not_the_real_one_is_refused() -> None:
    lying = zip_of({"a": b"0" * 10_000_000}).replace((10_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))

    with pytest.raises(DocumentError, match="a is not what the directory says"):
        unpacked(lying)


def test_too_many_members_are_refused() -> None:
    with pytest.raises(DocumentError, match="more than 1,000 files within the workbook"):
        unpacked(zip_of({str(number): b"" for number in range(MOST_MEMBERS + 1)}))


@pytest.mark.parametrize("change", [lambda zipped: zipped[:-5], lambda zipped: zipped + b"x", lambda zipped: b"PK"])
def test_only_an_archive_that_ends_with_its_directory_is_read(change) -> None:
    with pytest.raises(DocumentError, match="this is no whole workbook"):
        unpacked(change(zip_of({"a": b"x"})))


def test_two_members_of_one_name_are_refused() -> None:
    with pytest.raises(DocumentError, match="two files of one name"):
        unpacked(zip_of({"xl/A.xml": b"1", "xl\\a.xml": b"2"}))


def test_a_name_that_is_no_text_is_refused() -> None:
    damaged = zip_of({"é": b"x"}).replace("é".encode(), b"\xff\xff")

    with pytest.raises(DocumentError, match="this is no whole workbook"):
        unpacked(damaged)


@pytest.mark.parametrize("offset", [-100_000, 100_000, 1 << 33])
def test_a_member_outside_the_archive_is_refused(offset: int) -> None:
    zipped = bytearray(zip_of({"a": b"x"}))
    directory = zipped.rindex(b"PK\x01\x02")
    if offset < 0:  # a directory that is said to begin later than it does moves every member to before the start
        zipped[-6:-2] = (directory - offset).to_bytes(4, "little")
    else:
        extra = b"\x01\x00\x08\x00" + offset.to_bytes(8, "little")
        zipped[directory + 30 : directory + 32] = len(extra).to_bytes(2, "little")
        zipped[directory + 42 : directory + 46] = b"\xff" * 4
        zipped[directory + 47 : directory + 47] = extra
        zipped[-10:-6] = (47 + len(extra)).to_bytes(4, "little")

    with pytest.raises(DocumentError, match="a file that is not within it"):
        unpacked(bytes(zipped))
