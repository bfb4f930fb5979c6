"""Damaged inputs bring an answer or an error of ours, from every reader, within its time and memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.mutation import damaged
from tests.fuzz.reader import READERS
from tests.fuzz.seed import SEEDS, seeds_of

INPUTS = 500
"""Inputs in all; `make soak` reads a million."""


@pytest.mark.skipif(sys.platform == "win32", reason="memory and time of a child are bounded by POSIX")
def test_no_input_does_anything_but_be_answered_or_refused_and_none_that_was_a_fault_is_one_again(root: Path) -> None:
    options = ["--inputs", str(INPUTS), "--onward", "5", "--workers", "2"]
    done = subprocess.run([sys.executable, "-m", "tests.fuzz", *options], cwd=root, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, ""), done.stdout


@pytest.mark.parametrize("reader", READERS)
def test_every_seed_is_sound(reader: str, tmp_path: Path) -> None:
    for seed in seeds_of(reader):
        READERS[reader](seed, tmp_path, False)


def test_every_reader_has_seeds() -> None:
    assert list(READERS) == list(SEEDS)


@pytest.mark.parametrize("reader", READERS)
def test_reader_and_number_tell_an_input(reader: str) -> None:
    first, again, next_ = (damaged(reader, number, seeds_of(reader)) for number in (7, 7, 8))

    assert first == again
    assert first != next_
