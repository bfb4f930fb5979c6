"""The folder of a stopped run: nothing of it is used that is not as it was written."""

import random
from pathlib import Path

import pyarrow as pa
import pytest

from vendorscreen.batch.passing import encode_batch
from vendorscreen.batch.running.seal import rows_digest, sealed
from vendorscreen.batch.running.state import RunState, begin_empty, held
from vendorscreen.errors import UsageError

MANIFEST = {"vendorscreen": "1.0", "list": "sha256 0123", "as-of": "2026-01-15", "buyer-country": "None"}
ROWS = rows_digest(b"rows")
ANSWERS = pa.RecordBatch.from_pydict({"name": [f"Firm {number}" for number in range(500)]})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A stopped run of one part."""
    folder = tmp_path / "out.csv.unfinished"
    state = RunState.begin(folder, MANIFEST, resume=False)
    state.part(0).write_bytes(sealed(encode_batch(ANSWERS, compression="lz4"), ROWS))
    return folder


def _damaged(content: bytes, dice: random.Random) -> bytes:
    damaged, place = bytearray(content), dice.randrange(len(content))
    match dice.choice(("flip", "zeros", "cut", "more")):
        case "flip":
            damaged[place] ^= 1 << dice.randrange(8)
        case "zeros":
            damaged[place : place + 64] = bytes(len(damaged[place : place + 64]))
        case "cut":
            del damaged[place:]
        case _:
            damaged += b"\0"
    return bytes(damaged)


def test_a_whole_part_of_the_same_rows_is_done(folder: Path) -> None:
    state = RunState.begin(folder, MANIFEST, resume=True)

    assert state.is_done(0, ROWS)
    assert state.answers(0) == ANSWERS
    assert not state.is_done(0, rows_digest(b"other rows"))
    assert not state.is_done(1, ROWS)


def test_no_damaged_part_is_used(folder: Path) -> None:
    dice, path = random.Random(3), folder / "part-0000000.arrow"
    content = path.read_bytes()
    for _ in range(500):
        damaged = _damaged(content, dice)
        path.write_bytes(damaged)
        state = RunState.begin(folder, MANIFEST, resume=True)

        assert state.is_done(0, ROWS) == (damaged == content)
        if damaged != content:
            with pytest.raises(UsageError, match="damaged since it was written; go on with --resume"):
                state.answers(0)


def test_no_damaged_manifest_lets_a_run_go_on_that_is_not_the_same(folder: Path) -> None:
    dice, path = random.Random(4), folder / "run.json"
    content = path.read_bytes()
    for _ in range(500):
        path.write_bytes(_damaged(content, dice))
        try:
            RunState.begin(folder, MANIFEST, resume=True)
        except UsageError:
            continue
        assert held(folder) == MANIFEST


def test_a_folder_in_which_nothing_is_done_stands_in_nobodys_way(tmp_path: Path) -> None:
    folder = tmp_path / "out.csv.unfinished"
    begin_empty(folder)
    (folder / ".unfinished-0123").write_text("half a list")

    assert held(folder) is None
    begin_empty(folder)
    assert [path.name for path in folder.iterdir()] == ["run.json"]
    RunState.begin(folder, MANIFEST, resume=False)
    assert held(folder) == MANIFEST


def test_a_run_that_is_finished_removes_its_folder(folder: Path) -> None:
    RunState.begin(folder, MANIFEST, resume=True).remove()

    assert not folder.exists()
