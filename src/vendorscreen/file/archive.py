"""Members of a ZIP archive, unpacked block by block: no header is believed that what was unpacked does not bear out."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from vendorscreen.errors import DocumentError

__all__ = ["MOST_MEMBERS", "Archive", "member_path"]

MOST_MEMBERS = 1000
"""Members of an archive."""

_MOST_DIRECTORY = 1 << 20
"""Bytes of the directory of an archive."""
_BLOCK = 1 << 20
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_LOCAL_HEADER = 30
_END = 22
_LOCATOR = 20
"""Bytes of what leads to a second directory, of archives beyond 4 GiB."""


def member_path(member: zipfile.ZipInfo) -> str:
    """Return the path of a member in the one spelling in which readers compare paths."""
    return member.filename.replace("\\", "/").lower()


class Archive:
    """An archive in a seekable stream, whose members may unpack to ``most`` bytes together.

    Only the plain form is read, in which every reader sees the same members: one directory, at the very end.
    """

    def __init__(self, stream: BinaryIO, source: str, most: int) -> None:
        self.source = source
        self._stream = stream
        self._most = most
        self.members = self._directory()
        if sum(member.file_size for member in self.members) > most:
            raise self._too_large()

    def _directory(self) -> list[zipfile.ZipInfo]:
        end = self._stream.seek(0, 2)
        self._stream.seek(max(0, end - _END - _LOCATOR))
        tail = self._stream.read().rjust(_END + _LOCATOR)
        if tail[_LOCATOR:][:4] != b"PK\x05\x06" or tail.startswith(b"PK\x06\x07"):
            raise self._damaged("no plain end of an archive")
        if int.from_bytes(tail[-10:-6], "little") > _MOST_DIRECTORY:
            raise self._too_many()
        try:
            with zipfile.ZipFile(self._stream) as archive:
                members = archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise self._damaged(error) from None
        if len(members) > MOST_MEMBERS:
            raise self._too_many()
        if len({member_path(member) for member in members}) < len(members):
            raise self._damaged("two files of one name in it")
        if any(not 0 <= member.header_offset < end for member in members):
            raise self._damaged("a file that is not within it")
        return members

    def blocks(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """Yield what a member unpacks to.

        Raises:
            DocumentError: it is not what the directory says, damaged, or packed in another way.
        """
        size = checksum = 0
        try:
            for block in self._unpacked(member):
                size += len(block)
                if size > member.file_size:
                    break
                checksum = zlib.crc32(block, checksum)
                yield block
        except (zlib.error, EOFError) as error:
            raise self._damaged(error) from None
        if (size, checksum) != (member.file_size, member.CRC):
            raise self._damaged(f"{member.filename[:60]} is not what the directory says")

    def _unpacked(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        if member.compress_type not in (_STORED, _DEFLATED) or member.flag_bits & 1:
            raise self._damaged(f"'{member.filename[:60]}' is packed in a way that is not read")
        if member.compress_type == _STORED:
            yield from self._packed(member)
            return
        unpacker = zlib.decompressobj(-15)
        for packed in self._packed(member):
            rest = packed
            while block := unpacker.decompress(rest, _BLOCK):
                yield block
                rest = unpacker.unconsumed_tail
        if not unpacker.eof:
            raise EOFError(f"{member.filename[:60]} is cut off")

    def _packed(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        self._stream.seek(member.header_offset)
        header = self._stream.read(_LOCAL_HEADER)
        before = int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
        place, left = member.header_offset + _LOCAL_HEADER + before, member.compress_size
        while left:
            self._stream.seek(place)
            block = self._stream.read(min(_BLOCK, left))
            if not block:
                raise EOFError(f"{member.filename[:60]} is cut off")
            place, left = place + len(block), left - len(block)
            yield block

    def _damaged(self, why: object) -> DocumentError:
        return DocumentError.at(self.source, f"this is no whole workbook ({why}); it is damaged, cut off or locked")

    def _too_large(self) -> DocumentError:
        return DocumentError.at(self.source, f"the workbook unpacks to more than {self._most:,} bytes; write it as CSV")

    def _too_many(self) -> DocumentError:
        return DocumentError.at(self.source, f"more than {MOST_MEMBERS:,} files within the workbook")
