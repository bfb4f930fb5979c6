"""Children that die of an input: it is told, and the inputs behind it are read."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

INPUTS = {
    "answered": "",
    "refused": "from vendorscreen.errors import UsageError; raise UsageError('x')",
    "raises": "1 / 0",
    "leaves": "raise SystemExit(0)",
    "aborts": "import os; os.abort()",
    "hangs": "while True: pass",
    "grows": "b'x' * (200 << 20)",
    "grows beyond all": "b'x' * (200 << 30)",
    "answered behind these": "",
}
FAULTS = {
    "raises": "ZeroDivisionError in elsewhere",
    "leaves": "SystemExit in elsewhere",
    "aborts": "SIGABRT",
    "hangs": "takes too long",
    "grows": "more than 104,857,600 bytes",
    "grows beyond all": "MemoryError in elsewhere",
}
PROGRAM = """
import json, sys
from tests.fuzz import running

inputs = json.loads(sys.argv[1])
running.READERS["groups"] = lambda files, folder, onward: exec(files["code"])
running.MOST_SECONDS, running.MOST_BYTES = 0, 100 << 20
chunk = running.Chunk("groups", 0, len(inputs))
for tallies in running.run([chunk], lambda _, number: {"code": inputs[number]}, workers=1):
    tally = tallies["groups"]
print(json.dumps([tally.answered, tally.refused, sorted((one.number, one.what) for one in tally.faults)]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bound the address space otherwise, or not at all")
def test_what_an_input_does_to_its_process_is_told_and_the_rest_is_read(root: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, json.dumps(list(INPUTS.values()))]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)

    assert done.stderr == ""
    assert json.loads(done.stdout) == [2, 1, [[list(INPUTS).index(name), what] for name, what in FAULTS.items()]]
