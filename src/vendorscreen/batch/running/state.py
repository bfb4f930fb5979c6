"""The folder of an unfinished run: what it is a run of, the parts that are done, and the list that came as a stream."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
import pyarrow as pa

from vendorscreen.batch.passing import decode_batch
from vendorscreen.batch.running.seal import unsealed
from vendorscreen.errors import UsageError
from vendorscreen.file.writing import UNFINISHED, delete, write_whole

__all__ = ["SPOOL", "RunState", "begin_empty", "held", "remove_state", "state_folder"]

Manifest = Mapping[str, str]
"""What the answers depend on, in words for people: digests of the list, the watchlists and the rules, and options."""

_MANIFEST = "run.json"
_PART = re.compile(r"part-(\d{7})\.arrow", re.ASCII)
SPOOL = "suppliers"
"""The list within the folder, where it came as a stream; until it is whole it has the name of an unfinished file."""

_EMPTY = {"list": "a stream that was not read to its end"}
"""The manifest while nothing is done that a later run could go on with."""


def state_folder(output: Path) -> Path:
    """Return the folder that holds an unfinished run, beside its output, or beside that to which a link leads."""
    output = Path(os.path.realpath(output)) if output.is_symlink() else output
    return output.with_name(f"{output.name}.unfinished")


def held(folder: Path) -> dict[str, str] | None:
    """Return the manifest of the unfinished run in a folder; ``None`` where a new one may begin.

    Raises:
        UsageError: what stands there is no folder of a run, or its manifest is damaged.
    """
    path = folder / _MANIFEST
    try:
        if not os.path.lexists(folder):
            return None
        if folder.is_symlink() or not folder.is_dir() or not path.is_file():
            raise UsageError(f"{folder}: this is no folder of an unfinished run; rename it or choose another output")
        before: dict[str, str] = msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except OSError as error:
        raise UsageError(f"{folder}: cannot be read: {error.strerror or error}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: damaged ({error}); remove {folder} to start again") from None
    return None if before == _EMPTY else before


def begin_empty(folder: Path) -> None:
    """Make the folder of a run of which nothing is done; one that a stopped reading left is made anew.

    Raises:
        OSError: it cannot be written.
    """
    remove_state(folder)
    _write_manifest(folder, _EMPTY)


def remove_state(folder: Path) -> None:
    """Remove what runs have written into their folder, and the folder if there is nothing else."""
    ours = [path for path in folder.iterdir() if _is_ours(path.name)] if folder.is_dir() else []
    for path in sorted(ours, key=lambda path: path.name == _MANIFEST):  # the last: till then it is the folder of a run
        delete(path)
    with suppress(OSError):
        folder.rmdir()


def _is_ours(name: str) -> bool:
    return name in (_MANIFEST, SPOOL) or name.startswith(UNFINISHED) or _PART.fullmatch(name) is not None


def _write_manifest(folder: Path, manifest: Manifest) -> None:
    content = msgspec.json.format(msgspec.json.encode(manifest))
    if folder.exists():
        write_whole(folder / _MANIFEST, content)
        return
    unfinished = folder.with_name(f"{UNFINISHED}{os.urandom(8).hex()}")
    try:
        unfinished.mkdir()
        write_whole(unfinished / _MANIFEST, content)
        unfinished.rename(folder)  # fails where another run was faster; without its manifest a folder is nobody's
    finally:
        delete(unfinished)


class RunState:
    """Parts of a run by number; each is there whole or not at all, and used only as it was written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.damaged = 0
        """Parts of an earlier run that are screened again."""
        self._found = {int(match[1]) for path in folder.iterdir() if (match := _PART.fullmatch(path.name))}

    @classmethod
    def begin(cls, folder: Path, manifest: Manifest, *, resume: bool) -> "RunState":
        """Return the state of a new run, or of one that is taken up again.

        Raises:
            UsageError: an unfinished run is there and was not asked for, or is one of other files or options; what
                stands there is no folder of a run; or it cannot be written.
        """
        before = held(folder)
        try:
            if before is None:
                _write_manifest(folder, manifest)
            else:
                _check(folder, before, manifest, resume)
            return cls(folder)
        except OSError as error:
            raise UsageError(f"{folder}: cannot be written: {error.strerror or error}") from None

    def is_done(self, number: int, rows: bytes) -> bool:
        """Return whether an earlier run did a part, as it was written, for the rows with this digest."""
        if number not in self._found:
            return False
        read = unsealed(self._content(number))
        done = read is not None and read[1] == rows
        self.damaged += not done
        return done

    def part(self, number: int) -> Path:
        """Return the place of a part."""
        return self.folder / f"part-{number:07}.arrow"

    def answers(self, number: int) -> pa.RecordBatch:
        """Return the answers of a part.

        Raises:
            UsageError: the part cannot be read, or is not as it was written.
        """
        read = unsealed(self._content(number))
        if read is None:
            raise UsageError(f"{self.part(number)}: damaged since it was written; go on with --resume")
        return decode_batch(read[0])

    def _content(self, number: int) -> bytes:
        path = self.part(number)
        try:
            return path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path}: cannot be read ({error}); remove it and go on with --resume") from None

    def remove(self) -> None:
        """Remove the folder: the run is finished."""
        remove_state(self.folder)


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
