"""Cells as text for spreadsheets: lists joined, and nothing that a spreadsheet would take for a formula."""

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["harmless", "text_column"]

_FORMULA = r"^(?:[\x00-\x20\x{a0}\x{feff}]*[=+\-@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}]|[\t\r\n])"
"""How a cell begins that a spreadsheet may run: blanks and a sign, in either width, or a tab or line break.

Source: OWASP, CSV Injection.
"""

_BETWEEN = "; "


def text_column(column: pa.Array) -> pa.Array:
    """Return a column of any type as text; lists of texts joined, other nested values as JSON."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = column.type
    if pa.types.is_string(kind):
        return column
    if pa.types.is_list(kind) and pa.types.is_string(kind.value_type) and not column.flatten().null_count:
        return pc.binary_join(column, _BETWEEN)
    if pa.types.is_nested(kind) or pa.types.is_binary(kind) or pa.types.is_duration(kind):
        texts = [None if cell is None else msgspec.json.encode(cell).decode() for cell in column.to_pylist()]
        return pa.array(texts, pa.string())
    return column.cast(pa.string())


def harmless(column: pa.Array) -> pa.Array:
    """Return a column of text with an apostrophe before every cell that a spreadsheet might take for a formula."""
    risky = pc.match_substring_regex(column, _FORMULA)
    if not pc.any(risky).as_py():
        return column
    return pc.if_else(risky, pc.binary_join_element_wise("'", column, ""), column)
