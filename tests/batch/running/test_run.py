"""Runs: whole, interrupted, taken up again, with workers that die and rows that kill."""

import itertools
import resource
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.batch.conftest import OPTIONS
from tests.batch.running.tasks import DEADLY, RAISING, FullDiskTask, HostileTask, OnceDeadlyTask, StillbornTask
from vendorscreen.batch import ScreenerSource, ScreeningOptions, SupplierColumns, screen_batches
from vendorscreen.batch.reading import open_table
from vendorscreen.batch.reading.table import CHUNK_ROWS
from vendorscreen.batch.running import Interrupted, Run, ScreeningTask, Summary, state_folder
from vendorscreen.errors import UsageError
from vendorscreen.screening import Screener

COLUMNS = SupplierColumns(names=("name",), country="country")
HIKVISION = "Hangzhou Hikvision Digital Technology Co., Ltd"

Started = Callable[..., Run]


@pytest.fixture(scope="session")
def task() -> ScreeningTask:
    return ScreeningTask.of(ScreenerSource(), OPTIONS, COLUMNS)


@pytest.fixture
def started(tmp_path: Path, task: ScreeningTask) -> Started:
    """Make a run over names, with the result in ``result.parquet``."""

    def make(
        names: Sequence[str], kind: type[ScreeningTask] = ScreeningTask, output: str = "result.parquet", **more: object
    ) -> Run:
        path = tmp_path / "suppliers.csv"
        path.write_text("name;country\n" + "".join(f"{name};CN\n" for name in names), encoding="utf-8")
        fields = {
            name: getattr(task, name)
            for name in ("source", "options", "columns", "origin", "watchlists_digest", "rules_digest")
        }
        marker = {"marker": tmp_path / "killed"} if kind is OnceDeadlyTask else {}
        options = {"workers": 2, **more}
        return Run(
            path=path,
            table=open_table(path),
            output=tmp_path / output,
            task=kind(**fields, **marker),
            **options,  # type: ignore[arg-type]
        )

    return make


def _names(count: int) -> list[str]:
    others = (f"Firm {number}" for number in itertools.count())
    return [HIKVISION if place % 1000 == 7 else next(others) for place in range(count)]


def _quietly(run: Run) -> Summary:
    return run.screen(lambda _rows, _share, _earlier: None)


def _result(run: Run) -> pa.Table:
    return pq.read_table(run.output)


def _expected(run: Run, screener: Screener) -> pa.Table:
    batches = (chunk.batch for chunk in run.table.chunks())
    return pa.Table.from_batches(screen_batches(batches, screener, OPTIONS))


@contextmanager
def _full_disk() -> Iterator[None]:
    """Let no file grow beyond 8,000 bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_run_of_several_workers_gives_what_one_process_gives(started: Started, screener: Screener) -> None:
    run = started(_names(2 * CHUNK_ROWS + 100))

    summary = _quietly(run)

    assert _result(run).equals(_expected(run, screener))
    assert summary.rows == 2 * CHUNK_ROWS + 100
    assert not state_folder(run.output).exists()


def test_an_interrupted_run_goes_on_where_it_was(started: Started, screener: Screener) -> None:
    names = _names(3 * CHUNK_ROWS)
    seen: list[tuple[int, bool]] = []

    def stop(rows: int, _share: float, _earlier: bool) -> None:
        raise KeyboardInterrupt

    with pytest.raises(Interrupted) as stopped:
        started(names, workers=1).screen(stop)
    run = started(names, resume=True)
    run.screen(lambda rows, _share, earlier: seen.append((rows, earlier)))

    assert stopped.value.folder == state_folder(run.output)
    assert sorted(seen) == [(CHUNK_ROWS, False), (CHUNK_ROWS, False), (CHUNK_ROWS, True)]
    assert _result(run).equals(_expected(run, screener))


def test_a_killed_worker_is_replaced_and_no_row_lost_or_doubled(started: Started, screener: Screener) -> None:
    run = started(_names(CHUNK_ROWS + 100), OnceDeadlyTask)

    _quietly(run)

    assert _result(run).equals(_expected(run, screener))


@pytest.mark.parametrize(
    ("name", "reason"),
    [(DEADLY, "its process ended (exit code -9)"), (RAISING, "RecursionError: too deep")],
)
def test_a_row_that_ends_its_worker_is_marked_and_all_others_screened(name: str, reason: str, started: Started) -> None:
    names = _names(300)
    names[17] = names[250] = name
    run = started(names, HostileTask)

    summary = _quietly(run)

    rows = _result(run).to_pylist()
    failed = {row["screening_row"]: row["screening_reason"] for row in rows if row["screening_status"] == "failed"}
    assert [row["name"] for row in rows] == names
    assert failed == {19: reason, 252: reason}
    assert summary.statuses == {"screened": 298, "failed": 2}
    assert rows[7]["screening_vendor"] == "hikvision"


def test_workers_that_never_begin_end_the_run(started: Started) -> None:
    with pytest.raises(UsageError, match=r"workers end before they begin: its process ended \(exit code 3\)"):
        _quietly(started(_names(10), StillbornTask))


def test_a_run_of_other_watchlists_is_not_mixed_with_this_one(
    started: Started, tmp_path: Path, task: ScreeningTask
) -> None:
    run = started(_names(10))
    (folder := state_folder(run.output)).mkdir()
    before = run.manifest() | {"lists": "curated 2025-01-01", "watchlists": "0123"}
    (folder / "run.json").write_text(
        str(before).replace("'", '"').replace('"columns": "name from "name", country from "country""', '"columns": "x"')
    )

    with pytest.raises(UsageError) as refused:
        _quietly(started(_names(10), resume=True))

    assert "lists: curated 2025-01-01, now" in str(refused.value)
    assert "watchlists: 0123, now" in str(refused.value)
    assert f"remove the folder to start again: {folder}" in str(refused.value)


@pytest.mark.parametrize("change", ["list", "options"])
def test_a_changed_list_or_option_is_not_mixed_either(change: str, started: Started) -> None:
    def stop(_rows: int, _share: float, _earlier: bool) -> None:
        raise KeyboardInterrupt

    with pytest.raises(Interrupted):
        started(_names(10)).screen(stop)

    run = started(_names(11), resume=True) if change == "list" else started(_names(10), resume=True, sample=3)
    with pytest.raises(UsageError, match=rf"  {'list: sha256' if change == 'list' else 'sample: None, now 3'}"):
        _quietly(run)


def test_an_unfinished_run_is_not_thrown_away_unasked(started: Started) -> None:
    def stop(_rows: int, _share: float, _earlier: bool) -> None:
        raise KeyboardInterrupt

    with pytest.raises(Interrupted):
        started(_names(10)).screen(stop)

    with pytest.raises(UsageError, match="holds an unfinished run of this: go on with --resume"):
        _quietly(started(_names(10)))


def test_a_worker_with_other_watchlists_ends_the_run(started: Started, task: ScreeningTask, tmp_path: Path) -> None:
    run = started(_names(10))
    changed = ScreeningTask(
        source=task.source,
        options=task.options,
        columns=task.columns,
        origin=task.origin,
        watchlists_digest="old",
        rules_digest="old",
    )

    with pytest.raises(UsageError, match="watchlists or rules have changed since the run began"):
        _quietly(Run(path=run.path, table=run.table, output=run.output, task=changed, workers=1))


def test_a_disk_that_takes_no_part_is_told_and_the_run_can_go_on(started: Started, screener: Screener) -> None:
    with pytest.raises(UsageError, match=r"part-0000000\.arrow: cannot be written: File too large; .*--resume"):
        _quietly(started(_names(10), FullDiskTask))

    again = started(_names(10), resume=True)
    _quietly(again)

    assert _result(again).equals(_expected(again, screener))


@pytest.mark.parametrize("output", ["result.parquet", "result.csv", "result.jsonl", "result.xlsx"])
def test_a_disk_that_takes_no_result_is_told_and_the_run_can_go_on(output: str, started: Started) -> None:
    names = [f"{HIKVISION} {number}" for number in range(400)]
    run = started(names, output=output)
    with _full_disk(), pytest.raises(UsageError, match=rf"{output}: cannot be written: .*; go on with --resume"):
        _quietly(run)

    assert not run.output.exists()
    assert _quietly(started(names, output=output, resume=True)).rows == 400


def test_a_disk_that_takes_no_header_is_told_and_the_run_can_go_on(tmp_path: Path, task: ScreeningTask) -> None:
    path = tmp_path / "wide.csv"
    header = ",".join(["name", *(f"{'x' * 90}{number}" for number in range(400))])
    path.write_text(f"{header}\nFirm\n", encoding="utf-8")
    named = replace(task, columns=SupplierColumns(names=("name",)))
    run = Run(path=path, table=open_table(path), output=tmp_path / "result.csv", task=named, workers=1)
    with _full_disk(), pytest.raises(UsageError, match=r"result\.csv: cannot be written: .*; go on with --resume"):
        _quietly(run)

    assert _quietly(replace(run, resume=True)).rows == 1


def test_only_matches_leaves_the_others_out_of_the_result_but_counts_them(started: Started) -> None:
    run = started(_names(3000), only_matches=True)

    summary = _quietly(run)

    assert _result(run).column("screening_row").to_pylist() == [9, 1009, 2009]
    assert (summary.rows, summary.matched) == (3000, 3)
    assert summary.top_vendors()[0][0::2] == ("hikvision", 3)


def test_a_sample_is_spread_over_the_list_and_the_same_each_time(started: Started) -> None:
    run = started(_names(20_000), sample=100)
    _quietly(run)
    first = _result(run).column("screening_row").to_pylist()
    _quietly(run)

    assert _result(run).column("screening_row").to_pylist() == first
    assert len(first) == 100
    assert first == sorted(first)
    assert all(any(low <= row < low + 2000 for row in first) for low in range(2, 20_000, 2000))


def test_the_result_may_not_overwrite_the_list(started: Started, tmp_path: Path) -> None:
    run = started(["A"], output="suppliers.csv")

    with pytest.raises(UsageError, match="the result would overwrite the list itself"):
        _quietly(run)


def test_a_place_that_cannot_be_written_is_told_before_anything_is_screened(started: Started) -> None:
    run = started(["A"], output="nowhere/result.csv")

    with pytest.raises(UsageError, match=r"nowhere/result\.csv\.unfinished: cannot be written: No such file"):
        _quietly(run)


def test_the_summary_is_the_same_bytes_for_the_same_run(started: Started) -> None:
    run = started([*_names(100), "", "x" * 2000])

    first, second = _quietly(run).to_json(run.manifest()), _quietly(run).to_json(run.manifest())

    assert first == second
    assert b'"no name"' in first


def test_options_reach_the_workers(started: Started, task: ScreeningTask) -> None:
    run = started(_names(10))
    strict = ScreeningTask.of(task.source, ScreeningOptions(as_of=OPTIONS.as_of, all_candidates=True), COLUMNS)
    _quietly(Run(path=run.path, table=run.table, output=run.output, task=strict, workers=1))

    candidates = _result(run).column("screening_candidate").drop_null().to_pylist()

    assert candidates == [1, 2]


def test_a_link_stays_and_the_result_keeps_the_permissions_it_had(started: Started, tmp_path: Path) -> None:
    run = started(_names(10))
    target = tmp_path / "far" / "result.parquet"
    target.parent.mkdir()
    target.touch(mode=0o600)
    run.output.symlink_to(target)

    _quietly(run)

    assert run.output.is_symlink()
    assert pq.read_table(target).num_rows == 10
    assert target.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in target.parent.iterdir()] == ["result.parquet"]


def test_links_that_lead_in_a_circle_are_no_place_for_a_result(started: Started) -> None:
    run = started(_names(10))
    run.output.symlink_to(run.output)

    with pytest.raises(UsageError, match=r"result\.parquet: cannot be written: Too many levels of symbolic links"):
        _quietly(run)


def _stop(_rows: int, _share: float, _earlier: bool) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("kind", ["flip", "zeros", "cut", "empty"])
def test_a_damaged_part_is_screened_again_and_counted(kind: str, started: Started, screener: Screener) -> None:
    names = _names(2 * CHUNK_ROWS)
    with pytest.raises(Interrupted) as stopped:
        started(names, workers=1).screen(_stop)
    part = next(stopped.value.folder.glob("part-*.arrow"))
    content = bytearray(part.read_bytes())
    middle = len(content) // 2
    if kind == "flip":
        content[middle] ^= 4
    content = content[: {"cut": middle, "empty": 0}.get(kind, len(content))]
    content[middle : middle + 999] = bytes(999) if kind == "zeros" else content[middle : middle + 999]
    part.write_bytes(content)

    run = started(names, resume=True)
    summary = _quietly(run)

    assert summary.damaged == 1
    assert _result(run).equals(_expected(run, screener))


def test_a_part_of_other_rows_is_not_used(started: Started, screener: Screener) -> None:
    names = _names(2 * CHUNK_ROWS)
    with pytest.raises(Interrupted) as stopped:
        started(names, workers=1).screen(_stop)
    first = next(stopped.value.folder.glob("part-*.arrow"))
    first.rename(first.with_name("part-0000001.arrow"))

    run = started(names, resume=True)
    summary = _quietly(run)

    assert summary.damaged == 1
    assert _result(run).equals(_expected(run, screener))


@pytest.mark.parametrize("change", ["cut", "overwritten", "deleted"])
def test_a_list_that_changes_meanwhile_gives_no_result(change: str, started: Started) -> None:
    run = started(_names(2 * CHUNK_ROWS), workers=1)
    content = run.path.read_bytes()

    def changed(_rows: int, _share: float, _earlier: bool) -> None:
        if change == "deleted":
            run.path.unlink(missing_ok=True)
        else:
            run.path.write_bytes(content[:60_000] if change == "cut" else content[::-1])

    with pytest.raises(UsageError, match=r"suppliers\.csv: the list changed while it was read; nothing is kept"):
        run.screen(changed)

    assert not run.output.exists()
    assert not state_folder(run.output).exists()


@pytest.mark.parametrize("kind", ["folder", "empty", "file", "link", "manifest of another"])
def test_what_stands_in_the_place_of_a_run_and_is_none_is_left_alone(kind: str, started: Started) -> None:
    run = started(["A"])
    place = state_folder(run.output)
    if kind == "file":
        place.write_text("x")
    elif kind == "link":
        (place.parent / "far").mkdir()
        place.symlink_to(place.parent / "far")
    else:
        place.mkdir()
        (place / "notes.txt").write_text("x") if kind != "empty" else None
        (place / "run.json").write_text("[1]") if kind.startswith("manifest") else None
    before = sorted(place.parent.rglob("*"))

    with pytest.raises(UsageError, match=r"unfinished: this is no folder of an unfinished run|run\.json: damaged"):
        _quietly(run)

    assert sorted(place.parent.rglob("*")) == before


def test_a_file_of_somebody_else_in_the_folder_of_a_run_stays(started: Started) -> None:
    run = started(_names(10))

    def put(_rows: int, _share: float, _earlier: bool) -> None:
        (state_folder(run.output) / "notes.txt").write_text("x")

    run.screen(put)

    assert [path.name for path in state_folder(run.output).iterdir()] == ["notes.txt"]
