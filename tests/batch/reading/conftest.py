"""A list written as a file and read again."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from vendorscreen.batch.reading import SupplierTable, open_table

Opened = Callable[..., SupplierTable]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Write content to a file and open it as a list."""

    def write(content: bytes | str, given: Mapping[str, str] | None = None) -> SupplierTable:
        path = tmp_path / "suppliers"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return open_table(path, given)

    return write


def rows_of(table: SupplierTable) -> list[dict[str, object]]:
    """Return all rows of a list, without the added columns that say nothing."""
    return [
        {
            name.removeprefix("screening_"): value
            for name, value in row.items()
            if value is not None or not name.startswith("screening_")
        }
        for chunk in table.chunks()
        for row in chunk.batch.to_pylist()
    ]
