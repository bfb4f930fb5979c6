"""Cells as text for spreadsheets: lists joined, and nothing that a spreadsheet would take for a formula."""

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from vendorscreen.batch.values import values

__all__ = ["BETWEEN", "harmless", "harmless_parts", "text_column"]

_FORMULA = r"^(?:[\x00-\x20\x{a0}\x{feff}]*[=+\-@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}]|[\t\r\n])"
"""How a cell begins that a spreadsheet may run: blanks and a sign, in either width, or a tab or line break.

Source: OWASP, CSV Injection.
"""

_BLANKS = r"\x00-\x08\x0b\x0c\x0e-\x20\x{a0}\x{feff}"
_SIGNS = r"[=+\-@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}]"
_BEFORE = rf"[{_BLANKS}\"']*"
_PARTS = (
    rf"(^|[,;|\t\r\n])({_BEFORE}{_SIGNS})",
    rf"([,;|\r\n])({_BEFORE}\t)",
    rf"(^)({_BEFORE}[\t\r\n])",
    rf"([,;|])({_BEFORE}\r(?:[^\n]|$))",
)
"""How a part of a cell begins that a spreadsheet may run where it cuts cells at a comma, semicolon, bar, tab or line.

Quotes protect only where the program that reads takes the delimiter for one that the file was written with.
"""

_SPECIAL = r"([\\|])"
BETWEEN = " | "
"""What joins the parts of a list; a bar or backslash within a part stands behind a backslash, so splitting is exact."""


def text_column(column: pa.Array) -> pa.Array:
    """Return a column of any type as text; lists of texts joined, other nested values as JSON."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = column.type
    if pa.types.is_string(kind):
        return column
    if pa.types.is_list(kind) and pa.types.is_string(kind.value_type) and not column.flatten().null_count:
        return pc.binary_join(_escaped(column), BETWEEN)
    if pa.types.is_nested(kind) or _is_bytes(kind) or pa.types.is_duration(kind):
        texts = [None if cell is None else msgspec.json.encode(cell).decode() for cell in values(column)]
        return pa.array(texts, pa.string())
    if isinstance(kind, pa.BaseExtensionType):
        return pa.array([None if cell is None else str(cell) for cell in values(column)], pa.string())
    try:
        return column.cast(pa.string())
    except pa.ArrowInvalid:  # a time in a zone that is not known here
        return pa.array([None if cell is None else str(cell) for cell in values(column)], pa.string())


def _is_bytes(kind: pa.DataType) -> bool:
    kinds = (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_fixed_size_binary, pa.types.is_binary_view)
    return any(one(kind) for one in kinds)


def _escaped(column: pa.ListArray) -> pa.ListArray:
    """Return lists with a backslash before each bar and backslash in their parts."""
    parts = column.flatten()
    if not pc.any(pc.match_substring_regex(parts, _SPECIAL)).as_py():
        return column
    ends = pc.cumulative_sum(pc.fill_null(pc.list_value_length(column), 0)).cast(pa.int32())
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), ends])
    written = pc.replace_substring_regex(parts, _SPECIAL, r"\\\1")
    return pa.ListArray.from_arrays(offsets, written, mask=column.is_null())


def harmless(column: pa.Array) -> pa.Array:
    """Return a column of text with an apostrophe before every cell that a spreadsheet might take for a formula."""
    risky = pc.match_substring_regex(column, _FORMULA)
    if not pc.any(risky).as_py():
        return column
    return pc.if_else(risky, pc.binary_join_element_wise("'", column, ""), column)


def harmless_parts(column: pa.Array) -> pa.Array:
    """Return a column of text with an apostrophe before every part of a cell that a spreadsheet might run.

    A program may cut a cell at another delimiter than that of the file. Apostrophes that stand there already get one
    more, so taking one away before each such part gives the cell as it was.
    """
    for pattern in _PARTS:
        if pc.any(pc.match_substring_regex(column, pattern)).as_py():
            column = pc.replace_substring_regex(column, pattern, r"\1'\2")
    return column
