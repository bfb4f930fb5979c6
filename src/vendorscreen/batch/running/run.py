"""One run: read, screen in parts, put the parts together; what is done stays done if it stops half-way."""

from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from vendorscreen import __version__
from vendorscreen.batch.answers import PREFIX, result_schema
from vendorscreen.batch.reading import SupplierTable
from vendorscreen.batch.running.output import Output
from vendorscreen.batch.running.parts import PartScreening, Progress
from vendorscreen.batch.running.state import RunState, state_folder
from vendorscreen.batch.running.summary import Summary
from vendorscreen.batch.running.task import ScreeningTask
from vendorscreen.batch.writing import MOST_ROWS, is_workbook
from vendorscreen.errors import DocumentError, UsageError
from vendorscreen.file.content import file_digest, same_file

__all__ = ["Interrupted", "Run", "check_output"]


def check_output(output: Path, *inputs: Path) -> None:
    """Refuse a place where no result can stand, or where it would take the place of what is read.

    Raises:
        UsageError: the name ends in no format of results, or is that of a folder or of an input.
    """
    is_workbook(output)
    if output.is_dir():
        raise UsageError(f"{output}: this is a directory, name a file in it")
    if any(same_file(output, one) for one in inputs):
        raise UsageError(f"{output}: the result would overwrite the list itself")


class Interrupted(Exception):  # noqa: N818 - not an error: somebody wanted it
    """The run was stopped; ``folder`` holds what is done."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A supplier list to be screened.

    ``task`` opens what each of the ``workers`` screens with. ``sample`` is how many rows are screened, evenly spread;
    all where it is ``None``. ``only_matches`` leaves rows without a match out of the output.
    ``delimiter`` stands between the cells of delimited text, that of the list where it is ``None``.
    """

    path: Path
    table: SupplierTable
    output: Path
    task: ScreeningTask
    workers: int
    resume: bool = False
    sample: int | None = None
    only_matches: bool = False
    delimiter: str | None = None

    def manifest(self) -> dict[str, str]:
        """Return what the answers depend on, in words for people."""
        options = asdict(self.task.options)
        del options["columns"]  # told by those they lead to
        return {
            "vendorscreen": __version__,
            "read as": "; ".join(self.table.notes),
            "list": f"sha256 {self.table.digest}",
            "lists": ", ".join(self.task.origin.listed()),
            "watchlists": self.task.watchlists_digest,
            "rules": self.task.rules_digest,
            "columns": str(self.task.columns),
            **{name.replace("_", "-"): str(value) for name, value in options.items()},
            "sample": str(self.sample),
        }

    def screen(self, progress: Progress) -> Summary:
        """Screen the list, write the output, and return what was found.

        Raises:
            Interrupted: Ctrl-C was pressed; the run can be taken up again.
            UsageError: something cannot be read or written, the list changed meanwhile, or what stands in the place of
                the unfinished run is one of something else.
        """
        check_output(self.output, self.path)
        state = RunState.begin(state_folder(self.output), self.manifest(), resume=self.resume)
        try:
            screening = PartScreening(self.task, self.workers, state, progress)
            with closing(screening.screen(self.table, self.sample, self._most_rows)) as parts:
                summary = self._assembled(state, parts)
        except KeyboardInterrupt:
            raise Interrupted(state.folder) from None
        except UsageError:
            self._refuse_changed(state)  # what went wrong may come of it
            raise
        state.remove()
        return summary

    @property
    def _most_rows(self) -> int | None:
        """Rows that the output can hold, where that is known before they are screened."""
        return MOST_ROWS if is_workbook(self.output) and not self.only_matches else None

    def _refuse_changed(self, state: RunState) -> None:
        """Refuse a list that is not the one of which columns and rows were read, and what was done with it.

        Raises:
            UsageError: it changed.
        """
        try:
            unchanged = file_digest(self.path) == self.table.digest
        except DocumentError:
            unchanged = False
        if not unchanged:
            state.remove()
            raise UsageError(f"{self.path}: the list changed while it was read; nothing is kept, start again")

    def _assembled(self, state: RunState, parts: Iterable[int]) -> Summary:
        """Write the output from the parts, each once it is there."""
        summary = Summary(origin=self.task.origin, columns=self.task.columns)
        schema = result_schema(self.table.schema, self.task.origin.metadata())
        delimiter = self.delimiter or self.table.delimiter
        with Output(self.output, state.folder, schema, delimiter, marked=self.table.marked) as output:
            for number in parts:
                answers = state.answers(number)
                summary.add(answers)
                output.write(self._wanted(answers))
            output.tell(summary)
            self._refuse_changed(state)
        summary.damaged = state.damaged
        return summary

    def _wanted(self, answers: pa.RecordBatch) -> pa.RecordBatch:
        return answers.filter(answers.column(f"{PREFIX}vendor").is_valid()) if self.only_matches else answers
