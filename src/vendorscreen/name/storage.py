"""The file of a name index: sections of numbers and text, mapped into memory, never executed.

Layout: ``MAGIC``, the length of a JSON header and its checksum, the header, the sections. The header holds the recipe
(which version of the keys and tables made the sections), each section's place and item type, and a checksum over them.
"""

import json
import struct
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vendorscreen.errors import NameIndexError
from vendorscreen.file.mapping import checksum, mapped
from vendorscreen.file.writing import whole_file

__all__ = ["read_sections", "write_sections"]

MAGIC = b"vendorscreen names 2\n"
_FRAME = struct.Struct("<II")
_MOST_HEADER_BYTES = 1 << 16
_ALIGNMENT = 8
_ITEM_TYPES = frozenset("BHIQd")


def write_sections(path: Path, sections: Mapping[str, memoryview], recipe: str) -> None:
    """Write ``sections`` to ``path`` as a whole or not at all.

    Raises:
        OSError: the file cannot be written.
    """
    places: dict[str, tuple[int, int, str]] = {}
    offset, checksum, chunks = 0, 0, []
    for name, section in sections.items():
        data = section.tobytes()
        padded = data + b"\0" * (-len(data) % _ALIGNMENT)
        places[name] = (offset, len(data), section.format)
        checksum = zlib.crc32(padded, checksum)
        offset += len(padded)
        chunks.append(padded)
    described = {"recipe": recipe, "byteorder": sys.byteorder, "sections": places, "size": offset, "checksum": checksum}
    header = json.dumps(described).encode()
    start = len(MAGIC) + _FRAME.size + len(header)
    header += b" " * (-start % _ALIGNMENT)
    with whole_file(path) as file:
        file.write(MAGIC + _FRAME.pack(len(header), zlib.crc32(header)) + header)
        file.writelines(chunks)


def read_sections(path: Path, recipe: str) -> dict[str, memoryview]:
    """Return the sections at ``path``, mapped into memory.

    Raises:
        NameIndexError: the file is missing, is not a name index, is damaged, or was made by another recipe.
    """
    try:
        content = mapped(path)
    except OSError as error:
        raise NameIndexError(f"{path}: cannot be read as a name index: {error}") from None
    header, start = _header(path, content)
    if header.get("recipe") != recipe or header.get("byteorder") != sys.byteorder:
        raise NameIndexError(f"{path}: built by another version or on another kind of machine; build it again")
    body = content[start:]
    if len(body) != header.get("size") or checksum(body) != header.get("checksum"):
        raise NameIndexError(f"{path}: damaged, its contents do not fit its checksum; build it again")
    return {name: body[at : at + size].cast(kind) for name, (at, size, kind) in header["sections"].items()}


def _header(path: Path, content: memoryview) -> tuple[dict[str, Any], int]:
    at = len(MAGIC) + _FRAME.size
    if len(content) < at or content[: len(MAGIC)] != MAGIC:
        raise NameIndexError(f"{path}: is not a name index")
    size, checksum = _FRAME.unpack(content[len(MAGIC) : at])
    if size > _MOST_HEADER_BYTES or at + size > len(content) or zlib.crc32(content[at : at + size]) != checksum:
        raise NameIndexError(f"{path}: its header cannot be read; build it again")
    try:
        header = json.loads(bytes(content[at : at + size]))
        places = header["sections"].values()
        sound = all(0 <= a <= a + n <= header["size"] and kind in _ITEM_TYPES for a, n, kind in places)
    except (ValueError, TypeError, KeyError, AttributeError):
        sound = False
    if not sound:
        raise NameIndexError(f"{path}: its header cannot be read; build it again")
    return header, at + size
