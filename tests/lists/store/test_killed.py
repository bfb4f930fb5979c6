"""kill -9 in the middle of an update: the store is never broken, and an edition serves."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.lists.store.stores import install
from vendorscreen.lists.store import ListStore
from vendorscreen.watchlist import installed_watchlist

UPDATER = """
import os, sys
from pathlib import Path
from tests.lists.store.stores import install
home, root = Path(sys.argv[1]), Path(sys.argv[2])
for line in sys.stdin:
    day, process = line.strip(), os.fork()
    if not process:
        install(home, root, [f"Acme {day} {number}" for number in range(100)], day)
        os._exit(0)
    print(process, flush=True)
    os.waitpid(process, 0)
    print("gone", flush=True)
"""
"""Forks a process for each day it is told, which installs an edition of that day."""

MOMENTS = 20


@pytest.fixture
def updater(tmp_path: Path, root: Path) -> Iterator["subprocess.Popen[str]"]:
    arguments = [sys.executable, "-c", UPDATER, str(tmp_path / "home"), str(root)]
    with subprocess.Popen(arguments, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.stdin.close()


def begin(updater: "subprocess.Popen[str]", day: str) -> int:
    updater.stdin.write(f"{day}\n")
    updater.stdin.flush()
    return int(updater.stdout.readline())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no kill -9")
def test_an_update_killed_at_any_moment_leaves_an_edition_that_serves(tmp_path, root, updater) -> None:
    home = tmp_path / "home"
    install(home, root, [f"Acme first {number}" for number in range(100)], "2026-01-01")
    began = time.monotonic()
    begin(updater, "2026-02-01")
    assert updater.stdout.readline() == "gone\n"
    length = time.monotonic() - began
    moments = sorted(random.Random(4).sample(range(1000), MOMENTS))

    for number, moment in enumerate(moments, 1):
        process = begin(updater, f"2026-03-{number:02}")
        time.sleep(length * moment / 1000)
        with suppress(ProcessLookupError):  # it was quicker than the moment
            os.kill(process, signal.SIGKILL)
        assert updater.stdout.readline() == "gone\n"
        editions = ListStore(home).editions("us-csl")
        known = installed_watchlist(root / "watchlists", home=home)

        assert editions[-1].files()
        assert ListStore(home).damaged("us-csl") == []
        assert len([one for one in known.vendors if one.startswith("us-csl:")]) == 100
        assert known.lists[1].edition == str(editions[-1].manifest.edition)

    assert install(home, root, [f"Acme last {number}" for number in range(100)], "2026-12-01").new
    assert not list((home / "lists").glob("*/.unfinished*"))
