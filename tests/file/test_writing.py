"""Files and folders in their place whole or not at all."""

import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from vendorscreen.file.writing import UNFINISHED, delete_unfinished, whole_file, whole_folder, write_whole


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond 100 bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_in_place_only_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_bytes(b"before")
    with whole_file(path) as file:
        file.write(b"after" * 100_000)
        during = path.read_bytes()

    assert (during, path.read_bytes()) == (b"before", b"after" * 100_000)
    assert [one.name for one in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_a_writer_that_fails_leaves_the_file_before_and_nothing_else(error: type[BaseException], tmp_path) -> None:
    write_whole(tmp_path / "report", b"before")

    def fail() -> None:
        with whole_file(tmp_path / "report") as file:
            file.write(b"after")
            raise error

    with pytest.raises(error):
        fail()
    assert (tmp_path / "report").read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["report"]


def test_a_full_disk_leaves_the_file_before_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "report", b"before")
    with full_disk(), pytest.raises(OSError, match="File too large"):
        write_whole(tmp_path / "report", b"a" * 1000)

    assert (tmp_path / "report").read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_permissions_of_any_new_file(mask: int, expected: int, tmp_path: Path) -> None:
    with umask(mask):
        write_whole(tmp_path / "report", b"")

    assert expected == mode(tmp_path / "report")


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    write_whole(tmp_path / "report", b"before")
    (tmp_path / "report").chmod(0o640)
    write_whole(tmp_path / "report", b"after")

    assert mode(tmp_path / "report") == 0o640


def test_a_link_stays_and_leads_to_the_new_file(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    link, target = tmp_path / "link", tmp_path / "far" / "report"
    link.symlink_to(target)
    for content in (b"new", b"newer"):
        write_whole(link, content)

        assert (True, content) == (link.is_symlink(), target.read_bytes())


def test_a_pipe_is_written_and_never_replaced(tmp_path: Path) -> None:
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"report")
    reader.join()

    assert (read, pipe.is_fifo()) == ([b"report"], True)


WRITE = "import sys; from pathlib import Path; from vendorscreen.file.writing import write_whole; write_whole(Path(sys.argv[1]), b'report')"


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/dev/../dev/stdout"])
def test_an_open_stream_is_written_where_it_leads(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITE, name]
    piped = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    appended = tmp_path / "appended"
    appended.write_bytes(b"before ")
    with appended.open("ab") as stream:
        subprocess.run(command, check=True, stdout=stream)

    assert (piped, appended.read_bytes()) == (b"report", b"before report")


def test_a_stream_that_is_not_open_cannot_be_written() -> None:
    with pytest.raises(OSError, match="Bad file descriptor"):
        write_whole(Path("/dev/fd/999999999"), b"report")


def test_a_link_to_a_pipe_is_written_as_the_pipe(tmp_path: Path) -> None:
    pipe, link, read = tmp_path / "pipe", tmp_path / "link", []
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(link, b"report")
    reader.join()

    assert (read, pipe.is_fifo(), link.is_symlink()) == ([b"report"], True, True)


def test_links_that_lead_in_a_circle_are_no_place_for_a_file(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(OSError, match="Too many levels of symbolic links"):
        write_whole(link, b"report")

    assert [path.name for path in tmp_path.iterdir()] == ["link"]


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"report")


def test_a_file_may_be_written_in_another_folder_first(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    with whole_file(tmp_path / "report", unfinished_in=tmp_path / "run"):
        during = [path.parent.name for path in tmp_path.rglob(f"{UNFINISHED}*")]

    assert during == ["run"]


def test_a_folder_is_in_place_only_at_the_end_and_replaces_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "a" / "edition"
    for name in ("first", "second"):
        with whole_folder(place) as folder:
            (folder / "files").mkdir()
            (folder / "files" / name).write_bytes(b"content")

    assert [path.name for path in (place / "files").iterdir()] == ["second"]
    assert [path.name for path in place.parent.iterdir()] == ["edition"]


def test_a_folder_that_cannot_be_filled_leaves_the_one_before_and_nothing_else(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "edition") as folder:
        (folder / "first").touch()

    def fail() -> None:
        with whole_folder(tmp_path / "edition") as folder:
            (folder / "second").touch()
            raise ValueError("half-way")

    with pytest.raises(ValueError, match="half-way"):
        fail()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["edition", "first"]


def test_of_two_writers_of_one_folder_the_last_is_in_place(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "edition") as first:
        (first / "first").touch()
        with whole_folder(tmp_path / "edition") as second:
            (second / "second").touch()

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["edition", "first"]


KILLED = """
import os, signal, sys
from pathlib import Path
from vendorscreen.file.writing import whole_file, whole_folder
with whole_folder(Path(sys.argv[1]) / "edition") as folder, whole_file(Path(sys.argv[1]) / "report") as file:
    (folder / "files").mkdir()
    file.write(b"a" * 100_000)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_writer_left_is_deleted_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "other", b"")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    left = len(list(tmp_path.iterdir()))
    delete_unfinished(tmp_path)

    assert (done.returncode, left) == (-signal.SIGKILL, 3)
    assert [path.name for path in tmp_path.iterdir()] == ["other"]
