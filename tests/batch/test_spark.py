"""Spark: the same answers as everywhere, every row once, also when an executor is killed. Runs with ``make test-spark``."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from tests.batch.conftest import OPTIONS
from vendorscreen.batch import ScreenerSource, ScreeningOptions, open_bundle, screen_batches, write_bundle
from vendorscreen.errors import UsageError

pytest.importorskip("pyspark", reason="pyspark is not installed")
if subprocess.run(["java", "-version"], capture_output=True, check=False).returncode != 0:
    pytest.skip("there is no Java", allow_module_level=True)

from pyspark.sql import DataFrame, SparkSession

from vendorscreen.batch.spark import screen

pytestmark = pytest.mark.filterwarnings("ignore")

NAMES = ["Hangzhou Hikvision Digital Technology Co., Ltd", "Siemens AG", "", None, "ZTE Romania", "Nuctech Warsaw"]
ROWS = 60_000
PARTITIONS = 60
PATIENCE = 120.0


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundles") / "bundle"
    write_bundle(ScreenerSource(), folder)
    return folder


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """Two executors of one core each, as processes of their own on this machine."""
    path = os.pathsep.join(entry for entry in sys.path if entry)
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": path, "SPARK_LOCAL_IP": "127.0.0.1"}
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.executorEnv.PYTHONPATH", path)
        .config("spark.sql.warehouse.dir", str(tmp_path_factory.mktemp("warehouse")))
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "300")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def _suppliers(spark: SparkSession, rows: int, partitions: int) -> DataFrame:
    names = spark.sparkContext.broadcast(NAMES)
    numbers = spark.sparkContext.parallelize(range(rows), partitions)
    unheard = "Unheard of {} Works"
    return numbers.map(
        lambda n: (n, names.value[n % 100] if n % 100 < len(NAMES) else unheard.format(n % 977), "CN", n * 0.5)
    ).toDF("number int, name string, country string, amount double")


def _sorted(table: pa.Table) -> list[dict[str, object]]:
    return table.sort_by("number").to_pylist()


def _here(suppliers: DataFrame, bundle: Path, options: ScreeningOptions = OPTIONS) -> pa.Table:
    batches = suppliers.toArrow().to_batches()
    return pa.Table.from_batches(screen_batches(iter(batches), open_bundle(bundle), options))


def test_spark_gives_the_very_answers_of_one_process(spark: SparkSession, bundle: Path) -> None:
    suppliers = _suppliers(spark, 2000, 3)

    answers = screen(suppliers, bundle, OPTIONS).toArrow()

    expected = _here(suppliers, bundle)
    assert answers.schema.names == expected.schema.names
    assert _sorted(answers) == _sorted(expected)


def test_lists_not_screened_are_named_in_the_metadata_of_what_is_possible(spark: SparkSession, bundle: Path) -> None:
    answers = screen(_suppliers(spark, 1, 1), bundle, OPTIONS)

    (told,) = json.loads(answers.schema["screening_possible"].metadata["vendorscreen.not_screened"])

    assert (told["list"], told["possible"]) == ("eu-fsf", "prohibits")


def test_all_candidates_are_rows_of_their_own(spark: SparkSession, bundle: Path) -> None:
    options = ScreeningOptions(as_of=OPTIONS.as_of, all_candidates=True)
    suppliers = _suppliers(spark, 200, 2)

    answers = screen(suppliers, bundle, options).toArrow()

    assert answers.num_rows == _here(suppliers, bundle, options).num_rows > 200


def test_empty_partitions_and_large_strings_are_taken(spark: SparkSession, bundle: Path) -> None:
    spark.conf.set("spark.sql.execution.arrow.useLargeVarTypes", "true")
    try:
        answers = screen(_suppliers(spark, 3, 8), bundle, OPTIONS).collect()
    finally:
        spark.conf.set("spark.sql.execution.arrow.useLargeVarTypes", "false")

    assert sorted((row["number"], row["screening_vendor"]) for row in answers) == [
        (0, "hikvision"), (1, None), (2, None),
    ]  # fmt: skip


def test_a_frame_without_names_is_refused_on_the_spot(spark: SparkSession, bundle: Path) -> None:
    with pytest.raises(UsageError, match="no column holds names of suppliers; there are: amount"):
        screen(spark.createDataFrame([(1,)], "amount int"), bundle, OPTIONS)


def test_a_result_is_refused_on_the_spot(spark: SparkSession, bundle: Path) -> None:
    answers = screen(_suppliers(spark, 1, 1), bundle, OPTIONS)

    with pytest.raises(UsageError, match="columns of an earlier screening"):
        screen(answers, bundle, OPTIONS)


def test_every_row_comes_once_though_an_executor_is_killed(spark: SparkSession, bundle: Path, tmp_path: Path) -> None:
    suppliers, target = _suppliers(spark, ROWS, PARTITIONS), tmp_path / "answers"
    writing = threading.Thread(target=lambda: screen(suppliers, bundle, OPTIONS).write.parquet(str(target)))
    executors = _executors()
    writing.start()
    _wait_for_a_finished_task(target)
    os.kill(executors[0], signal.SIGKILL)
    writing.join(PATIENCE)

    numbers = sorted(row["number"] for row in spark.read.parquet(str(target)).select("number").collect())

    assert not writing.is_alive()
    assert executors[0] not in _executors()
    assert numbers == list(range(ROWS))


def _executors() -> list[int]:
    """Return the processes that are executors below this one."""
    found, queue = [], [os.getpid()]
    for pid in queue:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            queue += map(int, (thread / "children").read_text().split())
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
        if b"CoarseGrainedExecutorBackend" in command and b"java" in command.partition(b"\x00")[0]:
            found.append(pid)
    return found


def _wait_for_a_finished_task(target: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if any(target.rglob("part-*")):
            return
        time.sleep(0.01)
    raise AssertionError("nothing was written")
