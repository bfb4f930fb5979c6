"""What seeds are written with."""

import io
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

from tests.fuzz.mutation import Files

__all__ = ["delimited", "json_bytes", "smallest", "workbook"]

_ROOT = Path(__file__).parent.parent.parent.parent


def json_bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def smallest(*folders: str, most: int, name: str) -> list[Files]:
    """Return the smallest YAML files of folders, each under one name or, with ``*``, its own."""
    paths = sorted(
        (path for one in folders for path in (_ROOT / one).rglob("*.yaml")),
        key=lambda path: (path.stat().st_size, path),
    )
    return [{name.replace("*", path.stem): path.read_bytes()} for path in paths[:most]]


def delimited(rows: Sequence[Sequence[str]], delimiter: str) -> bytes:
    return "".join(delimiter.join(row) + "\n" for row in rows).encode()


def workbook(rows: Sequence[Sequence[object]], sheet: str = "List") -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.set_properties({"created": datetime(2026, 1, 1)})  # noqa: DTZ001 - the library wants it naive
    page = book.add_worksheet(sheet)
    for place, row in enumerate(rows):
        page.write_row(place, 0, row)
    page.merge_range(len(rows) + 1, 0, len(rows) + 2, 1, "merged")
    book.close()
    return stream.getvalue()
