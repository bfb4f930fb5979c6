"""Files that a command writes are never those that it reads."""

from collections.abc import Iterable
from pathlib import Path

from vendorscreen.errors import UsageError
from vendorscreen.file.content import same_file

__all__ = ["refuse_overwriting"]


def refuse_overwriting(output: Path, read: Iterable[Path], option: str) -> None:
    """Refuse an output that leads to a file that is read, by whatever links, or to one in a folder that is read.

    A terminal or pipe may be both.

    Raises:
        UsageError: it does.
    """
    if output.exists() and not output.is_file():
        return
    for one in read:
        if same_file(output, one) or (one.is_dir() and any(same_file(output, file) for file in one.rglob("*"))):
            raise UsageError(f"{option}: {output}: this would overwrite what is read, name another file")
