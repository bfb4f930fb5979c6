"""Running the command as a user does: as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path, home: Path) -> Run:
    """Run ``vendorscreen`` in an empty folder."""

    def call(*arguments: object, stdin: str | None = None, **environment: str) -> "subprocess.CompletedProcess[str]":
        command = [str(Path(sys.executable).parent / "vendorscreen"), *map(str, arguments)]
        env = {**os.environ, "VENDORSCREEN_HOME": str(home), "NO_COLOR": "1", **environment}
        return subprocess.run(command, cwd=tmp_path, input=stdin, capture_output=True, text=True, env=env, timeout=120)

    return call
