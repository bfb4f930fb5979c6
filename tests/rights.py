"""A command as a user who may not read and write whatever it likes, also where root runs the tests."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

_DROP_FROM_BOUNDING_SET = 24
_OVERRIDING_RIGHTS = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


def _as_any_user() -> None:
    if os.getuid() == 0:
        for right in _OVERRIDING_RIGHTS:
            ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, right, 0, 0, 0)


def run_with_common_rights(
    *arguments: object, home: Path, cwd: Path, stdin: str | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run ``vendorscreen``; the test is skipped where a folder without rights is open to the user all the same."""
    probe = cwd / "probe"
    probe.mkdir(mode=0, exist_ok=True)
    if _started([sys.executable, "-c", f"import os; os.listdir({str(probe)!r})"], home, cwd).returncode == 0:
        pytest.skip("this user may read whatever it likes, and that cannot be given up here")
    return _started([sys.executable, "-m", "vendorscreen", *map(str, arguments)], home, cwd, stdin)


def _started(command: list[str], home: Path, cwd: Path, stdin: str | None = None) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "VENDORSCREEN_HOME": str(home), "NO_COLOR": "1"}
    return subprocess.run(
        command, cwd=cwd, env=env, input=stdin, capture_output=True, text=True, timeout=120, preexec_fn=_as_any_user
    )
