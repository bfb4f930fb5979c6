"""What is written is never what is read."""

from pathlib import Path

import pytest

from vendorscreen.cli.overwriting import refuse_overwriting
from vendorscreen.errors import UsageError


@pytest.mark.parametrize("way", ["itself", "other spelling", "hard link", "symbolic link", "link not yet there"])
def test_a_file_that_is_read_is_refused(way: str, tmp_path: Path) -> None:
    read, output = tmp_path / "read.yaml", tmp_path / "output.yaml"
    read.write_text("x") if way != "link not yet there" else None
    if way == "hard link":
        output.hardlink_to(read)
    elif way.endswith(("symbolic link", "there")):
        output.symlink_to(read)
    else:
        output = read if way == "itself" else tmp_path / ".." / tmp_path.name / "read.yaml"

    with pytest.raises(UsageError, match=r"-o: .*: this would overwrite what is read, name another file"):
        refuse_overwriting(output, [tmp_path / "other.yaml", read], "-o")


def test_a_file_within_a_folder_that_is_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    inner = tmp_path / "rules" / "own.yaml"
    inner.write_text("x")

    with pytest.raises(UsageError, match="this would overwrite what is read"):
        refuse_overwriting(inner, [tmp_path / "rules"], "-o")


def test_other_files_and_devices_are_not_refused(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("x")

    refuse_overwriting(tmp_path / "old.json", [tmp_path / "list.csv"], "-o")
    refuse_overwriting(tmp_path / "new.json", [tmp_path / "list.csv"], "-o")
    refuse_overwriting(Path("/dev/null"), [Path("/dev/null")], "-o")
