"""What the sheets of a workbook take in memory, counted before the reader of workbooks sees them.

That reader holds the rectangle that the outermost cells of a sheet span, and a copy of a shared text for each cell that
refers to it. Sheets as spreadsheets write them are searched as bytes. Where a cell is written in another way, or shared
texts are so long that their copies might be too much, the elements of the sheet are read.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, zip_longest
from zipfile import ZipInfo

from msgspec import Struct

from vendorscreen.errors import DocumentError
from vendorscreen.file.archive import Archive
from vendorscreen.file.xml_text import local_name, outer_elements

__all__ = ["MOST_HELD", "check_sheets"]

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Rows and columns of a sheet, as spreadsheets have them."""

MOST_HELD = 448 << 20
"""Bytes that a sheet and the shared texts may come to in the reader: about four million cells of short text."""

_SPANNED, _WRITTEN, _TEXT = 32, 72, 48
"""Bytes that the reader holds for a cell of the rectangle, for one that is written, for a text beside its characters.

Measured with python-calamine 0.9: 105 bytes for each cell of a full sheet, inline or shared.
"""
_FREE, _SPARSE = 4_000_000, 16
"""Cells that a sheet may span however few are written, and cells it may span for each that is."""

_SHORTEST_CELL = 32
"""Bytes a cell takes in a sheet without its text, at least about."""

_MOST_MERGES = 250_000
"""Merged ranges of a sheet."""

_CELL = re.compile(
    rb'<c(?:\s+r="([A-Z]{1,3})([0-9]{1,7})"(?:\s+(?:s|t|cm|vm|ph)="[A-Za-z0-9]*")*\s*/?>|(?=[\s/>]))', re.ASCII
)
"""The start of a cell, with its address where that comes first and once, as in every usual file."""

_DECLARED = re.compile(rb'\suniqueCount(?:=(?:"([0-9]{1,8})"|\'([0-9]{1,8})\'))?')
"""How many shared texts a member says it holds: the reader takes memory for all of them at once."""

_PREFIXED_CELL = re.compile(rb":c[\s/>]")
_LONGEST_START = 64
_SHARED_TEXT = re.compile(rb"[<:]si[\s/>]")
_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_DIGITS = re.compile(r"\+?0*([0-9]{1,15})")
"""A number as the reader takes it."""


def check_sheets(archive: Archive) -> None:
    """Unpack every member of a workbook without keeping it; what a member is, its content says, never its path.

    Raises:
        DocumentError: a sheet or another member breaks a bound, or a member is damaged.
    """
    for member in archive.members:
        if member.file_size > MOST_HELD:
            raise _too_many(archive, member, f"unpacks to {member.file_size:,} bytes")
    members = [(member, _searched(archive.blocks(member))) for member in archive.members]
    for member, seen in members:
        if seen.declared * _TEXT > MOST_HELD:
            raise _too_many(archive, member, "says that it holds more shared texts than it can")
    held = sum(member.file_size + seen.texts * _TEXT for member, seen in members if seen.texts)
    if held > MOST_HELD:
        raise DocumentError.at(archive.source, "the workbook holds more shared texts than can be held; write it as CSV")
    longest = max((seen.longest for _, seen in members if seen.texts), default=0)
    shared = _SharedTexts(archive, [member for member, seen in members if seen.texts])
    for member, seen in members:
        if seen.sheet:
            _check_sheet(archive, member, seen, shared, held, longest)


class _Seen(Struct):
    """What a member holds: its outermost row and column, counts, and whether all of it could be seen as bytes.

    ``longest`` is the most bytes between the ends of two shared texts; an end that was not seen makes it more.
    """

    sheet: bool = False
    rows: int = 0
    columns: int = 0
    cells: int = 0
    merges: int = 0
    characters: int = 0
    whole: bool = True
    shared: bool = False
    texts: int = 0
    declared: int = 0
    longest: int = 0
    since: int = 0

    def add(self, row: int, column: int) -> None:
        """Count a cell."""
        self.rows, self.columns, self.cells = max(self.rows, row), max(self.columns, column), self.cells + 1

    def add_cells(self, text: bytes) -> None:
        """Count the cells of a text, as far as plain addresses say them."""
        found = _CELL.findall(text)
        letters, digits = {one for one, _ in found}, {one for _, one in found}
        self.cells += len(found)
        self.merges += text.count(b"mergeCell")
        self.whole = self.whole and b"" not in letters and not _PREFIXED_CELL.search(text)
        self.columns = max(self.columns, *map(_column, letters), 0)
        self.rows = max(self.rows, *(int(one or b"0") for one in digits), 0)

    def add_declared(self, text: bytes, until: int) -> None:
        """Take note of how many shared texts are declared before a place; a number written otherwise is too large."""
        for match in _DECLARED.finditer(text):
            number = match[1] or match[2]
            if match.start() < until:
                self.declared = max(self.declared, int(number) if number else MOST_HELD)

    def add_texts(self, text: bytes) -> None:
        """Count the shared texts of a text."""
        first, *others = map(len, text.split(b"</si>"))
        self.longest = max(self.longest, self.since + first, *others)
        self.since = others[-1] if others else self.since + first
        self.texts += len(_SHARED_TEXT.findall(text))


class _SharedTexts:
    """The texts that cells share, in the members that hold such."""

    def __init__(self, archive: Archive, members: list[ZipInfo]) -> None:
        self._archive = archive
        self._members = members

    @cached_property
    def lengths(self) -> list[int]:
        """The length of each; where several members hold texts, of the longest at its place."""
        return list(map(max, zip_longest(*map(self._lengths, self._members), (), fillvalue=0)))

    def _lengths(self, member: ZipInfo) -> list[int]:
        texts = outer_elements(self._archive.blocks(member), self._archive.source, ("{*}si",))
        return [sum(map(len, text.itertext())) for text in texts]


def _check_sheet(archive: Archive, member: ZipInfo, seen: _Seen, shared: _SharedTexts, held: int, longest: int) -> None:
    """Refuse a sheet that breaks a bound beside the ``held`` bytes of shared texts, the ``longest`` of which counts."""
    held += max(0, member.file_size - _SHORTEST_CELL * seen.cells)
    what = _too_much(seen, held)
    if not what and (not seen.whole or _too_much(seen, held + seen.cells * longest)):
        read = _read(archive, member, ())
        what = _too_much(read, held)
        if not what and _too_much(read, held + read.cells * longest):
            read = _read(archive, member, shared.lengths)
            what = _too_much(read, held + read.characters)
    if what:
        raise _too_many(archive, member, what)


def _too_much(seen: _Seen, held: int) -> str:
    """Return what breaks a bound, where texts take ``held`` bytes."""
    spanned, written = seen.rows * seen.columns * _SPANNED, seen.cells * _WRITTEN
    if seen.rows > MOST_ROWS or seen.columns > MOST_COLUMNS or _is_empty(seen):
        return f"spans {seen.rows:,} rows and {seen.columns:,} columns"
    if seen.merges > _MOST_MERGES:
        return f"merges cells {seen.merges:,} times"
    if spanned + written > MOST_HELD:
        return f"holds {seen.cells:,} cells in {seen.rows:,} rows and {seen.columns:,} columns"
    if spanned + written + held <= MOST_HELD:
        return ""
    return (
        f"repeats texts up to {seen.characters:,} characters"
        if seen.characters > held // 2
        else f"holds texts of {held:,} bytes"
    )


def _is_empty(seen: _Seen) -> bool:
    """Return whether a sheet spans more than can be held, or next to nothing but empty cells."""
    cells = seen.rows * seen.columns
    return cells * _SPANNED > MOST_HELD or cells > _FREE + _SPARSE * seen.cells


def _too_many(archive: Archive, member: ZipInfo, what: str) -> DocumentError:
    return DocumentError.at(archive.source, f"{member.filename[:60]} {what}, too many to hold; write it as CSV")


def _searched(blocks: Iterable[bytes]) -> _Seen:
    """Return what a member holds."""
    seen, rest, before = _Seen(), b"", b""
    for block in chain(blocks, (b" " * _LONGEST_START,)):
        text = before + block
        seen.add_declared(text, len(text) - _LONGEST_START)
        text, before = rest + block, text[-_LONGEST_START:]
        cut = max(text.rfind(b"<", -_LONGEST_START), text.rfind(b":", -_LONGEST_START))
        cut = cut if cut >= 0 else len(text)  # what begins here may go on in the next block
        text, rest = text[:cut], text[cut:]
        seen.sheet = seen.sheet or b"sheetData" in text or b"mergeCell" in text
        seen.shared = seen.shared or b"<sst" in text or b":sst" in text
        if seen.sheet:
            seen.add_cells(text)
        if seen.shared:
            seen.add_texts(text)
    return seen


def _read(archive: Archive, member: ZipInfo, lengths: Sequence[int]) -> _Seen:
    """Return what the elements of a sheet say, with texts of these lengths; a cell without address follows."""
    seen, row, column = _Seen(), 0, 0
    for element in outer_elements(archive.blocks(member), archive.source, ("{*}row", "{*}c")):
        if local_name(element) == "row":
            row, column = _number(element.get("r"), row + 1), 0
        for cell in element.iter("{*}c"):
            address = cell.get("r")
            place, column = (max(row, 1), column + 1) if address is None else _place(address, archive.source)
            seen.add(place, column)
            if cell.get("t") == "s":
                texts = (_number("".join(map(str, value.itertext())), len(lengths)) for value in cell.iterfind("{*}v"))
                seen.characters += sum(lengths[text] for text in texts if text < len(lengths))
    return seen


def _number(text: str | None, otherwise: int) -> int:
    match = _DIGITS.fullmatch(text.strip()) if text else None
    return int(match[1]) if match else otherwise


def _place(address: str, source: str) -> tuple[int, int]:
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise DocumentError.at(source, f"'{address[:20]}' is no address of a cell")
    return int(match[2]), _column(match[1].encode())


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
