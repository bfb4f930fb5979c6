"""How far long work has come: on stderr, where that is a terminal and stdout is not."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vendorscreen.showing import shown

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["shown_downloads", "shown_progress"]


@contextmanager
def shown_progress(files: Iterable[str]) -> Iterator[Callable[[int], None]]:
    """Give a function to be called with the number of bytes of each step through the files."""
    if sys.stdout.isatty() or not sys.stderr.isatty():
        yield lambda _: None
        return
    # os.path and not Path: its answers do not fail where a folder on the way cannot be searched
    sizes = [os.path.getsize(name) for name in files if os.path.isfile(name)]  # noqa: PTH113, PTH202
    with _bar() as bar:
        task = bar.add_task("Reading", total=sum(sizes) or None)
        yield lambda count: bar.advance(task, count)


@contextmanager
def shown_downloads() -> Iterator[Callable[[str, int, int | None], None]]:
    """Give a function to be called with the address of a download, the bytes so far, and the bytes in all if known."""
    if not sys.stderr.isatty():
        yield lambda _address, _done, _total: None
        return
    with _bar() as bar:
        tasks: dict[str, TaskID] = {}

        def advance(address: str, done: int, total: int | None) -> None:
            if address not in tasks:
                name = address.partition("?")[0].rpartition("/")[2] or address
                tasks[address] = bar.add_task(shown(name).replace("[", r"\["))
            bar.update(tasks[address], completed=done, total=total)

        yield advance


def _bar() -> "Progress":
    # most calls show no bar, and start sooner without what draws it
    from rich.console import Console
    from rich.progress import Progress

    return Progress(console=Console(stderr=True), transient=True)
