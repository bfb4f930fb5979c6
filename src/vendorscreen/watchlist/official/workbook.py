"""Rows of XLSX workbooks; unpacking is bounded before a reader sees the file."""

import io
import zipfile
import zlib

from vendorscreen.errors import ListError
from vendorscreen.watchlist.official.list_file import MAXIMUM_BYTES, ListFile

__all__ = ["sheet_rows"]

MOST_MEMBERS = 1000
"""Files within one workbook."""

_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED


def sheet_rows(file: ListFile, sheet: str | None = None) -> list[list[str]]:
    """Return the cells of a sheet (the first where none is named) as text; whole numbers without a decimal point.

    Raises:
        ListError: the file is no workbook, damaged, unpacks to too much, or has no such sheet; or the reader for
            workbooks is not installed.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise ListError("XLSX files need an extra: pip install 'vendorscreen[lists]'") from None
    _bounded(file)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(file.content))
        if sheet is not None and sheet not in workbook.sheet_names:
            raise ListError(f"{file.name}: no sheet '{sheet}', there is: {', '.join(workbook.sheet_names)}")
        rows = workbook.get_sheet_by_name(sheet) if sheet else workbook.get_sheet_by_index(0)
        return [[_text(cell) for cell in row] for row in rows.to_python()]
    except (CalamineError, IndexError) as error:
        raise ListError(f"{file.name}: this workbook cannot be read ({error})") from None


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _bounded(file: ListFile) -> None:
    """Unpack every member, without keeping it, and refuse a workbook that grows beyond the bound."""
    left = MAXIMUM_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise ListError(f"{file.name}: {len(members):,} files within the workbook, at most {MOST_MEMBERS:,}")
            for member in members:
                left -= _unpacked_size(file, member, left)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise ListError(f"{file.name}: this is no whole workbook ({error}); it is damaged or cut off") from None


def _unpacked_size(file: ListFile, member: zipfile.ZipInfo, left: int) -> int:
    """Return the bytes a member really unpacks to; what its header says is not believed."""
    if member.compress_type not in (_STORED, _DEFLATED) or member.flag_bits & 1:
        raise ListError(f"{file.name}: '{member.filename[:60]}' is packed in a way that is not read")
    start = member.header_offset
    lengths = file.content[start + 26 : start + 30]
    data = start + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:4], "little")
    packed = file.content[data : data + member.compress_size]
    if member.compress_type == _STORED:
        size = len(packed)
    else:
        unpacker, size = zlib.decompressobj(-15), 0
        while packed and size <= left and not unpacker.eof:
            size += len(unpacker.decompress(packed, 1 << 20))
            packed = unpacker.unconsumed_tail
    if size > left:
        raise ListError(f"{file.name}: unpacks to more than {MAXIMUM_BYTES:,} bytes")
    return size
