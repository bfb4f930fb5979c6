"""Standard streams that are closed, full or left by their reader end in an answer or in one line, never in a finding."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")

ROOT = Path(__file__).parents[2]
CLEAN = ROOT / "examples/clean-supplier.tender.yaml"

Shell = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def shell(tmp_path: Path, home: Path) -> Shell:
    """Run a line of the shell in an empty folder; ``vs`` is the command."""

    def call(line: str) -> "subprocess.CompletedProcess[str]":
        (tmp_path / "t.csv").write_text("name,country\nAcme,GB\n")
        text = f'vs() {{ "{sys.executable}" -m vendorscreen "$@"; }}; {line}'
        environment = {**os.environ, "VENDORSCREEN_HOME": str(home), "NO_COLOR": "1"}
        return subprocess.run(
            ["bash", "-c", text],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env=environment,
            timeout=120,
            check=False,
        )

    return call


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("vs --help >/dev/full", 2),
        ("vs --version >&-", 2),
        ("vs check nope.yaml 2>/dev/full", 2),
        (f"vs check {CLEAN} --format summary <&- 2>&-", 3),
        (f"vs check {CLEAN} -o out.txt <&- >&- 2>&-", 3),
        ("vs convert - <&-", 2),
        ("vs batch t.csv -o out.csv --workers 1 <&- >&- 2>&-", 0),
    ],
)
def test_a_stream_that_cannot_be_used_gives_an_answer_or_bad_input(shell: Shell, line: str, code: int) -> None:
    done = shell(line)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize("words", ["--help", f"check {CLEAN}"])
def test_a_reader_that_went_away_is_no_finding(shell: Shell, words: str) -> None:
    done = shell(
        f"(sleep 0.1; vs {words}; echo $? >code) | true; sleep 0.1; while [ ! -s code ]; do sleep 0.1; done; cat code"
    )
    assert (done.stdout, done.stderr) == ("141\n", "")


def test_a_list_that_could_not_be_read_leaves_no_folder_behind(shell: Shell, tmp_path: Path) -> None:
    assert "there is no standard input" in shell("vs batch - -o out.csv <&-").stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.csv"]


def test_ctrl_c_ends_in_the_usual_code_without_a_traceback(home: Path) -> None:
    command = [sys.executable, "-m", "vendorscreen", "match"]
    environment = {**os.environ, "VENDORSCREEN_HOME": str(home)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("Acme\n")
        running.stdin.flush()
        assert running.stdout.readline() == "Acme\n"
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "words",
    ["check {}/t.yaml --format json -o {}/o", "convert {}/t.yaml"],
)
def test_a_path_that_is_no_utf_8_is_a_path_like_any_other(shell: Shell, words: str) -> None:
    done = shell(f'n=$(printf \'n\\377\'); mkdir "$n"; cp {CLEAN} "$n/t.yaml"; vs ' + words.replace("{}", '"$n"'))
    assert done.returncode in (0, 2, 3)
    assert "Traceback" not in done.stderr


def test_folders_and_lists_may_have_a_name_that_is_no_utf_8(shell: Shell) -> None:
    given = 'n=$(printf \'n\\377\'); mkdir "$n"; cp t.csv "$n/$n.csv"; cp -r '
    batch = f'{given}{ROOT}/rules/groups "$n/"; vs batch "$n/$n.csv" -o "$n/$n.out.csv" --rules "$n" --workers 1'
    done = shell(batch)
    assert (done.returncode, "Traceback" in done.stderr) == (
        2,
        False,
    )  # ours are read beside them: each id is there twice
    assert "is taken" in done.stderr or "used once" in done.stderr
    assert (
        shell('n=$(printf "m\\377"); cp t.csv "$n.csv"; vs batch "$n.csv" -o "$n.out.csv" --workers 1').returncode == 0
    )
