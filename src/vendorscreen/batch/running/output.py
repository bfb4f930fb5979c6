"""The output of a run, written while rows are still being screened, and in its place only once it is whole."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa

from vendorscreen.batch.running.overview import overview
from vendorscreen.batch.running.summary import Summary
from vendorscreen.batch.writing import WorkbookWriter, writer_for
from vendorscreen.errors import UsageError
from vendorscreen.file.writing import whole_file

__all__ = ["Output"]


class Output:
    """Writes answers to a file in ``folder`` that takes the place of ``path`` at the end of a with without an error.

    Raises:
        UsageError: the file cannot be written: the disk is full, the folder is gone.
    """

    def __init__(
        self, path: Path, folder: Path, schema: pa.Schema, delimiter: str = ",", *, marked: bool = False
    ) -> None:
        self._path = path
        with self._writing(), ExitStack() as opened:
            file = opened.enter_context(whole_file(path, unfinished_in=folder))
            self._writer = writer_for(path, file, schema, delimiter, marked=marked)
            opened.push(self._writer)
            self._opened = opened.pop_all()

    def write(self, answers: pa.RecordBatch) -> None:
        """Write the next answers."""
        with self._writing():
            self._writer.write(answers)

    def tell(self, summary: Summary) -> None:
        """Sum up the answers written, where the format has a place for it."""
        if isinstance(self._writer, WorkbookWriter):
            self._writer.tell(overview(summary))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # an error on its way is not hidden by one that closing brings
        with self._writing() if kind is None else suppress(OSError):
            self._opened.__exit__(kind, error, trace)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise UsageError(
                f"{self._path}: cannot be written: {error.strerror or error}; go on with --resume"
            ) from None
        except pa.ArrowException as error:
            raise UsageError(f"{self._path}: this format cannot hold a column of the list ({error})") from None
