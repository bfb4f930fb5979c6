"""The samples of the pages run, and their types hold."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def samples(root: Path, *names: str) -> list[str]:
    pages = [(root / name).read_text(encoding="utf-8") for name in names]
    return [block for page in pages for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL)]


def test_every_sample_of_the_page_runs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VENDORSCREEN_HOME", str(tmp_path / "home"))
    names: dict[str, Any] = {}

    for sample in samples(root, "docs/python.md"):
        exec(compile(sample, "docs/python.md", "exec"), names)

    assert [match.vendor.id for match in names["sure"]][:1] == ["hikvision"]
    assert names["wide"].matches
    assert names["alone"].screen("Acme Perimeter Optics").matches
    assert names["screened"].column("screening_vendor").to_pylist() == ["hikvision", None]


def test_the_types_of_every_sample_hold(root: Path, tmp_path: Path) -> None:
    for number, page in enumerate(("README.md", "docs/python.md")):
        (tmp_path / f"sample_{number}.py").write_text("\n".join(samples(root, page)), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--ignore-missing-imports"]
    command += ["--config-file", "", "--cache-dir", str(tmp_path / "cache")]

    done = subprocess.run([*command, *map(str, sorted(tmp_path.glob("sample_*.py")))], capture_output=True, text=True)

    assert done.stdout.startswith("Success"), done.stdout
