"""The folder of an unfinished run: what it is a run of, and the parts that are done."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pyarrow as pa

from vendorscreen.batch.passing import decode_batch
from vendorscreen.errors import UsageError
from vendorscreen.file.writing import write_whole

__all__ = ["RunState", "state_folder"]

Manifest = Mapping[str, str]
"""What the answers depend on, in words for people: digests of the list, the watchlists and the rules, and options."""

_MANIFEST = "run.json"
_PART = re.compile(r"part-(\d{7})\.arrow", re.ASCII)


def state_folder(output: Path) -> Path:
    """Return the folder that holds an unfinished run, beside its output, or beside that to which a link leads."""
    output = Path(os.path.realpath(output)) if output.is_symlink() else output
    return output.with_name(f"{output.name}.unfinished")


class RunState:
    """Parts of a run by number; each is there whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._done = {int(match[1]) for path in folder.iterdir() if (match := _PART.fullmatch(path.name))}

    @classmethod
    def begin(cls, folder: Path, manifest: Manifest, *, resume: bool) -> "RunState":
        """Return the state of a new run, or of one that is taken up again.

        Raises:
            UsageError: an unfinished run is there and was not asked for, or is one of other files or options; or the
                folder cannot be written.
        """
        path = folder / _MANIFEST
        try:
            if path.exists():
                before: dict[str, str] = msgspec.json.decode(path.read_bytes(), type=dict[str, str])
                _check(folder, before, manifest, resume)
            else:
                folder.mkdir(exist_ok=True)
                write_whole(path, msgspec.json.format(msgspec.json.encode(manifest)))
            return cls(folder)
        except OSError as error:
            raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from None
        except msgspec.DecodeError as error:
            raise UsageError(f"{path}: damaged ({error}); remove {folder} to start again") from None

    def is_done(self, number: int) -> bool:
        """Return whether a part was done when the run was taken up."""
        return number in self._done

    def part(self, number: int) -> Path:
        """Return the place of a part."""
        return self.folder / f"part-{number:07}.arrow"

    def answers(self, number: int) -> pa.RecordBatch:
        """Return the answers of a part.

        Raises:
            UsageError: the part cannot be read.
        """
        path = self.part(number)
        try:
            return decode_batch(path.read_bytes())
        except (OSError, pa.ArrowException) as error:
            raise UsageError(f"{path}: cannot be read ({error}); remove it and go on with --resume") from None

    def remove(self) -> None:
        """Remove the folder: the run is finished."""
        shutil.rmtree(self.folder)


def _check(folder: Path, before: Manifest, now: Manifest, resume: bool) -> None:
    changed = [
        f"  {name}: {before.get(name, 'none')}, now {now.get(name, 'none')}"
        for name in dict.fromkeys([*before, *now])
        if before.get(name) != now.get(name)
    ]
    if changed:
        raise UsageError(
            f"{folder} holds an unfinished run of something else, which cannot be mixed with this one:\n"
            + "\n".join(changed)
            + f"\nremove the folder to start again: {folder}"
        )
    if not resume:
        raise UsageError(f"{folder} holds an unfinished run of this: go on with --resume, or remove it to start again")
