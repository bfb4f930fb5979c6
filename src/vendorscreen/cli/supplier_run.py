"""One run of ``vendorscreen batch``: tells what it reads, how far it is, and what it found; can be stopped."""

import shlex
import signal
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from vendorscreen.batch import ScreenerSource, ScreeningOptions
from vendorscreen.batch.reading import open_table
from vendorscreen.batch.running import (
    Interrupted,
    Progress,
    Run,
    ScreeningTask,
    Summary,
    check_output,
    held,
    remove_state,
    spooled,
    state_folder,
)
from vendorscreen.cli.exit import Exit
from vendorscreen.cli.overwriting import refuse_overwriting
from vendorscreen.cli.terminal import complain, write
from vendorscreen.errors import UsageError
from vendorscreen.file.content import opened
from vendorscreen.file.encoding import Encoding
from vendorscreen.file.ending import by_ending
from vendorscreen.file.writing import UNFINISHED
from vendorscreen.showing import first_few

__all__ = ["SupplierRun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierRun:
    """What the command was asked for."""

    suppliers: str
    output: Path
    sheet: str | None
    delimiter: str | None
    encoding: Encoding | None
    options: ScreeningOptions
    source: ScreenerSource
    workers: int
    resume: bool
    sample: int | None
    only_matches: bool
    summary: Path | None

    def execute(self) -> Exit:
        """Screen the list and return how it went.

        Raises:
            VendorscreenError: something cannot be read, used or written.
        """
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # being told to end is being interrupted
        self._check_places()
        try:
            with self._input() as path:
                run = self._prepared(path)
        except KeyboardInterrupt:
            complain("stopped before anything was screened; nothing is kept")
            return Exit.STOPPED
        try:
            with _shown() as progress:
                summary = run.screen(progress)
        except Interrupted as stopped:
            complain(f"stopped; what is done stays in {stopped.folder}. To go on:\n  {self._command(path)}")
            return Exit.STOPPED
        if self.summary is not None:
            write(summary.to_json(run.manifest()).decode(), self.summary)
        complain("\n".join(_told(summary, self.output)))
        return Exit.OPEN if summary.statuses["failed"] else Exit.DONE

    def _check_places(self) -> None:
        """Refuse, before anything is read, places where nothing can be written, or where what is read would be lost."""
        files = [Path(self.suppliers)] if self.suppliers != "-" else []
        read = [*files, *self.source.rules, *self.source.watchlists]
        try:
            check_output(self.output, *files)
            held(state_folder(self.output))
            refuse_overwriting(self.output, read, "-o")
            if self.summary is not None:
                refuse_overwriting(self.summary, [*read, self.output], "--summary")
                by_ending(self.summary, {"": None, ".json": None})
                if self.summary.is_dir() or not self.summary.parent.is_dir():
                    raise UsageError(f"--summary: {self.summary}: name a file in a folder that is there")
        except OSError as error:
            raise UsageError(f"{error.filename}: cannot be written: {error.strerror}") from None

    @contextmanager
    def _input(self) -> Iterator[Path]:
        """Give the file that the list is read from: a stream is copied first, and the copy goes if an error comes."""
        path = Path(self.suppliers)
        if path.name.startswith(UNFINISHED):
            raise UsageError(f"{path}: a file that was not written to its end")
        if self.suppliers != "-" and not _is_stream(path):
            yield path
            return
        folder = state_folder(self.output)
        with _stream(self.suppliers) as stream:
            path = spooled(stream, self.suppliers, folder)
        try:
            yield path
        except BaseException:
            remove_state(folder)  # there is nothing to go on with
            raise

    def _prepared(self, path: Path) -> Run:
        table = open_table(path, self.options.columns, sheet=self.sheet, encoding=self.encoding)
        for note in first_few([*table.notes, f"columns: {table.columns}", *table.columns.notes]):
            complain(f"{self.suppliers}: {note}")
        task = ScreeningTask.of(self.source, self.options, table.columns)
        for one in first_few([*map(str, task.origin.not_screened), *map(str, task.origin.warnings)]):
            complain(one)
        return Run(
            path=path,
            table=table,
            output=self.output,
            task=task,
            workers=self.workers,
            resume=self.resume,
            sample=self.sample,
            only_matches=self.only_matches,
            delimiter=self.delimiter,
        )

    def _command(self, path: Path) -> str:
        """Return the command that goes on with this run, on any later day."""
        words = [str(path) if word == self.suppliers else word for word in sys.argv[1:]]
        words += [] if any(word.startswith("--as-of") for word in words) else ["--as-of", str(self.options.as_of)]
        words += [] if "--resume" in words else ["--resume"]
        return shlex.join([Path(sys.argv[0]).name, *words])


def _is_stream(path: Path) -> bool:
    """Return whether what stands there can be read but once: a pipe, ``/dev/stdin``, a device."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _stream(suppliers: str) -> AbstractContextManager[BinaryIO]:
    if suppliers != "-":
        return opened(Path(suppliers))
    return nullcontext(sys.stdin.buffer)


@contextmanager
def _shown() -> Iterator[Progress]:
    """Give a function that is told how far the run is, and shows it where stderr is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _rows, _share, _earlier: None
        return
    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task, begun, done, now = bar.add_task("starting", total=1.0), time.monotonic(), 0, 0

        def advance(rows: int, share: float, earlier: bool) -> None:
            nonlocal done, now
            done, now = done + rows, now + (0 if earlier else rows)
            rate = now / max(time.monotonic() - begun, 0.001)
            bar.update(task, completed=share, description=f"{done:,} rows, {rate:,.0f} a second")

        yield advance


def _told(summary: Summary, output: Path) -> Iterator[str]:
    yield f"{output}: {summary.rows:,} rows, {summary.matched:,} with a match"
    if summary.damaged:
        yield f"  parts of the earlier run that were damaged and were screened again: {summary.damaged:,}"
    for kind, counter in (("certainty", summary.certainties), ("established", summary.effects)):
        counts = ", ".join(f"{word.replace('_', ' ')} {count:,}" for word, count in sorted(counter.items()))
        yield f"  {kind}: {counts or 'none'}"
    for _, name, rows in summary.top_vendors()[:10]:
        yield f"  {rows:,} x {name}"
    if summary.repeated.count:
        yield f"  same supplier as in an earlier row: {summary.repeated.told}"
    for status, kinds in summary.reasons.items():
        for reason, told in sorted(kinds.items(), key=lambda item: (-item[1].count, item[0]))[:10]:
            yield f"  {status}, {reason}: {told.told}"
