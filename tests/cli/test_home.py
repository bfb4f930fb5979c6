"""A home that cannot be read is told by every command, never taken for an empty one; one that cannot be written serves."""

from pathlib import Path

import pytest

from tests.cli.test_folders import TENDER
from tests.lists.store.stores import NAMES, csl_bytes, install
from tests.rights import run_with_common_rights

COMMANDS = {
    "check": ("check", "tender.yaml"),
    "match": ("match", "Acme Optics"),
    "list": ("watchlist", "list"),
    "batch": ("batch", "list.csv", "-o", "out.csv", "--workers", "1"),
    "update": ("watchlist", "update", "us-csl", "--from", "csl.csv"),
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "place"
    place.mkdir()
    (place / "tender.yaml").write_text(TENDER)
    (place / "list.csv").write_text("supplier name\nAcme Optics\n")
    (place / "csl.csv").write_bytes(csl_bytes(*NAMES, "Newest Acme"))
    return place


@pytest.mark.parametrize(
    ("command", "closed"),
    [
        ("check", "lists/us-csl"),
        ("match", "lists"),
        ("list", "."),
        ("batch", "lists/us-csl"),
        ("update", "lists/us-csl"),
    ],
)
def test_what_cannot_be_read_is_told(place: Path, root: Path, tmp_path: Path, command: str, closed: str) -> None:
    home = tmp_path / "home"
    install(home, root, NAMES, "2026-11-01")
    (home / closed).chmod(0)

    done = run_with_common_rights(*COMMANDS[command], home=home, cwd=place)
    (home / closed).chmod(0o755)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].endswith("the lists cannot be read: Permission denied")


@pytest.mark.parametrize("command", ["check", "match", "list", "update"])
def test_a_home_that_is_a_file_is_told(place: Path, tmp_path: Path, command: str) -> None:
    (tmp_path / "home").write_text("not a folder")

    done = run_with_common_rights(*COMMANDS[command], home=tmp_path / "home", cwd=place)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("the lists cannot be read: Not a directory\n")


def test_a_home_that_cannot_be_written_serves_and_refuses_an_update(place: Path, root: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    install(home, root, NAMES, "2026-11-01")
    for folder in (home, *(path for path in home.rglob("*") if path.is_dir())):
        folder.chmod(0o555)
    for file in (path for path in home.rglob("*") if path.is_file()):
        file.chmod(0o444)

    found = run_with_common_rights(*COMMANDS["match"], home=home, cwd=place)
    update = run_with_common_rights(*COMMANDS["update"], home=home, cwd=place)

    assert found.returncode == 0
    assert "us-csl:" in found.stdout
    assert update.returncode == 2
    assert "cannot be written: Permission denied" in update.stderr


def test_a_folder_to_update_from_that_cannot_be_read_or_is_empty_is_told(place: Path, tmp_path: Path) -> None:
    (place / "from").mkdir()
    command = ("watchlist", "update", "us-csl", "--from", "from")

    empty = run_with_common_rights(*command, home=tmp_path / "home", cwd=place)
    (place / "from").chmod(0)
    closed = run_with_common_rights(*command, home=tmp_path / "home", cwd=place)

    assert (empty.returncode, empty.stderr) == (2, "from: the folder holds no file\n")
    assert (closed.returncode, closed.stderr) == (2, "from: the folder cannot be read: Permission denied\n")
