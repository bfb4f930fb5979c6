"""What is named must be there: a folder that is missing, empty or closed is told by every command, kept forms or not."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.rights import run_with_common_rights

TENDER = """
vendorscreen: 1
date: 2026-11-21
buyer: {name: Town, country: IE, level: local}
tender: {id: T1, title: Cameras}
suppliers: [{id: B1, name: Example Ltd, country: IE}]
"""

COMMANDS = {
    "check --watchlists": ("check", "tender.yaml", "--watchlists"),
    "check --rules": ("check", "tender.yaml", "--rules"),
    "batch --watchlists": ("batch", "list.csv", "-o", "out.csv", "--watchlists"),
    "batch --rules": ("batch", "list.csv", "-o", "out.csv", "--rules"),
    "watchlist show": ("watchlist", "show", "hikvision", "--watchlists"),
    "watchlist validate": ("watchlist", "validate"),
    "rules list": ("rules", "list"),
    "rules show": ("rules", "show", "eu-833-5k"),
    "rules test": ("rules", "test"),
    "rules validate": ("rules", "validate"),
}


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    (tmp_path / "tender.yaml").write_text(TENDER)
    (tmp_path / "list.csv").write_text("supplier name\nExample Ltd\n")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_is_not_there_is_refused(run: Run, inputs: Path, command: str) -> None:
    done = run(*COMMANDS[command], "own")

    assert (done.returncode, done.stdout) == (2, "")
    assert "own: is no folder of " in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("command", ["check --rules", "watchlist validate"])
def test_an_empty_name_is_not_the_current_folder(run: Run, inputs: Path, command: str) -> None:
    done = run(*COMMANDS[command], "")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "the name of a folder is empty; write . for the current one\n"


@pytest.mark.parametrize(
    ("command", "mode", "closed"),
    [
        ("check --watchlists", 0o000, "own/inner"),
        ("check --watchlists", 0o444, "own"),
        ("batch --watchlists", 0o000, "own"),
        ("check --rules", 0o000, "own/inner"),
        ("rules test", 0o111, "own"),
        ("watchlist validate", 0o444, "own/inner"),
    ],
)
def test_a_folder_that_cannot_be_read_is_refused(
    home: Path, inputs: Path, command: str, mode: int, closed: str
) -> None:
    (inputs / "own" / "inner").mkdir(parents=True)
    (inputs / "own" / "inner" / "a.yaml").write_text("id: a\n")
    (inputs / closed).chmod(mode)

    done = run_with_common_rights(*COMMANDS[command], "own", home=home, cwd=inputs)

    assert done.returncode == 2
    assert "cannot be read: Permission denied" in done.stderr
    assert "Traceback" not in done.stderr
