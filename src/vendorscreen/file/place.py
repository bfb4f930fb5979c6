"""Where values stand: a path of keys and positions in a document, and lines and columns in its text."""

__all__ = ["MAXIMUM_DEPTH", "Path", "Places", "field"]

MAXIMUM_DEPTH = 64
"""Deepest nesting of lists and mappings that is read."""

Path = tuple[str | int, ...]
"""Keys and list positions from the root of a document to a value."""


def field(path: Path) -> str:
    """Return a path as people write it: ``tender.items[0].id``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


class Places:
    """Line and column, from 1, of each value and of each key of a document."""

    def __init__(self) -> None:
        self.values: dict[Path, tuple[int, int]] = {}
        self.keys: dict[Path, tuple[int, int]] = {}

    def of(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Return the place of a value (or its key); of the nearest value around it where it stands nowhere."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))
