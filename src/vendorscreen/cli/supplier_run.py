"""One run of ``vendorscreen batch``: tells what it reads, how far it is, and what it found; can be stopped."""

import shlex
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from vendorscreen.batch import ScreenerSource, ScreeningOptions
from vendorscreen.batch.reading import SupplierTable, open_table
from vendorscreen.batch.running import Interrupted, Progress, Run, ScreeningTask, Summary, state_folder
from vendorscreen.cli.exit import Exit
from vendorscreen.cli.terminal import complain, write
from vendorscreen.errors import DocumentError, UsageError
from vendorscreen.file.encoding import Encoding

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
        path = _spooled(self.output) if self.suppliers == "-" else Path(self.suppliers)
        table = self._opened(path)
        for note in (*table.notes, f"columns: {table.columns}", *table.columns.notes):
            complain(f"{self.suppliers}: {note}")
        run = Run(
            path=path,
            table=table,
            output=self.output,
            task=ScreeningTask.of(self.source, self.options, table.columns),
            workers=self.workers,
            resume=self.resume or self.suppliers == "-",
            sample=self.sample,
            only_matches=self.only_matches,
            delimiter=self.delimiter,
        )
        for one in (*run.task.origin.not_screened, *run.task.origin.warnings):
            complain(str(one))
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

    def _opened(self, path: Path) -> SupplierTable:
        try:
            return open_table(path, self.options.columns, sheet=self.sheet, encoding=self.encoding)
        except UsageError:
            if self.suppliers == "-":
                shutil.rmtree(path.parent)  # nothing to go on with
            raise

    def _command(self, path: Path) -> str:
        """Return the command that goes on with this run, on any later day."""
        words = [str(path) if word == "-" else word for word in sys.argv[1:]]
        words += [] if any(word.startswith("--as-of") for word in words) else ["--as-of", str(self.options.as_of)]
        words += [] if "--resume" in words else ["--resume"]
        return shlex.join([Path(sys.argv[0]).name, *words])


def _spooled(output: Path) -> Path:
    """Return the file that stdin was written to; it belongs to the run, and goes when it is finished."""
    folder = state_folder(output)
    path = folder / "suppliers"
    if folder.exists():
        raise UsageError(f"{folder} holds an unfinished run: go on with '{path}' and --resume, or remove it")
    try:
        folder.mkdir()
        with path.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror or error}") from None
    except DocumentError:
        shutil.rmtree(folder)  # nothing to go on with
        raise
    return path


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
