"""``vendorscreen batch`` as a user runs it: as a process that can be stopped, killed and taken up again."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml

from tests.cli.conftest import Run
from vendorscreen.screening import shipped_folder

LIST = "Lieferant;Land;Umsatz\nHangzhou Hikvision Digital Technology Co., Ltd;China;=1+1\nSiemens AG;DE;7\n;DE;1\n"
MANY = 8 * 8192
PATIENCE = 120.0
"""Seconds until a process that should have done something is held to hang."""


@pytest.fixture
def suppliers(tmp_path: Path) -> Path:
    path = tmp_path / "suppliers.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.csv"
    path.write_text(
        "name\n" + "".join(f"Unheard of {number % 2000} Works\n" for number in range(MANY)), encoding="utf-8"
    )
    return path


def _begun(folder: Path, *arguments: str, parts: int = 1) -> "subprocess.Popen[str]":
    """Return a running command that has done some parts."""
    command = [str(Path(sys.executable).parent / "vendorscreen"), "batch", *arguments]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    for _ in _until(PATIENCE):
        if len(list(folder.glob("*.unfinished/part-*.arrow"))) >= parts:
            return process
        assert process.poll() is None, process.communicate()[1]
    raise AssertionError("nothing was done")


def _until(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.005)


def _children(process: "subprocess.Popen[str]") -> list[int]:
    """Return the processes below a process: the server of workers, and the workers below it."""
    found, queue = [], [process.pid]
    for pid in queue:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        queue += map(int, listed)
        found += map(int, listed)
    return found


def _is_whole(result: Path) -> bool:
    """Return whether the result holds every row exactly once, in order."""
    return bool(pq.read_table(result).column("screening_row").to_pylist() == list(range(2, MANY + 2)))


def test_a_list_is_screened_and_told_about(run: Run, suppliers: Path, tmp_path: Path) -> None:
    done = run("batch", suppliers, "-o", "out.jsonl", "--buyer-country", "DE", "--summary", "summary.json")

    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    summary = json.loads((tmp_path / "summary.json").read_text())
    assert done.returncode == 0, done.stderr
    assert [row["screening_status"] for row in rows] == ["screened", "screened", "skipped"]
    assert rows[0]["screening_vendor"] == "hikvision"
    assert "columns: name from 'Lieferant', country from 'Land'" in done.stderr
    assert "delimiter: semicolon" in done.stderr
    assert "3 rows, 1 with a match" in done.stderr
    assert "skipped, no name: 1 (row 4)" in done.stderr
    assert (summary["rows"], summary["matched"], summary["certainties"]) == (3, 1, {"strong": 1})
    assert summary["top_vendors"][0]["vendor"] == "hikvision"
    assert done.stdout == ""


@pytest.fixture
def own_rules(tmp_path: Path) -> Path:
    """Write a rule of the user's own that needs a list which is not installed."""
    shipped = yaml.safe_load((shipped_folder("rules") / "european-union" / "eu-asset-freeze.yaml").read_text())
    folder = tmp_path / "rules"
    folder.mkdir()
    own = {**shipped, "id": "own-freeze", "title": "Own freeze", "lists": ["un-sc"]}
    (folder / "own-freeze.yaml").write_text(json.dumps(own, default=str))
    return folder


def test_lists_not_screened_are_named_once_and_everywhere(
    run: Run, suppliers: Path, own_rules: Path, tmp_path: Path
) -> None:
    options = ("--buyer-country", "DE", "--rules", own_rules, "--summary", "summary.json")

    done = run("batch", suppliers, "-o", "out.parquet", *options)

    assert done.returncode == 0, done.stderr
    summary = json.loads((tmp_path / "summary.json").read_text())
    result = pq.read_table(tmp_path / "out.parquet")
    told = json.loads(result.schema.metadata[b"vendorscreen.not_screened"])
    assert [(one["list"], one["possible"]) for one in told] == [("eu-fsf", "prohibits"), ("un-sc", "prohibits")]
    assert summary["not_screened"] == told
    assert [done.stderr.count(f"open for every supplier, up to prohibits: {one['message']}") for one in told] == [1, 1]
    assert result.column("screening_possible").to_pylist()[1:] == ["no_finding", None]


def test_a_buyer_no_rule_binds_needs_no_list(run: Run, suppliers: Path, tmp_path: Path) -> None:
    done = run("batch", suppliers, "-o", "out.parquet", "--buyer-country", "CH", "--summary", "summary.json")

    assert "open for every supplier" not in done.stderr
    assert json.loads((tmp_path / "summary.json").read_text())["not_screened"] == []


def test_stdin_is_read(run: Run, tmp_path: Path) -> None:
    done = run("batch", "-", "-o", "out.csv", stdin=LIST)

    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv"]
    assert "'=1+1" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_what_cannot_be_read_from_stdin_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    done = run("batch", "-", "-o", "out.csv", stdin="x,y\n1,2\n")

    assert done.returncode == 2
    assert "no column looks like the name of a supplier" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_column_can_be_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("LIFNAM,X\nHuawei,1\n")

    done = run("batch", "list.csv", "-o", "out.csv", "--column", "name=LIFNAM")

    assert done.returncode == 0, done.stderr
    assert "name from 'LIFNAM'" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "out.txt"), "out.txt: no format of results"),
        (("-o", "out.csv", "--column", "LIFNAM"), "--column: write what it holds and its name"),
        (("-o", "out.csv", "--column", "nmae=X"), "did you mean 'name'?"),
        (("-o", "out.csv", "--buyer-country", "Narnia"), "--buyer-country: no country is called 'Narnia'"),
        (("-o", "out.csv", "--as-of", "2026"), "--as-of: '2026' is not a full date"),
        (("-o", "out.csv", "--at-least", "0.3"), "the lowest similarity lies between 0.5 and 1"),
        (("-o", "nowhere/out.csv"), "nowhere/out.csv.unfinished: cannot be written"),
        (("-o", "out.csv", "--edition", "un-sc=2020-01-01"), "no edition '2020-01-01' is installed"),
    ],
)
def test_what_cannot_be_used_ends_in_one_message(
    arguments: tuple[str, ...], message: str, run: Run, suppliers: Path
) -> None:
    done = run("batch", suppliers, *arguments)

    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_list_ends_in_one_message(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"\x00\xff" * 1000)

    done = run("batch", "list.csv", "-o", "out.csv")

    assert done.returncode == 2
    assert "list.csv: no column looks like the name of a supplier" in done.stderr
    assert not (tmp_path / "out.csv.unfinished").exists()


def test_hostile_cells_reach_no_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name,\x1b[31mred\nA,1\n,2\n\x1b]0;title\x07,3\n")

    done = run("batch", "list.csv", "-o", "out.csv", "--column", "country=\x1b[31mred")

    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_says_how_to_go_on_and_does(sent: signal.Signals, run: Run, many: Path, tmp_path: Path) -> None:
    process = _begun(tmp_path, "many.csv", "-o", "out.parquet", "--workers", "1")
    process.send_signal(sent)
    _, told = process.communicate(timeout=PATIENCE)

    command = shlex.split(told.splitlines()[-1])
    done = run(*command[1:])

    assert process.returncode == 130
    assert command[:2] == ["vendorscreen", "batch"]
    assert re.search(r"--as-of \d{4}-\d\d-\d\d --resume$", told.strip())
    assert done.returncode == 0, done.stderr
    assert _is_whole(tmp_path / "out.parquet")


def test_a_killed_run_is_taken_up_again_with_every_row_once(run: Run, many: Path, tmp_path: Path) -> None:
    process = _begun(tmp_path, "many.csv", "-o", "out.parquet", "--as-of", "2026-01-15", "--workers", "1")
    process.kill()
    process.communicate()
    before = Counter(path.name for path in tmp_path.glob("*.unfinished/part-*.arrow"))

    done = run("batch", "many.csv", "-o", "out.parquet", "--as-of", "2026-01-15", "--resume")

    assert 0 < len(before) < 8
    assert done.returncode == 0, done.stderr
    assert _is_whole(tmp_path / "out.parquet")


def test_a_run_whose_workers_are_killed_finishes_with_every_row_once(many: Path, tmp_path: Path) -> None:
    process = _begun(tmp_path, "many.csv", "-o", "out.parquet", "--workers", "2")
    _, *workers = [pid for pid in _children(process) if "resource_tracker" not in _command(pid)]
    os.kill(workers[-1], signal.SIGKILL)
    _, told = process.communicate(timeout=PATIENCE)

    assert process.returncode == 0, told
    assert _is_whole(tmp_path / "out.parquet")


def _command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode()


def test_a_run_is_not_taken_up_again_on_another_day(run: Run, many: Path, tmp_path: Path) -> None:
    process = _begun(tmp_path, "many.csv", "-o", "out.parquet", "--as-of", "2026-01-15", "--workers", "1")
    process.kill()
    process.communicate()

    done = run("batch", "many.csv", "-o", "out.parquet", "--as-of", "2026-01-16", "--resume")

    assert done.returncode == 2
    assert "as-of: 2026-01-15, now 2026-01-16" in done.stderr


@pytest.mark.parametrize("how", ["fifo", "stdin"])
def test_a_list_that_can_be_read_but_once_is_read_once(how: str, tmp_path: Path, home: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    source = str(fifo) if how == "fifo" else "/dev/stdin"
    process = _started(home, tmp_path, source, "-o", "out.csv")
    if how == "fifo":
        fifo.write_text(LIST)
    _, told = process.communicate(LIST.encode() if how == "stdin" else None, timeout=PATIENCE)

    assert process.returncode == 0, told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fifo", "out.csv"]


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_a_stream_that_was_cut_is_never_screened(sent: signal.Signals, run: Run, tmp_path: Path, home: Path) -> None:
    process = _started(home, tmp_path, "-", "-o", "out.csv")
    process.stdin.write(LIST.encode() * 10_000)  # type: ignore[union-attr]
    process.stdin.flush()  # type: ignore[union-attr]
    process.send_signal(sent)
    process.communicate(timeout=PATIENCE)

    assert not list(tmp_path.glob("*.unfinished/suppliers"))
    for cut in tmp_path.glob("*.unfinished/.unfinished-*"):
        assert "a file that was not written to its end" in run("batch", cut, "-o", "other.csv").stderr
    done = run("batch", "-", "-o", "out.csv", stdin=LIST)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_no_standard_input_is_told(tmp_path: Path, home: Path) -> None:
    command = [str(Path(sys.executable).parent / "vendorscreen"), "batch", "-", "-o", "out.csv"]
    shell = shlex.join(command) + " <&-"
    done = subprocess.run(["sh", "-c", shell], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (2, "<stdin>: there is no standard input\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("link", ["itself", "hard", "symbolic"])
def test_a_summary_never_overwrites_the_list(link: str, run: Run, suppliers: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.json"
    if link == "hard":
        summary.hardlink_to(suppliers)
    elif link == "symbolic":
        summary.symlink_to(suppliers)
    before = suppliers.read_bytes()

    done = run("batch", suppliers, "-o", "out.csv", "--summary", suppliers if link == "itself" else summary)

    assert done.returncode == 2
    assert "this would overwrite what is read, name another file" in done.stderr
    assert suppliers.read_bytes() == before


def test_notes_are_told_up_to_a_bound(run: Run, tmp_path: Path) -> None:
    headers = [f"Lieferant {'x' * number}" for number in range(400)]
    (tmp_path / "list.csv").write_text(",".join(["name", *headers]) + "\n" + ",".join(["A", *["7"] * 400]) + "\n")

    done = run("batch", "list.csv", "-o", "out.csv")

    assert len(done.stderr) < 30_000


def _started(home: Path, folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [str(Path(sys.executable).parent / "vendorscreen"), "batch", *arguments]
    env = {**os.environ, "VENDORSCREEN_HOME": str(home)}
    return subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
