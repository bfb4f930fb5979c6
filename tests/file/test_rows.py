"""Rows of delimited text."""

import subprocess
import sys

LOOSE_FIRST = """
import io
from vendorscreen.file.rows import loose_rows
text = "a;b\\n" + '"' + "x" * 140_000 + ';y";2\\n'
print([(line, len(cells)) for line, cells in loose_rows(io.StringIO(text, newline=""), ";")])
"""


def test_a_long_cell_of_a_loose_row_is_one_cell_whatever_was_read_before() -> None:
    done = subprocess.run([sys.executable, "-c", LOOSE_FIRST], check=True, capture_output=True, text=True)

    assert done.stdout == "[(1, 2), (2, 2)]\n"
